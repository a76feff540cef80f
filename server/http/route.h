#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/schema_validator.h"

#include <qcoro/qcorotask.h>

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gatehouse::http {

/// Who may call a route.
enum class Access {
    Anybody, ///< no credential is looked at
    AnybodyKnown, ///< anonymous is fine, but a bad credential is refused
    AnybodyLenient, ///< a good credential is looked at, a bad one counts as none: for probes, which must not fail by it
    User, ///< any user with a valid session
    Operator,
    Admin,
};

/// Which rate-limit policies hold for a route, by the names the operator configures.
enum class LimitClass {
    General, ///< `limits.general`, and `limits.account` for a known caller
    SignIn, ///< `limits.general` and `limits.sign_in`, the latter per address and per account
    Administration, ///< `limits.account` for a known caller, `limits.general` for any other
    Probe, ///< `limits.probe` alone, so that a busy caller never looks like a sick server
};

/// What a route takes as its body. `schema` is a JSON Schema (draft 7) with `additionalProperties: false`.
struct BodySchema {
    QByteArray name; ///< of the schema in the OpenAPI document, such as "LoginRequest"
    QByteArray schema;
    QByteArray example = {}; ///< a body that holds, as JSON
};

/// A parameter of the query or, when `{name}` stands in the path, of the path. Only described: a handler checks for itself.
struct ParameterDeclaration {
    QByteArray name;
    QByteArray description;
    QByteArray schema = QByteArrayLiteral(R"({"type":"string"})");
    QByteArray example = {}; ///< as JSON
};

/// A header of an answer, beyond those that every answer has.
struct HeaderDeclaration {
    QByteArray name;
    QByteArray description;
    QByteArray schema = QByteArrayLiteral(R"({"type":"string"})");
    bool always = true; ///< else the answer may come without it
};

/// One answer a route may give, for the OpenAPI document. What the pipeline answers by itself (401, 403 for a role, 413, 415,
/// 422, 429, …) need not be declared. The same status again: it may come in another type, too.
struct ResponseDeclaration {
    int status = 200;
    QByteArray description;
    QByteArray schema = {}; ///< JSON Schema of the body; empty: none below 400, a problem from 400 on
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray name = {}; ///< of the schema in the document, such as "TokenPair"; empty: written in place
    QByteArray example = {}; ///< of the body, as JSON
    std::vector<HeaderDeclaration> headers = {};
};

/// An answer that is described by its status alone: without a body, or with a problem.
[[nodiscard]] inline ResponseDeclaration answer(int status, QByteArray description)
{
    return {.status = status, .description = std::move(description)};
}

/// A group of endpoints in the document.
struct TagDeclaration {
    QByteArray name; ///< as in Route::tag
    QByteArray title; ///< as a heading
    QByteArray description; ///< `code` between backquotes
};

/// A handler: straight-line code awaiting what it needs. Runs in the worker's thread. It may hold on to the request
/// as long as it likes. Errors are values; the pipeline turns them into problem bodies.
using Handler = std::function<QCoro::Task<Result<Response>>(RequestPtr request)>;

/// A handler that needs neither a body nor to wait; it answers while the head is still at the guard, so its cost is
/// that of the decision. Runs in the worker's thread and must not block.
using ImmediateHandler = std::function<Result<Response>(const Request &request)>;

/// Finds the account that a SignIn limit counts a request against; empty: none. Runs in the worker's thread, once the
/// body is parsed. Never throws.
using AccountFinder = std::function<QCoro::Task<QByteArray>(RequestPtr request)>;

/// Decides by the head of a request that was let in how large a body it may have, in bytes, or refuses it, before any of the body
/// is read. Runs in the worker's thread; may wait for a store, as nothing more of the connection is read until it has ended.
using BodyAdmitter = std::function<QCoro::Task<Result<qsizetype>>(RequestPtr request)>;

/// One endpoint, declared once. Routing, validation, limits, the OpenAPI document and the checks derive from it.
struct Route {
    QList<Method> methods; ///< HEAD comes with GET by itself
    QByteArray path; ///< segments, `{name}` for a parameter: "/auth/sessions/{id}"
    QByteArray operationId; ///< unique, such as "login"
    QByteArray tag; ///< groups the endpoints in the document
    QByteArray summary; ///< a heading: a few words, no full stop
    QByteArray description = {}; ///< sentences; `code` between backquotes
    Access access = Access::User;
    bool changesNothing = false; ///< whatever the method, so a cookie needs no proof of origin
    LimitClass limitClass = LimitClass::General; ///< RouteTable::add() makes it Administration for operators' routes
    AccountFinder accountOf; ///< finds the account that a SignIn limit counts; null: by address alone
    std::optional<BodySchema> body;
    bool secretBody = false; ///< holds passwords or tokens: overwritten as soon as it has been read
    bool bodyOptional = false; ///< an empty body is accepted too, and then `json` is empty
    bool readsOwnBody = false; ///< the handler reads `Request::body` by itself and by `validator`; for bodies of megabytes
    qsizetype bodyLimit = 64 * 1024;
    BodyAdmitter admitBody; ///< for callers of whom some may send less, or nothing
    QByteArray cacheControl = QByteArrayLiteral("no-store");
    QByteArray contentSecurityPolicy = QByteArrayLiteral("default-src 'none'; frame-ancestors 'none'");
    std::vector<ParameterDeclaration> parameters;
    std::vector<ResponseDeclaration> responses;
    Handler handler; ///< exactly one of these two is set
    ImmediateHandler immediate;

    std::optional<SchemaValidator> validator; ///< of `body`, made by RouteTable::add()
    int index = -1; ///< position in RouteTable::all(), for tables indexed by route
};

/// All endpoints of the server. Built once at start, then read by every worker without a lock.
class RouteTable
{
public:
    struct Match {
        const Route *route = nullptr; ///< null: see `allowed`
        QByteArrayList parameters;
        QList<Method> allowed; ///< methods of the path when none fits; empty when the path is unknown
    };

    /// Adds an endpoint. Its path and methods must not be taken; a mistake here is a programming error and asserts.
    void add(Route route);

    /// Describes a group of endpoints. Groups are shown in the order of these calls; routes of a tag that nobody describes,
    /// such as the parts of pages, are in the OpenAPI document but not shown.
    void addTag(TagDeclaration tag) { m_tags.push_back(std::move(tag)); }

    /// Finds the route for a percent-encoded path. Thread-safe once all are added.
    [[nodiscard]] Match match(Method method, QByteArrayView path) const;

    [[nodiscard]] const std::vector<std::unique_ptr<Route>> &all() const { return m_routes; }
    [[nodiscard]] const std::vector<TagDeclaration> &tags() const { return m_tags; }

private:
    std::vector<std::unique_ptr<Route>> m_routes;
    std::vector<TagDeclaration> m_tags;
    std::unordered_map<std::string_view, std::vector<const Route *>> m_fixed; ///< by whole path
    std::vector<const Route *> m_patterns; ///< those with parameters
};

} // namespace gatehouse::http
