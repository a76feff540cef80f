#include "outbound/http_poster.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::outbound {

namespace {

/// How soon a stop is noticed.
constexpr std::chrono::milliseconds kLookInterval = 50ms;
constexpr qint64 kReadAhead = 4'096;
constexpr qint64 kLongestRetryAfter = 86'400;

QNetworkRequest requestTo(const QUrl &url, const HttpPoster::Headers &headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "gatehouse");
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

PostAnswer answerOf(const QNetworkReply &reply)
{
    PostAnswer answer{reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()};
    bool isNumber = false;
    const qint64 seconds = reply.rawHeader("Retry-After").toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        answer.retryAfter = std::chrono::seconds(std::min(seconds, kLongestRetryAfter));
    return answer;
}

} // namespace

HttpPoster::HttpPoster(std::chrono::milliseconds patience)
    : m_patience(patience)
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setAutoDeleteReplies(false);
}

HttpPoster::~HttpPoster() = default;

Result<PostAnswer> HttpPoster::post(const QUrl &url, const Headers &headers, const QByteArray &body, const std::stop_token &stop)
{
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(m_manager->post(requestTo(url, headers), body));
    reply->setReadBufferSize(kReadAhead); // what comes behind the head is never asked for
    QTimer deadline;
    QTimer look;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (stop.stop_requested())
            loop.quit();
    });
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    deadline.start(m_patience);
    look.start(kLookInterval);
    if (!reply->isFinished())
        loop.exec();
    const PostAnswer answer = answerOf(*reply);
    if (answer.status >= 200)
        return answer;
    if (stop.stop_requested())
        return failure(ErrorKind::Unavailable, u"it was stopped"_s);
    const bool inTime = reply->isFinished();
    return failure(ErrorKind::Unavailable,
                   u"%1 %2"_s.arg(toDisplay(url),
                                  inTime ? u"cannot be reached: "_s + reply->errorString()
                                         : u"did not answer within %1 ms"_s.arg(m_patience.count())));
}

Result<QUrl> postTarget(const QByteArray &text)
{
    QUrl url = QUrl::fromEncoded(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")
        || !url.userInfo().isEmpty() || url.hasFragment())
        return failure(ErrorKind::Invalid, u"expected an http or https URL without a password and a fragment"_s);
    return url;
}

QString toDisplay(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace gatehouse::outbound
