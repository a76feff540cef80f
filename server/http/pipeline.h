#pragma once

#include "core/snapshot.h"
#include "http/authenticator.h"
#include "http/client_address.h"
#include "http/cors.h"
#include "http/gate.h"
#include "http/request_limits.h"
#include "http/request_observer.h"
#include "http/route.h"
#include "http/trace_context.h"

#include <memory>

namespace gatehouse::http {

/// What of the configuration the pipeline goes by. Immutable; replaced as a whole by a reload.
struct PipelineSettings {
    std::vector<IpNetwork> trustedProxies;
    CorsPolicy cors;
    ForwardedHeader forwardedHeader = ForwardedHeader::XForwardedFor; ///< what the trusted proxies write
    QByteArrayList notedHeaders = {}; ///< names of headers that the record is to tell of
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

    [[nodiscard]] std::variant<Admission, Response, Deciding> admit(const RequestPtr &request) override;
    [[nodiscard]] QCoro::Task<Response> handle(RequestPtr request) override;
    [[nodiscard]] Response refuse(int status, const char *reason, Request &request) override;
    [[nodiscard]] RequestObserver &observer() override { return *m_observer; }

private:
    using Refusal = std::optional<Response>;

    void identify(Request &request);
    void noteHeaders(Request &request);
    [[nodiscard]] Refusal checkScheme(const Request &request);
    [[nodiscard]] Refusal findRoute(Request &request);
    [[nodiscard]] Refusal authenticate(Request &request);
    [[nodiscard]] Refusal authorise(const Request &request);
    [[nodiscard]] Refusal checkOrigin(const Request &request);
    [[nodiscard]] Refusal checkContentType(const Request &request);
    /// Goes on when the shared limiter has answered; `refusal` is what the request is told if that lets it pass.
    [[nodiscard]] Deciding letInWhenCounted(RequestPtr request, Refusal refusal);
    /// Goes on when the route has decided on the body.
    [[nodiscard]] Deciding letInWhenAdmitted(RequestPtr request);
    [[nodiscard]] std::variant<Admission, Response> letIn(Request &request, Refusal refusal);
    [[nodiscard]] Refusal parseBody(Request &request);

    [[nodiscard]] Response answerTo(const Request &request, Result<Response> result);
    [[nodiscard]] Response errorAnswer(const Request &request, const Error &error);
    [[nodiscard]] Response unauthenticated(const Request &request, bool badToken);
    [[nodiscard]] Response limited(const Request &request, const limits::Verdict &verdict);
    /// Adds what every answer carries.
    [[nodiscard]] Response finish(const Request &request, Response response);

    PipelineShared m_shared;
    SnapshotReader<PipelineSettings> m_settings;
    std::unique_ptr<Authenticator> m_authenticator;
    std::unique_ptr<RequestObserver> m_observer;
    RequestLimits m_limits;
    TraceContextSource m_traces;
};

} // namespace gatehouse::http
