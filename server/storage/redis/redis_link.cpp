#include "redis/redis_link.h"

#include "redis/redis_handshake.h"
#include "redis/sentinel_watch.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

/// A connection that ends before that was none: the next attempt waits as after a failure.
constexpr std::chrono::milliseconds kLasting{500};

} // namespace

RedisLink::RedisLink(const RedisOptions &options, RedisStatistics &statistics, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_statistics(statistics)
    , m_problem(Error{ErrorKind::Unavailable, u"not connected yet"_s})
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (const auto paused = std::exchange(m_pause, nullptr))
            paused->finish(RedisValue());
    });
}

RedisLink::~RedisLink()
{
    m_stopping = true;
    m_watch.reset();
    // Each of these resumes maintain() if that is where it waits, and it ends.
    drop();
    if (const auto paused = std::exchange(m_pause, nullptr))
        paused->finish(RedisValue());
}

void RedisLink::start()
{
    if (m_options.url.kind == RedisUrl::Kind::Sentinel) {
        m_watch = std::make_unique<SentinelWatch>(m_options);
        connect(m_watch.get(), &SentinelWatch::masterMoved, this, [this] { renew(u"the Sentinels chose another master"_s); });
    }
    maintain();
}

void RedisLink::renew(const QString &reason)
{
    if (m_up)
        m_connection->close(reason);
}

QCoro::Task<> RedisLink::maintain()
{
    while (!m_stopping) {
        co_await establish();
        if (m_stopping)
            break;
        m_problem = m_failure;
        if (m_problem) {
            m_statistics.failedConnects.add();
        } else {
            const auto since = std::chrono::steady_clock::now();
            m_lost = std::make_shared<RedisCall::State>();
            RedisCall lost(m_lost);
            m_up = true;
            m_statistics.connects.add();
            m_statistics.connected.store(true, std::memory_order_relaxed);
            Q_EMIT up();
            const Result<RedisValue> end = co_await lost;
            m_up = false;
            m_problem = end.error();
            m_statistics.connected.store(false, std::memory_order_relaxed);
            if (m_stopping)
                break;
            Q_EMIT down(m_problem->detail);
            if (std::chrono::steady_clock::now() - since > kLasting)
                m_backoff.reset();
        }
        drop();
        RedisCall paused = pause(m_backoff.next());
        [[maybe_unused]] const Result<RedisValue> over = co_await paused;
    }
}

/// Makes a connection that is ready to be used, or sets m_failure.
QCoro::Task<> RedisLink::establish()
{
    const RedisUrl &url = m_options.url;
    RedisAddress address;
    if (url.kind == RedisUrl::Kind::Sentinel) {
        co_await findMaster();
        if (!m_master)
            co_return;
        address = *m_master;
    } else if (url.kind == RedisUrl::Kind::Server) {
        address = url.addresses[m_next++ % url.addresses.size()];
    }
    co_await connectTo(address);
    if (m_failure)
        co_return;
    RedisLogin login{url.user, url.password.view(), url.database};
    RedisGreeting greeting = co_await greet(*m_connection, m_options, login);
    if (m_stopping)
        co_return;
    m_server = greeting.server;
    if (greeting.problem)
        co_return give(*greeting.problem);
    if (url.kind == RedisUrl::Kind::Sentinel && m_server.role != RedisServerInfo::Role::Primary)
        give({ErrorKind::Unavailable, u"the server that the Sentinels name is not the master (yet)"_s});
}

/// Asks the Sentinels one after the other, beginning with the one that knew last time.
QCoro::Task<> RedisLink::findMaster()
{
    m_master.reset();
    const RedisUrl &url = m_options.url;
    for (std::size_t tried = 0; tried < url.addresses.size() && !m_stopping; ++tried, ++m_next) {
        co_await connectTo(url.addresses[m_next % url.addresses.size()]);
        if (m_failure)
            continue;
        RedisLogin login{m_options.sentinelUser, m_options.sentinelPassword.view(), 0, true};
        RedisGreeting greeting = co_await greet(*m_connection, m_options, login);
        if (m_stopping)
            co_return;
        if (greeting.problem) {
            give(*greeting.problem);
            continue;
        }
        RedisCall asked = m_connection->send({"SENTINEL", "GET-MASTER-ADDR-BY-NAME", url.master}, m_options.connectTimeout);
        const Result<RedisValue> reply = co_await asked;
        if (m_stopping)
            co_return;
        if (!reply) {
            give(reply.error());
            continue;
        }
        const quint16 port = reply->isArrayOf(2) ? reply->elements[1].bytes.toUShort() : quint16(0);
        if (port == 0) {
            give({ErrorKind::Unavailable, u"the Sentinels know no master by this name"_s});
            continue;
        }
        m_master = RedisAddress{QString::fromUtf8(reply->elements[0].bytes), port};
        co_return;
    }
}

QCoro::Task<> RedisLink::connectTo(const RedisAddress &address)
{
    drop();
    m_failure.reset();
    m_connection = new RedisConnection(m_options, m_statistics, this);
    connect(m_connection, &RedisConnection::closed, this, [this](const QString &reason) {
        if (const auto lost = std::exchange(m_lost, nullptr))
            lost->finish(failure(ErrorKind::Unavailable, reason));
    });
    RedisCall opening =
        m_options.url.kind == RedisUrl::Kind::Socket ? m_connection->open(m_options.url.socketPath) : m_connection->open(address);
    const Result<RedisValue> opened = co_await opening;
    if (!opened)
        give(opened.error());
}

void RedisLink::give(const Error &problem)
{
    m_failure = problem;
    drop();
}

void RedisLink::drop()
{
    if (RedisConnection *connection = std::exchange(m_connection, nullptr)) {
        connection->close(u"given up"_s);
        connection->deleteLater();
    }
}

RedisCall RedisLink::pause(std::chrono::milliseconds time)
{
    m_pause = std::make_shared<RedisCall::State>();
    m_timer.start(time);
    return RedisCall(m_pause);
}

} // namespace gatehouse::storage
