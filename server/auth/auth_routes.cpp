#include "auth/auth_routes.h"

#include "auth/auth_schemas.h"
#include "http/client_address.h"
#include "http/same_origin.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using http::Access;
using http::LimitClass;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;

namespace {

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// Whether the request was addressed to this machine by a name nobody else can own. A page on another name that was
/// pointed at 127.0.0.1 (DNS rebinding) comes from a loopback address too, but keeps its name.
bool isForLoopbackName(const http::RequestHead &head)
{
    QByteArrayView host = head.host;
    const qsizetype port = host.lastIndexOf(':');
    if (port > host.lastIndexOf(']'))
        host = host.first(port);
    return host == "localhost" || host == "[::1]" || host == "127.0.0.1";
}

Origin originOf(const http::Request &request)
{
    const bool local = request.client.isLoopback() && request.peer.address.isLoopback();
    return {request.client, local && !http::hasForwardingHeaders(request.head) && isForLoopbackName(request.head), request.id,
            request.noted};
}

/// Takes a field of the body for what it is. What Qt keeps of it inside the JSON object cannot be reached.
SecretBytes secretOf(const http::Request &request, const QString &field)
{
    QString value = request.json.value(field).toString();
    QByteArray bytes = value.toUtf8();
    SecretBytes secret = SecretBytes::takeFrom(bytes);
    cleanse(value.data(), value.size() * qsizetype(sizeof(QChar)));
    return secret;
}

/// A refresh token and how it came.
struct OfferedToken {
    SecretBytes token;
    bool byCookie = false;
};

OfferedToken refreshTokenOf(const http::Request &request, const CookieSettings &cookies)
{
    SecretBytes inBody = secretOf(request, u"refresh_token"_s);
    if (!inBody.isEmpty())
        return {.token = std::move(inBody), .byCookie = false};
    return {.token = SecretBytes(cookieValue(request.head, cookies.refreshName())), .byCookie = true};
}

QJsonObject describe(const User &user)
{
    return {{u"id"_s, text(user.id)}, {u"username"_s, text(user.username)}, {u"role"_s, text(toText(user.role))}};
}

Response answerWith(const TokenPair &pair, const CookieSettings &cookies)
{
    Response response = Response::json(200,
                                       {{u"access_token"_s, text(pair.accessToken)},
                                        {u"token"_s, text(pair.accessToken)},
                                        {u"refresh_token"_s, text(pair.refreshToken)},
                                        {u"token_type"_s, u"Bearer"_s},
                                        {u"expires_in"_s, static_cast<qint64>(pair.accessLife.count())},
                                        {u"csrf_token"_s, text(pair.csrfToken)},
                                        {u"user"_s, describe(pair.user)}});
    response.withHeader("X-CSRF-Token", pair.csrfToken);
    setSessionCookies(response, cookies,
                      {.accessToken = pair.accessToken,
                       .refreshToken = pair.refreshToken,
                       .csrfToken = pair.csrfToken,
                       .accessLife = pair.accessLife,
                       .refreshLife = pair.refreshLife});
    return response;
}

/// What an answer that starts or continues a session carries beside its body.
std::vector<http::HeaderDeclaration> sessionHeaders()
{
    return {{.name = "Set-Cookie",
             .description =
                 "The access and the refresh token, as `HttpOnly` cookies, and the CSRF token in one that pages can read."},
            {.name = "X-CSRF-Token", .description = "`csrf_token` of the body."}};
}

/// Who is let through, for the proxy to hand on.
std::vector<http::HeaderDeclaration> identityHeaders()
{
    return {{.name = "X-Auth-User", .description = "The username."},
            {.name = "X-Auth-Role", .description = "`user`, `operator` or `admin`."},
            {.name = "X-Auth-Subject", .description = "The identifier, which never changes."},
            {.name = "X-Auth-Scopes", .description = "Scopes, parted by spaces; empty for users."},
            {.name = "X-Auth-Service", .description = "The service that was asked for; empty unless one is known."}};
}

Route route(QList<Method> methods, const char *path, const char *operationId, const char *summary, Access access)
{
    Route route;
    route.methods = std::move(methods);
    route.path = path;
    route.operationId = operationId;
    route.tag = "auth";
    route.summary = summary;
    route.access = access;
    return route;
}

Answer registerUser(AccountService &accounts, RequestPtr request)
{
    QByteArray username = request->json.value(u"username"_s).toString().toUtf8();
    SecretBytes password = secretOf(*request, u"password"_s);
    QByteArray code = request->json.value(u"setup_code"_s).toString().toUtf8();
    const Result<User> user =
        co_await accounts.registerUser(request->caller, originOf(*request), username, std::move(password), code);
    if (!user)
        co_return std::unexpected(user.error());
    co_return Response::json(201, describe(*user));
}

Answer login(AccountService &accounts, CookieSettings cookies, RequestPtr request)
{
    QByteArray username = request->json.value(u"username"_s).toString().toUtf8();
    SecretBytes password = secretOf(*request, u"password"_s);
    const Result<TokenPair> pair = co_await accounts.login(originOf(*request), username, std::move(password));
    if (!pair)
        co_return std::unexpected(pair.error());
    co_return answerWith(*pair, cookies);
}

Answer refresh(AccountService &accounts, CookieSettings cookies, RequestPtr request)
{
    OfferedToken offered = refreshTokenOf(*request, cookies);
    if (offered.token.isEmpty())
        co_return failure(ErrorKind::Unauthenticated, u"no refresh token"_s);
    // The browser sends the cookie by itself, so another site could make it do so.
    if (offered.byCookie && !http::isFromOwnPage(*request))
        co_return failure(ErrorKind::Forbidden, u"a request by cookie needs the same origin and its X-CSRF-Token"_s);
    std::optional<QByteArray> csrfToken;
    if (offered.byCookie)
        csrfToken = request->head.field("X-CSRF-Token").toByteArray();
    const Result<TokenPair> pair = co_await accounts.refresh(originOf(*request), std::move(offered.token), csrfToken);
    if (!pair)
        co_return std::unexpected(pair.error());
    co_return answerWith(*pair, cookies);
}

QCoro::Task<QByteArray> accountOfRegistration(RequestPtr request)
{
    co_return AccountService::limitKeyOfRegistration(request->json.value(u"username"_s).toString().toUtf8());
}

QCoro::Task<QByteArray> accountOfLogin(AccountService &accounts, const RequestPtr &request)
{
    return accounts.limitKeyOf(request->client, request->json.value(u"username"_s).toString().toUtf8());
}

QCoro::Task<QByteArray> accountOfPasswordChange(RequestPtr request)
{
    co_return AccountService::limitKeyOfPasswordChange(request->caller);
}

QCoro::Task<QByteArray> accountOfRefresh(AccountService &accounts, const CookieSettings &cookies, const RequestPtr &request)
{
    OfferedToken offered = refreshTokenOf(*request, cookies);
    return accounts.limitKeyOf(std::move(offered.token));
}

Answer logout(AccountService &accounts, CookieSettings cookies, RequestPtr request)
{
    if (const Result<void> done = co_await accounts.logout(originOf(*request), request->caller); !done)
        co_return std::unexpected(done.error());
    Response response = Response::empty(204);
    clearSessionCookies(response, cookies);
    co_return response;
}

Answer changePassword(AccountService &accounts, RequestPtr request)
{
    SecretBytes current = secretOf(*request, u"current"_s);
    SecretBytes next = secretOf(*request, u"new"_s);
    const Result<void> done =
        co_await accounts.changePassword(originOf(*request), request->caller, std::move(current), std::move(next));
    if (!done)
        co_return std::unexpected(done.error());
    co_return Response::empty(204);
}

Answer listSessions(AccountService &accounts, RequestPtr request)
{
    bool limitIsNumber = true;
    const QByteArray limitText = request->queryValue("limit");
    const qsizetype limit = limitText.isNull() ? 100 : limitText.toLongLong(&limitIsNumber);
    if (!limitIsNumber || limit < 1 || limit > 500)
        co_return std::unexpected(
            Error{ErrorKind::Invalid, u"the input breaks a rule"_s, {{u"limit"_s, u"must be 1 to 500"_s}}, {}});
    const QByteArray after = request->queryValue("after");
    const Result<std::vector<Session>> sessions = co_await accounts.sessionsOf(request->caller);
    if (!sessions)
        co_return std::unexpected(sessions.error());
    QJsonArray items;
    QJsonValue next;
    for (const Session &session : *sessions) {
        if (session.id <= after)
            continue;
        if (items.size() == limit) {
            next = items.last().toObject().value(u"id"_s);
            break;
        }
        items.append(QJsonObject{{u"id"_s, text(session.id)},
                                 {u"created_at"_s, text(toRfc3339(session.created))},
                                 {u"last_used_at"_s, text(toRfc3339(session.lastUsed))},
                                 {u"expires_at"_s, text(toRfc3339(session.expires))},
                                 {u"client"_s, text(session.clientAddress)},
                                 {u"current"_s, session.id == request->caller.session}});
    }
    co_return Response::json(200, {{u"items"_s, items}, {u"next"_s, next.isUndefined() ? QJsonValue(QJsonValue::Null) : next}});
}

Answer revokeSession(AccountService &accounts, RequestPtr request)
{
    const Result<void> done = co_await accounts.revokeSession(originOf(*request), request->caller, request->parameters.value(0));
    if (!done)
        co_return std::unexpected(done.error());
    co_return Response::empty(204);
}

Result<Response> me(const AccountService &accounts, const http::Request &request)
{
    const http::Principal &caller = request.caller;
    return Response::json(200,
                          {{u"id"_s, text(caller.id)},
                           {u"username"_s, text(caller.name)},
                           {u"role"_s, text(toText(caller.role))},
                           {u"session"_s, text(caller.session)},
                           {u"expires_at"_s, text(toRfc3339(caller.expiresAt))},
                           {u"csrf_token"_s, text(accounts.csrfToken(caller.session))}});
}

Result<Response> verify(const http::Request &request)
{
    const http::Principal &caller = request.caller;
    Response response = Response::empty(200);
    // Set even when empty, so that a proxy which copies them overwrites what the client sent.
    response.withHeader("X-Auth-User", caller.name)
        .withHeader("X-Auth-Role", toText(caller.role))
        .withHeader("X-Auth-Subject", caller.id)
        .withHeader("X-Auth-Scopes", caller.scopes.join(' '))
        .withHeader("X-Auth-Service", QByteArray());
    return response;
}

void declareSignIn(http::RouteTable &routes, AccountService &accounts, const CookieSettings &cookies)
{
    Route registration = route({Method::Post}, "/auth/register", "register", "Make a user", Access::AnybodyKnown);
    registration.limitClass = LimitClass::SignIn;
    registration.accountOf = accountOfRegistration;
    registration.description =
        "The first user becomes the administrator: from the server itself, or from anywhere with the setup "
        "code that the server printed. After that only administrators may, unless registration is open.";
    registration.body = {"RegisterRequest", kRegistration, kCredentialsExample};
    registration.responses = {
        {.status = 201, .description = "The new user", .schema = kUser, .name = "User", .example = kUserExample},
        {.status = 401, .description = "Only administrators may, and no credential came"},
        {.status = 403, .description = "Only administrators may, or the setup code is wrong"},
        {.status = 409, .description = "The name is taken"}};
    registration.secretBody = true;
    registration.handler = [&accounts](RequestPtr request) { return registerUser(accounts, std::move(request)); };
    routes.add(std::move(registration));

    Route signIn = route({Method::Post}, "/auth/login", "login", "Sign in", Access::Anybody);
    signIn.limitClass = LimitClass::SignIn;
    signIn.accountOf = [&accounts](const RequestPtr &request) { return accountOfLogin(accounts, request); };
    signIn.description = "Starts a session. A wrong name is answered like a wrong password, in the same time.";
    signIn.body = {"LoginRequest", kCredentials, kCredentialsExample};
    signIn.responses = {{.status = 200,
                         .description = "Tokens and cookies",
                         .schema = kTokens,
                         .name = "TokenPair",
                         .example = kTokensExample,
                         .headers = sessionHeaders()},
                        {.status = 401, .description = "Username or password is wrong"}};
    signIn.secretBody = true;
    signIn.handler = [&accounts, cookies](RequestPtr request) { return login(accounts, cookies, std::move(request)); };
    routes.add(std::move(signIn));

    Route renewal = route({Method::Post}, "/auth/refresh", "refresh", "Continue a session", Access::Anybody);
    renewal.limitClass = LimitClass::SignIn;
    renewal.description = "Spends a refresh token for a new pair. A token that is used again later than a few seconds after was "
                          "stolen from somebody: then the whole session ends.";
    renewal.body = {"RefreshRequest", kRefresh, kRefreshExample};
    renewal.bodyOptional = true;
    renewal.responses = {{.status = 200,
                          .description = "A new pair",
                          .schema = kTokens,
                          .name = "TokenPair",
                          .example = kTokensExample,
                          .headers = sessionHeaders()},
                         {.status = 401, .description = "The refresh token does not hold"},
                         {.status = 403, .description = "By cookie: from another site, or without the session's X-CSRF-Token"}};
    renewal.secretBody = true;
    renewal.accountOf = [&accounts, cookies](const RequestPtr &request) { return accountOfRefresh(accounts, cookies, request); };
    renewal.handler = [&accounts, cookies](RequestPtr request) { return refresh(accounts, cookies, std::move(request)); };
    routes.add(std::move(renewal));
}

void declareOwnAccount(http::RouteTable &routes, AccountService &accounts, const CookieSettings &cookies)
{
    Route end = route({Method::Post}, "/auth/logout", "logout", "Sign out", Access::User);
    end.description = "Ends the session at once, in every worker, and clears its cookies.";
    end.responses = {
        {.status = 204, .description = "Ended", .headers = {{.name = "Set-Cookie", .description = "Clears the cookies."}}}};
    end.handler = [&accounts, cookies](RequestPtr request) { return logout(accounts, cookies, std::move(request)); };
    routes.add(std::move(end));

    Route password = route({Method::Post}, "/auth/password", "changePassword", "Change the own password", Access::User);
    password.limitClass = LimitClass::SignIn; // or whoever holds an access token could find the password
    password.accountOf = accountOfPasswordChange;
    password.body = {"PasswordRequest", kPasswordChange, kPasswordExample};
    password.responses = {
        {.status = 204, .description = "Changed; every other session has ended"},
        {.status = 403, .description = "The current password is wrong, or a request by cookie lacks its `X-CSRF-Token`"}};
    password.secretBody = true;
    password.handler = [&accounts](RequestPtr request) { return changePassword(accounts, std::move(request)); };
    routes.add(std::move(password));

    Route self = route({Method::Get}, "/auth/me", "me", "Tell who is calling", Access::User);
    self.responses = {{.status = 200, .description = "The caller", .schema = kMe, .name = "Caller", .example = kMeExample}};
    self.immediate = [&accounts](const http::Request &request) { return me(accounts, request); };
    routes.add(std::move(self));

    Route list = route({Method::Get}, "/auth/sessions", "listSessions", "List the own sessions", Access::User);
    list.parameters = {{.name = "limit",
                        .description = "How many at most; 100 unless told.",
                        .schema = R"({"type":"integer","minimum":1,"maximum":500})",
                        .example = "50"},
                       {.name = "after", .description = "`next` of the page before."}};
    list.responses = {
        {.status = 200, .description = "One page", .schema = kSessions, .name = "SessionPage", .example = kSessionsExample},
        {.status = 422, .description = "`limit` is out of its range"}};
    list.handler = [&accounts](RequestPtr request) { return listSessions(accounts, std::move(request)); };
    routes.add(std::move(list));

    Route revoke = route({Method::Delete}, "/auth/sessions/{id}", "revokeSession", "End one of the own sessions", Access::User);
    revoke.parameters = {{.name = "id", .description = "As in the list.", .example = R"("01KAHWE5Z0B3C4D5E6F7G8H9JK")"}};
    revoke.responses = {{.status = 204, .description = "Ended"}, {.status = 404, .description = "No such session of the caller"}};
    revoke.handler = [&accounts](RequestPtr request) { return revokeSession(accounts, std::move(request)); };
    routes.add(std::move(revoke));
}

} // namespace

void declareAuthRoutes(http::RouteTable &routes, AccountService &accounts, const CookieSettings &cookies)
{
    routes.addTag({"auth", "Signing in", "Sessions of users, and the decision that a proxy asks for."});
    declareSignIn(routes, accounts, cookies);
    declareOwnAccount(routes, accounts, cookies);

    Route decision = route({Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options},
                           "/auth/verify", "verify", "Decide for a proxy", Access::User);
    decision.description =
        "What nginx, Caddy, Traefik or HAProxy ask about each request they are about to pass on. Every identity "
        "header is set, if only to nothing, so that none of the client's own gets through.";
    decision.responses = {{.status = 200, .description = "Let through", .headers = identityHeaders()}};
    decision.changesNothing = true; // the method is that of the request decided about
    decision.immediate = verify;
    routes.add(std::move(decision));
}

} // namespace gatehouse::auth
