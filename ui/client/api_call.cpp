#include "client/api_call.h"

#include "core/secret_bytes.h"

#include <algorithm>

namespace gatehouse::client {

ApiCall::ApiCall(ApiRequest request, QObject *context, Done done, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_context(context)
    , m_done(std::move(done))
{
    connect(context, &QObject::destroyed, this, &ApiCall::cancel);
}

ApiCall::~ApiCall()
{
    if (m_reply)
        m_reply->disconnect(this);
    if (m_request.secretBody)
        cleanse(m_request.json);
}

void ApiCall::send(ApiClient &client, QByteArrayView bearer)
{
    m_request.bearer = bearer.toByteArray();
    m_reply = client.start(m_request);
    connect(m_reply.get(), &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64 total) {
        m_tooLarge = std::max(received, total) > m_request.answerLimit;
        if (m_tooLarge)
            m_reply->abort();
        else
            Q_EMIT progressed(received, total);
    });
    connect(m_reply.get(), &QNetworkReply::finished, this, &ApiCall::take);
}

void ApiCall::take()
{
    // The reply is on the stack of its own signal.
    QNetworkReply *const reply = m_reply.release();
    reply->disconnect(this);
    ApiAnswer answer = ApiClient::answerOf(*reply);
    if (m_tooLarge) {
        answer = ApiAnswer();
        answer.failure = ApiClient::tooLargeText();
    }
    reply->deleteLater();
    Q_EMIT answered(answer);
}

void ApiCall::finish(const ApiAnswer &answer)
{
    const Done done = std::exchange(m_done, {});
    if (done && m_context)
        done(answer);
    deleteLater();
}

void ApiCall::cancel()
{
    m_done = {};
    if (m_reply) {
        QNetworkReply *const reply = m_reply.release();
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    Q_EMIT cancelled();
    deleteLater();
}

} // namespace gatehouse::client
