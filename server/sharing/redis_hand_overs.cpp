#include "sharing/redis_hand_overs.h"

#include "core/random.h"

#include <QFile>

static void initialiseSharingScripts()
{
    Q_INIT_RESOURCE(sharing); // not from within a namespace
}

namespace gatehouse::sharing {

using storage::RedisValue;

namespace {

constexpr std::chrono::milliseconds kRetryInterval{250};
/// Of what waits to be given back. Past it the oldest is left to end by itself.
constexpr std::size_t kMostReturns = 4096;

} // namespace

storage::RedisScript shareScript(const char *name)
{
    initialiseSharingScripts();
    QFile file(QStringLiteral(":/gatehouse/lua/sharing/%1.lua").arg(QLatin1StringView(name)));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return storage::RedisScript(file.readAll());
}

QByteArray inMilliseconds(std::chrono::milliseconds time)
{
    return QByteArray::number(static_cast<qint64>(time.count()));
}

QByteArray inMilliseconds(WallTime time)
{
    return inMilliseconds(time.time_since_epoch());
}

RedisHandOvers::RedisHandOvers(RedisShareLink &link, const Clock &clock, std::chrono::seconds remembered)
    : m_link(link)
    , m_clock(clock)
    , m_remembered(remembered)
    , m_script(shareScript("give_back"))
{
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { (void)returnAll(); });
}

QByteArray RedisHandOvers::newAttempt()
{
    QByteArray attempt(16, Qt::Uninitialized);
    fillRandom(attempt.data(), static_cast<std::size_t>(attempt.size()));
    return attempt;
}

void RedisHandOvers::forget(const HandOver &done)
{
    m_link.call({"UNLINK", done.keys[2]});
    m_link.call({"HDEL", done.keys[0], "attempt", "restrictions", "passphrase"});
}

void RedisHandOvers::giveBack(HandOver failed)
{
    if (m_returns.size() >= kMostReturns)
        m_returns.pop_front();
    const auto until = m_clock.steadyNow() + kReturnable;
    m_returns.push_back({std::move(failed), until});
    if (!m_returning)
        (void)returnAll();
}

QCoro::Task<> RedisHandOvers::returnAll()
{
    m_returning = true;
    while (!m_returns.empty()) {
        Return next = std::move(m_returns.front());
        m_returns.pop_front();
        if (next.until < m_clock.steadyNow())
            continue;
        QByteArrayList arguments{next.what.id, next.what.attempt, inMilliseconds(m_clock.now()), next.what.state,
                                 inMilliseconds(m_remembered)};
        QCoro::Task<Result<RedisValue>> returning = m_link.run(m_script, next.what.keys, std::move(arguments));
        const Result<RedisValue> reply = co_await returning;
        if (!reply && reply.error().kind == ErrorKind::Unavailable) {
            m_returns.push_front(std::move(next));
            m_retry.start(kRetryInterval);
            break;
        }
    }
    m_returning = false;
}

void RedisHandOvers::stop()
{
    m_returns.clear();
    m_retry.stop();
}

} // namespace gatehouse::sharing
