#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// A blocking TCP client that sends exact bytes: what a test needs to misbehave.
class RawClient
{
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    void send(QByteArrayView bytes) const;
    void shutdownWriting() const;
    /// Everything until the server closes or `milliseconds` pass without a byte.
    [[nodiscard]] QByteArray readAll(int milliseconds = 3000) const;
    /// Bytes until `count` answers' heads have come.
    [[nodiscard]] QByteArray readUntil(QByteArrayView end, int milliseconds = 3000) const;
    /// Closes with a reset instead of an orderly end.
    void abort();

private:
    int m_descriptor = -1;
};
