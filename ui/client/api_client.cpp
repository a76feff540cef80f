#include "client/api_client.h"

#include <QSslCertificate>

#include <qcoro/qcoronetworkreply.h>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::client {

namespace {

constexpr std::chrono::milliseconds kPatience = 15s;

} // namespace

ApiAnswer ApiClient::answerOf(QNetworkReply &reply)
{
    ApiAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.status == 0)
        answer.failure = reply.errorString();
    answer.headers = reply.rawHeaderPairs();
    answer.body = reply.readAll();
    return answer;
}

Result<std::unique_ptr<ApiClient>> ApiClient::make(const QUrl &base, const TlsTrust &trust)
{
    if (!base.isValid() || base.host().isEmpty() || (base.scheme() != u"http" && base.scheme() != u"https"))
        return failure(ErrorKind::Invalid, u"\"%1\" is no http or https URL"_s.arg(base.toDisplayString()));
    if (!base.userInfo().isEmpty() || base.hasQuery() || base.hasFragment())
        return failure(ErrorKind::Invalid, u"the URL must hold no password, query or fragment"_s);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!trust.caFile.isEmpty() && !tls.addCaCertificates(trust.caFile))
        return failure(ErrorKind::Invalid, u"%1 holds no certificate"_s.arg(trust.caFile));
    QUrl root = base;
    root.setPath(base.path().endsWith(u'/') ? base.path().chopped(1) : base.path());
    return std::unique_ptr<ApiClient>(new ApiClient(root, tls, trust.insecure));
}

ApiClient::ApiClient(QUrl base, const QSslConfiguration &tls, bool insecure)
    : m_base(std::move(base))
    , m_tls(tls)
    , m_insecure(insecure)
{
    m_manager.setAutoDeleteReplies(false);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setTransferTimeout(static_cast<int>(kPatience.count()));
}

std::unique_ptr<QNetworkReply> ApiClient::start(const QByteArray &method, const QString &path, const QString &query,
                                                const QByteArray &bearer, const QByteArray &json)
{
    QUrl url = m_base;
    url.setPath(m_base.path() + path);
    if (!query.isEmpty())
        url.setQuery(query);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json");
    if (!bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    if (!json.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, json));
    if (m_insecure)
        reply->ignoreSslErrors();
    return reply;
}

QCoro::Task<ApiAnswer> ApiClient::send(QByteArray method, QString path, QByteArray bearer, QByteArray json)
{
    const std::unique_ptr<QNetworkReply> reply = start(method, path, {}, bearer, json);
    co_await reply.get();
    co_return answerOf(*reply);
}

} // namespace gatehouse::client
