#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace gatehouse::client {

/// An answer of a server, as it came.
struct ApiAnswer {
    int status = 0; ///< 0: none came, and `failure` says why
    QString failure;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// The first field of that name, in any case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// The body as a JSON object; empty when it is none.
    [[nodiscard]] QJsonObject json() const;
    /// A string of json().
    [[nodiscard]] QString text(QLatin1String key) const { return json().value(key).toString(); }
    /// For a person: "404 Not Found: no such user", or why no answer came. Holds no secret of a well-behaved server.
    [[nodiscard]] QString summary() const;
};

} // namespace gatehouse::client
