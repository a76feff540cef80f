#include "embedded/server_thread.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::embedded {

namespace {

constexpr std::chrono::milliseconds kDrainCheck = 20ms;
constexpr std::chrono::milliseconds kLongestDrain = 3s;

} // namespace

ServerThread::ServerThread(std::shared_ptr<StartConfiguration> configuration)
    : m_configuration(std::move(configuration))
{
    m_inside.moveToThread(&m_thread);
    m_thread.setObjectName(u"server"_s);
    m_thread.start();
}

ServerThread::~ServerThread()
{
    QMetaObject::invokeMethod(
        &m_inside,
        [this] {
            m_drained.reset();
            m_server.reset();
            m_inside.moveToThread(nullptr); // so that it may be destroyed by another
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
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
    auto server = assembly::Server::start(m_configuration->loaded, m_configuration->secrets, m_configuration->droppedLogLines,
                                          m_configuration->keeper);
    m_configuration.reset(); // what is needed of it, the server has
    if (!server) {
        Q_EMIT failed(inOneLine(server.error()));
        return;
    }
    m_server = std::move(*server);
    Q_EMIT started(m_server->port(), m_server->setupCode().has_value());
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
        m_server.reset();
        Q_EMIT ended();
    });
    m_drained->start(kDrainCheck);
}

} // namespace gatehouse::embedded
