#pragma once

#include "client/api_answer.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrl>

#include <qcoro/qcorotask.h>

#include <memory>

namespace gatehouse::client {

/// How the server's certificate is judged.
struct TlsTrust {
    QString caFile; ///< PEM; trusted beside the system's authorities
    bool insecure = false; ///< any certificate will do
};

/// Speaks the API of one server. Follows no redirect and keeps no cookie: what the caller gives is what is sent. Lives in
/// the thread that made it, which needs an event loop; its coroutines must end before it does.
class ApiClient
{
public:
    /// `base`: http or https, with or without a path. Fails with Invalid for another URL or a CA file that holds no
    /// certificate.
    [[nodiscard]] static Result<std::unique_ptr<ApiClient>> make(const QUrl &base, const TlsTrust &trust);

    /// One request, given up after 15 s without an answer. `bearer`: the token, empty for none. `json`: the body; empty
    /// for none.
    [[nodiscard]] QCoro::Task<ApiAnswer> send(QByteArray method, QString path, QByteArray bearer = {}, QByteArray json = {});
    /// The same for who follows or cancels it. `query`: encoded, without the question mark. The reply must end before this does.
    [[nodiscard]] std::unique_ptr<QNetworkReply> start(const QByteArray &method, const QString &path, const QString &query,
                                                       const QByteArray &bearer, const QByteArray &json);
    /// What came of a reply that has finished.
    [[nodiscard]] static ApiAnswer answerOf(QNetworkReply &reply);

    [[nodiscard]] const QUrl &base() const { return m_base; }

private:
    ApiClient(QUrl base, const QSslConfiguration &tls, bool insecure);

    const QUrl m_base; ///< without a slash at its end
    const QSslConfiguration m_tls;
    const bool m_insecure;
    QNetworkAccessManager m_manager;
};

} // namespace gatehouse::client
