#pragma once

#include "core/ip_address.h"
#include "core/outage.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <vector>

namespace gatehouse::config {

enum class Mode { Development, Production };
enum class LogFormat { Automatic, Json, Text }; ///< automatic: JSON in production, text in development
enum class LimitsBackend { Automatic, Embedded, Redis }; ///< automatic: Redis where a URL is given
enum class JwtAlgorithm { Hs256, EdDsa };

/// What one rate-limit policy is set to: `limits.<name>.*`.
struct PolicySettings {
    quint32 quota = 60;
    std::chrono::milliseconds window = std::chrono::minutes(1);
    quint32 burst = 0; ///< 0: the same as quota
    bool shadow = false;
    Outage outage = Outage::Local;
};

/// Every setting, typed, after defaults, file, environment and flags have been merged and checked. Secrets are not
/// here: they come from secrets/ when needed. The meaning, unit and range of each is in the *_settings.cpp beside, which is
/// also what the help and docs/configuration.md are made from.
struct Settings {
    struct App {
        Mode mode = Mode::Development;
        QByteArray logLevel = "info"; ///< debug, info, warning, error
        QByteArrayList logCategories; ///< "gatehouse.http=debug"
        LogFormat logFormat = LogFormat::Automatic;
        QString dataDir; ///< absolute; holds the database, generated keys and the setup code
        QString pidFile; ///< empty: none
    } app;

    struct Http {
        IpAddress listen = IpAddress::fromIpv4(0x7f000001);
        quint16 port = 8080; ///< 0: any free port
        int workers = 0; ///< 0: as many as cores
        bool behindProxy = false;
        std::vector<IpNetwork> trustedProxies;
        bool proxiesWriteForwarded = false; ///< RFC 7239, instead of X-Forwarded-For
        int maxConnections = 10000;
        int maxConnectionsPerAddress = 256;
        std::chrono::milliseconds headTimeout = std::chrono::seconds(10);
        std::chrono::milliseconds bodyGrace = std::chrono::seconds(10);
        qint64 bodyMinimumRate = 1024; ///< bytes a second
        qint64 bodyMemory = 256 * 1024 * 1024; ///< bytes
        std::chrono::milliseconds idleTimeout = std::chrono::seconds(75);
        std::chrono::milliseconds writeTimeout = std::chrono::seconds(30);
        std::chrono::milliseconds drainTimeout = std::chrono::seconds(30);
        std::chrono::milliseconds slowRequestThreshold{200};
        QByteArrayList allowedOrigins; ///< CORS
    } http;

    struct Tls {
        QString certificate; ///< PEM chain; empty: plain HTTP
        QString key; ///< PEM
        quint16 redirectPort = 0; ///< a plain port that only redirects; 0: none
        [[nodiscard]] bool enabled() const { return !certificate.isEmpty(); }
    } tls;

    struct Auth {
        JwtAlgorithm jwtAlgorithm = JwtAlgorithm::Hs256;
        QByteArray issuer = "gatehouse";
        QByteArray audience = "gatehouse";
        std::chrono::seconds accessExpiry{900};
        std::chrono::seconds refreshExpiry = std::chrono::days(7);
        std::chrono::seconds refreshLeeway{10};
        std::chrono::seconds clockSkew{30}; ///< at most 60
        std::chrono::seconds keyGrace = std::chrono::hours(24); ///< how long a rotated key still verifies
        bool openRegistration = false;
        bool cookieSecure = true; ///< development mode over plain HTTP leaves it off
        int passwordMemoryKib = 19456; ///< argon2id
        int passwordPasses = 2;
    } auth;

    struct Limits {
        bool enabled = true; ///< the kill switch
        LimitsBackend backend = LimitsBackend::Automatic;
        PolicySettings general{.quota = 60, .burst = 0};
        PolicySettings account{.quota = 600, .burst = 0};
        PolicySettings signIn{.quota = 5, .burst = 0};
        PolicySettings probe{.quota = 600, .burst = 0};
        std::vector<IpNetwork> exempt;
        int maxKeys = 1'000'000; ///< callers remembered at once
    } limits;

    struct Database {
        // All of these are for PostgreSQL.
        QByteArray sslMode = "require"; ///< for a URL that does not say
        int maxConnections = 50;
        std::chrono::seconds connectionLifetime = std::chrono::minutes(30);
        std::chrono::seconds connectionIdleTime = std::chrono::minutes(5);
        std::chrono::milliseconds statementTimeout = std::chrono::seconds(5);
        std::chrono::seconds connectTimeout{5};
    } database;

    struct Redis {
        std::chrono::milliseconds deadline{100}; ///< of one call
        QByteArray prefix = "gatehouse:"; ///< before every key
        QByteArray sentinelUser; ///< for the Sentinels themselves; empty: their `default`
        QString caFile; ///< empty: the system's authorities
        QString certificate; ///< ours, for servers that ask for one
        QString key;
        bool verifyHostName = true;
    } redis;

    struct Secrets {
        QString file; ///< the encrypted file; empty: secrets.sealed in the data folder
        bool keychain = false;
    } secrets;

    struct Audit {
        QByteArray origin; ///< empty: follows from the key
        int checkpointEntries = 1000;
        std::chrono::seconds checkpointInterval{60};
        QByteArrayList anchors; ///< "stdout", "file:/path", "https://…", "redis:key"
        std::chrono::seconds retention{0}; ///< 0: entries stay for ever
        QString logFile; ///< for log collectors; empty: none
        QString segmentFolder; ///< for what was sealed; empty: audit-segments in the data folder
    } audit;

    /// One-time secrets.
    struct Sharing {
        bool enabled = true;
        bool inRedis = false; ///< instead of the database
        bool allowAnonymous = false;
        qint64 uploadSizeLimit = 10 * 1024 * 1024; ///< bytes before encryption, as the next
        qint64 anonymousUploadSizeLimit = 32 * 1024;
        std::chrono::seconds maxTtl = std::chrono::days(7);
        std::chrono::seconds defaultTtl = std::chrono::days(1);
        std::vector<IpNetwork> trustedRanges;
        bool enableAdminToken = false;
        std::chrono::seconds oneTimeTokenTtl = std::chrono::hours(1);
        bool showTokenInput = false;
        int passphraseAttempts = 5;
        bool lockOnWrongPassphrase = false; ///< instead of destroying
        std::chrono::seconds passphraseLock = std::chrono::minutes(15);
        int guessLimit = 20; ///< a minute; 0: none
        QByteArray countryHeader;
        QByteArray asnHeader;
        QString countryDatabase; ///< of MaxMind's format, as the next; empty: none
        QString asnDatabase;
        QString impressumFile;
        QString privacyFile;
        QString customAssetsDir;
    } sharing;
    struct Webhook {
        QByteArray url; ///< empty: none
        QByteArrayList events{"*"};
        QByteArrayList headers; ///< in small letters; none carries a credential
        int attempts = 10;
    } webhook;

    struct Metrics {
        quint16 port = 0; ///< 0: only on the main port
        std::vector<IpNetwork> allowedAddresses; ///< empty: loopback only
    } metrics;
};

} // namespace gatehouse::config
