#pragma once

#include "raw_client.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

#include <memory>
#include <utility>

namespace gatehouse::e2e {

using tests::RawClient;

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// An answer as it came. `status` 0: none came.
struct Answer {
    int status = 0;
    HeaderList headers;
    QByteArray body;

    /// The first field of that name; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] int count(QByteArrayView name) const;
    [[nodiscard]] QJsonObject json() const;
};

/// A blocking HTTP/1.1 client that keeps its connection and its cookies. Used in the thread that made it.
class HttpClient
{
public:
    explicit HttpClient(RawClient::Target target, std::chrono::milliseconds patience = std::chrono::seconds(10));

    [[nodiscard]] Answer request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                                 const HeaderList &headers = {});
    [[nodiscard]] Answer get(const QByteArray &path, const HeaderList &headers = {}) { return request("GET", path, {}, headers); }
    /// Posts `body` as application/json.
    [[nodiscard]] Answer post(const QByteArray &path, const QJsonObject &body, const HeaderList &headers = {});
    [[nodiscard]] Answer postText(const QByteArray &path, const QByteArray &json, const HeaderList &headers = {});

    /// Sent as `Authorization: Bearer` from now on; empty: none.
    void setBearer(const QByteArray &token) { m_bearer = token; }
    /// Whether cookies are kept and sent. Off by default, so that a bearer stands alone.
    void keepCookies(bool keep) { m_keepCookies = keep; }
    [[nodiscard]] const QMap<QByteArray, QByteArray> &cookies() const { return m_cookies; }
    void disconnect() { m_connection.reset(); }

    /// Reads one answer from a connection on which something was asked.
    [[nodiscard]] static Answer readAnswer(RawClient &connection, bool withoutBody = false);

private:
    void learnCookies(const Answer &answer);

    RawClient::Target m_target;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<RawClient> m_connection;
    QByteArray m_bearer;
    QMap<QByteArray, QByteArray> m_cookies;
    bool m_keepCookies = false;
};

/// `Authorization: Bearer …` for one request.
[[nodiscard]] HeaderList bearer(const QByteArray &token);

} // namespace gatehouse::e2e
