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
    Pipeline(const PipelineShared &shared, std::unique_ptr<Authenticator> authenticator,
             std::unique_ptr<RequestObserver> observer);

    [[nodiscard]] std::variant<Admission, Response> admit(Request &request) override;
    [[nodiscard]] QCoro::Task<Response> handle(RequestPtr request) override;
    [[nodiscard]] Response refuse(int status, const char *reason, Request &request) override;
    void finished(const Request &request, int status, qint64 bytesSent) override;
    void connectionDropped(const char *reason) override;

private:
    using Refusal = std::optional<Response>;

    void identify(Request &request);
    [[nodiscard]] Refusal checkScheme(const Request &request);
    [[nodiscard]] Refusal findRoute(Request &request);
    [[nodiscard]] Refusal authenticate(Request &request);
    [[nodiscard]] Refusal authorise(const Request &request);
    [[nodiscard]] Refusal checkOrigin(const Request &request);
    [[nodiscard]] Refusal checkContentType(const Request &request);
    [[nodiscard]] Refusal peekLimits(Request &request);
    [[nodiscard]] Refusal takeLimits(Request &request, QByteArrayView account);
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
    TraceContextSource m_traces;
};

} // namespace gatehouse::http
