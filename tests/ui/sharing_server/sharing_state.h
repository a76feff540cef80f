#pragma once

#include "http/response.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QMutex>

#include <optional>

namespace gatehouse::tests {

/// A request as it came. Header names are in small letters.
struct SeenRequest {
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// What a server of one-time secrets knows, and how it answers. Thread-safe.
class SharingState
{
public:
    static constexpr char kShareToken[] = "share-token";
    static constexpr char kAdminToken[] = "admin-token";

    [[nodiscard]] http::Response answer(const SeenRequest &request);

    /// Whether creating needs kShareToken. It does not at first.
    void requireToken(bool required);
    /// The next request is answered so, whatever it asks.
    void answerNext(http::Response response);
    /// Puts something else in place of what is stored: of all secrets and answers, or of all keys of requests.
    void replaceData(const QByteArray &data);
    void replaceKeys(const QByteArray &publicKey);
    [[nodiscard]] QList<SeenRequest> seen() const;
    [[nodiscard]] SeenRequest last() const { return seen().last(); }

private:
    struct Secret {
        QByteArray data;
        QJsonObject restrictions = {};
        QByteArray receiptToken = {};
        QByteArray state = "waiting";
        int failedAttempts = 0;
    };
    struct Asked {
        QByteArray publicKey;
        QString note;
        QByteArray collectToken;
        QByteArray data = {};
        QByteArray state = "open";
    };

    [[nodiscard]] http::Response route(const SeenRequest &request);
    [[nodiscard]] std::optional<http::Response> refuseCreation(const SeenRequest &request) const;
    [[nodiscard]] http::Response createSecret(const SeenRequest &request);
    [[nodiscard]] http::Response onSecret(const SeenRequest &request, const QByteArray &id, bool receipt);
    [[nodiscard]] http::Response createRequest(const SeenRequest &request);
    [[nodiscard]] http::Response onRequest(const SeenRequest &request, const QByteArray &id, bool answer);
    [[nodiscard]] http::Response createToken(const SeenRequest &request);
    [[nodiscard]] QByteArray nextId();

    mutable QMutex m_mutex;
    QMap<QByteArray, Secret> m_secrets;
    QMap<QByteArray, Asked> m_requests;
    QList<SeenRequest> m_seen;
    std::optional<http::Response> m_next;
    bool m_tokenRequired = false;
    int m_count = 0;
};

} // namespace gatehouse::tests
