#include "assembly/redis_anchor.h"

#include "redis/redis_client.h"

#include <qcoro/qcorotask.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::assembly {

namespace {

/// To connect, and then to answer.
constexpr std::chrono::milliseconds kPatience = 2s;

QCoro::Task<Result<void>> push(storage::RedisClient &client, QByteArray key, QByteArray note)
{
    auto call = client.call({"RPUSH", key, note});
    const auto reply = co_await call;
    co_return reply ? Result<void>() : std::unexpected(reply.error());
}

} // namespace

RedisAnchor::RedisAnchor(storage::RedisOptions options, QByteArray key)
    : m_options(std::move(options))
    , m_key(std::move(key))
{
}

Result<void> RedisAnchor::publish(const QByteArray &note)
{
    const QEventLoop loop; // makes this thread one that sockets work in
    storage::RedisStatistics statistics;
    storage::RedisClient client(m_options, statistics);
    client.start();
    const QDeadlineTimer deadline(kPatience);
    while (!client.isReady() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    const QString failed = u"the checkpoint cannot be handed to Redis: "_s;
    if (!client.isReady()) {
        const std::optional<Error> problem = client.problem();
        return failure(ErrorKind::Unavailable, failed + (problem ? problem->detail : u"it does not answer"_s));
    }
    const Result<void> pushed = QCoro::waitFor(push(client, m_key, note));
    return pushed ? pushed : failure(ErrorKind::Unavailable, failed + pushed.error().detail);
}

} // namespace gatehouse::assembly
