#include "redis/redis_script.h"

#include <QCryptographicHash>
#include <QVarLengthArray>

namespace gatehouse::storage {

namespace {

using Words = QVarLengthArray<QByteArrayView, 32>;

/// Valid as long as what it is made of.
Words wordsOf(QByteArrayView verb, QByteArrayView script, QByteArrayView keyCount, const QByteArrayList &keys,
              const QByteArrayList &arguments)
{
    Words words{verb, script, keyCount};
    for (const QByteArrayList *list : {&keys, &arguments}) {
        for (const QByteArray &word : *list)
            words.append(word);
    }
    return words;
}

} // namespace

RedisScript::RedisScript(QByteArray text)
    : m_text(std::move(text))
    , m_hash(QCryptographicHash::hash(m_text, QCryptographicHash::Sha1).toHex())
{
}

QCoro::Task<Result<RedisValue>> RedisScript::run(RedisClient &client, QByteArrayList keys, QByteArrayList arguments,
                                                 std::chrono::milliseconds deadline) const
{
    const auto began = std::chrono::steady_clock::now();
    const QByteArray keyCount = QByteArray::number(keys.size());
    const Words words = wordsOf("EVALSHA", m_hash, keyCount, keys, arguments);
    RedisCall call = client.call({words.data(), static_cast<std::size_t>(words.size())}, deadline);
    Result<RedisValue> reply = co_await call;
    if (reply || reply.error().kind != ErrorKind::NotFound)
        co_return reply;
    const auto spent = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    const Words whole = wordsOf("EVAL", m_text, keyCount, keys, arguments);
    RedisCall again = client.call({whole.data(), static_cast<std::size_t>(whole.size())}, deadline - spent);
    reply = co_await again;
    co_return reply;
}

} // namespace gatehouse::storage
