#include "redis/redis_connection.h"

#include "redis/redis_error.h"

#include "core/secret_bytes.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadSize = 64 * 1024;
constexpr qsizetype kKeptBuffer = 64 * 1024; ///< a larger one is given back after use

Error unavailable(const QString &detail)
{
    return {ErrorKind::Unavailable, detail};
}

} // namespace

RedisConnection::RedisConnection(const RedisOptions &options, RedisStatistics &statistics, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_statistics(statistics)
    , m_socket(options, this)
    , m_reader(options.reply)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RedisConnection::onTimer);
    connect(&m_socket, &RedisSocket::connected, this, &RedisConnection::onConnected);
    connect(&m_socket, &RedisSocket::readable, this, &RedisConnection::onReadable);
    connect(&m_socket, &RedisSocket::closed, this, &RedisConnection::close);
}

RedisConnection::~RedisConnection()
{
    close(u"the connection to Redis is given up"_s);
}

RedisCall RedisConnection::open(const RedisAddress &address)
{
    RedisCall call = opening();
    m_socket.connectTo(address);
    return call;
}

RedisCall RedisConnection::open(const QString &socketPath)
{
    RedisCall call = opening();
    m_socket.connectTo(socketPath);
    return call;
}

RedisCall RedisConnection::opening()
{
    m_opening = std::make_shared<RedisCall::State>();
    wakeAt(Clock::now() + m_options.connectTimeout);
    return RedisCall(m_opening);
}

void RedisConnection::onConnected()
{
    m_open = true;
    m_lastHeard = Clock::now();
    m_wake = Time::max();
    m_timer.stop();
    if (const auto opening = std::exchange(m_opening, nullptr))
        opening->finish(RedisValue());
}

RedisCall RedisConnection::send(Words words, std::chrono::milliseconds deadline)
{
    if (!m_open)
        return RedisCall::failed(unavailable(u"there is no connection to Redis"_s));
    if (!hasRoom())
        return RedisCall::failed(unavailable(u"too many calls to Redis are in flight"_s));
    auto state = std::make_shared<RedisCall::State>();
    const Time now = Clock::now();
    m_pending.push_back({state, now, now + deadline});
    m_statistics.inFlight.store(m_pending.size(), std::memory_order_relaxed);
    m_statistics.calls.add();
    wakeAt(now + deadline);
    appendRespCommand(m_out, words);
    scheduleFlush();
    return RedisCall(std::move(state));
}

void RedisConnection::post(Words words)
{
    appendRespCommand(m_out, words);
    scheduleFlush();
}

void RedisConnection::scheduleFlush()
{
    if (std::exchange(m_flushing, true))
        return;
    QMetaObject::invokeMethod(this, &RedisConnection::flush, Qt::QueuedConnection);
}

void RedisConnection::flush()
{
    m_flushing = false;
    if (!m_open || m_out.isEmpty())
        return;
    m_socket.write(m_out);
    cleanse(m_out.data(), m_out.size());
    if (m_out.capacity() > kKeptBuffer)
        m_out = QByteArray();
    else
        m_out.resize(0);
}

void RedisConnection::onReadable()
{
    struct Answer {
        Pending pending;
        RedisValue value;
    };
    std::vector<Answer> answers;
    std::vector<RedisValue> messages;
    QString problem;

    std::array<char, kReadSize> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): what is not read is not looked at
    while (problem.isEmpty()) {
        const qint64 size = m_socket.read(buffer.data(), kReadSize);
        if (size <= 0)
            break;
        m_lastHeard = Clock::now();
        m_reader.feed({buffer.data(), static_cast<qsizetype>(size)});
        for (;;) {
            Result<std::optional<RedisValue>> value = m_reader.next();
            if (!value) {
                problem = value.error().detail;
                break;
            }
            if (!*value)
                break;
            if (m_handler) {
                messages.push_back(std::move(**value));
            } else if (m_pending.empty()) {
                problem = u"Redis sent a reply that nothing asked for"_s;
                break;
            } else {
                answers.push_back({std::move(m_pending.front()), std::move(**value)});
                m_pending.pop_front();
            }
        }
    }
    m_statistics.inFlight.store(m_pending.size(), std::memory_order_relaxed);
    // Resumed only now: what is resumed may send, or have this connection closed.
    for (Answer &answered : answers) {
        if (answered.pending.state)
            answer(std::move(answered.pending.state), answered.pending.started, std::move(answered.value));
    }
    for (RedisValue &message : messages) {
        if (m_handler)
            m_handler(std::move(message));
    }
    if (!problem.isEmpty())
        close(problem);
}

void RedisConnection::answer(std::shared_ptr<RedisCall::State> state, Time started, RedisValue value)
{
    m_statistics.latency.observe(std::chrono::duration_cast<std::chrono::microseconds>(m_lastHeard - started));
    observe(Outcome::Answered);
    if (!value.isError())
        return state->finish(std::move(value));
    m_statistics.errors.add();
    state->finish(std::unexpected(errorOfReply(value.bytes)));
    if (saysReadOnly(value.bytes))
        Q_EMIT saidReadOnly();
}

void RedisConnection::close(const QString &reason)
{
    if (std::exchange(m_closed, true))
        return;
    m_open = false;
    m_timer.stop();
    m_socket.abort();
    cleanse(m_out);
    m_handler = nullptr;
    const std::deque<Pending> pending = std::exchange(m_pending, {});
    m_statistics.inFlight.store(0, std::memory_order_relaxed);
    if (const auto opening = std::exchange(m_opening, nullptr))
        opening->finish(std::unexpected(unavailable(u"cannot connect to Redis: "_s + reason)));
    for (const Pending &call : pending) {
        if (!call.state)
            continue;
        m_statistics.errors.add();
        call.state->finish(std::unexpected(unavailable(u"the connection to Redis is lost: "_s + reason)));
    }
    Q_EMIT closed(reason);
}

/// Makes sure that onTimer() is called at `time` or before.
void RedisConnection::wakeAt(Time time)
{
    if (time >= m_wake)
        return;
    m_wake = time;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void RedisConnection::onTimer()
{
    m_wake = Time::max();
    const Time now = Clock::now();
    if (m_opening)
        return close(u"it does not answer in time"_s);

    if (m_pending.empty())
        return;
    // An answer may have arrived while this thread was busy: its socket is looked at once more first.
    if (!std::exchange(m_secondLook, !m_secondLook)) {
        m_wake = Time::min(); // nothing puts it off
        return m_timer.start(0);
    }
    const Time stalled = std::max(m_pending.front().deadline, m_lastHeard) + m_options.stallTimeout;
    if (stalled <= now)
        return close(u"it has not answered for too long"_s);
    std::vector<std::shared_ptr<RedisCall::State>> late;
    Time next = stalled;
    for (Pending &call : m_pending) {
        if (!call.state)
            continue;
        if (call.deadline <= now)
            late.push_back(std::exchange(call.state, nullptr));
        else
            next = std::min(next, call.deadline);
    }
    wakeAt(next);
    for (const auto &state : late) {
        m_statistics.timeouts.add();
        observe(Outcome::TimedOut);
        state->finish(std::unexpected(unavailable(u"Redis did not answer in time"_s)));
    }
}

void RedisConnection::observe(Outcome outcome)
{
    if (m_observer)
        m_observer(outcome);
}

} // namespace gatehouse::storage
