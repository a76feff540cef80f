#include "sharing_state.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

namespace {

http::Response refusal(int status)
{
    return http::problem(status, u"the server's \x1b[31mown words"_s, "/", "01KAHV3R8J0000000000000000");
}

QJsonObject jsonOf(const SeenRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

http::Response SharingState::answer(const SeenRequest &request)
{
    const QMutexLocker locker(&m_mutex);
    m_seen.append(request);
    if (m_next)
        return *std::exchange(m_next, std::nullopt);
    return route(request);
}

void SharingState::requireToken(bool required)
{
    const QMutexLocker locker(&m_mutex);
    m_tokenRequired = required;
}

void SharingState::answerNext(http::Response response)
{
    const QMutexLocker locker(&m_mutex);
    m_next = std::move(response);
}

void SharingState::replaceData(const QByteArray &data)
{
    const QMutexLocker locker(&m_mutex);
    for (Secret &secret : m_secrets)
        secret.data = data;
    for (Asked &asked : m_requests)
        asked.data = data;
}

void SharingState::replaceKeys(const QByteArray &publicKey)
{
    const QMutexLocker locker(&m_mutex);
    for (Asked &asked : m_requests)
        asked.publicKey = publicKey;
}

QList<SeenRequest> SharingState::seen() const
{
    const QMutexLocker locker(&m_mutex);
    return {m_seen.begin(),
            m_seen.end()}; // a list of the caller's own: one that both share is grown by whoever finds itself alone
}

http::Response SharingState::route(const SeenRequest &request)
{
    const QByteArrayList parts = request.target.split('/'); // "", "api", "v1", …
    const QByteArray kind = parts.value(3);
    if (!request.target.startsWith("/api/v1/"))
        return refusal(404);
    if (request.target == "/api/v1/admin/tokens")
        return createToken(request);
    if (kind == "secret")
        return parts.size() == 4 ? createSecret(request) : onSecret(request, parts[4], parts.value(5) == "receipt");
    if (kind == "secret-request")
        return parts.size() == 4 ? createRequest(request) : onRequest(request, parts[4], parts.value(5) == "answer");
    return refusal(404);
}

std::optional<http::Response> SharingState::refuseCreation(const SeenRequest &request) const
{
    const QByteArray credential = request.headers.value("authorization");
    if (credential.isEmpty())
        return m_tokenRequired ? std::optional(refusal(401)) : std::nullopt;
    return credential == QByteArray("Bearer ") + kShareToken ? std::nullopt : std::optional(refusal(403));
}

http::Response SharingState::createSecret(const SeenRequest &request)
{
    if (const auto refused = refuseCreation(request))
        return *refused;
    const QJsonObject json = jsonOf(request);
    if (json.value("expires_in"_L1).toInteger() > 7 * 86400)
        return refusal(400);
    Secret secret{.data = json.value("data"_L1).toString().toLatin1(), .restrictions = json.value("restrictions"_L1).toObject()};
    const QByteArray id = nextId();
    QJsonObject created{{u"id"_s, QString::fromLatin1(id)}};
    if (json.value("receipt"_L1).toBool()) {
        secret.receiptToken = "receipt-of-" + id;
        created.insert(u"receipt_token"_s, QString::fromLatin1(secret.receiptToken));
    }
    m_secrets.insert(id, secret);
    return http::Response::json(200, created);
}

http::Response SharingState::onSecret(const SeenRequest &request, const QByteArray &id, bool receipt)
{
    const auto secret = m_secrets.find(id);
    if (secret == m_secrets.end())
        return refusal(404);
    const bool ownReceipt = request.headers.value("x-receipt-token") == secret->receiptToken && !secret->receiptToken.isEmpty();
    if (receipt || request.method == "DELETE") {
        if (!ownReceipt)
            return refusal(404);
        if (receipt) {
            const bool taken = secret->state == "taken";
            const QJsonObject from{{u"address"_s, u"192.0.2.1"_s}, {u"country"_s, u"DE"_s}, {u"asn"_s, 64496}};
            return http::Response::json(200,
                                        {{u"state"_s, QString::fromLatin1(secret->state)},
                                         {u"created_at"_s, u"2026-11-21T20:00:00.000Z"_s},
                                         {u"expires_at"_s, u"2026-11-22T20:00:00.000Z"_s},
                                         {u"taken_at"_s, taken ? QJsonValue(u"2026-11-21T21:00:00.000Z"_s) : QJsonValue()},
                                         {u"taken_from"_s, taken ? QJsonValue(from) : QJsonValue()},
                                         {u"failed_attempts"_s, secret->failedAttempts}});
        }
        if (secret->state != "waiting")
            return refusal(410);
        secret->state = "burned";
        return http::Response::empty(204);
    }
    if (secret->state != "waiting")
        return refusal(410);
    if (secret->restrictions.contains("allowed_ips"_L1))
        return refusal(403);
    const QString hash = secret->restrictions.value("passphrase_hash"_L1).toString();
    if (!hash.isEmpty() && request.headers.value("x-secret-passphrase") != hash.toLatin1()) {
        ++secret->failedAttempts;
        return refusal(401);
    }
    secret->state = "taken";
    return http::Response::text(200, secret->data);
}

http::Response SharingState::createRequest(const SeenRequest &request)
{
    if (const auto refused = refuseCreation(request))
        return *refused;
    const QJsonObject json = jsonOf(request);
    const QByteArray id = nextId();
    const Asked asked{.publicKey = json.value("public_key"_L1).toString().toLatin1(),
                      .note = json.value("note"_L1).toString(),
                      .collectToken = "collect-" + id};
    m_requests.insert(id, asked);
    return http::Response::json(
        200, {{u"id"_s, QString::fromLatin1(id)}, {u"collect_token"_s, QString::fromLatin1(asked.collectToken)}});
}

http::Response SharingState::onRequest(const SeenRequest &request, const QByteArray &id, bool answer)
{
    const auto asked = m_requests.find(id);
    if (asked == m_requests.end())
        return refusal(404);
    if (!answer)
        return http::Response::json(200,
                                    {{u"public_key"_s, QString::fromLatin1(asked->publicKey)},
                                     {u"expires_at"_s, u"2026-11-22T20:00:00.000Z"_s},
                                     {u"state"_s, QString::fromLatin1(asked->state)},
                                     {u"note"_s, asked->note.isEmpty() ? QJsonValue() : QJsonValue(asked->note)}});
    if (request.method == "POST") {
        if (asked->state != "open")
            return refusal(410);
        asked->data = jsonOf(request).value("data"_L1).toString().toLatin1();
        asked->state = "answered";
        return http::Response::empty(204);
    }
    if (request.headers.value("x-collect-token") != asked->collectToken || asked->state == "open")
        return refusal(404);
    if (asked->state == "collected")
        return refusal(410);
    asked->state = "collected";
    return http::Response::text(200, asked->data);
}

http::Response SharingState::createToken(const SeenRequest &request)
{
    if (request.headers.value("authorization") != QByteArray("Bearer ") + kAdminToken)
        return refusal(401);
    return http::Response::json(200, {{u"token"_s, QString::fromLatin1(kShareToken)}});
}

QByteArray SharingState::nextId()
{
    return "01KAHV3R8J" + QByteArray::number(++m_count).rightJustified(16, '0');
}

} // namespace gatehouse::tests
