#pragma once

#include "http/request.h"

#include <QTcpSocket>

namespace gatehouse::http {

/// A connection that never was one: QHttpServer believes it to be its client, always connected and well-behaved, while
/// the real clients come and go in front of the guard. A worker keeps a few; each carries one request at a time, which
/// is why a client that leaves can neither crash QHttpServer nor leave anything behind in it.
///
/// docs/decisions/010-lanes.md says what was tried before.
class Lane final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit Lane(QObject *parent = nullptr);

    /// Lets QHttpServer read one request, which it does before this returns.
    void feed(const RequestHead &head, const QByteArray &body);

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool isSequential() const override { return true; }
    void close() override { }
    void disconnectFromHost() override { }

protected:
    qint64 readData(char *data, qint64 size) override;
    /// What QHttpServer writes goes nowhere: the guard frames the answers.
    qint64 writeData(const char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;

private:
    QByteArray m_request;
    qsizetype m_read = 0;
};

} // namespace gatehouse::http
