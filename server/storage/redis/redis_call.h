#pragma once

#include "core/error.h"
#include "redis/redis_value.h"

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace gatehouse::storage {

/// A reply to come. Awaited once, by a coroutine of the thread it was made in:
///
///     RedisCall call = client.call({"GET", key});
///     const Result<RedisValue> reply = co_await call;
///
/// Let go without awaiting, the command is still sent and its reply thrown away. Always resumes: with the reply, or with an
/// Error when the deadline is over or the connection lost. An error reply of Redis is an Error as well (errorOfReply()).
class RedisCall
{
public:
    /// Where the outcome goes. Used by whoever answers.
    class State
    {
    public:
        /// Resumes the waiting coroutine, if there is one, before it returns. Only the first outcome counts.
        void finish(Result<RedisValue> outcome)
        {
            if (m_outcome)
                return;
            m_outcome = std::move(outcome);
            if (m_waiting)
                std::exchange(m_waiting, {}).resume();
        }

    private:
        friend class RedisCall;
        std::optional<Result<RedisValue>> m_outcome;
        std::coroutine_handle<> m_waiting;
    };

    /// Shared by the caller and the connection, as either may be gone first.
    explicit RedisCall(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }
    RedisCall(RedisCall &&) noexcept = default;
    RedisCall &operator=(RedisCall &&) noexcept = default;
    RedisCall(const RedisCall &) = delete;
    RedisCall &operator=(const RedisCall &) = delete;
    ~RedisCall() = default;

    /// A call that failed before it was sent.
    [[nodiscard]] static RedisCall failed(Error error)
    {
        auto state = std::make_shared<State>();
        state->finish(std::unexpected(std::move(error)));
        return RedisCall(std::move(state));
    }

    /// Trivial, so that it does not matter how often GCC 12 copies and destroys it. The call outlives it.
    class Awaiter
    {
    public:
        explicit Awaiter(State &state)
            : m_state(&state)
        {
        }
        [[nodiscard]] bool await_ready() const { return m_state->m_outcome.has_value(); }
        void await_suspend(std::coroutine_handle<> waiting) { m_state->m_waiting = waiting; }
        [[nodiscard]] Result<RedisValue> await_resume() { return std::move(*m_state->m_outcome); }

    private:
        State *m_state;
    };

    Awaiter operator co_await() const { return Awaiter(*m_state); }

private:
    std::shared_ptr<State> m_state;
};

} // namespace gatehouse::storage
