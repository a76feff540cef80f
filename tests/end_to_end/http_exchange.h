#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

/// One answer of a server.
struct Answer {
    int status = 0; ///< 0: none came
    QMap<QByteArray, QByteArray> headers; ///< names in lower case; the last of several
    QByteArray body;
    [[nodiscard]] QJsonObject json() const;
};

/// Sends one request on a connection of its own and waits for the answer.
[[nodiscard]] Answer exchange(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                              const QList<std::pair<QByteArray, QByteArray>> &headers = {}, const QByteArray &host = "127.0.0.1");

/// The same with a JSON body and, when given, a bearer token.
[[nodiscard]] Answer post(quint16 port, const QByteArray &path, const QJsonObject &body, const QByteArray &token = {});
[[nodiscard]] Answer get(quint16 port, const QByteArray &path, const QByteArray &token = {});
