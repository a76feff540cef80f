#include "sharing/redis_request_table.h"

#include "sharing/sharing_settings.h"

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;
using storage::RedisValue;

namespace {

std::unexpected<Error> unknownRequest()
{
    return failure(ErrorKind::NotFound, u"there is no such request, or it has expired"_s);
}

std::unexpected<Error> notUnderstood()
{
    return failure(ErrorKind::Internal, u"Redis answered what no script of ours does"_s);
}

WallTime timeFrom(const QByteArray &milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds.toLongLong()));
}

/// Of the fields state, created, expires, key, note and limit.
Result<SecretRequest> requestFrom(const QByteArray &id, const Result<RedisValue> &reply, WallTime now)
{
    if (!reply)
        return std::unexpected(reply.error());
    if (!reply->isArrayOf(6))
        return notUnderstood();
    const auto field = [&reply](std::size_t i) -> const QByteArray & { return reply->elements[i].bytes; };
    SecretRequest request{.id = id,
                          .created = timeFrom(field(1)),
                          .expires = timeFrom(field(2)),
                          .publicKey = field(3),
                          .note = field(4),
                          .sizeLimit = field(5).toLongLong()};
    if (field(0).isEmpty() || request.expires <= now)
        return unknownRequest();
    request.state = field(0) == "open" ? SecretRequest::State::Open
        : field(0) == "answered"       ? SecretRequest::State::Answered
                                       : SecretRequest::State::Collected;
    return request;
}

} // namespace

RedisRequestTable::RedisRequestTable(RedisShareLink &link, RedisHandOvers &handOvers)
    : m_link(link)
    , m_handOvers(handOvers)
{
}

QCoro::Task<Result<void>> RedisRequestTable::add(NewSecretRequest request)
{
    const SecretRequest &asked = request.request;
    QByteArrayList arguments{inMilliseconds(asked.expires - asked.created),
                             "created",
                             inMilliseconds(asked.created),
                             "expires",
                             inMilliseconds(asked.expires),
                             "key",
                             asked.publicKey,
                             "note",
                             asked.note,
                             "token",
                             request.collectHash,
                             "limit",
                             QByteArray::number(asked.sizeLimit),
                             "largest",
                             QByteArray::number(largestData(asked.sizeLimit))};
    QCoro::Task<Result<RedisValue>> storing = m_link.run(m_ask, {recordKey(asked.id)}, std::move(arguments));
    const Result<RedisValue> reply = co_await storing;
    if (!reply) {
        remove(asked.id); // it may have come there all the same
        co_return std::unexpected(reply.error());
    }
    co_return Result<void>();
}

void RedisRequestTable::remove(const QByteArray &id)
{
    m_link.call({"UNLINK", recordKey(id)});
}

QCoro::Task<Result<SecretRequest>> RedisRequestTable::show(QByteArray id, WallTime now)
{
    storage::RedisCall reading = m_link.call({"HMGET", recordKey(id), "state", "created", "expires", "key", "note", "limit"});
    const Result<RedisValue> reply = co_await reading;
    co_return requestFrom(id, reply, now);
}

QCoro::Task<Result<void>> RedisRequestTable::answer(QByteArray id, QByteArray data, WallTime now)
{
    const qsizetype bytes = data.size();
    QCoro::Task<Result<RedisValue>> answering =
        m_link.run(m_answer, {recordKey(id), answerKey(id)}, {inMilliseconds(now), std::move(data)}, bytes);
    const Result<RedisValue> reply = co_await answering;
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->bytes == "gone")
        co_return failure(ErrorKind::Gone, u"this was answered already"_s);
    if (reply->bytes == "large")
        co_return failure(ErrorKind::TooLarge, u"the answer is too large"_s);
    if (reply->bytes != "answered")
        co_return unknownRequest();
    co_return Result<void>();
}

QCoro::Task<Result<RedisRequestTable::Collected>> RedisRequestTable::collect(QByteArray id, QByteArray collectHash, WallTime now)
{
    if (!m_link.isReady()) // nothing to be given back then
        co_return failure(ErrorKind::Unavailable, u"there is no connection to Redis"_s);
    HandOver handOver{id, RedisHandOvers::newAttempt(), {recordKey(id), answerKey(id), handedKey(id)}, "answered"};
    QByteArrayList arguments{inMilliseconds(now), collectHash, handOver.attempt, QByteArray::number(RedisShareLink::kSmall),
                             inMilliseconds(RedisHandOvers::kReturnable)};
    QCoro::Task<Result<RedisValue>> collecting = m_link.run(m_collect, handOver.keys, std::move(arguments));
    Result<RedisValue> reply = co_await collecting;
    if (!reply) {
        if (reply.error().kind == ErrorKind::Unavailable)
            m_handOvers.giveBack(std::move(handOver)); // it may have been handed out all the same
        co_return std::unexpected(reply.error());
    }
    if (reply->elements.empty())
        co_return notUnderstood();
    std::vector<RedisValue> &told = reply->elements;
    if (told[0].bytes == "gone")
        co_return failure(ErrorKind::Gone, u"the answer was collected already"_s);
    if (told[0].bytes != "handed" || told.size() != 3)
        co_return unknownRequest();
    QByteArray data = std::move(told[2].bytes);
    if (told[2].isNil()) {
        storage::RedisCall fetching = m_link.fetch(handOver.keys[2], told[1].integer);
        Result<RedisValue> fetched = co_await fetching;
        if (!fetched || fetched->isNil()) {
            m_handOvers.giveBack(std::move(handOver));
            co_return failure(ErrorKind::Unavailable, u"Redis did not answer in time"_s);
        }
        data = std::move(fetched->bytes);
    }
    co_return Collected{{std::move(data)}, std::move(handOver)};
}

} // namespace gatehouse::sharing
