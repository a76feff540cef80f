#include "assembly/start_rules.h"

#include "assembly/limits_redis.h"
#include "assembly/redis_settings.h"
#include "assembly/webhook_assembly.h"
#include "core/ip_address.h"
#include "http/tls_context.h"
#include "redis/redis_url.h"
#include "secrets/secret_strength.h"
#include "storage/database_url.h"

#include <QUrl>

#include <algorithm>
#include <functional>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSigningBits = 256; // RFC 7518, section 3.2
constexpr qsizetype kLeastMetricsToken = 16; // bytes

using Refuse = std::function<void(const char16_t *key, const QString &problem)>;

/// Without TLS of its own the server is for this machine only, unless a proxy in front speaks TLS for it.
void checkListening(const config::Settings &settings, const Refuse &refuse)
{
    const config::Settings::Tls &tls = settings.tls;
    if (!settings.http.listen.isLoopback() && !tls.enabled() && !settings.http.behindProxy) {
        refuse(
            u"http.listen",
            u"is not loopback, and without TLS passwords and tokens would cross the network in the clear: listen on 127.0.0.1, "
            u"set tls.certificate and tls.key, or set http.behind_proxy when a proxy in front ends TLS"_s);
    }
    if (tls.certificate.isEmpty() != tls.key.isEmpty())
        refuse(tls.key.isEmpty() ? u"tls.key" : u"tls.certificate", u"is missing: a certificate and its key go together"_s);
    if (tls.redirectPort != 0 && !tls.enabled())
        refuse(u"tls.redirect_port", u"needs tls.certificate: there is nothing to redirect to"_s);
    if (tls.redirectPort != 0 && (tls.redirectPort == settings.http.port || tls.redirectPort == settings.metrics.port))
        refuse(u"tls.redirect_port", u"is the port of something else"_s);
    if (settings.metrics.port != 0 && settings.metrics.port == settings.http.port)
        refuse(u"metrics.port", u"is http.port, where metrics are served anyway: leave it out"_s);
}

void checkRedis(const config::Settings &settings, const GivenSecrets &secrets, std::vector<FieldError> &problems)
{
    if (settings.limits.backend == config::LimitsBackend::Redis && !secrets.hasLimitsRedis())
        problems.push_back({u"REDIS_URL"_s, u"is needed, as limits.backend is redis"_s});
    if (sharesInRedis(settings)) {
        if (auto options = sharingRedisOptions(settings, secrets); !options)
            std::ranges::move(options.error().fields, std::back_inserter(problems));
    }
    if (!countsInRedis(settings, secrets))
        return;
    if (auto options = LimitsRedis::optionsFor(settings, secrets); !options)
        std::ranges::move(options.error().fields, std::back_inserter(problems));
}

void checkSharing(const config::Settings &settings, const Refuse &refuse)
{
    const config::Settings::Sharing &sharing = settings.sharing;
    if (sharing.enableAdminToken && sharing.trustedRanges.empty())
        refuse(u"sharing.trusted_ranges", u"is needed, as sharing.enable_admin_token is on: the token counts only from there"_s);
    if (sharing.anonymousUploadSizeLimit > sharing.uploadSizeLimit)
        refuse(u"sharing.anonymous_upload_size_limit", u"is larger than sharing.upload_size_limit"_s);
    if ((!sharing.countryHeader.isEmpty() || !sharing.asnHeader.isEmpty()) && settings.http.trustedProxies.empty())
        refuse(sharing.countryHeader.isEmpty() ? u"sharing.asn_header" : u"sharing.country_header",
               u"needs http.trusted_proxies: from anybody else it is not believed"_s);
}

void checkWebhook(const config::Settings &settings, const GivenSecrets &secrets, std::vector<FieldError> &problems)
{
    if (auto wanted = Webhook::wantedBy(settings, secrets); !wanted)
        std::ranges::move(wanted.error().fields, std::back_inserter(problems));
}

/// Whether a Redis is spoken to in the clear beyond this machine. Not refused: a network of containers is somebody's to judge.
bool isRedisInTheClear(const std::optional<SecretBytes> &url)
{
    if (!url)
        return false;
    const Result<storage::RedisUrl> parsed = storage::RedisUrl::parse(url->view());
    return parsed && !parsed->tls
        && !std::ranges::all_of(parsed->addresses, [](const auto &address) { return isThisMachine(address.host.toUtf8()); });
}

QStringList waysInTheClear(const config::Settings &settings, const GivenSecrets &secrets)
{
    QStringList warnings;
    const std::pair<QString, const std::optional<SecretBytes> &> urls[] = {{u"REDIS_URL"_s, secrets.redisUrl},
                                                                           {u"LIMITS_REDIS_URL"_s, secrets.limitsRedisUrl}};
    for (const auto &[name, url] : urls) {
        if (isRedisInTheClear(url))
            warnings.append(u"%1 names another host without TLS: its password and what is kept there cross the network in the "
                            "clear; use rediss://"_s.arg(name));
    }
    const QUrl webhook = QUrl::fromEncoded(settings.webhook.url, QUrl::StrictMode);
    if (webhook.scheme() == u"http" && !isThisMachine(webhook.host().toUtf8()))
        warnings.append(u"webhook.url names another host without TLS: what happens here, and WEBHOOK_TOKEN, cross the network in "
                        "the clear; use https://"_s);
    return warnings;
}

} // namespace

bool countsInRedis(const config::Settings &settings, const GivenSecrets &secrets)
{
    return settings.limits.backend != config::LimitsBackend::Embedded && secrets.hasLimitsRedis();
}

Result<void> checkTlsFiles(const config::Settings &settings, QStringList &warnings)
{
    if (!settings.tls.enabled() || settings.tls.key.isEmpty())
        return {};
    const SystemClock clock;
    const auto context = http::TlsContext::load({.certificate = settings.tls.certificate, .key = settings.tls.key}, clock);
    if (!context) {
        Error error = context.error();
        const bool aboutKey = error.detail.startsWith(settings.tls.key);
        error.fields = {{aboutKey ? u"tls.key"_s : u"tls.certificate"_s, error.detail}};
        return std::unexpected(std::move(error));
    }
    warnings.append((*context)->identity().warnings());
    return {};
}

std::vector<FieldError> unsafeLiveSettings(const config::Settings &settings)
{
    if (settings.app.mode != config::Mode::Production || !settings.http.allowedOrigins.contains("*"))
        return {};
    return {{u"http.allowed_origins"_s, u"must not be * in production; name the origins"_s}};
}

std::vector<FieldError> unsafeSettings(const config::Settings &settings, const GivenSecrets &secrets)
{
    std::vector<FieldError> problems;
    const auto refuse = [&](const char16_t *key, const QString &problem) {
        problems.push_back({QString::fromUtf16(key), problem});
    };
    checkListening(settings, refuse);
    checkSharing(settings, refuse);
    checkRedis(settings, secrets, problems);
    checkWebhook(settings, secrets, problems);
    if (settings.app.mode != config::Mode::Production)
        return problems;

    if (settings.limits.backend == config::LimitsBackend::Automatic && !secrets.hasLimitsRedis())
        refuse(u"REDIS_URL",
               u"is required in production, unless limits.backend is set to embedded: then each instance counts alone"_s);
    std::ranges::move(unsafeLiveSettings(settings), std::back_inserter(problems));
    if (!settings.auth.cookieSecure)
        refuse(u"auth.cookie_secure", u"must be true in production"_s);
    if (secrets.databaseUrl) {
        const auto database = storage::parseDatabaseUrl(secrets.databaseUrl->view());
        if (!database)
            refuse(u"DATABASE_URL", u"is no postgres:// or postgresql:// URL"_s);
        else if (!database->isLocal() && !database->requiresTls(settings.database.sslMode))
            refuse(u"DATABASE_URL", u"names another host without TLS; give it sslmode=verify-full, or require at the least"_s);
    }
    return problems;
}

Result<void> checkStartRules(const config::Settings &settings, const GivenSecrets &secrets)
{
    const std::optional<SecretBytes> &jwtSecret = secrets.jwtSecret;
    std::vector<FieldError> problems;
    const auto refuse = [&](const char16_t *key, const QString &problem) {
        problems.push_back({QString::fromUtf16(key), problem});
    };

    if (jwtSecret && jwtSecret->size() < 32)
        refuse(u"JWT_SECRET", u"must be at least 32 bytes"_s);
    if (settings.app.mode == config::Mode::Production) {
        const QString weakness = jwtSecret ? secrets::weaknessAgainst(jwtSecret->view(), kSigningBits) : u"is required"_s;
        if (!weakness.isEmpty())
            refuse(u"JWT_SECRET",
                   weakness + u"; make one with: gatehouse secrets generate JWT_SECRET, or openssl rand -hex 32"_s);
    }
    if (secrets.metricsToken && secrets.metricsToken->size() < kLeastMetricsToken)
        refuse(u"METRICS_TOKEN", u"must be at least %1 bytes"_s.arg(kLeastMetricsToken));
    std::ranges::move(unsafeSettings(settings, secrets), std::back_inserter(problems));
    if (problems.empty())
        return {};
    return std::unexpected(Error{ErrorKind::Invalid, u"this configuration is not safe to start with"_s, std::move(problems)});
}

QStringList startWarnings(const config::Settings &settings, const GivenSecrets &secrets)
{
    const std::optional<SecretBytes> &jwtSecret = secrets.jwtSecret;
    if (settings.app.mode == config::Mode::Production)
        return waysInTheClear(settings, secrets);
    QStringList warnings;
    if (const QString weakness = jwtSecret ? secrets::weaknessAgainst(jwtSecret->view(), kSigningBits) : QString();
        !weakness.isEmpty())
        warnings.append(u"JWT_SECRET %1; production would refuse it"_s.arg(weakness));
    return warnings;
}

} // namespace gatehouse::assembly
