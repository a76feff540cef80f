#include "storage/postgres_pool.h"

#include "core/ulid.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

Q_LOGGING_CATEGORY(lcPool, "gatehouse.storage", QtInfoMsg)

using namespace std::chrono_literals;

constexpr std::size_t kMostWaiting = 4096;
constexpr auto kFirstPause = 100ms;
constexpr auto kLongestPause = 1000ms;
const QString kAway = u"the database cannot be reached"_s;
const QString kBusy = u"the database is busy"_s;

/// So that instances that lost one server do not all come back in the same moment.
std::chrono::milliseconds jittered(std::chrono::milliseconds pause)
{
    const int half = static_cast<int>(pause.count()) / 2;
    return std::chrono::milliseconds(half + QRandomGenerator::global()->bounded(half + 1));
}

} // namespace

PostgresPool::PostgresPool(PostgresSettings settings)
    : m_settings(std::move(settings))
    , m_name("gatehouse-" + newUlid(SystemClock().now()))
{
}

PostgresPool::~PostgresPool()
{
    m_listener.reset();
    std::list<Lane> lanes;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        // What nobody has taken yet still has threads to take it.
        lanes.swap(m_lanes);
    }
    m_work.notify_all();
    lanes.clear(); // waits for them
}

void PostgresPool::post(Job job)
{
    Lock lock(m_mutex);
    reap();
    const Moment now = std::chrono::steady_clock::now();
    if (m_away && now < m_nextAttempt)
        return refuse(lock, job, kAway);
    if (m_queue.size() >= kMostWaiting)
        return refuse(lock, job, kBusy);
    m_queue.push_back({std::move(job), now});
    m_status.waiting = static_cast<int>(m_queue.size());
    const bool mayGrow = m_lanes.empty() || now >= m_nextAttempt;
    if (static_cast<int>(m_queue.size()) > m_idle && static_cast<int>(m_lanes.size()) < m_settings.maxConnections && mayGrow)
        addLane();
    else
        m_work.notify_one();
}

void PostgresPool::watch(std::function<Result<void>(QSqlDatabase &)> changed)
{
    m_listener = std::make_unique<ChangeListener>(m_settings, m_name, m_watchdog, std::move(changed));
}

EngineStatus PostgresPool::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void PostgresPool::addLane()
{
    Lane &lane = m_lanes.emplace_back();
    lane.thread = std::jthread([this, &lane] { serve(lane); });
}

/// Lets go of threads that have ended.
void PostgresPool::reap()
{
    std::erase_if(m_lanes, [](const Lane &lane) { return lane.over; });
}

void PostgresPool::serve(Lane &lane)
{
    ConnectionPtr connection;
    Lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_work.wait_for(lock, m_settings.connectionIdleTime, [this] { return m_stopping || !m_queue.empty(); });
        --m_idle;
        if (m_queue.empty() && connection) // idle for long, or the end
            drop(lock, connection, false);
        // Work may have come meanwhile, counting on this thread.
        if (m_queue.empty() || !serveNext(lock, connection))
            break;
    }
    lane.over = true;
}

/// False when this thread cannot connect while others are, and leaves the work to them.
bool PostgresPool::serveNext(Lock &lock, ConnectionPtr &connection)
{
    Waiting next = std::move(m_queue.front());
    m_queue.pop_front();
    m_status.waiting = static_cast<int>(m_queue.size());
    if (std::chrono::steady_clock::now() - next.since > m_settings.statementTimeout) {
        refuse(lock, next.job, kBusy);
        return true;
    }
    if (connection && !isGood(*connection))
        drop(lock, connection, !connection->isUsable());
    if (connection || connect(lock, connection)) {
        perform(lock, connection, next.job);
        return true;
    }
    if (m_away) {
        refuse(lock, next.job, kAway);
        return true;
    }
    m_queue.push_front(std::move(next));
    m_status.waiting = static_cast<int>(m_queue.size());
    m_work.notify_one();
    return false;
}

void PostgresPool::perform(Lock &lock, ConnectionPtr &connection, const Job &job)
{
    ++m_status.busy;
    lock.unlock();
    {
        // A server that answers keeps to its own time limit; this is for one that does not.
        const Watchdog::Guard guard(m_watchdog, connection->socket(), m_settings.statementTimeout + 1s);
        job.perform(connection->database());
    }
    const bool usable = connection->isUsable();
    lock.lock();
    --m_status.busy;
    if (!usable)
        drop(lock, connection, true);
}

bool PostgresPool::isGood(const PostgresConnection &connection) const
{
    return connection.isUsable() && std::chrono::steady_clock::now() - connection.since() < m_settings.connectionLifetime;
}

void PostgresPool::drop(Lock &lock, ConnectionPtr &connection, bool broken)
{
    --m_status.connections;
    m_status.broken += broken ? 1 : 0;
    lock.unlock();
    connection.reset();
    lock.lock();
}

bool PostgresPool::connect(Lock &lock, ConnectionPtr &connection)
{
    if (m_away && std::chrono::steady_clock::now() < m_nextAttempt)
        return false;
    if (m_away) // one at a time tries
        m_nextAttempt = std::chrono::steady_clock::now() + m_settings.connectTimeout;
    lock.unlock();
    Result<ConnectionPtr> opened = PostgresConnection::open(m_settings, m_name);
    lock.lock();
    if (!opened) {
        failedToConnect(lock, opened.error());
        return false;
    }
    if (std::exchange(m_away, false))
        qCInfo(lcPool, "the database is back");
    m_pause = 0ms;
    m_nextAttempt = {};
    ++m_status.connections;
    connection = std::move(*opened);
    return true;
}

void PostgresPool::failedToConnect(Lock &lock, const Error &error)
{
    const bool first = m_pause == 0ms;
    m_pause = std::clamp<std::chrono::milliseconds>(m_pause * 2, kFirstPause, kLongestPause);
    m_nextAttempt = std::chrono::steady_clock::now() + jittered(m_pause);
    if (first)
        qCWarning(lcPool).noquote() << error.detail;
    if (m_status.connections > 0) // the server may only have no room for one more
        return;
    m_away = true;
    refuseAll(lock, kAway);
}

void PostgresPool::refuse(Lock &lock, const Job &job, const QString &why)
{
    ++m_status.refused;
    lock.unlock();
    job.refuse({.kind = ErrorKind::Unavailable, .detail = why, .fields = {}, .retryAfter = 1s});
    lock.lock();
}

void PostgresPool::refuseAll(Lock &lock, const QString &why)
{
    const std::deque<Waiting> waiting = std::exchange(m_queue, {});
    m_status.waiting = 0;
    for (const Waiting &each : waiting)
        refuse(lock, each.job, why);
}

} // namespace gatehouse::storage
