#pragma once

#include "http/request_observer.h"

#include <QDebug>

namespace gatehouse::tests {

/// An observer for who is not interested, or in a few things only: it just warns of what failed.
class SilentObserver : public http::RequestObserver
{
public:
    void connectionOpened() override { }
    void connectionClosed() override { }
    void connectionDropped(const char *) override { }
    void begun() override { }
    void finished(const http::Request &, const http::Response &, qint64) override { }
    void abandoned(const http::Request &) override { }
    void authenticated(const http::Request &, const http::AuthenticationFailure *) override { }
    void denied(const http::Request &, QByteArrayView) override { }
    void limited(const http::Request &, QByteArrayView, const limits::Verdict &) override { }
    void failed(const http::Request &, const QString &detail, QByteArrayView) override { qWarning() << detail; }
};

} // namespace gatehouse::tests
