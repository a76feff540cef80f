#pragma once

#include "http/authenticator.h"
#include "http/request.h"
#include "http/response.h"
#include "limits/rate_limiter.h"

#include <QByteArray>
#include <QString>

namespace gatehouse::http {

/// Hears what becomes of every connection and every request: metrics, the access log and, later, the record. One object per
/// worker, used only in that worker's thread; it must not block.
class RequestObserver
{
public:
    virtual ~RequestObserver() = default;

    virtual void connectionOpened() = 0;
    /// Once for each that was opened.
    virtual void connectionClosed() = 0;
    /// A connection was closed before it could ask anything, or without an answer: besides connectionClosed(), unless it was
    /// never opened. `reason` is a literal.
    virtual void connectionDropped(const char *reason) = 0;

    /// A head is complete, or broke the rules. Ends with finished() or abandoned().
    virtual void begun() = 0;
    /// The answer has been handed to the socket.
    virtual void finished(const Request &request, const Response &response, qint64 bytesSent) = 0;
    /// The client left before there was an answer.
    virtual void abandoned(const Request &request) = 0;
    /// What became of its credential, where the route looks at it.
    virtual void authenticated(const Request &request, const AuthenticationFailure *failure) = 0;
    /// It is refused because of who sent it: the credential does not hold or grants too little. `why` is for the record.
    virtual void denied(const Request &request, QByteArrayView why) = 0;
    /// What the limits said of it. `account`: whom policies by account counted, which the caller may have made up; empty: nobody.
    virtual void limited(const Request &request, QByteArrayView account, const limits::Verdict &verdict) = 0;
    /// A handler failed in a way the caller is told nothing of; `errorId` is in the answer.
    virtual void failed(const Request &request, const QString &detail, QByteArrayView errorId) = 0;
};

} // namespace gatehouse::http
