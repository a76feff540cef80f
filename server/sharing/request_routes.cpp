#include "sharing/request_routes.h"
#include "core/base64url.h"

#include "core/ulid.h"
#include "http/route_group.h"
#include "sharing/creator.h"
#include "sharing/public_key.h"
#include "sharing/secret_body.h"
#include "sharing/share_tokens.h"

#include <QJsonObject>

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

constexpr qint64 kBesideData = 64 * 1024;

constexpr char kNewRequest[] =
    R"({"type":"object","additionalProperties":false,"required":["public_key","expires_in"],"properties":{
"public_key":{"type":"string","maxLength":88,"description":"The asker's key: an uncompressed point of P-256, 65 bytes as base64url."},
"expires_in":{"type":"integer","minimum":1,"description":"Seconds."},
"note":{"type":["string","null"],"maxLength":200,"description":"Shown to whoever answers; the server can read it."}}})";
constexpr char kNewRequestExample[] =
    R"({"public_key":"BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU","expires_in":3600})";
constexpr char kRequested[] = R"({"type":"object","additionalProperties":false,"required":["id","collect_token"],"properties":{
"id":{"type":"string"},"collect_token":{"type":"string","description":"For `X-Collect-Token`; it is told this once."}}})";
constexpr char kRequest[] =
    R"({"type":"object","additionalProperties":false,"required":["public_key","expires_at","state","note"],"properties":{
"public_key":{"type":"string"},"expires_at":{"type":"string","format":"date-time"},
"state":{"type":"string","enum":["open","answered","collected"]},"note":{"type":["string","null"]}}})";
constexpr char kAnswer[] = R"({"type":"object","additionalProperties":false,"required":["data"],"properties":{
"data":{"type":"string","description":"Base64 of what was encrypted to the asker's key."}}})";

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// Too many guesses from there; nothing when it may go on.
std::optional<Error> stopped(const RequestRouteParts &parts, const http::Request &request)
{
    const auto wait = parts.guesses.wait(request.client);
    return wait ? std::optional(Error{ErrorKind::Limited, u"too many guesses; try again later"_s, {}, wait}) : std::nullopt;
}

/// The failure of an act on a request, which may have been a guess.
std::unexpected<Error> failed(const RequestRouteParts &parts, const http::Request &request, const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        parts.guesses.count(request.client);
    return std::unexpected(error);
}

Result<SecretRequest> requestFrom(const http::Request &request, const RequestRouteParts &parts, const Creator &creator)
{
    const qint64 expiresIn = request.json.value("expires_in"_L1).toInteger();
    if (expiresIn < 1 || expiresIn > parts.settings.maxTtl.count())
        return failure(ErrorKind::Malformed, u"expires_in must be from 1 to %1"_s.arg(parts.settings.maxTtl.count()));
    const auto key = QByteArray::fromBase64Encoding(request.json.value("public_key"_L1).toString().toLatin1(),
                                                    QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!key || !isPublicKey(*key))
        return std::unexpected(Error{ErrorKind::Invalid,
                                     u"public_key must be a point of P-256"_s,
                                     {{u"public_key"_s, u"must be a point of P-256"_s}},
                                     {}});
    SecretRequest asked;
    asked.created = parts.clock.now();
    asked.expires = asked.created + std::chrono::seconds(expiresIn);
    asked.id = newUlid(asked.created);
    asked.publicKey = *key;
    asked.note = request.json.value("note"_L1).toString().toUtf8();
    asked.sizeLimit = creator.sizeLimit;
    return asked;
}

Answer askForSecret(RequestRouteParts parts, RequestPtr request)
{
    const Result<Creator> creator = creatorOf(*request, parts.settings);
    if (!creator)
        co_return std::unexpected(creator.error());
    if (const Result<void> room = parts.room.admit(creator->kind, 0); !room)
        co_return std::unexpected(room.error());
    const Result<SecretRequest> asked = requestFrom(*request, parts, *creator);
    if (!asked)
        co_return std::unexpected(asked.error());
    const QByteArray token = newToken();
    NewSecretRequest stored{*asked, tokenHash(token), creator->tokenHash, eventOf(*request, ShareAction::Request)};
    QCoro::Task<Result<void>> storing = parts.secrets.ask(std::move(stored));
    const Result<void> done = co_await storing;
    if (!done)
        co_return std::unexpected(done.error());
    co_return Response::json(200, {{u"id"_s, text(asked->id)}, {u"collect_token"_s, text(token)}});
}

QByteArrayView nameOf(SecretRequest::State state)
{
    return state == SecretRequest::State::Open ? "open" : state == SecretRequest::State::Answered ? "answered" : "collected";
}

Answer showRequest(RequestRouteParts parts, RequestPtr request)
{
    if (const auto error = stopped(parts, *request))
        co_return std::unexpected(*error);
    QCoro::Task<Result<SecretRequest>> reading = parts.secrets.show(request->parameters.value(0).toUpper());
    const Result<SecretRequest> shown = co_await reading;
    if (!shown)
        co_return failed(parts, *request, shown.error());
    co_return Response::json(200,
                             {{u"public_key"_s, text(toBase64Url(shown->publicKey))},
                              {u"expires_at"_s, text(toRfc3339(shown->expires))},
                              {u"state"_s, text(nameOf(shown->state))},
                              {u"note"_s, shown->note.isEmpty() ? QJsonValue() : QJsonValue(text(shown->note))}});
}

/// How large an answer may be, before it is read: nothing is taken in for what nobody asked for.
QCoro::Task<Result<qsizetype>> admitAnswer(RequestRouteParts parts, RequestPtr request)
{
    if (const auto error = stopped(parts, *request))
        co_return std::unexpected(*error);
    QCoro::Task<Result<SecretRequest>> reading = parts.secrets.show(request->parameters.value(0).toUpper());
    const Result<SecretRequest> asked = co_await reading;
    if (!asked)
        co_return failed(parts, *request, asked.error());
    if (asked->state != SecretRequest::State::Open)
        co_return failure(ErrorKind::Gone, u"this was answered already"_s);
    const CreatorKind by = parts.settings.allowAnonymous ? CreatorKind::Anonymous : CreatorKind::Authenticated;
    if (const Result<void> room = parts.room.admit(by, request->head.contentLength.value_or(0)); !room)
        co_return std::unexpected(room.error());
    co_return largestData(asked->sizeLimit) + kBesideData;
}

Answer answerRequest(RequestRouteParts parts, RequestPtr request)
{
    if (const auto error = stopped(parts, *request))
        co_return std::unexpected(*error);
    Result<LargeBody> body = readLargeBody(request->body, *request->route->validator);
    request->body = {}; // megabytes that are needed once
    if (!body)
        co_return std::unexpected(body.error());
    const qsizetype size = body->data.size();
    QCoro::Task<Result<void>> storing = parts.secrets.answer(request->parameters.value(0).toUpper(), std::move(body->data),
                                                             eventOf(*request, ShareAction::Answer));
    const Result<void> stored = co_await storing;
    if (!stored)
        co_return failed(parts, *request, stored.error());
    parts.room.use(size);
    co_return Response::empty(204);
}

Answer collectAnswer(RequestRouteParts parts, RequestPtr request)
{
    if (const auto error = stopped(parts, *request))
        co_return std::unexpected(*error);
    if (request->head.method == Method::Head)
        co_return failure(ErrorKind::NotFound, u"only GET collects"_s);
    QCoro::Task<Result<CollectedAnswer>> collecting =
        parts.secrets.collect(request->parameters.value(0).toUpper(), tokenHash(request->head.field("X-Collect-Token")),
                              eventOf(*request, ShareAction::Collect));
    Result<CollectedAnswer> collected = co_await collecting;
    if (!collected)
        co_return failed(parts, *request, collected.error());
    co_return Response::text(200, std::move(collected->data));
}

} // namespace

void declareRequestRoutes(http::RouteTable &routes, const RequestRouteParts &parts)
{
    const http::RouteGroup<RequestRouteParts> group("secret-requests", parts, Access::Anybody, Access::Anybody);
    routes.addTag({"secret-requests", "Asking for a secret",
                   "A link that lets its recipient encrypt to the asker's key. The link names the key's fingerprint, so that the "
                   "server cannot put its own in."});
    Route ask = group.route(Method::Post, "/api/v1/secret-request", "askForSecret", "Ask for a secret", askForSecret);
    ask.description = "By whoever may create secrets.";
    ask.access = Access::AnybodyLenient;
    ask.body = {"NewSecretRequest", kNewRequest, kNewRequestExample};
    ask.responses = {{.status = 200, .description = "Ready to be answered", .schema = kRequested, .name = "SecretRequested"},
                     answer(401, "Nobody may without a credential"),
                     answer(403, "The token is not valid")};
    routes.add(std::move(ask));

    Route show = group.route(Method::Get, "/api/v1/secret-request/{id}", "showSecretRequest", "What is asked for", showRequest);
    show.responses = {{.status = 200, .description = "The request", .schema = kRequest, .name = "SecretRequest"},
                      answer(404, "There is none, or it has expired")};
    routes.add(std::move(show));

    Route reply =
        group.route(Method::Post, "/api/v1/secret-request/{id}/answer", "answerSecretRequest", "Answer, once", answerRequest);
    reply.body = {"SecretRequestAnswer", kAnswer, R"({"data":"c2VjcmV0"})"};
    reply.readsOwnBody = true;
    reply.bodyLimit = largestData(parts.settings.uploadSizeLimit) + kBesideData;
    reply.admitBody = [parts](RequestPtr request) { return admitAnswer(parts, std::move(request)); };
    reply.responses = {answer(204, "Answered"), answer(404, "There is none, or it has expired"), answer(410, "It was answered"),
                       answer(413, "Larger than its asker may receive")};
    routes.add(std::move(reply));

    Route collect = group.route(Method::Get, "/api/v1/secret-request/{id}/answer", "collectSecretAnswer",
                                "Collect the answer, once", collectAnswer);
    collect.description = "By the asker, with the token in `X-Collect-Token`.";
    collect.responses = {{.status = 200,
                          .description = "The answer as it was stored; nobody gets it again",
                          .schema = R"({"type":"string"})",
                          .contentType = "text/plain; charset=utf-8"},
                         answer(404, "There is no answer yet, or the token is not the asker's"),
                         answer(410, "It was collected")};
    routes.add(std::move(collect));
}

} // namespace gatehouse::sharing
