#include "client/sharing_client.h"

#include "core/base64url.h"
#include "client/request_key.h"
#include "client/secret_link.h"
#include "core/append.h"
#include "core/json_text.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

/// No secret is larger: base64 of 1 GiB would be more than a QString holds in many a machine's memory.
constexpr qint64 kLargestSecret = 512 * 1024 * 1024;
constexpr qsizetype kLongestToken = 512;

/// What a refusal means to whoever asked for `what`.
struct Meanings {
    QString unauthenticated;
    QString forbidden;
    QString notFound;
    QString gone;
    ErrorKind forbiddenKind = ErrorKind::Forbidden;
};

const Meanings kCreating{.unauthenticated = u"this server wants a token from who sends (HAKANAI_TOKEN or --token-file)"_s,
                         .forbidden = u"the server does not know this token, or it has ended"_s,
                         .notFound = u"this server takes no secrets"_s,
                         .gone = u"this server takes no secrets any more"_s,
                         .forbiddenKind = ErrorKind::Unauthenticated};
const Meanings kTaking{.unauthenticated = u"the passphrase is missing or wrong; a few wrong ones end the secret"_s,
                       .forbidden = u"it may not be taken from this address, country or network"_s,
                       .notFound = u"there is no such secret: it has expired, or the link is wrong"_s,
                       .gone = u"it has been taken already; if not by you, tell who sent it"_s};
const Meanings kReceipts{.unauthenticated = u"the receipt is not valid"_s,
                         .forbidden = u"the receipt is not valid"_s,
                         .notFound = u"there is no such secret, or the receipt is not its"_s,
                         .gone = u"it is too late: it has been taken, has expired or was burned"_s};
const Meanings kTokens{.unauthenticated = u"the admin token is missing or wrong"_s,
                       .forbidden = u"tokens may not be made with this admin token, or not from this address"_s,
                       .notFound = u"this server makes no tokens"_s,
                       .gone = u"this server makes no tokens any more"_s,
                       .forbiddenKind = ErrorKind::Unauthenticated};
const Meanings kRequests{.unauthenticated = u"this server wants a token from who asks"_s,
                         .forbidden = u"that is not allowed here"_s,
                         .notFound = u"there is no such request, or nothing yet: it has expired, or nobody has answered"_s,
                         .gone = u"it has been answered or collected already"_s};

ErrorKind kindOf(int status)
{
    switch (status) {
    case 400:
    case 422: return ErrorKind::Invalid;
    case 401: return ErrorKind::Unauthenticated;
    case 403: return ErrorKind::Forbidden;
    case 404: return ErrorKind::NotFound;
    case 410: return ErrorKind::Gone;
    case 413: return ErrorKind::TooLarge;
    case 429: return ErrorKind::Limited;
    case 501: return ErrorKind::NotSupported;
    default: return ErrorKind::Unavailable;
    }
}

Error limited(const ApiAnswer &answer)
{
    bool isNumber = false;
    const qint64 seconds = answer.header("Retry-After").toLongLong(&isNumber);
    Error error{ErrorKind::Limited, u"too many requests"_s};
    if (isNumber && seconds >= 0) {
        error.retryAfter = std::chrono::seconds(seconds);
        error.detail += u"; try again in %1 s"_s.arg(seconds);
    }
    return error;
}

std::unexpected<Error> refusal(const ApiAnswer &answer, const QUrl &server, const Meanings &meanings)
{
    if (answer.status == 0)
        return failure(ErrorKind::Unavailable, u"no answer from %1: %2"_s.arg(server.toDisplayString(), answer.failure));
    if (answer.status >= 300 && answer.status < 400) {
        const QUrl target(QString::fromUtf8(answer.header("Location")));
        return failure(ErrorKind::Unavailable,
                       u"the server sends us to %1; ask there"_s.arg(
                           target.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)));
    }
    switch (answer.status) {
    case 401: return failure(ErrorKind::Unauthenticated, meanings.unauthenticated);
    case 403: return failure(meanings.forbiddenKind, meanings.forbidden);
    case 404: return failure(ErrorKind::NotFound, meanings.notFound);
    case 410: return failure(ErrorKind::Gone, meanings.gone);
    case 413: return failure(ErrorKind::TooLarge, u"it is larger than this server takes from you"_s);
    case 429: return std::unexpected(limited(answer));
    case 501:
        return failure(ErrorKind::NotSupported, u"this server cannot check one of these restrictions: "_s + answer.summary());
    default: return failure(kindOf(answer.status), u"the server answered: "_s + answer.summary());
    }
}

std::unexpected<Error> senseless()
{
    return failure(ErrorKind::Unavailable, u"the server's answer makes no sense: is this its address?"_s);
}

QString pathOf(QLatin1StringView route, const QByteArray &id, QLatin1StringView below = {})
{
    return route + u'/' + QLatin1StringView(id) + below;
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// `rest` with `data` before it. Megabytes of base64 make no detour over UTF-16.
QByteArray jsonWithData(const QByteArray &data, const QJsonObject &rest)
{
    const QByteArray others = toJson(rest);
    std::string json = "{\"data\":";
    json.reserve(static_cast<std::size_t>(data.size() + others.size()) + 16);
    appendJsonString(json, data);
    if (!rest.isEmpty())
        json += ',';
    append(json, QByteArrayView(others).sliced(1));
    return {json.data(), std::ssize(json)};
}

QJsonArray textsOf(const QByteArrayList &items)
{
    QJsonArray array;
    for (const QByteArray &item : items)
        array.append(QString::fromUtf8(item));
    return array;
}

QJsonObject toJsonObject(const Restrictions &restrictions)
{
    QJsonObject object;
    if (!restrictions.ips.isEmpty())
        object.insert("allowed_ips"_L1, textsOf(restrictions.ips));
    if (!restrictions.countries.isEmpty())
        object.insert("allowed_countries"_L1, textsOf(restrictions.countries));
    QJsonArray asns;
    for (const quint32 asn : restrictions.asns)
        asns.append(static_cast<qint64>(asn));
    if (!asns.isEmpty())
        object.insert("allowed_asns"_L1, asns);
    if (!restrictions.passphraseHash.isEmpty())
        object.insert("passphrase_hash"_L1, QString::fromLatin1(restrictions.passphraseHash));
    return object;
}

/// A field that is to go into a header or a path later.
QByteArray wordOf(const QJsonObject &object, QLatin1StringView field)
{
    const QByteArray word = object.value(field).toString().toUtf8();
    const bool fits = word.size() <= kLongestToken && std::ranges::all_of(word, [](char c) { return c > ' ' && c < 0x7f; });
    return fits ? word : QByteArray();
}

QString originOf(const QJsonObject &from)
{
    QStringList parts;
    for (const QLatin1StringView field : {"address"_L1, "country"_L1}) {
        if (const QString part = from.value(field).toString(); !part.isEmpty())
            parts.append(part);
    }
    if (const QJsonValue asn = from.value("asn"_L1); asn.isDouble())
        parts.append(u"AS%1"_s.arg(asn.toInteger()));
    return parts.join(u", "_s);
}

} // namespace

QByteArray passphraseHash(QByteArrayView passphrase)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(passphrase);
    return hash.result().toHex();
}

QCoro::Task<Result<CreatedSecret>> SharingClient::create(NewSecret secret, QByteArray token, Transfer transfer)
{
    QJsonObject rest{{"expires_in"_L1, static_cast<qint64>(secret.expiresIn.count())}};
    if (!secret.restrictions.isEmpty())
        rest.insert("restrictions"_L1, toJsonObject(secret.restrictions));
    if (secret.receipt)
        rest.insert("receipt"_L1, true);
    ApiRequest call{.method = "POST", .path = u"/api/v1/secret"_s, .bearer = token, .transfer = transfer};
    call.json = jsonWithData(secret.data, rest);
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kCreating);
    const QJsonObject json = answer.json();
    CreatedSecret created{.id = wordOf(json, "id"_L1), .receiptToken = wordOf(json, "receipt_token"_L1)};
    if (!isIdentifier(created.id) || (secret.receipt && created.receiptToken.isEmpty()))
        co_return senseless();
    co_return created;
}

QCoro::Task<Result<StoredData>> SharingClient::take(QByteArray id, QByteArray passphraseHash, Transfer transfer)
{
    ApiRequest call{.path = pathOf("/api/v1/secret"_L1, id), .answerLimit = kLargestSecret, .transfer = transfer};
    if (!passphraseHash.isEmpty())
        call.headers.emplaceBack("X-Secret-Passphrase", passphraseHash);
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kTaking);
    co_return StoredData{answer.body};
}

QCoro::Task<Result<Receipt>> SharingClient::receipt(QByteArray id, QByteArray receiptToken)
{
    ApiRequest call{.path = pathOf("/api/v1/secret"_L1, id, "/receipt"_L1), .headers = {{"X-Receipt-Token", receiptToken}}};
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kReceipts);
    const QJsonObject json = answer.json();
    Receipt receipt{.state = json.value("state"_L1).toString(),
                    .created = json.value("created_at"_L1).toString(),
                    .expires = json.value("expires_at"_L1).toString(),
                    .taken = json.value("taken_at"_L1).toString(),
                    .takenFrom = originOf(json.value("taken_from"_L1).toObject()),
                    .failedAttempts = json.value("failed_attempts"_L1).toInt()};
    if (receipt.state.isEmpty())
        co_return senseless();
    co_return receipt;
}

QCoro::Task<Result<void>> SharingClient::burn(QByteArray id, QByteArray receiptToken)
{
    ApiRequest call{.method = "DELETE", .path = pathOf("/api/v1/secret"_L1, id), .headers = {{"X-Receipt-Token", receiptToken}}};
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 204)
        co_return refusal(answer, server(), kReceipts);
    co_return {};
}

QCoro::Task<Result<IssuedToken>> SharingClient::createToken(NewToken wanted, QByteArray adminToken)
{
    QJsonObject body{{"ttl_seconds"_L1, static_cast<qint64>(wanted.lifetime.count())}};
    if (wanted.uploadSizeLimit)
        body.insert("upload_size_limit"_L1, *wanted.uploadSizeLimit);
    if (wanted.oneTime)
        body.insert("one_time"_L1, true);
    ApiRequest call{.method = "POST", .path = u"/api/v1/admin/tokens"_s, .bearer = adminToken, .json = toJson(body)};
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kTokens);
    QByteArray token = wordOf(answer.json(), "token"_L1);
    if (token.isEmpty())
        co_return senseless();
    co_return IssuedToken{SecretBytes::takeFrom(token)};
}

QCoro::Task<std::optional<std::chrono::seconds>> SharingClient::longestLifetime()
{
    ApiRequest call{.path = u"/config.json"_s};
    QCoro::Task<ApiAnswer> asking = m_api.send(std::move(call));
    const ApiAnswer answer = co_await asking;
    const qint64 seconds = answer.json().value("limits"_L1).toObject().value("max_ttl_seconds"_L1).toInteger();
    co_return answer.status == 200 && seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

QCoro::Task<Result<CreatedRequest>> SharingClient::ask(QByteArray publicPoint, std::chrono::seconds expiresIn, QString note,
                                                       QByteArray token)
{
    QJsonObject body{{"public_key"_L1, QString::fromLatin1(toBase64Url(publicPoint))},
                     {"expires_in"_L1, static_cast<qint64>(expiresIn.count())}};
    if (!note.isEmpty())
        body.insert("note"_L1, note);
    ApiRequest call{.method = "POST", .path = u"/api/v1/secret-request"_s, .bearer = token, .json = toJson(body)};
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kCreating);
    const QJsonObject json = answer.json();
    CreatedRequest created{.id = wordOf(json, "id"_L1), .collectToken = wordOf(json, "collect_token"_L1)};
    if (!isIdentifier(created.id) || created.collectToken.isEmpty())
        co_return senseless();
    co_return created;
}

QCoro::Task<Result<SecretRequest>> SharingClient::request(QByteArray id)
{
    ApiRequest call{.path = pathOf("/api/v1/secret-request"_L1, id)};
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kRequests);
    const QJsonObject json = answer.json();
    const auto point = secretFromBase64Url(json.value("public_key"_L1).toString().toUtf8(), kPublicPointSize);
    if (!point)
        co_return senseless();
    co_return SecretRequest{.publicPoint = point->view().toByteArray(),
                            .state = json.value("state"_L1).toString(),
                            .expires = json.value("expires_at"_L1).toString(),
                            .note = json.value("note"_L1).toString()};
}

QCoro::Task<Result<void>> SharingClient::answer(QByteArray id, QByteArray data, Transfer transfer)
{
    ApiRequest call{.method = "POST", .path = pathOf("/api/v1/secret-request"_L1, id, "/answer"_L1), .transfer = transfer};
    call.json = jsonWithData(data, {});
    const ApiAnswer answered = co_await m_api.send(std::move(call));
    if (answered.status != 204)
        co_return refusal(answered, server(), kRequests);
    co_return {};
}

QCoro::Task<Result<StoredData>> SharingClient::collect(QByteArray id, QByteArray collectToken, Transfer transfer)
{
    ApiRequest call{.path = pathOf("/api/v1/secret-request"_L1, id, "/answer"_L1),
                    .headers = {{"X-Collect-Token", collectToken}},
                    .answerLimit = kLargestSecret,
                    .transfer = transfer};
    const ApiAnswer answer = co_await m_api.send(std::move(call));
    if (answer.status != 200)
        co_return refusal(answer, server(), kRequests);
    co_return StoredData{answer.body};
}

} // namespace gatehouse::client
