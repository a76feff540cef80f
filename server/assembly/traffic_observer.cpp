#include "assembly/traffic_observer.h"

#include "auth/credential_rules.h"
#include "http/route.h"
#include "telemetry/log_context.h"
#include "telemetry/logger.h"

#include <algorithm>

namespace gatehouse::assembly {

namespace {

/// Time between two stages; none when the request never came to the later one.
std::chrono::microseconds between(SteadyTime from, SteadyTime to)
{
    return from == SteadyTime{} || to < from ? std::chrono::microseconds(0) : to - from;
}

telemetry::RequestStages stagesOf(const http::Request &request, SteadyTime now)
{
    const SteadyTime last = std::max({request.arrived, request.admitted, request.bodyComplete, request.handled});
    return {between(request.arrived, request.admitted), between(request.admitted, request.bodyComplete),
            between(request.bodyComplete, request.handled), between(last, now)};
}

} // namespace

TrafficObserver::TrafficObserver(telemetry::MetricsShard &shard, std::chrono::milliseconds slowThreshold, audit::AuditLog &log,
                                 limits::UsageBoard &usage, limits::ArrivalShard &arrivals, const Clock &clock)
    : m_shard(shard)
    , m_slow(slowThreshold)
    , m_refusals(log)
    , m_usage(usage)
    , m_arrivals(arrivals)
    , m_clock(clock)
{
}

void TrafficObserver::connectionOpened()
{
    m_shard.connectionOpened();
}

void TrafficObserver::connectionClosed()
{
    m_shard.connectionClosed();
}

void TrafficObserver::connectionDropped(const char *reason)
{
    m_shard.connectionDropped(reason);
}

void TrafficObserver::begun()
{
    m_shard.requestStarted();
}

void TrafficObserver::finished(const http::Request &request, const http::Response &response, qint64 bytesSent)
{
    const SteadyTime now = m_clock.steadyNow();
    const telemetry::RequestStages stages = stagesOf(request, now);
    m_refusals.endOld(now);
    m_shard.requestFinished(request.route ? request.route->index : -1, response.status, stages.total(),
                            request.head.bytes.size() + request.body.size(), bytesSent);
    const bool slow = m_slow.isSlow(stages);
    if (!slow && !telemetry::lcAccess().isDebugEnabled() && !telemetry::lcAccess().isInfoEnabled())
        return;
    const telemetry::LogContext context({request.id, request.traceId});
    const QByteArray client = request.client.toText();
    const telemetry::RequestSummary summary{toText(request.head.method),
                                            request.route ? QByteArrayView(request.route->path) : "unmatched",
                                            response.status,
                                            bytesSent,
                                            client,
                                            response.errorId,
                                            stages};
    telemetry::logAccess(summary);
    m_slow.consider(summary);
}

void TrafficObserver::authenticated(const http::Request &, const http::AuthenticationFailure *failure)
{
    using Kind = http::AuthenticationFailure::Kind;
    m_shard.authDecided(failure == nullptr                          ? telemetry::AuthOutcome::Accepted
                            : failure->kind == Kind::BadCredentials ? telemetry::AuthOutcome::Rejected
                                                                    : telemetry::AuthOutcome::Anonymous);
}

void TrafficObserver::denied(const http::Request &request, QByteArrayView why)
{
    m_refusals.denied(request, why, m_clock.steadyNow());
}

void TrafficObserver::limited(const http::Request &request, QByteArrayView account, const limits::Verdict &verdict)
{
    for (const limits::PolicyState &state : verdict.states) {
        const auto outcome = !state.refused ? telemetry::LimitOutcome::Allowed
            : state.policy->shadow          ? telemetry::LimitOutcome::Shadowed
                                            : telemetry::LimitOutcome::Refused;
        m_shard.limitDecided(state.policy->name, outcome);
        if (outcome == telemetry::LimitOutcome::Refused)
            m_refusals.refused(state.policy->name, request.client, request.id, m_clock.steadyNow());
        noteArrival(state, request, account);
        if (limits::UsageBoard::isNear(state))
            noteUsage(state, request, account);
    }
}

void TrafficObserver::noteArrival(const limits::PolicyState &state, const http::Request &request, QByteArrayView account)
{
    if (state.policy->scope == limits::Scope::Address) {
        const IpAddress counted = request.client.limitKey();
        const auto &bytes = counted.bytes();
        m_arrivals.note(state.policy->name, QByteArrayView(bytes.data(), qsizetype(bytes.size())), request.arrived);
        return;
    }
    // As accounts are told apart: without regard to case.
    QVarLengthArray<char, 64> folded(account.size());
    std::ranges::transform(account, folded.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    m_arrivals.note(state.policy->name, QByteArrayView(folded.constData(), folded.size()), request.arrived);
}

void TrafficObserver::noteUsage(const limits::PolicyState &state, const http::Request &request, QByteArrayView account)
{
    if (state.policy->scope == limits::Scope::Address)
        m_usage.note(state, request.client, request.arrived);
    else if (!auth::usernameProblem(account)) // somebody may have typed a password there
        m_usage.note(state, account, request.arrived);
}

void TrafficObserver::failed(const http::Request &request, const QString &detail, QByteArrayView errorId)
{
    const telemetry::LogContext context({request.id, request.traceId});
    telemetry::logEvent(telemetry::lcHttp(), telemetry::LogLevel::Error, detail.toUtf8(),
                        {{"route", request.route ? request.route->operationId : QByteArray()}, {"error_id", errorId}});
}

void TrafficObserver::abandoned(const http::Request &request)
{
    m_shard.requestAbandoned();
    const telemetry::LogContext context({request.id, request.traceId});
    telemetry::logEvent(telemetry::lcAccess(), telemetry::LogLevel::Debug, "the client left before its answer",
                        {{"route", request.route ? request.route->path : QByteArray()}});
}

} // namespace gatehouse::assembly
