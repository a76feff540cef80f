#pragma once

#include "core/clock.h"
#include "sharing/redis_share_link.h"

#include <QTimer>

#include <deque>

namespace gatehouse::sharing {

/// Something that a script has handed out to us, and that nobody else gets any more.
struct HandOver {
    QByteArray id;
    QByteArray attempt; ///< a number that nobody else uses
    QByteArrayList keys; ///< as give_back.lua wants them; the third is where its data is
    QByteArray state; ///< of before
};

/// What was handed out stays in Redis, under a key that only we know the use of, until it has reached who asked for it or at
/// least the record; then it is forgotten. Where that failed, or Redis's answer came too late or never, it is given back: nobody
/// loses a secret by a slow moment. Lives in the link's thread.
class RedisHandOvers
{
public:
    /// For how long it can be given back.
    static constexpr std::chrono::seconds kReturnable{60};

    /// What is borrowed outlives it.
    RedisHandOvers(RedisShareLink &link, const Clock &clock, std::chrono::seconds remembered);

    /// A number for one of them.
    [[nodiscard]] static QByteArray newAttempt();
    /// Nothing of it is needed any more.
    void forget(const HandOver &done);
    /// Undoes it, now or as soon as Redis answers.
    void giveBack(HandOver failed);
    /// Tries no more.
    void stop();

private:
    struct Return {
        HandOver what;
        SteadyTime until{};
    };
    QCoro::Task<> returnAll();

    RedisShareLink &m_link;
    const Clock &m_clock;
    const std::chrono::seconds m_remembered;
    const storage::RedisScript m_script;
    std::deque<Return> m_returns;
    bool m_returning = false;
    QTimer m_retry;
};

/// A script of resources/lua/sharing.
[[nodiscard]] storage::RedisScript shareScript(const char *name);

/// `time` as scripts want it: milliseconds.
[[nodiscard]] QByteArray inMilliseconds(std::chrono::milliseconds time);
[[nodiscard]] QByteArray inMilliseconds(WallTime time);

} // namespace gatehouse::sharing
