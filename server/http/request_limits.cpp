#include "http/request_limits.h"

#include "http/client_address.h"
#include "http/route.h"
#include "limits/limit_headers.h"

namespace gatehouse::http {

namespace {

constexpr std::size_t kUsualLimitLines = 256;

limits::RouteClass routeClassOf(const Request &request)
{
    if (request.route == nullptr)
        return limits::RouteClass::General;
    switch (request.route->limitClass) {
    case LimitClass::General: return limits::RouteClass::General;
    case LimitClass::SignIn: return limits::RouteClass::SignIn;
    case LimitClass::Administration: return limits::RouteClass::Administration;
    case LimitClass::Probe: return limits::RouteClass::Probe;
    }
    Q_UNREACHABLE();
}

limits::ChargeList chargesOf(const limits::PolicySet &policies, const Request &request, QByteArrayView account)
{
    const bool exempt = policies.exempts(request.client) && isCertainOfClient(request);
    return policies.chargesFor(routeClassOf(request), {request.client, account, exempt});
}

} // namespace

RequestLimits::RequestLimits(const Snapshot<limits::PolicySet> &policies, limits::RateLimiter &local,
                             std::unique_ptr<limits::SharedLimiter> shared, RequestObserver &observer)
    : m_policies(policies)
    , m_local(local)
    , m_shared(std::move(shared))
    , m_observer(observer)
{
}

RequestLimits::Refusal RequestLimits::peek(Request &request)
{
    const limits::ChargeList list = chargesOf(m_policies.get(), request, {});
    if (list.isEmpty())
        return {};
    if (m_shared) {
        std::optional<limits::Verdict> refused = m_shared->refusedAlready(list.charges(), request.arrived);
        return refused ? judge(request, {}, std::move(*refused)) : Refusal();
    }
    limits::Verdict verdict = m_local.peek(list.charges(), request.arrived);
    return verdict.allowed ? Refusal() : judge(request, {}, std::move(verdict));
}

RequestLimits::Refusal RequestLimits::take(Request &request, QByteArrayView account)
{
    const limits::ChargeList list = chargesOf(m_policies.get(), request, account);
    return list.isEmpty() ? Refusal() : judge(request, account, m_local.take(list.charges(), request.arrived));
}

QCoro::Task<RequestLimits::Taken> RequestLimits::takeShared(RequestPtr request, QByteArray account)
{
    // Held, as a reload may replace them meanwhile.
    const std::shared_ptr<const limits::PolicySet> policies = m_policies.share();
    const limits::ChargeList list = chargesOf(*policies, *request, account);
    Taken taken;
    if (list.isEmpty())
        co_return taken;
    QCoro::Task<limits::Verdict> taking = m_shared->take(list.charges(), request->arrived);
    limits::Verdict verdict = co_await taking;
    taken.refusal = judge(*request, account, std::move(verdict));
    co_return taken;
}

void RequestLimits::charge(Request &request)
{
    const limits::ChargeList list = chargesOf(m_policies.get(), request, {});
    if (list.isEmpty())
        return;
    if (m_shared)
        m_shared->charge(list.charges(), request.arrived);
    else
        (void)judge(request, {}, m_local.take(list.charges(), request.arrived));
}

RequestLimits::Refusal RequestLimits::judge(Request &request, QByteArrayView account, limits::Verdict verdict)
{
    request.limitLines.clear();
    request.limitLines.reserve(kUsualLimitLines);
    limits::appendLimitLines(request.limitLines, verdict);
    m_observer.limited(request, account, verdict);
    return verdict.allowed ? Refusal() : Refusal(std::move(verdict));
}

} // namespace gatehouse::http
