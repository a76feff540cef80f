#include "embedded/server_thread.h"

#include <QDeadlineTimer>

using namespace std::chrono_literals;

namespace gatehouse::embedded {

namespace {

constexpr std::chrono::milliseconds kDrainCheck = 20ms;
constexpr std::chrono::milliseconds kLongestDrain = 3s;

} // namespace

ServerThread::ServerThread(std::shared_ptr<StartConfiguration> configuration)
    : m_configuration(std::move(configuration))
    , m_logger(m_configuration->logger)
{
    m_inside.moveToThread(m_thread.handle());
}

ServerThread::~ServerThread()
{
    QMetaObject::invokeMethod(
        &m_inside,
        [this] {
            m_drained.reset();
            end();
            m_inside.moveToThread(nullptr); // so that it may be destroyed by another
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.join();
}

void ServerThread::start()
{
    QMetaObject::invokeMethod(&m_inside, [this] { run(); });
}

void ServerThread::stop()
{
    QMetaObject::invokeMethod(&m_inside, [this] { drain(); });
}

void ServerThread::run()
{
    auto server = assembly::Server::start(
        m_configuration->loaded, m_configuration->secrets, [&logger = m_logger] { return logger.droppedLines(); },
        m_configuration->keeper);
    m_configuration.reset(); // what is needed of it, the server has
    if (!server) {
        Q_EMIT failed(inOneLine(server.error()));
        return;
    }
    m_server = std::move(*server);
    m_logger.setListener([this](const telemetry::LogRecord &record) { m_server->showLogLine(record); });
    Q_EMIT started(m_server->port(), m_server->setupCode().has_value());
}

/// Nobody may tell the server of a line while it goes.
void ServerThread::end()
{
    if (!m_server)
        return;
    m_logger.setListener({});
    m_server.reset();
}

void ServerThread::drain()
{
    if (!m_server) {
        Q_EMIT ended();
        return;
    }
    m_server->drain();
    m_drained = std::make_unique<QTimer>();
    connect(m_drained.get(), &QTimer::timeout, &m_inside, [this, deadline = QDeadlineTimer(kLongestDrain)] {
        if (!m_server->drained() && !deadline.hasExpired())
            return;
        m_drained->stop();
        end();
        Q_EMIT ended();
    });
    m_drained->start(kDrainCheck);
}

} // namespace gatehouse::embedded
