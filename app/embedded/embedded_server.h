#pragma once

#include "config/settings_loader.h"
#include "desktop/guide/local_server.h"
#include "secrets/secret_chain.h"
#include "secrets/secret_keeper.h"
#include "telemetry/logger.h"

#include <functional>
#include <memory>

namespace gatehouse::embedded {

class FirstSetup;
struct StartConfiguration;
class ServerThread;

/// The server of this process, on loopback, configured as `gatehouse serve` would be. Its thread is its own; this object and
/// everything it says lives in the main one.
class EmbeddedServer : public desktop::LocalServer
{
    Q_OBJECT

public:
    /// `flags`: settings as on the command line. `logger`: of this process, for those who follow the log; it lives longer.
    /// `thread`: in which secrets are looked for, shared with whoever else asks a keychain.
    EmbeddedServer(QStringList flags, telemetry::Logger &logger,
                   std::shared_ptr<secrets::SecretThread> thread = std::make_shared<secrets::SecretThread>(),
                   QObject *parent = nullptr);
    /// Waits for the server to end.
    ~EmbeddedServer() override;

    [[nodiscard]] QString dataFolder() const override { return m_dataFolder; }
    [[nodiscard]] bool isNew() const override;
    void tryOut(desktop::LocalSetup setup) override;
    void adopt(desktop::LocalSetup setup) override;
    void start() override;
    void stop() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QUrl url() const override { return m_url; }
    [[nodiscard]] QByteArray pin() const override { return m_pin; }
    [[nodiscard]] QString problem() const override { return m_problem; }
    [[nodiscard]] bool needsAdministrator() const override { return m_needsAdministrator; }

private:
    void setState(State state);
    [[nodiscard]] Result<std::shared_ptr<StartConfiguration>> configure();
    void fail(const QString &problem);
    using SetupAct = desktop::SetupReport (FirstSetup::*)(const desktop::LocalSetup &setup) const;
    void setUp(desktop::LocalSetup setup, SetupAct act, const std::function<void(const desktop::SetupReport &report)> &done);
    void running(quint16 port, bool needsAdministrator);

    const QStringList m_flags;
    telemetry::Logger &m_logger;
    const std::shared_ptr<secrets::SecretThread> m_secretThread;
    QString m_dataFolder;
    QByteArray m_pin;
    State m_state = State::Stopped;
    QUrl m_url;
    QString m_problem;
    bool m_needsAdministrator = false;
    /// Kept for the next start: what came from the environment cannot be read again.
    std::unique_ptr<secrets::SecretKeeper> m_keeper;
    std::unique_ptr<ServerThread> m_thread;
};

} // namespace gatehouse::embedded
