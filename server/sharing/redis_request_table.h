#pragma once

#include "sharing/redis_hand_overs.h"
#include "sharing/secret_request.h"

namespace gatehouse::sharing {

/// Requests for secrets in Redis, as RedisSecretTable.
class RedisRequestTable
{
public:
    /// What is borrowed outlives it.
    RedisRequestTable(RedisShareLink &link, RedisHandOvers &handOvers);

    /// All as SecretStore's.
    [[nodiscard]] QCoro::Task<Result<void>> add(NewSecretRequest request);
    /// Removes a request that nobody knows of yet, without waiting.
    void remove(const QByteArray &id);
    [[nodiscard]] QCoro::Task<Result<SecretRequest>> show(QByteArray id, WallTime now);
    [[nodiscard]] QCoro::Task<Result<void>> answer(QByteArray id, QByteArray data, WallTime now);

    struct Collected {
        CollectedAnswer answer;
        HandOver handOver; ///< to be forgotten or given back
    };
    [[nodiscard]] QCoro::Task<Result<Collected>> collect(QByteArray id, QByteArray collectHash, WallTime now);

private:
    [[nodiscard]] QByteArray recordKey(const QByteArray &id) const { return m_link.key("request:" + id); }
    [[nodiscard]] QByteArray answerKey(const QByteArray &id) const { return m_link.key("request:" + id + ":answer"); }
    [[nodiscard]] QByteArray handedKey(const QByteArray &id) const { return m_link.key("request:" + id + ":handed"); }

    RedisShareLink &m_link;
    RedisHandOvers &m_handOvers;
    const storage::RedisScript m_ask = shareScript("ask");
    const storage::RedisScript m_answer = shareScript("answer");
    const storage::RedisScript m_collect = shareScript("collect");
};

} // namespace gatehouse::sharing
