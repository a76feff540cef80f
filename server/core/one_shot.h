#pragma once

#include "core/resume_queue.h"

#include <atomic>
#include <coroutine>
#include <memory>
#include <optional>

namespace gatehouse {

/// A value that is given once, by any thread, and that one coroutine waits for by `co_await`: it goes on in the thread in which
/// it began to wait, which has an event loop. Copies are one and the same, for who gives and who waits.
///
/// QPromise and QFuture are for more than this, and cost more: a watcher and four events for each value
/// (docs/decisions/167).
template<typename T> class OneShot
{
public:
    void give(T value) const
    {
        State &state = *m_state;
        state.value.emplace(std::move(value));
        if (state.phase.exchange(Phase::Given, std::memory_order_acq_rel) != Phase::Awaited)
            return;
        const std::shared_ptr<ResumeQueue> queue = std::move(state.queue);
        queue->resumeLater(state.waiter);
    }

    [[nodiscard]] bool await_ready() const { return m_state->phase.load(std::memory_order_acquire) == Phase::Given; }
    [[nodiscard]] bool await_suspend(std::coroutine_handle<> waiter) const
    {
        State &state = *m_state;
        state.waiter = waiter;
        state.queue = ResumeQueue::ofThisThread();
        Phase open = Phase::Open;
        return state.phase.compare_exchange_strong(open, Phase::Awaited, std::memory_order_acq_rel);
    }
    [[nodiscard]] T await_resume() const { return std::move(*m_state->value); }

private:
    enum class Phase { Open, Awaited, Given };
    struct State {
        std::atomic<Phase> phase = Phase::Open;
        std::optional<T> value;
        std::coroutine_handle<> waiter;
        std::shared_ptr<ResumeQueue> queue; ///< of the thread that waits
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace gatehouse
