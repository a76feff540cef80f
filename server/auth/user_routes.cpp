#include "auth/user_routes.h"

#include "auth/credential_rules.h"
#include "core/ulid.h"
#include "http/route_group.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using http::Access;
using http::answer;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;

namespace {

constexpr char kNewUser[] = R"({"type":"object","additionalProperties":false,"required":["username","password"],"properties":{
"username":{"type":"string","maxLength":50},"password":{"type":"string","maxLength":1024},
"role":{"type":"string","enum":["user","operator","admin"]}}})";
constexpr char kNewUserExample[] = R"({"username":"ops","password":"Correct-Horse-7!","role":"operator"})";
constexpr char kChange[] = R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{
"role":{"type":"string","enum":["user","operator","admin"]},"disabled":{"type":"boolean"},
"password":{"type":"string","maxLength":1024}}})";
constexpr char kUser[] =
    R"({"type":"object","additionalProperties":false,"required":["id","username","role","disabled","created_at"],"properties":{
"id":{"type":"string"},"username":{"type":"string"},"role":{"type":"string","enum":["user","operator","admin"]},
"disabled":{"type":"boolean"},"created_at":{"type":"string","format":"date-time"}}})";
constexpr char kChangeExample[] = R"({"role":"operator","disabled":false})";
constexpr char kUserExample[] = R"({"id":"01KAHWD0E1Q6V8J9M4S5T6W7X8","username":"ops","role":"operator","disabled":false,
"created_at":"2026-01-31T12:00:00.000Z"})";
constexpr char kUsers[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["id","username","role","disabled","created_at"],"properties":{"id":{"type":"string"},"username":{"type":"string"},
"role":{"type":"string","enum":["user","operator","admin"]},"disabled":{"type":"boolean"},
"created_at":{"type":"string","format":"date-time"}}}},
"next":{"type":["string","null"],"description":"For `after`, to get the next page; null on the last."}}})";
constexpr char kSessions[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["id","created_at","last_used_at","expires_at","client"],"properties":{
"id":{"type":"string"},"created_at":{"type":"string","format":"date-time"},"last_used_at":{"type":"string","format":"date-time"},
"expires_at":{"type":"string","format":"date-time"},"client":{"type":"string","description":"The address it began from."}}}},
"next":{"type":["string","null"],"description":"For `after`, to get the next page; null on the last."}}})";

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

std::unexpected<Error> invalid(FieldError problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, u"the input breaks a rule"_s, {std::move(problem)}, {}});
}

QJsonObject describe(const User &user)
{
    return {{u"id"_s, text(user.id)},
            {u"username"_s, text(user.username)},
            {u"role"_s, text(toText(user.role))},
            {u"disabled"_s, user.disabled},
            {u"created_at"_s, text(toRfc3339(user.created))}};
}

QJsonObject describe(const Session &session)
{
    return {{u"id"_s, text(session.id)},
            {u"created_at"_s, text(toRfc3339(session.created))},
            {u"last_used_at"_s, text(toRfc3339(session.lastUsed))},
            {u"expires_at"_s, text(toRfc3339(session.expires))},
            {u"client"_s, text(session.clientAddress)}};
}

/// One page of `all`, which is in the order of `id`, as `?limit=` and `?after=` ask for it.
template<typename Item> Result<Response> page(const http::Request &request, const std::vector<Item> &all)
{
    bool isNumber = true;
    const QByteArray limitText = request.queryValue("limit");
    const qsizetype limit = limitText.isNull() ? 100 : limitText.toLongLong(&isNumber);
    if (!isNumber || limit < 1 || limit > 500)
        return invalid({u"limit"_s, u"must be 1 to 500"_s});
    const QByteArray after = request.queryValue("after");
    QJsonArray items;
    QJsonValue next(QJsonValue::Null);
    for (const Item &item : all) {
        if (item.id <= after)
            continue;
        if (items.size() == limit) {
            next = items.last().toObject().value(u"id"_s);
            break;
        }
        items.append(describe(item));
    }
    return Response::json(200, {{u"items"_s, items}, {u"next"_s, next}});
}

using Facts = std::vector<std::pair<QByteArray, QByteArray>>;

/// What is known of an act before it is tried.
SecurityEvent eventOf(SecurityAction action, const http::Request &request, Facts facts = {})
{
    SecurityEvent event{.action = action};
    event.actor = request.caller.id;
    event.session = request.caller.session;
    event.client = request.client;
    event.requestId = request.id;
    event.noted = request.noted;
    event.facts = std::move(facts);
    return event;
}

/// Records the act when it succeeds, together with it.
UserAdministration::Recorder recorderOf(const UserRouteParts &parts, const SecurityEvent &event)
{
    return [&events = parts.events, event](QSqlDatabase &database, const QByteArray &target) {
        SecurityEvent done = event;
        done.target = target;
        return events.recordWithin(database, done);
    };
}

/// The event of an act that failed. A target that somebody made up is left out.
SecurityEvent refusalOf(SecurityEvent event, const Error &error, const QByteArray &target)
{
    event.succeeded = false;
    event.byOurTrouble = error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Internal;
    event.reason = error.detail.toUtf8();
    if (isUlid(target))
        event.target = target;
    return event;
}

/// The hash of the body's `password`; empty when it has none.
QCoro::Task<Result<PasswordHash>> hashOfPassword(UserRouteParts parts, RequestPtr request, QByteArray username)
{
    const QJsonValue given = request->json.value(u"password"_s);
    if (!given.isString())
        co_return PasswordHash{};
    QByteArray bytes = given.toString().toUtf8();
    SecretBytes password = SecretBytes::takeFrom(bytes);
    if (const auto problem = passwordProblem(password.view(), username, u"password"_s))
        co_return invalid(*problem);
    const QByteArray caller = request->caller.id;
    Result<PasswordHash> hash = co_await parts.hasher.hash(std::move(password), caller);
    co_return hash;
}

Answer createUser(UserRouteParts parts, RequestPtr request)
{
    const QByteArray username = request->json.value(u"username"_s).toString().toUtf8();
    if (const auto problem = usernameProblem(username))
        co_return invalid(*problem);
    const Result<PasswordHash> hash = co_await hashOfPassword(parts, request, username);
    if (!hash)
        co_return std::unexpected(hash.error());
    const Role role = roleFromText(request->json.value(u"role"_s).toString().toUtf8()).value_or(Role::User);
    const SecurityEvent event = eventOf(SecurityAction::AddUser, *request, {{"username", username}, {"role", toText(role)}});
    auto work = [parts, username, role, hash = hash->encoded, record = recorderOf(parts, event)](QSqlDatabase &database) {
        return parts.administration.add(database, {username, hash, role}, record);
    };
    const Result<User> added = co_await parts.database.run(std::move(work));
    if (!added) {
        const SecurityEvent refusal = refusalOf(event, added.error(), {});
        co_await parts.events.record(refusal);
        co_return std::unexpected(added.error());
    }
    Response response = Response::json(201, describe(*added));
    response.withHeader("Location", "/api/v1/admin/users/" + added->id);
    co_return response;
}

Result<User> existing(QSqlDatabase &database, QByteArrayView id)
{
    Result<std::optional<User>> user = user_store::findById(database, id);
    if (!user)
        return std::unexpected(user.error());
    if (!*user)
        return failure(ErrorKind::NotFound, u"no such user"_s);
    return std::move(**user);
}

Answer changeUser(UserRouteParts parts, RequestPtr request)
{
    const QByteArray id = request->parameters.value(0);
    auto find = [id](QSqlDatabase &database) { return existing(database, id); };
    const Result<User> user = co_await parts.database.run(std::move(find));
    if (!user)
        co_return std::unexpected(user.error());
    const Result<PasswordHash> hash = co_await hashOfPassword(parts, request, user->username);
    if (!hash)
        co_return std::unexpected(hash.error());
    UserAdministration::UserChange change{roleFromText(request->json.value(u"role"_s).toString().toUtf8()), {}, hash->encoded};
    if (request->json.contains(u"disabled"_s))
        change.disabled = request->json.value(u"disabled"_s).toBool();
    const SecurityEvent event = eventOf(SecurityAction::ChangeUser, *request, factsOf(change));
    auto work = [parts, id, change, record = recorderOf(parts, event)](QSqlDatabase &database) -> Result<User> {
        if (const Result<void> done = parts.administration.change(database, id, change, record); !done)
            return std::unexpected(done.error());
        return existing(database, id);
    };
    const Result<User> changed = co_await parts.database.run(std::move(work));
    if (!changed) {
        const SecurityEvent refusal = refusalOf(event, changed.error(), id);
        co_await parts.events.record(refusal);
        co_return std::unexpected(changed.error());
    }
    co_return Response::json(200, describe(*changed));
}

Answer listUsers(UserRouteParts parts, RequestPtr request)
{
    auto work = [](QSqlDatabase &database) { return user_store::all(database); };
    Result<std::vector<User>> users = co_await parts.database.run(std::move(work));
    if (!users)
        co_return std::unexpected(users.error());
    std::ranges::sort(*users, {}, &User::id);
    co_return page(*request, *users);
}

Answer showUser(UserRouteParts parts, RequestPtr request)
{
    auto work = [id = request->parameters.value(0)](QSqlDatabase &database) { return existing(database, id); };
    const Result<User> user = co_await parts.database.run(std::move(work));
    if (!user)
        co_return std::unexpected(user.error());
    co_return Response::json(200, describe(*user));
}

Answer removeUser(UserRouteParts parts, RequestPtr request)
{
    const QByteArray id = request->parameters.value(0);
    const SecurityEvent event = eventOf(SecurityAction::RemoveUser, *request);
    auto work = [parts, id, record = recorderOf(parts, event)](QSqlDatabase &database) {
        return parts.administration.remove(database, id, record);
    };
    const Result<void> removed = co_await parts.database.run(std::move(work));
    if (!removed) {
        const SecurityEvent refusal = refusalOf(event, removed.error(), id);
        co_await parts.events.record(refusal);
        co_return std::unexpected(removed.error());
    }
    co_return Response::empty(204);
}

Answer listSessions(UserRouteParts parts, RequestPtr request)
{
    auto work = [parts, id = request->parameters.value(0)](QSqlDatabase &database) -> Result<std::vector<Session>> {
        const Result<User> user = existing(database, id);
        if (!user)
            return std::unexpected(user.error());
        return parts.administration.sessionsOf(database, user->id);
    };
    const Result<std::vector<Session>> sessions = co_await parts.database.run(std::move(work));
    if (!sessions)
        co_return std::unexpected(sessions.error());
    co_return page(*request, *sessions);
}

Answer revokeSession(UserRouteParts parts, RequestPtr request)
{
    const QByteArray session = request->parameters.value(1);
    const SecurityEvent event = eventOf(SecurityAction::RevokeSession, *request);
    auto work = [parts, session, id = request->parameters.value(0), record = recorderOf(parts, event)](QSqlDatabase &database) {
        return parts.administration.revoke(database, session, id, record);
    };
    const Result<void> revoked = co_await parts.database.run(std::move(work));
    if (!revoked) {
        const SecurityEvent refusal = refusalOf(event, revoked.error(), session);
        co_await parts.events.record(refusal);
        co_return std::unexpected(revoked.error());
    }
    co_return Response::empty(204);
}

http::ResponseDeclaration userAnswer(int status, const char *description)
{
    return {.status = status, .description = description, .schema = kUser, .name = "ManagedUser", .example = kUserExample};
}

} // namespace

void declareUserRoutes(http::RouteTable &routes, UserRouteParts parts)
{
    const http::RouteGroup<UserRouteParts> group("users", parts, Access::Operator, Access::Admin);
    routes.addTag({"users", "Users", "What administrators do with users and their sessions."});
    Route list = group.route(Method::Get, "/api/v1/admin/users", "listUsers", "List the users", listUsers);
    list.responses = {{.status = 200, .description = "One page", .schema = kUsers, .name = "UserPage"}};
    routes.add(std::move(list));

    Route create = group.route(Method::Post, "/api/v1/admin/users", "createUser", "Make a user", createUser);
    create.body = {"NewUser", kNewUser, kNewUserExample};
    create.secretBody = true;
    create.responses = {userAnswer(201, "The new user"), answer(409, "The name is taken")};
    routes.add(std::move(create));

    Route show = group.route(Method::Get, "/api/v1/admin/users/{id}", "showUser", "Show a user", showUser);
    show.responses = {userAnswer(200, "The user"), answer(404, "No such user")};
    routes.add(std::move(show));

    Route change =
        group.route(Method::Patch, "/api/v1/admin/users/{id}", "changeUser", "Change a user and end their sessions", changeUser);
    change.body = {"UserChange", kChange, kChangeExample};
    change.secretBody = true;
    change.responses = {userAnswer(200, "The user as changed"), answer(404, "No such user"),
                        answer(409, "This is the last administrator")};
    routes.add(std::move(change));

    Route remove =
        group.route(Method::Delete, "/api/v1/admin/users/{id}", "removeUser", "Remove a user with all sessions", removeUser);
    remove.responses = {answer(204, "Removed"), answer(404, "No such user"), answer(409, "This is the last administrator")};
    routes.add(std::move(remove));

    Route sessions =
        group.route(Method::Get, "/api/v1/admin/users/{id}/sessions", "listUserSessions", "List a user's sessions", listSessions);
    sessions.responses = {{.status = 200, .description = "One page", .schema = kSessions, .name = "UserSessionPage"},
                          answer(404, "No such user")};
    routes.add(std::move(sessions));

    Route revoke = group.route(Method::Delete, "/api/v1/admin/users/{id}/sessions/{session}", "revokeUserSession",
                               "End one of a user's sessions", revokeSession);
    revoke.responses = {answer(204, "Ended"), answer(404, "No such session of theirs")};
    routes.add(std::move(revoke));
}

} // namespace gatehouse::auth
