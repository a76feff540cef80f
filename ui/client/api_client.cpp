#include "client/api_client.h"

#include <QCoreApplication>
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
    // A connection that broke in the middle of an answer left no answer.
    if (reply.error() > QNetworkReply::NoError && reply.error() < QNetworkReply::ProxyConnectionRefusedError)
        answer.status = 0;
    if (answer.status == 0) {
        answer.failure = reply.errorString();
        return answer;
    }
    answer.headers = reply.rawHeaderPairs();
    answer.body = reply.readAll();
    return answer;
}

QString ApiClient::tooLargeText()
{
    return u"the answer is larger than any that was to be expected"_s;
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
    if (!trust.pin.isEmpty())
        tls.setCaCertificates({}); // nobody vouches for anything, so each certificate is looked at before anything is sent
    QUrl root = base;
    root.setPath(base.path().endsWith(u'/') ? base.path().chopped(1) : base.path());
    return std::unique_ptr<ApiClient>(new ApiClient(root, tls, trust));
}

ApiClient::ApiClient(QUrl base, const QSslConfiguration &tls, const TlsTrust &trust)
    : m_base(std::move(base))
    , m_tls(tls)
    , m_insecure(trust.insecure)
    , m_pin(trust.pin)
{
    m_manager.setAutoDeleteReplies(false);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setTransferTimeout(static_cast<int>(kPatience.count()));
}

void ApiClient::DeleteLater::operator()(QNetworkReply *reply) const
{
    reply->deleteLater();
}

QNetworkRequest ApiClient::requestFor(const ApiRequest &asked) const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + asked.path);
    if (!asked.query.isEmpty())
        url.setQuery(asked.query);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, QString(u"gatehouse/"_s + QCoreApplication::applicationVersion()));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // so that a limit on an answer is one on what it unpacks to
    if (!asked.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + asked.bearer);
    if (!asked.json.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const auto &[name, value] : asked.headers)
        request.setRawHeader(name, value);
    return request;
}

std::unique_ptr<QNetworkReply> ApiClient::start(const ApiRequest &asked)
{
    const QNetworkRequest request = requestFor(asked);
    std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, asked.method, asked.json));
    if (m_insecure)
        reply->ignoreSslErrors();
    else if (!m_pin.isEmpty())
        judge(*reply);
    return reply;
}

bool ApiClient::isPinned(const QSslCertificate &certificate) const
{
    return !m_pin.isEmpty() && certificate.digest(QCryptographicHash::Sha256) == m_pin;
}

bool ApiClient::isForeign(const QSslCertificate &certificate) const
{
    return !m_pin.isEmpty() && !isPinned(certificate);
}

/// Has only the pinned certificate do; nothing is sent before it was seen.
void ApiClient::judge(QNetworkReply &reply) const
{
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply, [this, &reply](const QList<QSslError> &errors) {
        if (!errors.isEmpty() && isPinned(reply.sslConfiguration().peerCertificate()))
            reply.ignoreSslErrors(errors);
    });
    QObject::connect(&reply, &QNetworkReply::encrypted, &reply, [this, &reply] {
        if (isForeign(reply.sslConfiguration().peerCertificate()))
            reply.abort();
    });
}

QCoro::Task<ApiAnswer> ApiClient::send(ApiRequest request)
{
    using Direction = TransferProgress::Direction;
    const Reply reply(start(request).release());
    const QObject context; // the reply lives longer than what is connected to it
    bool tooLarge = false;
    const auto onDownload = [&](qint64 done, qint64 total) {
        if (done > request.answerLimit || total > request.answerLimit) {
            tooLarge = true;
            reply->abort();
        } else if (request.transfer.progress) {
            request.transfer.progress({Direction::Download, done, total});
        }
    };
    const auto onUpload = [&](qint64 done, qint64 total) {
        // Qt reports 0 of 0 when the upload has ended.
        if (request.transfer.progress && total > 0)
            request.transfer.progress({Direction::Upload, done, total});
    };
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &context, onDownload);
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &context, onUpload);
    const auto giveUp = [&reply] { reply->abort(); };
    const std::stop_callback stopped(request.transfer.stop, giveUp);
    co_await reply.get();
    ApiAnswer answer = answerOf(*reply);
    if (tooLarge || request.transfer.stop.stop_requested()) {
        answer = ApiAnswer();
        answer.failure = tooLarge ? tooLargeText() : u"given up"_s;
    }
    co_return answer;
}

QCoro::Task<ApiAnswer> ApiClient::send(QByteArray method, QString path, QByteArray bearer, QByteArray json)
{
    ApiRequest request{
        .method = std::move(method), .path = std::move(path), .bearer = std::move(bearer), .json = std::move(json)};
    return send(std::move(request));
}

} // namespace gatehouse::client
