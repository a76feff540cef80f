#pragma once

#include "client/api_client.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace gatehouse::client {

/// One request under way, from AdminSession::call(). Deletes itself after it has ended, whichever way.
class ApiCall : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const ApiAnswer &)>;
    /// `done` is called once, unless the call is cancelled or `context` is destroyed, which cancels it.
    ApiCall(ApiRequest request, QObject *context, Done done, QObject *parent);
    ~ApiCall() override;

    /// Ends it without an answer.
    void cancel();
    [[nodiscard]] const ApiRequest &request() const { return m_request; }

    /// Sends it, for the first time or again.
    void send(ApiClient &client, QByteArrayView bearer);
    /// Hands over what it came to, and ends.
    void finish(const ApiAnswer &answer);

Q_SIGNALS:
    void progressed(qint64 received, qint64 total); ///< bytes of the answer; total is -1 while unknown
    void answered(const gatehouse::client::ApiAnswer &answer); ///< for the session, which decides what follows
    void cancelled();

private:
    void take();

    ApiRequest m_request;
    QPointer<QObject> m_context;
    Done m_done;
    std::unique_ptr<QNetworkReply> m_reply;
    bool m_tooLarge = false; ///< the answer
};

} // namespace gatehouse::client
