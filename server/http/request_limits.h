#pragma once

#include "core/snapshot.h"
#include "http/request.h"
#include "http/request_observer.h"
#include "limits/policy_set.h"
#include "limits/rate_limiter.h"
#include "limits/shared_limiter.h"

#include <qcoro/qcorotask.h>

#include <memory>
#include <optional>

namespace gatehouse::http {

/// The pipeline's stage that counts: charges requests to the policies of their routes, tells the observer, and notes in the
/// request what its answer says about limits. One per worker, used only in that worker's thread.
class RequestLimits
{
public:
    /// The verdict that refuses a request; nothing: it may go on.
    using Refusal = std::optional<limits::Verdict>;
    /// A task's result: QCoro cannot hold an optional itself.
    struct Taken {
        Refusal refusal;
    };

    /// Counts in `local`, or with a `shared` limiter, which is this worker's own, there. All but that outlives this.
    RequestLimits(const Snapshot<limits::PolicySet> &policies, limits::RateLimiter &local,
                  std::unique_ptr<limits::SharedLimiter> shared, RequestObserver &observer);

    /// Whether to call takeShared() instead of take().
    [[nodiscard]] bool isShared() const { return m_shared != nullptr; }

    /// Whether the address is over a limit already. Charges nothing, and says so only as far as it need not be asked for.
    [[nodiscard]] Refusal peek(Request &request);
    /// Charges the address and the account, which is empty where it is not known.
    [[nodiscard]] Refusal take(Request &request, QByteArrayView account);
    /// `account` is the task's own, as the request's may change.
    [[nodiscard]] QCoro::Task<Taken> takeShared(RequestPtr request, QByteArray account);
    /// Charges the address of a request that is refused in any case.
    void charge(Request &request);

private:
    [[nodiscard]] Refusal judge(Request &request, QByteArrayView account, limits::Verdict verdict);

    SnapshotReader<limits::PolicySet> m_policies;
    limits::RateLimiter &m_local;
    std::unique_ptr<limits::SharedLimiter> m_shared;
    RequestObserver &m_observer;
};

} // namespace gatehouse::http
