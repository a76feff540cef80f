#include "http_client.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace gatehouse::e2e {

QByteArray Answer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

int Answer::count(QByteArrayView name) const
{
    return static_cast<int>(std::ranges::count_if(
        headers, [name](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; }));
}

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpClient::HttpClient(RawClient::Target target, std::chrono::milliseconds patience)
    : m_target(std::move(target))
    , m_patience(patience)
{
}

Answer HttpClient::request(const QByteArray &method, const QByteArray &path, const QByteArray &body, const HeaderList &headers)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_target.port) + "\r\n";
    if (!m_bearer.isEmpty())
        bytes += "Authorization: Bearer " + m_bearer + "\r\n";
    if (m_keepCookies && !m_cookies.isEmpty()) {
        QByteArrayList pairs;
        for (auto cookie = m_cookies.begin(); cookie != m_cookies.end(); ++cookie)
            pairs.append(cookie.key() + '=' + cookie.value());
        bytes += "Cookie: " + pairs.join("; ") + "\r\n";
    }
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "\r\n" + body;

    if (!m_connection || !m_connection->isConnected())
        m_connection = std::make_unique<RawClient>(m_target, m_patience);
    Answer answer;
    if (m_connection->send(bytes))
        answer = readAnswer(*m_connection, method == "HEAD");
    if (answer.status == 0 || answer.header("Connection").toLower() == "close")
        m_connection.reset();
    if (m_keepCookies)
        learnCookies(answer);
    return answer;
}

Answer HttpClient::post(const QByteArray &path, const QJsonObject &body, const HeaderList &headers)
{
    return postText(path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

Answer HttpClient::postText(const QByteArray &path, const QByteArray &json, const HeaderList &headers)
{
    return request("POST", path, json, HeaderList{{"Content-Type", "application/json"}} + headers);
}

Answer HttpClient::readAnswer(RawClient &connection, bool withoutBody)
{
    Answer answer;
    const QByteArray head = connection.readUntil("\r\n\r\n");
    if (!head.startsWith("HTTP/1.") || !head.endsWith("\r\n\r\n"))
        return answer;
    const QByteArrayList lines = head.chopped(4).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.emplaceBack(line.left(colon), line.mid(colon + 1).trimmed());
    }
    if (answer.status == 100)
        return readAnswer(connection, withoutBody);
    if (withoutBody || answer.status == 204 || answer.status == 304)
        return answer;
    if (answer.count("Content-Length") > 0)
        answer.body = connection.readBytes(answer.header("Content-Length").toLongLong());
    else
        answer.body = connection.readToEnd();
    return answer;
}

void HttpClient::learnCookies(const Answer &answer)
{
    for (const auto &[name, value] : answer.headers) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray pair = value.left(value.indexOf(';'));
        const QByteArray key = pair.left(pair.indexOf('='));
        const QByteArray content = pair.mid(key.size() + 1);
        if (content.isEmpty() || value.contains("Max-Age=0"))
            m_cookies.remove(key);
        else
            m_cookies.insert(key, content);
    }
}

HeaderList bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

} // namespace gatehouse::e2e
