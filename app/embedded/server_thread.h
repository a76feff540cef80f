#pragma once

#include "assembly/given_secrets.h"
#include "assembly/server.h"
#include "config/settings_loader.h"
#include "core/event_thread.h"
#include "telemetry/logger.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace gatehouse::embedded {

/// What a server is started with; handed over to its thread.
struct StartConfiguration {
    config::LoadedSettings loaded;
    assembly::GivenSecrets secrets;
    telemetry::Logger &logger;
    gatehouse::secrets::SecretKeeper &keeper; ///< outlives the server
};

/// A server in a thread of its own, which is also where it is made and destroyed. Signals arrive in the thread of whoever
/// connects.
class ServerThread : public QObject
{
    Q_OBJECT

public:
    explicit ServerThread(std::shared_ptr<StartConfiguration> configuration);
    /// Waits for the server to end.
    ~ServerThread() override;

    void start();
    /// Lets requests in flight finish, for a while; ended() follows.
    void stop();

Q_SIGNALS:
    void started(quint16 port, bool needsAdministrator);
    void failed(const QString &problem);
    void ended();

private:
    void run();
    void drain();
    void end();

    EventThread m_thread{"server"};
    QObject m_inside; ///< lives in the thread
    std::shared_ptr<StartConfiguration> m_configuration;
    telemetry::Logger &m_logger;
    std::unique_ptr<assembly::Server> m_server; ///< of the thread, as are those below
    std::unique_ptr<QTimer> m_drained;
};

} // namespace gatehouse::embedded
