#pragma once

#include "core/snapshot.h"
#include "http/authenticator.h"
#include "http/client_address.h"
#include "http/cors.h"
#include "http/gate.h"
#include "http/request_observer.h"
#include "http/route.h"
#include "http/trace_context.h"
#include "limits/policy_set.h"
#include "limits/rate_limiter.h"
#include "limits/shared_limiter.h"

#include <memory>

namespace gatehouse::http {

/// What of the configuration the pipeline goes by. Immutable; replaced as a whole by a reload.
struct PipelineSettings {
    std::vector<IpNetwork> trustedProxies;
    CorsPolicy cors;
    ForwardedHeader forwardedHeader = ForwardedHeader::XForwardedFor; ///< what the trusted proxies write
};

/// What every worker's pipeline reads in common. All of it outlives the workers.
struct PipelineShared {
    const RouteTable &routes;
    const Snapshot<PipelineSettings> &settings;
    const Snapshot<limits::PolicySet> &policies;
    limits::RateLimiter &limiter;
    const Clock &clock;
};

/// A request's way from its head to its answer: request id and trace, client address, route, rate limit,
/// authentication, authorisation, then, once the body is there, schema, handler, and the headers every answer has.
/// One per worker, used only in that worker's thread.
class Pipeline final : public Gate
{
public:
    /// With a `sharedLimiter`, which is this worker's own, every limit is asked of it instead of `shared.limiter`, and
    /// requests that are limited at all wait for its answer.
    Pipeline(const PipelineShared &shared, std::unique_ptr<Authenticator> authenticator,
             std::unique_ptr<RequestObserver> observer, std::unique_ptr<limits::SharedLimiter> sharedLimiter = nullptr);

    [[nodiscard]] std::variant<Admission, Response, Undecided> admit(Request &request) override;
    [[nodiscard]] QCoro::Task<Decision> decide(RequestPtr request, Undecided undecided) override;
    [[nodiscard]] QCoro::Task<Response> handle(RequestPtr request) override;
    [[nodiscard]] Response refuse(int status, const char *reason, Request &request) override;
    [[nodiscard]] RequestObserver &observer() override { return *m_observer; }

private:
    using Refusal = std::optional<Response>;
    /// A task's result: QCoro cannot hold an optional itself.
    struct Refused {
        Refusal refusal;
    };

    void identify(Request &request);
    [[nodiscard]] Refusal checkScheme(const Request &request);
    [[nodiscard]] Refusal findRoute(Request &request);
    [[nodiscard]] Refusal authenticate(Request &request);
    [[nodiscard]] Refusal authorise(const Request &request);
    [[nodiscard]] Refusal checkOrigin(const Request &request);
    [[nodiscard]] Refusal checkContentType(const Request &request);
    [[nodiscard]] Refusal peekLimits(Request &request);
    [[nodiscard]] Refusal takeLimits(Request &request, QByteArrayView account);
    /// takeLimits() by the shared limiter. `account` is the task's own, as the request's may change.
    [[nodiscard]] QCoro::Task<Refused> takeShared(RequestPtr request, QByteArray account);
    [[nodiscard]] bool isLimited(const Request &request);
    [[nodiscard]] std::variant<Admission, Response> letIn(Request &request, Refusal refusal);
    [[nodiscard]] Refusal parseBody(Request &request);

    [[nodiscard]] Response answerTo(const Request &request, Result<Response> result);
    [[nodiscard]] Response errorAnswer(const Request &request, const Error &error);
    [[nodiscard]] Response unauthenticated(const Request &request, bool badToken);
    [[nodiscard]] Response limited(Request &request, const limits::Verdict &verdict);
    void recordLimits(Request &request, const limits::Verdict &verdict);
    /// Adds what every answer carries.
    [[nodiscard]] Response finish(const Request &request, Response response);

    PipelineShared m_shared;
    SnapshotReader<PipelineSettings> m_settings;
    SnapshotReader<limits::PolicySet> m_policies;
    std::unique_ptr<Authenticator> m_authenticator;
    std::unique_ptr<RequestObserver> m_observer;
    std::unique_ptr<limits::SharedLimiter> m_sharedLimiter; ///< null: limits are counted in this process alone
    TraceContextSource m_traces;
};

} // namespace gatehouse::http
