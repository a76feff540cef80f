#include "sharing/secret_routes.h"

#include "core/ulid.h"
#include "http/same_origin.h"
#include "sharing/creator.h"
#include "sharing/secret_body.h"
#include "sharing/share_tokens.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::sharing {

using http::Access;
using http::answer;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;

namespace {

using Answer = QCoro::Task<Result<Response>>;

/// Of a body beside its data: restrictions may be many.
constexpr qint64 kBesideData = 64 * 1024;

// Hakanai's clients write null for what they have not. What is there and empty is a client's mistake, and would leave open what
// it wanted restricted.
constexpr char kNewSecret[] = R"({"type":"object","additionalProperties":false,"required":["data","expires_in"],"properties":{
"data":{"type":"string","description":"Base64 of what the creator encrypted; the server cannot read it."},
"expires_in":{"type":"integer","minimum":1,"description":"Seconds."},
"receipt":{"type":"boolean","description":"Whether to give a receipt token, which tells what became of the secret and can burn it."},
"restrictions":{"type":["object","null"],"additionalProperties":false,"properties":{
"allowed_ips":{"type":["array","null"],"minItems":1,"maxItems":256,"items":{"type":"string","maxLength":64},"description":"Addresses and ranges."},
"allowed_countries":{"type":["array","null"],"minItems":1,"maxItems":256,"items":{"type":"string","maxLength":2},"description":"ISO 3166-1 alpha-2."},
"allowed_asns":{"type":["array","null"],"minItems":1,"maxItems":256,"items":{"type":"integer","minimum":0,"maximum":4294967295}},
"passphrase_hash":{"type":["string","null"],"minLength":1,"maxLength":64,"description":"SHA-256 of the passphrase, 64 hexadecimal digits."}}}}})";
constexpr char kNewSecretExample[] = R"({"data":"c2VjcmV0","expires_in":3600,"restrictions":{"allowed_ips":["192.0.2.0/24"]}})";
constexpr char kCreated[] = R"({"type":"object","additionalProperties":false,"required":["id"],"properties":{
"id":{"type":"string"},"receipt_token":{"type":"string","description":"Only when a receipt was asked for."}}})";
constexpr char kReceipt[] = R"({"type":"object","additionalProperties":false,
"required":["state","created_at","expires_at","taken_at","taken_from","failed_attempts"],"properties":{
"state":{"type":"string","enum":["waiting","taken","expired","burned","destroyed","locked"]},
"created_at":{"type":"string","format":"date-time"},"expires_at":{"type":"string","format":"date-time"},
"taken_at":{"type":["string","null"],"format":"date-time"},
"taken_from":{"type":["object","null"],"additionalProperties":false,"required":["address","country","asn"],"properties":{
"address":{"type":"string"},"country":{"type":["string","null"]},"asn":{"type":["integer","null"]}}},
"failed_attempts":{"type":"integer","description":"Wrong passphrases."}}})";

constexpr char kPlainPage[] = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>A secret is waiting</title></head>
<body><h1>A secret is waiting</h1>
<p>This link hands over a secret, once. Opening this page has not consumed it.</p>
<p>Get it with <code>gatehouse get</code> and the whole link, or with Hakanai's command line.</p></body></html>
)";

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

std::unexpected<Error> unknownSecret()
{
    return failure(ErrorKind::NotFound, u"there is no such secret, or it has expired"_s);
}

std::unexpected<Error> haveToWait(std::chrono::seconds wait, const QString &why)
{
    return std::unexpected(Error{ErrorKind::Limited, why, {}, wait});
}

/// The hash of a token in that header; empty when there is none.
QByteArray hashOfToken(const http::Request &request, QByteArrayView header)
{
    const QByteArrayView token = request.head.field(header);
    return token.isEmpty() ? QByteArray() : tokenHash(token);
}

/// Where restrictions ask for what cannot be known here.
Result<void> checkSupported(const Restrictions &restrictions, const SharingSettings &settings)
{
    if (!restrictions.countries.isEmpty() && !settings.tellsCountries())
        return failure(ErrorKind::NotSupported, u"this server cannot tell countries"_s);
    if (!restrictions.asns.empty() && !settings.tellsAsns())
        return failure(ErrorKind::NotSupported, u"this server cannot tell autonomous systems"_s);
    return {};
}

/// A secret, and what its creator is given to follow it with.
struct Creation {
    NewSecret secret;
    QByteArray receiptToken = {}; ///< empty: none was asked for
};

Result<Creation> creationFrom(const http::Request &request, const SecretRouteParts &parts, const Creator &creator)
{
    Result<LargeBody> body = readLargeBody(request.body, *request.route->validator);
    if (!body)
        return std::unexpected(body.error());
    if (body->data.size() > largestData(creator.sizeLimit))
        return failure(ErrorKind::TooLarge, u"the secret is too large"_s);
    const qint64 expiresIn = body->fields.value("expires_in"_L1).toInteger();
    if (expiresIn < 1 || expiresIn > parts.settings.maxTtl.count())
        return failure(ErrorKind::Malformed, u"expires_in must be from 1 to %1"_s.arg(parts.settings.maxTtl.count()));
    Result<Restrictions> restrictions = Restrictions::fromJson(body->fields.value("restrictions"_L1).toObject());
    if (!restrictions)
        return std::unexpected(restrictions.error());
    if (const Result<void> supported = checkSupported(*restrictions, parts.settings); !supported)
        return std::unexpected(supported.error());

    Creation creation;
    NewSecret &secret = creation.secret;
    secret.created = parts.clock.now();
    secret.expires = secret.created + std::chrono::seconds(expiresIn);
    secret.id = newUlid(secret.created);
    secret.data = std::move(body->data);
    secret.restrictions = std::move(*restrictions);
    secret.tokenHash = creator.tokenHash;
    if (body->fields.value("receipt"_L1).toBool()) {
        creation.receiptToken = newToken();
        secret.receiptHash = tokenHash(creation.receiptToken);
    }
    secret.event = eventOf(request, ShareAction::Create, secret.id);
    secret.event.facts = {{"expires_in", QByteArray::number(expiresIn)},
                          {"restrictions", QByteArray::number(secret.restrictions.kinds())},
                          {"size", QByteArray::number(secret.data.size())}};
    return creation;
}

/// Whether its body is worth a look at what speaks against it before it is read, and again after.
bool mayBeLarge(const http::RequestHead &head)
{
    return head.chunked || head.contentLength.value_or(0) > kBesideData;
}

Answer createSecret(SecretRouteParts parts, RequestPtr request)
{
    const Result<Creator> creator = creatorOf(*request, parts.settings);
    if (!creator)
        co_return std::unexpected(creator.error());
    Result<Creation> creation = creationFrom(*request, parts, *creator);
    request->body = {}; // megabytes that are needed once
    if (!creation) {
        parts.statistics.refusedCreation();
        co_return std::unexpected(creation.error());
    }
    const auto &[secret, receiptToken] = *creation;
    const qint64 size = secret.data.size();
    // While megabytes came in, others may have taken the room for them.
    const Result<void> room = mayBeLarge(request->head) ? parts.room.admit(creator->kind, size) : Result<void>();
    if (!room) {
        parts.statistics.refusedCreation();
        co_return std::unexpected(room.error());
    }
    const auto ttl = std::chrono::duration_cast<std::chrono::seconds>(secret.expires - secret.created);
    const int kinds = secret.restrictions.kinds();
    QJsonObject answer{{u"id"_s, text(secret.id)}};
    if (!receiptToken.isEmpty())
        answer.insert(u"receipt_token"_s, text(receiptToken));
    QCoro::Task<Result<void>> storing = parts.secrets.put(std::move(creation->secret));
    const Result<void> stored = co_await storing;
    if (!stored) {
        parts.statistics.refusedCreation();
        co_return std::unexpected(stored.error());
    }
    parts.room.use(size);
    parts.statistics.created(creator->kind, size, ttl, kinds);
    co_return Response::json(200, answer);
}

/// How large a body this request may have, before it is read.
QCoro::Task<Result<qsizetype>> admitSecret(SecretRouteParts parts, RequestPtr request)
{
    const Result<Creator> creator = creatorOf(*request, parts.settings);
    if (!creator)
        co_return std::unexpected(creator.error());
    if (const Result<void> room = parts.room.admit(creator->kind, request->head.contentLength.value_or(0)); !room) {
        parts.statistics.refusedCreation();
        co_return std::unexpected(room.error());
    }
    qint64 limit = creator->sizeLimit;
    if (!creator->tokenHash.isEmpty() && mayBeLarge(request->head)) {
        auto work = [hash = creator->tokenHash, now = parts.clock.now()](QSqlDatabase &database) {
            return findToken(database, hash, 0, now);
        };
        QCoro::Task<Result<ShareToken>> finding = parts.database.run(std::move(work));
        const Result<ShareToken> token = co_await finding;
        if (!token) {
            parts.statistics.refusedCreation();
            co_return std::unexpected(token.error());
        }
        limit = std::min(limit, token->uploadSizeLimit.value_or(limit));
    }
    co_return largestData(limit) + kBesideData;
}

Result<Response> answerFor(TakeOutcome &outcome)
{
    using Kind = TakeOutcome::Kind;
    switch (outcome.kind) {
    case Kind::Handed: return Response::text(200, std::move(outcome.data));
    case Kind::Unknown: return unknownSecret();
    case Kind::Gone: return failure(ErrorKind::Gone, u"the secret was taken already"_s);
    case Kind::Denied: return failure(ErrorKind::Forbidden, u"the secret may not be taken from here"_s);
    case Kind::PassphraseMissing: return failure(ErrorKind::Unauthenticated, u"the secret needs its passphrase"_s);
    case Kind::PassphraseWrong: return failure(ErrorKind::Unauthenticated, u"the passphrase is wrong"_s);
    case Kind::Locked: return haveToWait(outcome.retryAfter, u"too many wrong passphrases; try again later"_s);
    }
    Q_UNREACHABLE();
}

Answer takeSecret(SecretRouteParts parts, RequestPtr request)
{
    // An image on somebody else's page, or a link that is only pointed at, is not whoever the secret is for.
    if (request->byForeignPage || http::isPrefetch(*request))
        co_return failure(ErrorKind::Forbidden, u"a secret is not taken for another site's page, nor ahead of time"_s);
    if (const auto wait = parts.guesses.wait(request->client))
        co_return haveToWait(*wait, u"too many guesses; try again later"_s);
    TakeRequest asked{.id = request->parameters.value(0).toUpper(),
                      .visitor = visitorOf(*request, parts.settings, parts.pipeline.get()->trustedProxies, *parts.geo.get()),
                      .passphraseHash = request->head.field("X-Secret-Passphrase").toByteArray(),
                      .now = parts.clock.now(),
                      .onlyLook = request->head.method == Method::Head,
                      .event = eventOf(*request, ShareAction::Open)};
    const bool onlyLook = asked.onlyLook;
    Result<TakeOutcome> outcome = TakeOutcome();
    if (isUlid(asked.id)) {
        QCoro::Task<Result<TakeOutcome>> taking = parts.secrets.take(std::move(asked));
        outcome = co_await taking;
    }
    if (!outcome)
        co_return std::unexpected(outcome.error());
    if (!onlyLook)
        parts.statistics.asked(outcome->kind);
    if (outcome->kind == TakeOutcome::Kind::Unknown || outcome->kind == TakeOutcome::Kind::PassphraseWrong)
        parts.guesses.count(request->client);
    co_return answerFor(*outcome);
}

/// Whether a client that opens a link wants what is behind it. All others, those that only preview it among them, get a page.
bool isOurProgram(const http::Request &request)
{
    const QByteArrayView agent = request.head.field("User-Agent");
    return agent.startsWith("hakanai") || agent.startsWith("gatehouse");
}

Answer openLink(SecretRouteParts parts, SecretPage page, RequestPtr request)
{
    if (isOurProgram(*request)) {
        Answer taking = takeSecret(parts, request);
        Result<Response> taken = co_await taking;
        co_return taken;
    }
    if (page)
        co_return page(*request);
    co_return Response::text(200, kPlainPage, "text/html; charset=utf-8");
}

QByteArray nameOf(Receipt::State state)
{
    switch (state) {
    case Receipt::State::Waiting: return "waiting";
    case Receipt::State::Locked: return "locked";
    case Receipt::State::Taken: return "taken";
    case Receipt::State::Expired: return "expired";
    case Receipt::State::Burned: return "burned";
    case Receipt::State::Destroyed: return "destroyed";
    }
    Q_UNREACHABLE();
}

QJsonObject describe(const Receipt &receipt)
{
    QJsonObject json{{u"state"_s, text(nameOf(receipt.state))},
                     {u"created_at"_s, text(toRfc3339(receipt.created))},
                     {u"expires_at"_s, text(toRfc3339(receipt.expires))},
                     {u"taken_at"_s, QJsonValue::Null},
                     {u"taken_from"_s, QJsonValue::Null},
                     {u"failed_attempts"_s, receipt.failedAttempts}};
    if (!receipt.taken)
        return json;
    const Visitor &from = receipt.takenFrom;
    json.insert(u"taken_at"_s, text(toRfc3339(*receipt.taken)));
    json.insert(u"taken_from"_s,
                QJsonObject{{u"address"_s, text(from.address.toText())},
                            {u"country"_s, from.country.isEmpty() ? QJsonValue() : QJsonValue(text(from.country))},
                            {u"asn"_s, from.asn ? QJsonValue(qint64(*from.asn)) : QJsonValue()}});
    return json;
}

Answer showReceipt(SecretRouteParts parts, RequestPtr request)
{
    if (const auto wait = parts.guesses.wait(request->client))
        co_return haveToWait(*wait, u"too many guesses; try again later"_s);
    QCoro::Task<Result<Receipt>> reading =
        parts.secrets.receipt(request->parameters.value(0).toUpper(), hashOfToken(*request, "X-Receipt-Token"));
    const Result<Receipt> receipt = co_await reading;
    if (!receipt) {
        if (receipt.error().kind == ErrorKind::NotFound)
            parts.guesses.count(request->client);
        co_return std::unexpected(receipt.error());
    }
    co_return Response::json(200, describe(*receipt));
}

Answer burnSecret(SecretRouteParts parts, RequestPtr request)
{
    if (const auto wait = parts.guesses.wait(request->client))
        co_return haveToWait(*wait, u"too many guesses; try again later"_s);
    QCoro::Task<Result<void>> burning = parts.secrets.burn(
        request->parameters.value(0).toUpper(), hashOfToken(*request, "X-Receipt-Token"), eventOf(*request, ShareAction::Burn));
    const Result<void> burned = co_await burning;
    if (!burned) {
        if (burned.error().kind == ErrorKind::NotFound)
            parts.guesses.count(request->client);
        co_return std::unexpected(burned.error());
    }
    parts.statistics.burned();
    co_return Response::empty(204);
}

Route secretRoute(Method method, const char *path, const char *operationId, const char *summary)
{
    Route route;
    route.methods = {method};
    route.path = path;
    route.operationId = operationId;
    route.tag = "secrets";
    route.summary = summary;
    route.access = Access::Anybody;
    return route;
}

std::vector<http::ResponseDeclaration> answersOfTaking()
{
    return {{.status = 200,
             .description = "The secret as it was stored; nobody gets it again",
             .schema = R"({"type":"string"})",
             .contentType = "text/plain; charset=utf-8"},
            answer(401, "It needs a passphrase, or the one given is wrong"),
            answer(403, "A restriction denies it; the secret is still there"),
            answer(404, "There is none, or it has expired"),
            answer(410, "It was taken already")};
}

} // namespace

void declareSecretRoutes(http::RouteTable &routes, const SecretRouteParts &parts, SecretPage page)
{
    routes.addTag(
        {"secrets", "One-time secrets",
         "What is handed over once. The data is encrypted before it comes here; the key is in the part of a link that is "
         "never sent."});
    Route create = secretRoute(Method::Post, "/api/v1/secret", "createSecret", "Store a secret");
    create.description = "By a user, with a share token, from a trusted address or, where that is allowed, by anybody.";
    create.access = Access::AnybodyLenient; // a share token is none of the credentials that are looked at before the body
    create.body = {"NewSecret", kNewSecret, kNewSecretExample};
    create.readsOwnBody = true;
    create.bodyLimit = largestData(parts.settings.uploadSizeLimit) + kBesideData;
    create.admitBody = [parts](RequestPtr request) { return admitSecret(parts, std::move(request)); };
    create.responses = {{.status = 200, .description = "Stored", .schema = kCreated, .name = "CreatedSecret"},
                        answer(401, "Nobody may create without a credential"),
                        answer(403, "The token is not valid"),
                        answer(413, "Larger than this caller may send"),
                        answer(501, "A restriction asks for what this server cannot tell"),
                        answer(503, "There is no room for it now")};
    create.handler = [parts](RequestPtr request) { return createSecret(parts, std::move(request)); };
    routes.add(std::move(create));

    Route take = secretRoute(Method::Get, "/api/v1/secret/{id}", "takeSecret", "Take a secret");
    take.description = "HEAD only tells whether it is there.";
    take.responses = answersOfTaking();
    take.handler = [parts](RequestPtr request) { return takeSecret(parts, std::move(request)); };
    routes.add(std::move(take));

    Route burn = secretRoute(Method::Delete, "/api/v1/secret/{id}", "burnSecret", "Burn a secret before it is read");
    burn.description = "By its creator, with the receipt token in `X-Receipt-Token`.";
    burn.responses = {answer(204, "Burned"), answer(404, "There is none, or the token is not its own"),
                      answer(410, "It was taken, has expired or was burned")};
    burn.handler = [parts](RequestPtr request) { return burnSecret(parts, std::move(request)); };
    routes.add(std::move(burn));

    Route receipt = secretRoute(Method::Get, "/api/v1/secret/{id}/receipt", "showReceipt", "What became of a secret");
    receipt.description = "For its creator, with the receipt token in `X-Receipt-Token`.";
    receipt.responses = {{.status = 200, .description = "What is known", .schema = kReceipt, .name = "Receipt"},
                         answer(404, "There is none, or the token is not its own")};
    receipt.handler = [parts](RequestPtr request) { return showReceipt(parts, std::move(request)); };
    routes.add(std::move(receipt));

    Route link = secretRoute(Method::Get, "/s/{id}", "openLink", "Open the link to a secret");
    link.description = "Programs whose `User-Agent` begins with `hakanai` or `gatehouse` take the secret as from "
                       "`/api/v1/secret/{id}`; all others get a page, and consume nothing.";
    link.contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                                 "connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; "
                                 "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    link.responses = answersOfTaking();
    link.responses.front() = {.status = 200,
                              .description = "The page, or the secret",
                              .schema = R"({"type":"string"})",
                              .contentType = "text/html; charset=utf-8"};
    link.handler = [parts, page = std::move(page)](RequestPtr request) { return openLink(parts, page, std::move(request)); };
    routes.add(std::move(link));
}

} // namespace gatehouse::sharing
