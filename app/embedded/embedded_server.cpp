#include "embedded/embedded_server.h"

#include "assembly/start_rules.h"
#include "embedded/first_setup.h"
#include "embedded/secret_thread_ask.h"
#include "embedded/server_thread.h"
#include "secrets/process_configuration.h"

#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace gatehouse::embedded {

namespace {

/// Of a certificate that was read from its file before.
QByteArray pinOf(const config::Settings &settings)
{
    if (!settings.tls.enabled())
        return {};
    const QList<QSslCertificate> chain =
        QSslCertificate::fromPath(settings.tls.certificate, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    return chain.isEmpty() ? QByteArray() : chain.front().digest(QCryptographicHash::Sha256);
}

} // namespace

EmbeddedServer::EmbeddedServer(QStringList flags, telemetry::Logger &logger, std::shared_ptr<secrets::SecretThread> thread,
                               QObject *parent)
    : LocalServer(parent)
    , m_flags(std::move(flags))
    , m_logger(logger)
    , m_secretThread(std::move(thread))
{
    m_dataFolder = config::inspectSettings(config::processSources(m_flags)).loaded.settings.app.dataDir;
}

EmbeddedServer::~EmbeddedServer() = default;

bool EmbeddedServer::isNew() const
{
    return FirstSetup(config::processSources(m_flags)).isNeeded();
}

void EmbeddedServer::setUp(desktop::LocalSetup setup, SetupAct act,
                           const std::function<void(const desktop::SetupReport &report)> &done)
{
    using Outcome = Result<desktop::SetupReport>;
    auto shared = std::make_shared<const desktop::LocalSetup>(std::move(setup)); // as std::function asks for copies
    const auto work = [shared, act, first = FirstSetup(config::processSources(m_flags))]() -> Outcome {
        return (first.*act)(*shared);
    };
    const auto tell = [done](const Outcome &report) {
        done(report ? *report : desktop::SetupReport{.problems = {{{}, report.error().detail}}, .notes = {}});
    };
    askSecretThread<Outcome>(*m_secretThread, work, this, tell);
}

void EmbeddedServer::tryOut(desktop::LocalSetup setup)
{
    setUp(std::move(setup), &FirstSetup::tryOut, [this](const desktop::SetupReport &report) { Q_EMIT tried(report); });
}

void EmbeddedServer::adopt(desktop::LocalSetup setup)
{
    const auto tell = [this, folder = setup.dataFolder](const desktop::SetupReport &report) {
        if (report.problems.empty())
            m_dataFolder = folder;
        Q_EMIT adopted(report);
    };
    setUp(std::move(setup), &FirstSetup::adopt, tell);
}

Result<std::shared_ptr<StartConfiguration>> EmbeddedServer::configure()
{
    auto configuration = secrets::ProcessConfiguration::load(m_flags);
    if (!configuration)
        return std::unexpected(configuration.error());
    const config::Settings &settings = configuration->settings();
    if (!settings.http.listen.isLoopback())
        return failure(
            ErrorKind::Invalid,
            tr("This program serves only its own computer; for others, run gatehouse serve. Remove the setting http.listen."));
    if (!m_keeper) {
        auto keeper = secrets::SecretKeeper::open(*configuration, m_secretThread);
        if (!keeper)
            return std::unexpected(keeper.error());
        m_keeper = std::move(*keeper);
    }
    auto given = m_keeper->askBlocking([](secrets::SecretChain &chain) { return assembly::givenSecretsFrom(chain); });
    if (!given)
        return std::unexpected(given.error());
    if (const Result<void> rules = assembly::checkStartRules(settings, *given); !rules)
        return std::unexpected(rules.error());
    m_dataFolder = settings.app.dataDir;
    m_pin = pinOf(settings);
    return std::make_shared<StartConfiguration>(
        StartConfiguration{configuration->report().loaded, std::move(*given), m_logger, *m_keeper});
}

void EmbeddedServer::start()
{
    if (m_state == State::Starting || m_state == State::Running)
        return;
    setState(State::Starting);
    auto configuration = configure();
    if (!configuration) {
        fail(inOneLine(configuration.error()));
        return;
    }
    m_thread = std::make_unique<ServerThread>(std::move(*configuration));
    connect(m_thread.get(), &ServerThread::started, this, &EmbeddedServer::running);
    connect(m_thread.get(), &ServerThread::failed, this, &EmbeddedServer::fail);
    connect(m_thread.get(), &ServerThread::ended, this, [this] {
        m_thread.reset();
        setState(State::Stopped);
    });
    m_thread->start();
}

void EmbeddedServer::stop()
{
    if (m_state != State::Running)
        return;
    setState(State::Stopping);
    m_thread->stop();
}

void EmbeddedServer::running(quint16 port, bool needsAdministrator)
{
    m_url = QUrl(u"%1://127.0.0.1:%2"_s.arg(m_pin.isEmpty() ? u"http"_s : u"https"_s).arg(port));
    m_needsAdministrator = needsAdministrator;
    setState(State::Running);
}

void EmbeddedServer::fail(const QString &problem)
{
    m_problem = problem;
    m_thread.reset();
    setState(State::Failed);
}

void EmbeddedServer::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace gatehouse::embedded
