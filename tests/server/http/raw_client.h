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
    /// What comes in one piece; empty at the end.
    [[nodiscard]] QByteArray readSome(int milliseconds = 3000) const;
    /// errno of the last read that failed; 0: none did, so an end was an orderly one.
    [[nodiscard]] int lastError() const { return m_error; }
    /// Closes with a reset instead of an orderly end.
    void abort();

private:
    int m_descriptor = -1;
    mutable int m_error = 0;
};
