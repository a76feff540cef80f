#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace gatehouse::http {

class Tunnel;

/// An answer before it is framed. `Date`, `Connection`, `Content-Length` and the security headers are added on the
/// way out; a handler sets only what is its own.
struct Response {
    using Header = std::pair<QByteArray, QByteArray>;

    int status = 200;
    QByteArray contentType; ///< empty: no Content-Type
    QByteArray body;
    QList<Header> headers;
    std::string commonLines; ///< complete header lines, "Name: value\r\n" each, the same for many answers
    bool closeConnection = false; ///< whatever the client wants
    QByteArray errorId = {}; ///< of a problem, for the log
    /// Of a 101 only: goes on with the connection in another protocol, once the answer has been written.
    std::function<void(std::unique_ptr<Tunnel> tunnel)> takeOver = {};

    [[nodiscard]] static Response json(int status, const QJsonObject &object);
    /// A status and nothing else.
    [[nodiscard]] static Response empty(int status);
    [[nodiscard]] static Response text(int status, QByteArray body,
                                       QByteArray contentType = QByteArrayLiteral("text/plain; charset=utf-8"));

    Response &withHeader(QByteArray name, QByteArray value) &
    {
        headers.emplaceBack(std::move(name), std::move(value));
        return *this;
    }
    Response &&withHeader(QByteArray name, QByteArray value) &&
    {
        headers.emplaceBack(std::move(name), std::move(value));
        return std::move(*this);
    }
};

/// The reason phrase of a status (RFC 9110, section 15).
[[nodiscard]] QByteArrayView reasonPhrase(int status);

/// The status an error is answered with.
[[nodiscard]] int statusOf(ErrorKind kind);

/// A problem body (RFC 9457): `type`, `title`, `status`, `detail`, `instance`, `error_id` and `error`, which repeats
/// the title for older clients; `errors` names refused fields. `detail` is left out when empty.
[[nodiscard]] Response problem(int status, const QString &detail, QByteArrayView instance, const QByteArray &errorId,
                               const std::vector<FieldError> &fields = {});

} // namespace gatehouse::http
