#pragma once

#include "administration/overview_routes.h"
#include "administration/posture_finding.h"
#include "administration/runtime_settings.h"
#include "assembly/attention_board.h"
#include "assembly/audit_key_rotation.h"
#include "assembly/audit_trail.h"
#include "assembly/data_folder.h"
#include "assembly/limits_redis.h"
#include "assembly/live_settings.h"
#include "assembly/one_time_secrets.h"
#include "assembly/secret_record.h"
#include "assembly/signing_keys.h"
#include "assembly/start_rules.h"
#include "assembly/stream_feeds.h"
#include "assembly/webhook_assembly.h"
#include "auth/account_service.h"
#include "auth/user_routes.h"
#include "core/clock.h"
#include "health/health_ledger.h"
#include "health/process_info.h"
#include "http/door.h"
#include "http/route.h"
#include "http/tls_context.h"
#include "limits/arrival_history.h"
#include "limits/local_limiter.h"
#include "limits/usage_board.h"
#include "pages/page_set.h"
#include "secrets/secret_keeper.h"
#include "telemetry/traffic_history.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::assembly {

using TlsContextPtr = std::shared_ptr<const http::TlsContext>;

/// What the settings' TLS files make; null without them. Says in the log what an operator should hear.
[[nodiscard]] Result<TlsContextPtr> loadTls(const config::Settings &settings, const Clock &clock);

/// What a Server is made of, in the order in which the parts need each other: what is made last is destroyed first. All calls
/// from the server's thread, but for what makes and asks the workers' parts.
struct ServerParts {
    ServerParts(const config::LoadedSettings &loaded, const GivenSecrets &given, secrets::SecretKeeper &secretKeeper)
        : keysAreEncrypted(given.sealer != nullptr)
        , settings(loaded.settings)
        , keeper(secretKeeper)
        , process(clock, GATEHOUSE_VERSION)
        , live(settings, given)
        , runtimeSettings(loaded, unsafeLiveSettings, [this](const config::Settings &changed) { live.apply(changed); })
    {
    }

    SystemClock clock;
    const bool keysAreEncrypted; ///< where they are kept
    const config::Settings settings; ///< of the start; what changes meanwhile is in `live`
    secrets::SecretKeeper &keeper;
    std::optional<DataFolderLock> folderLock; ///< let go of last
    health::ProcessInfo process;
    LiveSettings live;
    administration::RuntimeSettings runtimeSettings;
    Snapshot<http::TlsContext> tls{nullptr}; ///< stays null without a certificate
    QTimer ticketKeyTimer;
    std::unique_ptr<limits::LocalLimiter> limiter;
    limits::UsageBoard usage;
    std::unique_ptr<limits::ArrivalHistory> arrivals; ///< made with the metrics
    std::optional<SecretFingerprints> fingerprints;
    std::unique_ptr<LimitsRedis> limitsRedis; ///< null: limits are counted in process
    std::unique_ptr<SigningKeys> keys;
    std::unique_ptr<auth::TokenSigner> signer;
    std::optional<auth::CsrfTokens> csrfTokens;
    std::unique_ptr<auth::Revocations> revocations;
    std::unique_ptr<AuditTrail> audit; ///< stopped before the database ends, but there for the work that it finishes
    std::unique_ptr<AuditKeyRotation> auditKeyRotation;
    std::unique_ptr<Webhook> webhook;
    std::unique_ptr<auth::PasswordHasher> hasher;
    std::unique_ptr<auth::AccountService> accounts;
    std::unique_ptr<auth::UserAdministration> userAdministration;
    std::unique_ptr<OneTimeSecrets> oneTimeSecrets; ///< null: not served
    std::unique_ptr<storage::Database> database;
    QTimer purges;
    std::optional<QByteArray> setupCode;
    health::HealthLedger healthLedger;
    std::unique_ptr<health::HealthRegistry> health;
    std::unique_ptr<telemetry::Metrics> metrics; ///< made after the routes, which are its labels
    telemetry::TrafficHistory history{clock.now()};
    QTimer historySteps;
    /// Shared with looks at the secrets, which may end after this.
    std::shared_ptr<AttentionBoard> attention = std::make_shared<AttentionBoard>();
    QTimer secretLooks;
    stream::StreamHub hub{clock};
    std::unique_ptr<StreamFeeds> feeds;
    std::atomic<int> shardsTaken = 0;
    http::RouteTable routes;
    std::shared_ptr<const pages::PageSet> pages; ///< read by the routes of all workers
    std::unique_ptr<http::Door> door;
    std::unique_ptr<http::Door> metricsDoor; ///< null: none wanted
    std::unique_ptr<http::Door> redirectDoor; ///< null: none wanted

    // Opening, in this order (server_parts.cpp).
    [[nodiscard]] Result<void> startTls();
    [[nodiscard]] Result<void> openStores(const GivenSecrets &given);
    [[nodiscard]] Result<void> loadPages();
    [[nodiscard]] Result<void> followOverrides();
    /// Everything that the server answers to, and what counts and watches it (server_routes.cpp).
    void declareRoutes(std::function<quint64()> droppedLogLines);
    [[nodiscard]] Result<void> openDoors();

    /// Those that are open.
    [[nodiscard]] std::vector<http::Door *> doors() const;
    [[nodiscard]] int workers() const;
    /// Into which what workers count each for themselves is divided.
    [[nodiscard]] int shards() const;

    // How the server is (server_condition.cpp). Any thread.
    [[nodiscard]] telemetry::MetricsSnapshot snapshot() const;
    [[nodiscard]] std::vector<administration::Attention> matters() const;
    [[nodiscard]] std::vector<administration::PostureFinding> posture() const;

private:
    [[nodiscard]] Result<void> openDatabase(const GivenSecrets &given);
    [[nodiscard]] Result<void> openRecord(const GivenSecrets &given);
    [[nodiscard]] Result<void> openWebhook(const GivenSecrets &given);
    [[nodiscard]] Result<void> openLimits(const GivenSecrets &given);
    [[nodiscard]] Result<void> openAccounts();
    [[nodiscard]] Result<void> openSharing(const GivenSecrets &given);
    void watchHealth();
    [[nodiscard]] health::CheckResult checkDatabase() const;
    void declareAdministration();
    void declareLimitRoutes();
    void declareConditionRoutes();
    void declareSecretRoutes();
    void lookAtSecrets();
    void countTraffic();
    [[nodiscard]] std::unique_ptr<http::RequestObserver> makeObserver();
    [[nodiscard]] std::unique_ptr<http::Gate> makePipeline();
    [[nodiscard]] std::vector<QByteArray> policyNames() const;
};

} // namespace gatehouse::assembly
