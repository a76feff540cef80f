#pragma once

#include "client/api_answer.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrl>

#include <qcoro/qcorotask.h>

#include <functional>
#include <memory>
#include <stop_token>

namespace gatehouse::client {

/// How the server's certificate is judged.
struct TlsTrust {
    QString caFile; ///< PEM; trusted beside the system's authorities
    bool insecure = false; ///< any certificate will do
    QByteArray pin = {}; ///< SHA-256 of the only certificate that will do, whoever vouches for it; empty: none
};

/// How far a request is.
struct TransferProgress {
    enum class Direction { Upload, Download };
    Direction direction = Direction::Upload;
    qint64 done = 0; ///< bytes
    qint64 total = 0; ///< bytes; -1: not known
};

/// What goes with any request that may take a while. All of it is used in the client's thread.
struct Transfer {
    std::function<void(const TransferProgress &)> progress = {}; ///< empty: nobody wants to hear of it
    std::stop_token stop = {}; ///< gives the request up: its answer has status 0
};

/// What is asked of a server.
struct ApiRequest {
    QByteArray method = QByteArrayLiteral("GET");
    QString path; ///< below the client's base, with a slash at its beginning
    QString query = {}; ///< encoded, without the question mark
    QByteArray bearer = {}; ///< a token; empty: none
    QByteArray json = {}; ///< the body; empty: none
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< beyond those that every request has
    qint64 answerLimit = 16 * 1024 * 1024; ///< largest body that is taken, in bytes
    Transfer transfer = {};
    bool secretBody = false; ///< `json` holds a secret: whoever sends it overwrites it afterwards
};

/// Speaks the API of one server, as `gatehouse/VERSION`. Follows no redirect, so a token never goes where the caller did not
/// send it, and keeps no cookie: what the caller gives is what is sent. Lives in the thread that made it, which needs an event
/// loop; its coroutines must end before it does.
class ApiClient
{
public:
    /// `base`: http or https, with or without a path. Fails with Invalid for another URL or a CA file that holds no
    /// certificate.
    [[nodiscard]] static Result<std::unique_ptr<ApiClient>> make(const QUrl &base, const TlsTrust &trust);

    /// Sends it, and gives up after 15 s in which no byte went either way.
    [[nodiscard]] QCoro::Task<ApiAnswer> send(ApiRequest request);
    /// The same for what needs no more. `bearer`: the token, empty for none. `json`: the body; empty for none.
    [[nodiscard]] QCoro::Task<ApiAnswer> send(QByteArray method, QString path, QByteArray bearer = {}, QByteArray json = {});
    /// The same for who follows or cancels it; limit and transfer are his. The reply must end before this does.
    [[nodiscard]] std::unique_ptr<QNetworkReply> start(const ApiRequest &request);
    /// What start() sends, but for its method and body: for who sends it another way.
    [[nodiscard]] QNetworkRequest requestFor(const ApiRequest &request) const;
    /// What is said of an answer beyond its limit.
    [[nodiscard]] static QString tooLargeText();
    /// What came of a reply that has finished.
    [[nodiscard]] static ApiAnswer answerOf(QNetworkReply &reply);

    [[nodiscard]] const QUrl &base() const { return m_base; }
    /// Whether the server may show this certificate although nobody vouches for it.
    [[nodiscard]] bool isPinned(const QSslCertificate &certificate) const;
    /// Whether it must not, although somebody does.
    [[nodiscard]] bool isForeign(const QSslCertificate &certificate) const;

private:
    ApiClient(QUrl base, const QSslConfiguration &tls, const TlsTrust &trust);
    void judge(QNetworkReply &reply) const;
    /// A reply is done with while it tells so, and must outlive that.
    struct DeleteLater {
        void operator()(QNetworkReply *reply) const;
    };
    using Reply = std::unique_ptr<QNetworkReply, DeleteLater>;

    const QUrl m_base; ///< without a slash at its end
    const QSslConfiguration m_tls;
    const bool m_insecure;
    const QByteArray m_pin;
    QNetworkAccessManager m_manager;
};

} // namespace gatehouse::client
