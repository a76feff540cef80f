#include "http/pipeline.h"

#include "core/secret_bytes.h"
#include "core/strict_json.h"
#include "http/client_address.h"
#include "http/same_origin.h"
#include "http/security_headers.h"
#include "limits/limit_headers.h"

#include <algorithm>
#include <exception>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

/// Whether a credential that does not hold ends the request, even where none is needed.
bool refusesBadCredentials(Access access)
{
    return access != Access::Anybody && access != Access::AnybodyLenient;
}

bool needsCredential(Access access)
{
    return access == Access::User || access == Access::Operator || access == Access::Admin;
}

Role leastRole(Access access)
{
    return access == Access::Admin ? Role::Admin : access == Access::Operator ? Role::Operator : Role::User;
}

/// The account that a request counts against while only its head is known.
QByteArrayView knownAccount(const Request &request)
{
    return request.caller.isAnonymous() ? QByteArrayView() : QByteArrayView(request.caller.id);
}

/// Whether what is counted depends on the body: then the charge waits for it.
bool countsByBody(const Request &request)
{
    return request.route != nullptr && request.route->accountOf;
}

bool isJson(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    QByteArrayView type = semicolon < 0 ? contentType : contentType.first(semicolon);
    while (type.endsWith(' ') || type.endsWith('\t'))
        type.chop(1);
    return type.size() == 16 && qstrnicmp(type.data(), 16, "application/json", 16) == 0;
}

/// Whether a cookie alone could do harm with this request.
bool changesSomething(const Request &request)
{
    return !isSafe(request.head.method) && !request.route->changesNothing;
}

/// The lines that every answer has.
std::string commonLines(const Request &request, int status)
{
    std::string lines;
    lines.reserve(512 + request.limitLines.size());
    appendSecurityLines(lines, request, status);
    return lines.append(request.limitLines);
}

} // namespace

Pipeline::Pipeline(const PipelineShared &shared, std::unique_ptr<Authenticator> authenticator,
                   std::unique_ptr<RequestObserver> observer, std::unique_ptr<limits::SharedLimiter> sharedLimiter)
    : m_shared(shared)
    , m_settings(shared.settings)
    , m_authenticator(std::move(authenticator))
    , m_observer(std::move(observer))
    , m_limits(shared.policies, shared.limiter, std::move(sharedLimiter), *m_observer)
{
}

std::variant<Gate::Admission, Response, Gate::Deciding> Pipeline::admit(const RequestPtr &pointer)
{
    Request &request = *pointer;
    identify(request);
    Refusal unrouted = findRoute(request);
    // Over the limit comes first: a flood must not cost a signature check each. Nothing is charged yet.
    if (const RequestLimits::Refusal over = m_limits.peek(request))
        return finish(request, limited(request, *over));

    Refusal refusal = checkScheme(request);
    if (!refusal)
        refusal = std::move(unrouted);
    if (!refusal)
        refusal = authenticate(request);
    if (!refusal)
        refusal = authorise(request);
    if (!refusal)
        refusal = checkContentType(request);
    // What is refused counts too; only a request whose account is named in its body waits for that.
    if (refusal || !countsByBody(request)) {
        if (m_limits.isShared())
            return letInWhenCounted(pointer, std::move(refusal));
        if (const RequestLimits::Refusal over = m_limits.take(request, knownAccount(request)))
            refusal = limited(request, *over);
    }
    if (!refusal && request.route->admitBody)
        return letInWhenAdmitted(pointer);
    auto outcome = letIn(request, std::move(refusal));
    if (auto *response = std::get_if<Response>(&outcome))
        return std::move(*response);
    return std::get<Admission>(outcome);
}

Gate::Deciding Pipeline::letInWhenCounted(RequestPtr request, Refusal refusal)
{
    QCoro::Task<RequestLimits::Taken> taking = m_limits.takeShared(request, knownAccount(*request).toByteArray());
    const RequestLimits::Taken taken = co_await taking;
    if (taken.refusal)
        refusal = limited(*request, *taken.refusal);
    if (!refusal && request->route->admitBody) {
        Deciding admitting = letInWhenAdmitted(request);
        Decision admitted = co_await admitting;
        co_return admitted;
    }
    Decision decision{letIn(*request, std::move(refusal))};
    co_return decision;
}

Gate::Deciding Pipeline::letInWhenAdmitted(RequestPtr request)
{
    QCoro::Task<Result<qsizetype>> admitting = request->route->admitBody(request);
    const Result<qsizetype> limit = co_await admitting;
    request->admitted = m_shared.clock.steadyNow();
    Decision decision{Admission{std::min(limit.value_or(0), request->route->bodyLimit)}};
    if (!limit)
        decision.outcome = finish(*request, errorAnswer(*request, limit.error()));
    co_return decision;
}

/// What follows from a decision on a request's head.
std::variant<Gate::Admission, Response> Pipeline::letIn(Request &request, Refusal refusal)
{
    request.admitted = m_shared.clock.steadyNow();
    if (refusal)
        return finish(request, std::move(*refusal));
    if (request.route->immediate)
        return finish(request, answerTo(request, request.route->immediate(request)));
    return Admission{request.route->bodyLimit};
}

void Pipeline::noteHeaders(Request &request)
{
    for (const QByteArray &name : m_settings.get().notedHeaders) {
        if (const QByteArrayView value = request.head.field(name); !value.isEmpty())
            request.noted.emplace_back(name, value.toByteArray());
    }
}

QCoro::Task<Response> Pipeline::handle(RequestPtr request)
{
    request->bodyComplete = m_shared.clock.steadyNow();
    noteHeaders(*request);
    const Route &route = *request->route;
    Refusal refusal = parseBody(*request);
    if (countsByBody(*request)) {
        QByteArray account;
        if (!refusal)
            account = co_await route.accountOf(request);
        RequestLimits::Taken taken;
        if (m_limits.isShared()) {
            QCoro::Task<RequestLimits::Taken> taking = m_limits.takeShared(request, account);
            taken = co_await taking;
        } else {
            taken.refusal = m_limits.take(*request, account);
        }
        if (taken.refusal)
            refusal = limited(*request, *taken.refusal);
    }
    if (refusal)
        co_return finish(*request, std::move(*refusal));

    Result<Response> result = failure(ErrorKind::Internal, QString());
    try {
        result = co_await route.handler(request);
    } catch (const std::exception &exception) {
        result = failure(ErrorKind::Internal,
                         u"the handler of %1 threw: %2"_s.arg(QString::fromLatin1(request->route->operationId),
                                                              QString::fromUtf8(exception.what())));
    }
    request->handled = m_shared.clock.steadyNow();
    if (route.secretBody)
        request->json = {}; // its memory is freed, not overwritten: docs/decisions/033
    co_return finish(*request, answerTo(*request, std::move(result)));
}

Response Pipeline::refuse(int status, const char *reason, Request &request)
{
    if (request.id.isEmpty())
        identify(request);
    // Admitted, but its body broke the rules before the account in it could be counted.
    if (request.route != nullptr && countsByBody(request) && request.limitLines.empty())
        m_limits.charge(request);
    const QByteArray errorId = m_traces.nextUlid(m_shared.clock.now());
    Response response = problem(status, QString::fromLatin1(reason), request.head.path, errorId);
    if (status == 503)
        response.withHeader("Retry-After", "1");
    return finish(request, std::move(response));
}

void Pipeline::identify(Request &request)
{
    m_traces.identify(request, m_shared.clock.now());
    const PipelineSettings &settings = m_settings.get();
    const ClientAddress client =
        resolveClientAddress(request.peer, request.head, settings.trustedProxies, settings.forwardedHeader);
    request.client = client.address;
    request.secure = client.secure;
    request.byForeignPage = isByForeignPage(request, settings.cors);
}

/// RFC 9110, section 7.4: what is asked for by `https` is not handed out over a connection that is not secure.
Pipeline::Refusal Pipeline::checkScheme(const Request &request)
{
    if (!request.head.secureTarget || request.secure || containsAddress(m_settings.get().trustedProxies, request.peer.address))
        return {};
    return problem(421, u"this connection is not secure, as https needs"_s, request.head.path,
                   m_traces.nextUlid(m_shared.clock.now()));
}

Pipeline::Refusal Pipeline::findRoute(Request &request)
{
    const RequestHead &head = request.head;
    RouteTable::Match match = m_shared.routes.match(head.method, head.path);
    if (match.route) {
        request.route = match.route;
        request.parameters = std::move(match.parameters);
        return {};
    }
    if (head.method == Method::Options && (!match.allowed.isEmpty() || head.path == "*")) {
        if (isPreflight(request))
            return m_settings.get().cors.preflight(request, match.allowed);
        return Response::empty(204).withHeader("Allow", listOf(match.allowed));
    }
    if (match.allowed.isEmpty())
        return errorAnswer(request, {ErrorKind::NotFound, u"there is nothing at this path"_s});
    Response response = problem(405, u"this path does not take %1"_s.arg(QString::fromLatin1(toText(head.method))), head.path,
                                m_traces.nextUlid(m_shared.clock.now()));
    return std::move(response).withHeader("Allow", listOf(match.allowed));
}

Pipeline::Refusal Pipeline::authenticate(Request &request)
{
    const Access access = request.route ? request.route->access : Access::Anybody;
    if (access == Access::Anybody)
        return {};
    std::expected<Principal, AuthenticationFailure> caller = m_authenticator->authenticate(request.head);
    m_observer->authenticated(request, caller ? nullptr : &caller.error());
    if (caller) {
        request.caller = std::move(*caller);
        return {};
    }
    const bool badToken = caller.error().kind == AuthenticationFailure::Kind::BadCredentials;
    if (badToken && refusesBadCredentials(access))
        m_observer->denied(request, caller.error().reason);
    if (badToken ? refusesBadCredentials(access) : needsCredential(access))
        return unauthenticated(request, badToken);
    return {};
}

Pipeline::Refusal Pipeline::authorise(const Request &request)
{
    if (request.caller.isAnonymous() || request.route == nullptr)
        return {};
    if (needsCredential(request.route->access) && request.caller.role < leastRole(request.route->access)) {
        const QString why = u"this needs the role %1"_s.arg(QString::fromLatin1(toText(leastRole(request.route->access))));
        m_observer->denied(request, why.toLatin1());
        return errorAnswer(request, {ErrorKind::Forbidden, why});
    }
    if (request.caller.byCookie && changesSomething(request))
        return checkOrigin(request);
    return {};
}

/// A browser sends cookies by itself, so a state-changing request must prove that it comes from our own pages.
Pipeline::Refusal Pipeline::checkOrigin(const Request &request)
{
    if (isFromOwnPage(request) && m_authenticator->csrfTokenMatches(request.caller, request.head.field("X-CSRF-Token")))
        return {};
    m_observer->denied(request, "by cookie from elsewhere, or without its X-CSRF-Token");
    return errorAnswer(request, {ErrorKind::Forbidden, u"a request by cookie needs the same origin and its X-CSRF-Token"_s});
}

Pipeline::Refusal Pipeline::checkContentType(const Request &request)
{
    if (request.route == nullptr || !request.route->body || !request.head.hasBody() || isJson(request.head.field("Content-Type")))
        return {};
    return errorAnswer(request, {ErrorKind::UnsupportedMediaType, u"application/json is expected"_s});
}

Response Pipeline::limited(const Request &request, const limits::Verdict &verdict)
{
    if (verdict.unavailable)
        return problem(503, u"requests cannot be counted at the moment; try again soon"_s, request.head.path,
                       m_traces.nextUlid(m_shared.clock.now()));
    // Not QString::arg(), which takes a tenth of all that a refusal does.
    const QString seconds = QString::number(std::max<qint64>(1, limits::wholeSeconds(verdict.retryAfter)));
    return problem(429, u"too many requests; try again in "_s + seconds + u" s"_s, request.head.path,
                   m_traces.nextUlid(m_shared.clock.now()));
}

Pipeline::Refusal Pipeline::parseBody(Request &request)
{
    const Route &route = *request.route;
    if (!route.body || route.readsOwnBody)
        return {};
    if (request.body.isEmpty() && route.bodyOptional)
        return {};
    if (request.body.isEmpty())
        return errorAnswer(request, {ErrorKind::Malformed, u"a JSON body is expected"_s});
    Result<QJsonObject> object = parseStrictJsonObject(request.body);
    if (route.secretBody)
        cleanse(request.body.data(), request.body.size()); // the size is still counted
    if (!object)
        return errorAnswer(request, object.error());
    std::vector<FieldError> problems = route.validator->problemsOf(*object);
    if (!problems.empty()) {
        const QString first = problems.front().field.isEmpty() ? problems.front().problem
                                                               : problems.front().field + u' ' + problems.front().problem;
        return errorAnswer(request, {ErrorKind::Invalid, first, std::move(problems)});
    }
    request.json = std::move(*object);
    return {};
}

Response Pipeline::answerTo(const Request &request, Result<Response> result)
{
    return result ? std::move(*result) : errorAnswer(request, result.error());
}

Response Pipeline::errorAnswer(const Request &request, const Error &error)
{
    const QByteArray errorId = m_traces.nextUlid(m_shared.clock.now());
    const bool internal = error.kind == ErrorKind::Internal;
    if (internal)
        m_observer->failed(request, error.detail, errorId);
    Response response =
        problem(statusOf(error.kind), internal ? QString() : error.detail, request.head.path, errorId, error.fields);
    if (error.kind == ErrorKind::Unauthenticated)
        response.withHeader("WWW-Authenticate", "Bearer");
    if (error.retryAfter)
        response.withHeader("Retry-After", QByteArray::number(std::max<qint64>(1, error.retryAfter->count())));
    return response;
}

Response Pipeline::unauthenticated(const Request &request, bool badToken)
{
    Response response = problem(401, badToken ? u"the credential is not valid"_s : u"this needs a credential"_s,
                                request.head.path, m_traces.nextUlid(m_shared.clock.now()));
    return std::move(response).withHeader("WWW-Authenticate", badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
}

Response Pipeline::finish(const Request &request, Response response)
{
    response.commonLines = commonLines(request, response.status);
    m_settings.get().cors.decorate(request, response);
    return response;
}

} // namespace gatehouse::http
