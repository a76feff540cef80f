#pragma once

#include "http/wire.h"

#include <QSocketNotifier>

#include <memory>

namespace gatehouse::http {

/// A TCP connection without TLS: the bare descriptor, so that a request costs one recv and one send and an idle
/// connection holds no buffer.
class PlainWire final : public Wire
{
public:
    /// Takes over `descriptor`, a connected, non-blocking stream socket.
    PlainWire(int descriptor, Callbacks callbacks);
    ~PlainWire() override;
    PlainWire(const PlainWire &) = delete;
    PlainWire &operator=(const PlainWire &) = delete;

    [[nodiscard]] ReadResult read(char *buffer, qsizetype size) override;
    [[nodiscard]] qsizetype write(QByteArrayView bytes) override;
    void setReading(bool on) override;
    void setWriting(bool on) override;
    void shutdownWriting() override;

private:
    int m_descriptor;
    Callbacks m_callbacks;
    QSocketNotifier m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier; ///< made when a client is first too slow
};

} // namespace gatehouse::http
