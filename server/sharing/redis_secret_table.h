#pragma once

#include "sharing/one_time_secret.h"
#include "sharing/redis_hand_overs.h"
#include "sharing/sharing_settings.h"

#include <QByteArrayList>

#include <optional>

namespace gatehouse::sharing {

/// One-time secrets in Redis. Each act is one script (resources/lua/sharing), so it is one step whoever else is at it; what the
/// record is to hear of it is its caller's matter. Lives in the link's thread. Fails with Unavailable when Redis is away.
class RedisSecretTable
{
public:
    /// What is borrowed outlives it.
    RedisSecretTable(RedisShareLink &link, RedisHandOvers &handOvers, const SharingSettings &settings);

    [[nodiscard]] QCoro::Task<Result<void>> put(NewSecret secret);
    /// Removes a secret that nobody knows of yet, without waiting.
    void remove(const QByteArray &id);

    struct Taken {
        TakeOutcome outcome;
        std::optional<HandOver> handOver = {}; ///< of what was handed out; to be forgotten or given back
        qint64 attempts = 0; ///< wrong passphrases, with PassphraseWrong
        QByteArray became = {}; ///< "waiting", "locked" or "destroyed", with PassphraseWrong
    };
    /// As SecretStore::take(). What Redis handed out too late is given back.
    [[nodiscard]] QCoro::Task<Result<Taken>> take(TakeRequest request);

    /// As SecretStore's.
    [[nodiscard]] QCoro::Task<Result<Receipt>> receipt(QByteArray id, QByteArray receiptHash, WallTime now);
    [[nodiscard]] QCoro::Task<Result<void>> burn(QByteArray id, QByteArray receiptHash, WallTime now);

    struct Swept {
        QByteArrayList expired = {}; ///< identifiers, a few hundred at most
        qint64 waiting = 0;
        bool more = false; ///< there is more to do
    };
    /// Finds what has expired since the last time, in whichever instance. Its data has ended by itself.
    [[nodiscard]] QCoro::Task<Result<Swept>> sweep(WallTime now);
    /// Has a later sweep find them again, without waiting.
    void sweepAgain(const QByteArrayList &expired);

private:
    [[nodiscard]] QByteArray recordKey(const QByteArray &id) const { return m_link.key(id); }
    [[nodiscard]] QByteArray dataKey(const QByteArray &id) const { return m_link.key(id + ":data"); }
    [[nodiscard]] QByteArray handedKey(const QByteArray &id) const { return m_link.key(id + ":handed"); }
    [[nodiscard]] QByteArray waitingKey() const { return m_link.key("waiting"); }
    [[nodiscard]] QByteArrayList takeArguments(const TakeRequest &request, const QByteArray &attempt) const;

    RedisShareLink &m_link;
    RedisHandOvers &m_handOvers;
    const SharingSettings &m_settings;
    const storage::RedisScript m_put = shareScript("put");
    const storage::RedisScript m_take = shareScript("take");
    const storage::RedisScript m_burn = shareScript("burn");
    const storage::RedisScript m_sweep = shareScript("sweep");
};

} // namespace gatehouse::sharing
