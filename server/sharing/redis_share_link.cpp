#include "sharing/redis_share_link.h"

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;
using storage::RedisCall;
using storage::RedisClient;
using storage::RedisValue;

namespace {

/// What the slowest network moves that such a Redis is reached by.
constexpr qint64 kBytesPerMillisecond = 8 * 1024;

Error away()
{
    return {ErrorKind::Unavailable, u"there is no connection to Redis"_s};
}

} // namespace

RedisShareLink::RedisShareLink(const storage::RedisOptions &options, const QByteArray &prefix, Counts &counts)
    : m_options(options)
    , m_keyStart(prefix + "{sharing}:")
    , m_small(std::make_unique<RedisClient>(m_options, counts.small))
    , m_large(std::make_unique<RedisClient>(m_options, counts.large))
{
}

void RedisShareLink::start()
{
    m_small->start();
    m_large->start();
}

void RedisShareLink::close()
{
    m_small.reset();
    m_large.reset();
}

bool RedisShareLink::isReady() const
{
    return m_small && m_small->isReady() && m_large->isReady();
}

std::chrono::milliseconds RedisShareLink::deadlineFor(qint64 bytes) const
{
    return m_options.deadline + std::chrono::milliseconds(bytes / kBytesPerMillisecond);
}

QCoro::Task<Result<RedisValue>> RedisShareLink::run(const storage::RedisScript &script, QByteArrayList keys,
                                                    QByteArrayList arguments, qsizetype bytes)
{
    RedisClient *const client = bytes > kSmall ? m_large.get() : m_small.get();
    if (client == nullptr)
        co_return std::unexpected(away());
    QCoro::Task<Result<RedisValue>> running = script.run(*client, std::move(keys), std::move(arguments), deadlineFor(bytes));
    Result<RedisValue> reply = co_await running;
    co_return reply;
}

RedisCall RedisShareLink::call(const QByteArrayList &words)
{
    if (!m_small)
        return RedisCall::failed(away());
    const std::vector<QByteArrayView> views(words.begin(), words.end());
    return m_small->call(views);
}

RedisCall RedisShareLink::fetch(QByteArrayView key, qint64 bytes)
{
    if (!m_large)
        return RedisCall::failed(away());
    const std::array<QByteArrayView, 2> words{"GET", key};
    return m_large->call(words, deadlineFor(bytes));
}

} // namespace gatehouse::sharing
