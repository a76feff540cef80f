#include "assembly/one_time_secrets.h"

#include "sharing/config_routes.h"
#include "sharing/request_routes.h"
#include "sharing/token_routes.h"

namespace gatehouse::assembly {

namespace {

/// How long what has expired may go on taking space. That nobody gets it is another matter: see SecretTable::take().
constexpr std::chrono::seconds kSweepInterval{5};

} // namespace

sharing::SharingSettings sharingSettings(const config::Settings &settings)
{
    const config::Settings::Sharing &chosen = settings.sharing;
    return {.allowAnonymous = chosen.allowAnonymous,
            .uploadSizeLimit = chosen.uploadSizeLimit,
            .anonymousSizeLimit = std::min(chosen.anonymousUploadSizeLimit, chosen.uploadSizeLimit),
            .maxTtl = chosen.maxTtl,
            .defaultTtl = std::min(chosen.defaultTtl, chosen.maxTtl),
            .trustedRanges = chosen.trustedRanges,
            .adminToken = chosen.enableAdminToken,
            .showTokenInput = chosen.showTokenInput,
            .oneTimeTokenTtl = chosen.oneTimeTokenTtl,
            .passphraseAttempts = chosen.passphraseAttempts,
            .passphrasePolicy =
                chosen.lockOnWrongPassphrase ? sharing::PassphrasePolicy::Lock : sharing::PassphrasePolicy::Destroy,
            .passphraseLock = chosen.passphraseLock,
            .guessLimit = chosen.guessLimit,
            .countryHeader = chosen.countryHeader,
            .asnHeader = chosen.asnHeader,
            .hasImpressum = !chosen.impressumFile.isEmpty(),
            .hasPrivacy = !chosen.privacyFile.isEmpty()};
}

OneTimeSecrets::OneTimeSecrets(const config::Settings &settings, const Parts &parts)
    : m_parts(parts)
    , m_settings(sharingSettings(settings))
    , m_events(parts.log)
    , m_guesses(m_settings.guessLimit, parts.limiter, parts.clock)
    , m_store({parts.database, m_events, m_statistics, parts.clock}, m_settings)
{
}

Result<std::unique_ptr<OneTimeSecrets>> OneTimeSecrets::open(const config::Settings &settings, const Parts &parts)
{
    std::unique_ptr<OneTimeSecrets> opened(new OneTimeSecrets(settings, parts));
    auto made = parts.database.runBlocking([&](QSqlDatabase &database) {
        return sharing::ensureFirstTokens(database, opened->m_settings, parts.clock.now(), opened->m_events);
    });
    if (!made)
        return std::unexpected(made.error());
    opened->m_firstTokens = std::move(*made);
    QObject::connect(&opened->m_sweep, &QTimer::timeout, &opened->m_sweep, [store = &opened->m_store] { store->sweep(); });
    opened->m_store.sweep();
    opened->m_sweep.start(kSweepInterval);
    return opened;
}

void OneTimeSecrets::declareRoutes(http::RouteTable &routes, sharing::SecretPage page)
{
    sharing::declareSecretRoutes(routes, {m_store, m_guesses, m_statistics, m_parts.pipeline, m_settings, m_parts.clock},
                                 std::move(page));
    sharing::declareRequestRoutes(routes, {m_store, m_guesses, m_settings, m_parts.clock});
    sharing::declareTokenRoutes(routes, {m_store, m_parts.database, m_settings, m_parts.clock});
    sharing::declareConfigRoutes(routes, m_settings);
}

} // namespace gatehouse::assembly
