#include "http_exchange.h"

#include <QJsonDocument>
#include <QTcpSocket>

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Answer exchange(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArray &body,
                const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &host)
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;

    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(3000))
        return {};
    socket.write(request);
    QByteArray bytes;
    while (socket.waitForReadyRead(5000))
        bytes += socket.readAll();
    bytes += socket.readAll();

    Answer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return answer;
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    answer.body = bytes.sliced(end + 4);
    return answer;
}

Answer post(quint16 port, const QByteArray &path, const QJsonObject &body, const QByteArray &token)
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"Content-Type", "application/json"}};
    if (!token.isEmpty())
        headers.emplaceBack("Authorization", "Bearer " + token);
    return exchange(port, "POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

Answer get(quint16 port, const QByteArray &path, const QByteArray &token)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!token.isEmpty())
        headers.emplaceBack("Authorization", "Bearer " + token);
    return exchange(port, "GET", path, {}, headers);
}
