#include "sharing/token_routes.h"

#include "core/ulid.h"
#include "http/route_group.h"
#include "sharing/creator.h"
#include "sharing/share_tokens.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::sharing {

using http::Access;
using http::answer;
using http::Method;
using http::Principal;
using http::RequestPtr;
using http::Response;
using http::Route;

namespace {

using Answer = QCoro::Task<Result<Response>>;
using Transactions = GroupedTransactions;

constexpr char kNewToken[] = R"({"type":"object","additionalProperties":false,"required":["ttl_seconds"],"properties":{
"ttl_seconds":{"type":"integer","minimum":1,"maximum":315360000},
"upload_size_limit":{"type":["integer","null"],"minimum":1,"description":"Bytes; without it that of the server."},
"one_time":{"type":"boolean","description":"Whether it is good for one secret only."}}})";
constexpr char kNewTokenExample[] = R"({"ttl_seconds":2592000,"upload_size_limit":1048576})";
constexpr char kToken[] =
    R"({"type":"object","additionalProperties":false,"required":["token"],"properties":{"token":{"type":"string"}}})";
constexpr char kTokens[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["id","kind","label","upload_size_limit","one_time","created_at","expires_at"],"properties":{
"id":{"type":"string"},"kind":{"type":"string","enum":["share","admin"]},
"label":{"type":"string","description":"Who made it: `default`, or an identifier."},
"upload_size_limit":{"type":["integer","null"]},"one_time":{"type":"boolean"},
"created_at":{"type":"string","format":"date-time"},"expires_at":{"type":"string","format":"date-time"}}}},
"next":{"type":["string","null"],"description":"For `after`, to get the next page; null on the last."}}})";

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// A token that is wanted, and by whom.
struct Wanted {
    QByteArray token; ///< itself
    ShareToken stored;
    QByteArray shownHash; ///< of the token it is asked for with; empty: by another right
    ShareToken::Kind shownKind = ShareToken::Kind::Share; ///< what that has to be
    ShareEvent event;
};

/// One-time tokens that one share token may have made and nobody has used yet.
constexpr qint64 kMostOwn = 256;

/// What is made with a share token has its limit, ends with it, and is not without number.
Result<void> derive(QSqlDatabase &database, ShareToken &made, const ShareToken &shown)
{
    const auto own = share_token_table::ownOf(database, shown.id, made.created);
    if (!own)
        return std::unexpected(own.error());
    if (own->count >= kMostOwn) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(own->firstExpires - made.created);
        return std::unexpected(
            Error{ErrorKind::Limited, u"%1 one-time tokens of this token are not used yet"_s.arg(own->count), {}, wait});
    }
    made.uploadSizeLimit = shown.uploadSizeLimit;
    made.expires = std::min(made.expires, shown.expires);
    return {};
}

/// Whoever shows a token must have it still.
Result<void> checkShown(QSqlDatabase &database, Wanted &wanted)
{
    if (wanted.shownHash.isEmpty())
        return {};
    const auto shown = share_token_table::find(database, wanted.shownHash, wanted.stored.created);
    if (!shown)
        return std::unexpected(shown.error());
    if (!*shown || (*shown)->kind != wanted.shownKind || (*shown)->oneTime)
        return failure(ErrorKind::Forbidden, u"the token is not valid for this"_s);
    if (wanted.shownKind == ShareToken::Kind::Share) {
        if (const Result<void> derived = derive(database, wanted.stored, **shown); !derived)
            return derived;
    }
    wanted.stored.label = (*shown)->id;
    wanted.event.actorKind =
        wanted.shownKind == ShareToken::Kind::Admin ? Principal::Kind::AdminToken : Principal::Kind::ShareToken;
    wanted.event.actor = (*shown)->id;
    return {};
}

Answer makeToken(TokenRouteParts parts, Wanted wanted)
{
    const QByteArray token = wanted.token;
    Transactions::Work<void> work = [wanted = std::move(wanted)](QSqlDatabase &database,
                                                                 Transactions::Events &events) -> Result<void> {
        Wanted making = wanted;
        if (const Result<void> may = checkShown(database, making); !may)
            return may;
        if (const Result<void> added = share_token_table::add(database, making.stored, tokenHash(making.token)); !added)
            return added;
        making.event.facts = {{"kind", making.stored.oneTime ? "one-time" : "share"},
                              {"until", toRfc3339(making.stored.expires)}};
        events.push_back(std::move(making.event));
        return {};
    };
    QCoro::Task<Result<void>> making = parts.transactions.run<void>(QByteArray(), 0, std::move(work));
    const Result<void> made = co_await making;
    if (!made)
        co_return std::unexpected(made.error());
    co_return Response::json(200, {{u"token"_s, text(token)}});
}

Wanted wantedBy(const http::Request &request, WallTime now, std::chrono::seconds life)
{
    Wanted wanted;
    wanted.token = newToken();
    wanted.stored.id = newUlid(now);
    wanted.stored.label = request.caller.isAnonymous() ? QByteArray("trusted address") : request.caller.id;
    wanted.stored.created = now;
    wanted.stored.expires = now + life;
    wanted.event = eventOf(request, ShareAction::CreateToken, wanted.stored.id);
    return wanted;
}

Answer createOneTimeToken(TokenRouteParts parts, RequestPtr request)
{
    const Principal &caller = request->caller;
    if (!caller.isAnonymous() && caller.role != Role::Admin && !isAtTrustedAddress(*request, parts.settings))
        co_return failure(ErrorKind::Forbidden, u"this needs an administrator, a share token or a trusted address"_s);
    SharingSettings settings = parts.settings;
    settings.allowAnonymous = false; // or anybody could turn nobody's right into a token
    const Result<Creator> creator = creatorOf(*request, settings);
    if (!creator)
        co_return std::unexpected(creator.error());
    Wanted wanted = wantedBy(*request, parts.clock.now(), parts.settings.oneTimeTokenTtl);
    wanted.stored.oneTime = true;
    wanted.shownHash = creator->tokenHash;
    Answer making = makeToken(parts, std::move(wanted));
    Result<Response> made = co_await making;
    co_return made;
}

/// An administrator, or the holder of the admin token at a trusted address.
Result<QByteArray> administrator(const http::Request &request, const SharingSettings &settings)
{
    if (!request.caller.isAnonymous()) {
        if (request.caller.kind == Principal::Kind::User && request.caller.role == Role::Admin)
            return QByteArray();
        return failure(ErrorKind::Forbidden, u"this needs an administrator or the admin token"_s);
    }
    const QByteArray token = opaqueToken(request);
    if (token.isEmpty())
        return failure(ErrorKind::Unauthenticated, u"this needs an administrator or the admin token"_s);
    if (!settings.adminToken || !isAtTrustedAddress(request, settings))
        return failure(ErrorKind::Forbidden, u"the admin token is not taken from this address"_s);
    return tokenHash(token);
}

Answer createToken(TokenRouteParts parts, RequestPtr request)
{
    const Result<QByteArray> right = administrator(*request, parts.settings);
    if (!right)
        co_return std::unexpected(right.error());
    const std::chrono::seconds life(request->json.value("ttl_seconds"_L1).toInteger());
    Wanted wanted = wantedBy(*request, parts.clock.now(), life);
    wanted.stored.oneTime = request->json.value("one_time"_L1).toBool();
    if (const QJsonValue limit = request->json.value("upload_size_limit"_L1); limit.isDouble())
        wanted.stored.uploadSizeLimit = limit.toInteger();
    wanted.shownHash = *right;
    wanted.shownKind = ShareToken::Kind::Admin;
    Answer making = makeToken(parts, std::move(wanted));
    Result<Response> made = co_await making;
    co_return made;
}

QJsonObject describe(const ShareToken &token)
{
    return {{u"id"_s, text(token.id)},
            {u"kind"_s, token.kind == ShareToken::Kind::Admin ? u"admin"_s : u"share"_s},
            {u"label"_s, text(token.label)},
            {u"upload_size_limit"_s, token.uploadSizeLimit ? QJsonValue(*token.uploadSizeLimit) : QJsonValue()},
            {u"one_time"_s, token.oneTime},
            {u"created_at"_s, text(toRfc3339(token.created))},
            {u"expires_at"_s, text(toRfc3339(token.expires))}};
}

/// One page, as `?limit=` and `?after=` ask for it.
Answer listTokens(TokenRouteParts parts, RequestPtr request)
{
    bool isNumber = true;
    const QByteArray limitText = request->queryValue("limit");
    const qsizetype limit = limitText.isNull() ? 100 : limitText.toLongLong(&isNumber);
    if (!isNumber || limit < 1 || limit > 500)
        co_return std::unexpected(
            Error{ErrorKind::Invalid, u"limit must be 1 to 500"_s, {{u"limit"_s, u"must be 1 to 500"_s}}, {}});
    const QByteArray after = request->queryValue("after");
    if (!after.isNull() && !isUlid(after))
        co_return std::unexpected(
            Error{ErrorKind::Invalid, u"after must be an identifier"_s, {{u"after"_s, u"must be an identifier"_s}}, {}});
    auto work = [now = parts.clock.now()](QSqlDatabase &database) { return share_token_table::all(database, now); };
    const Result<std::vector<ShareToken>> tokens = co_await parts.database.run(std::move(work));
    if (!tokens)
        co_return std::unexpected(tokens.error());
    QJsonArray items;
    QJsonValue next(QJsonValue::Null);
    for (const ShareToken &token : *tokens) {
        if (token.id <= after)
            continue;
        if (items.size() == limit) {
            next = items.last().toObject().value(u"id"_s);
            break;
        }
        items.append(describe(token));
    }
    co_return Response::json(200, {{u"items"_s, items}, {u"next"_s, next}});
}

Answer revokeToken(TokenRouteParts parts, RequestPtr request)
{
    const QByteArray id = request->parameters.value(0);
    ShareEvent event = eventOf(*request, ShareAction::RevokeToken, id);
    Transactions::Work<void> work = [id, event = std::move(event)](QSqlDatabase &database,
                                                                   Transactions::Events &events) -> Result<void> {
        if (const Result<void> removed = share_token_table::removeWithItsOwn(database, id); !removed)
            return removed;
        events.push_back(event);
        return {};
    };
    QCoro::Task<Result<void>> revoking = parts.transactions.run<void>(id, 0, std::move(work));
    const Result<void> revoked = co_await revoking;
    if (!revoked)
        co_return std::unexpected(revoked.error());
    co_return Response::empty(204);
}

} // namespace

void declareTokenRoutes(http::RouteTable &routes, const TokenRouteParts &parts)
{
    const http::RouteGroup<TokenRouteParts> group("share-tokens", parts, Access::User, Access::User);
    routes.addTag({"share-tokens", "Share tokens", "What lets somebody without an account create secrets."});
    const http::ResponseDeclaration made{
        .status = 200, .description = "The token; it is told this once", .schema = kToken, .name = "NewTokenAnswer"};

    Route oneTime = group.route(Method::Post, "/api/v1/one-time-token", "createOneTimeToken", "Make a token for one secret",
                                createOneTimeToken);
    oneTime.description =
        "For an administrator, the holder of a share token (whose size limit it inherits, and with which it ends), or a "
        "trusted address.";
    oneTime.access = Access::AnybodyLenient;
    oneTime.responses = {made, answer(401, "Nobody may without a credential"),
                         answer(403, "The token is not valid for this, or the user no administrator")};
    routes.add(std::move(oneTime));

    Route create = group.route(Method::Post, "/api/v1/admin/tokens", "createShareToken", "Make a share token", createToken);
    create.description = "For administrators, and for the holder of the admin token at a trusted address.";
    create.access = Access::AnybodyLenient;
    create.body = {"NewShareToken", kNewToken, kNewTokenExample};
    create.responses = {made, answer(401, "Without a credential"), answer(403, "Not with this one, or not from here")};
    routes.add(std::move(create));

    Route list = group.route(Method::Get, "/api/v1/admin/tokens", "listShareTokens", "List the tokens", listTokens);
    list.access = Access::Operator;
    list.parameters = {{"limit", "How many, 1 to 500.", R"({"type":"integer","minimum":1,"maximum":500,"default":100})"},
                       {"after", "The last identifier of the page before."}};
    list.responses = {{.status = 200, .description = "One page", .schema = kTokens, .name = "ShareTokenPage"}};
    routes.add(std::move(list));

    Route revoke = group.route(Method::Delete, "/api/v1/admin/tokens/{id}", "revokeShareToken", "Revoke a token", revokeToken);
    revoke.description = "One-time tokens that were made with it go too.";
    revoke.access = Access::Admin;
    revoke.responses = {answer(204, "Revoked"), answer(404, "No such token")};
    routes.add(std::move(revoke));
}

} // namespace gatehouse::sharing
