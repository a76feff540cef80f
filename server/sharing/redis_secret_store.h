#pragma once

#include "core/event_thread.h"
#include "core/one_shot.h"
#include "sharing/grouped_transactions.h"
#include "sharing/redis_request_table.h"
#include "sharing/redis_secret_table.h"
#include "sharing/secret_store.h"
#include "sharing/statistics.h"

#include <QEventLoop>

namespace gatehouse::sharing {

/// One-time secrets in Redis, which several instances share; their entries in the record, and share tokens, in the database
/// (docs/decisions/145). Works in a thread of its own, with connections of its own. Made, stopped and destroyed in one thread.
class RedisSecretStore final : public SecretStore
{
public:
    struct Parts {
        GroupedTransactions &transactions;
        Statistics &statistics;
        RedisShareLink::Counts &redisCounts;
        const Clock &clock;
    };
    /// `prefix`: before every key. What is borrowed outlives it, `options` too.
    RedisSecretStore(const storage::RedisOptions &options, const QByteArray &prefix, Parts parts, SharingSettings settings);
    ~RedisSecretStore() override;

    /// Waits in the calling thread until Redis is there, for the start; false when it is not by then.
    [[nodiscard]] bool waitForRedis(std::chrono::milliseconds patience);

    [[nodiscard]] QCoro::Task<Result<void>> put(NewSecret secret) override;
    [[nodiscard]] QCoro::Task<Result<TakeOutcome>> take(TakeRequest request) override;
    [[nodiscard]] QCoro::Task<Result<Receipt>> receipt(QByteArray id, QByteArray receiptHash) override;
    [[nodiscard]] QCoro::Task<Result<void>> burn(QByteArray id, QByteArray receiptHash, ShareEvent event) override;
    [[nodiscard]] QCoro::Task<Result<void>> ask(NewSecretRequest request) override;
    [[nodiscard]] QCoro::Task<Result<SecretRequest>> show(QByteArray id) override;
    [[nodiscard]] QCoro::Task<Result<void>> answer(QByteArray id, QByteArray data, ShareEvent event) override;
    [[nodiscard]] QCoro::Task<Result<CollectedAnswer>> collect(QByteArray id, QByteArray collectHash, ShareEvent event) override;
    void sweep() override;
    void stop() override;

private:
    template<typename T> using Act = std::function<QCoro::Task<Result<T>>()>;

    /// Runs `act` in the thread of the connections.
    template<typename T> [[nodiscard]] QCoro::Task<Result<T>> there(Act<T> act);
    template<typename T> QCoro::Task<> perform(Act<T> act, OneShot<Result<T>> done);
    void post(std::function<void()> act);
    void ended();
    QCoro::Task<> sweepThere();

    struct TokenLimit {
        std::optional<qint64> bytes;
    };
    struct Creation {
        QByteArray id;
        QByteArray tokenHash;
        qint64 size = 0;
        WallTime now{};
        ShareEvent event;
    };
    /// What an act is to the record: None lets `id` be as it is, the others end it.
    enum class End { None, Once, Again };
    [[nodiscard]] QCoro::Task<Result<void>> record(QByteArray id, std::vector<ShareEvent> events, End end);
    void settle(HandOver handOver, const Result<void> &recorded);
    [[nodiscard]] QCoro::Task<Result<TokenLimit>> checkToken(Creation creation);
    [[nodiscard]] QCoro::Task<Result<void>> recordCreation(Creation creation);

    /// What lives in the thread.
    struct Redis {
        Redis(const RedisSecretStore &store, const QByteArray &prefix);
        RedisShareLink link;
        RedisHandOvers handOvers;
        RedisSecretTable secrets;
        RedisRequestTable requests;
    };

    const storage::RedisOptions &m_options;
    const Parts m_parts;
    const SharingSettings m_settings;
    EventThread m_thread{"secrets-redis"};
    std::unique_ptr<QObject> m_context; ///< of the thread, for what is sent there
    std::unique_ptr<Redis> m_redis;
    int m_acts = 0; ///< that are under way; of the thread
    QEventLoop *m_ending = nullptr; ///< waits for their end; of the thread
    std::atomic<bool> m_stopped = false;
};

} // namespace gatehouse::sharing
