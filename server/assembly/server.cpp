#include "assembly/server.h"

#include "assembly/server_parts.h"

#include <algorithm>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

Server::Server(std::unique_ptr<ServerParts> parts)
    : m_parts(std::move(parts))
{
}

Server::~Server()
{
    // The database finishes its work while everything that work refers to is still there.
    m_parts->redirectDoor.reset();
    m_parts->metricsDoor.reset();
    m_parts->door.reset();
    m_parts->feeds.reset();
    m_parts->health.reset();
    m_parts->webhook.reset();
    if (m_parts->oneTimeSecrets)
        m_parts->oneTimeSecrets->stop();
    m_parts->auditKeyRotation.reset();
    if (m_parts->audit) { // nobody is served any more, and nothing but this end is left to tell
        m_parts->audit->recordOwn(audit::Action::ServerStop, audit::Outcome::Success, {});
        m_parts->audit->stop();
    }
    m_parts->database.reset();
}

Result<std::unique_ptr<Server>> Server::start(const config::LoadedSettings &loaded, const GivenSecrets &secrets,
                                              std::function<quint64()> droppedLogLines, gatehouse::secrets::SecretKeeper &keeper)
{
    std::unique_ptr<Server> server(new Server(std::make_unique<ServerParts>(loaded, secrets, keeper)));
    if (Result<void> started = server->m_parts->startTls(); !started)
        return std::unexpected(started.error());
    if (Result<void> opened = server->m_parts->openStores(secrets); !opened)
        return std::unexpected(opened.error());
    if (Result<void> read = server->m_parts->loadPages(); !read)
        return std::unexpected(read.error());
    if (Result<void> overridden = server->m_parts->followOverrides(); !overridden)
        return std::unexpected(overridden.error());
    server->m_parts->declareRoutes(std::move(droppedLogLines));
    server->m_parts->audit->recordStart(GATEHOUSE_VERSION, loaded.texts, server->m_parts->fingerprints->of(secrets));
    server->m_parts->keys->tellOfSteps(
        [&trail = *server->m_parts->audit](const std::vector<secrets::KeyStep> &steps) { trail.recordKeys(steps); });
    if (Result<void> opened = server->m_parts->openDoors(); !opened)
        return std::unexpected(opened.error());
    return server;
}

quint16 Server::port() const
{
    return m_parts->door->port();
}

quint16 Server::metricsPort() const
{
    return m_parts->metricsDoor ? m_parts->metricsDoor->port() : 0;
}

quint16 Server::redirectPort() const
{
    return m_parts->redirectDoor ? m_parts->redirectDoor->port() : 0;
}

const std::optional<QByteArray> &Server::setupCode() const
{
    return m_parts->setupCode;
}

sharing::FirstTokens Server::firstTokens() const
{
    return m_parts->oneTimeSecrets ? m_parts->oneTimeSecrets->firstTokens() : sharing::FirstTokens();
}

void Server::drain()
{
    m_parts->health->setDraining(true);
    m_parts->audit->recordOwn(audit::Action::ServerDrain, audit::Outcome::Success, {});
    m_parts->hub.close();
    for (http::Door *door : m_parts->doors())
        door->drain();
}

bool Server::drained() const
{
    const std::vector<http::Door *> doors = m_parts->doors();
    return std::ranges::all_of(doors, [](const http::Door *door) { return door->drained(); });
}

QStringList Server::warnings(const GivenSecrets &secrets)
{
    const QStringList warnings = secrets.warnings + m_parts->keys->warnings(m_parts->settings, secrets);
    m_parts->attention->setSecretWarnings(warnings);
    return warnings;
}

void Server::showLogLine(const telemetry::LogRecord &record)
{
    m_parts->feeds->showLogLine(record);
}

void Server::recordReload(const Result<void> &outcome, const config::LoadedSettings &loaded, const GivenSecrets &secrets)
{
    m_parts->audit->reopenLogFile();
    m_parts->audit->recordReload(outcome, loaded.texts, m_parts->fingerprints->of(secrets));
}

Result<void> Server::reload(const config::LoadedSettings &loaded, const GivenSecrets &secrets)
{
    const config::Settings &settings = loaded.settings;
    // What may fail comes before anything changes.
    if (settings.tls.enabled() != m_parts->settings.tls.enabled())
        return failure(ErrorKind::Invalid, u"TLS is turned on or off by a restart only"_s);
    Result<TlsContextPtr> tls = loadTls(settings, m_parts->clock);
    if (!tls)
        return std::unexpected(tls.error());
    auto wantedWebhook = Webhook::wantedBy(settings, secrets);
    if (!wantedWebhook)
        return std::unexpected(wantedWebhook.error());
    OneTimeSecrets *const oneTimeSecrets = m_parts->oneTimeSecrets.get();
    auto geo = oneTimeSecrets != nullptr ? oneTimeSecrets->openGeoDatabases() : nullptr;
    if (!geo)
        return std::unexpected(geo.error());
    if (Result<void> keys = m_parts->keys->reload(secrets.jwtSecret); !keys)
        return keys;
    if (oneTimeSecrets != nullptr)
        oneTimeSecrets->use(std::move(*geo));
    m_parts->runtimeSettings.reconfigure(loaded);
    m_parts->live.setMetricsToken(secrets.metricsToken);
    m_parts->webhook->use(std::move(*wantedWebhook));
    if (*tls == nullptr)
        return {};
    m_parts->attention->setTlsWarnings((*tls)->identity().warnings());
    m_parts->tls.set(std::move(*tls));
    return {};
}

} // namespace gatehouse::assembly
