#pragma once

#include "http/poller.h"
#include "http/wire.h"

namespace gatehouse::http {

/// A TCP connection without TLS: the bare descriptor, so that a request costs one recv and one send and an idle
/// connection holds no buffer.
class PlainWire final : public Wire, private Poller::Watcher
{
public:
    /// Takes over `descriptor`, a connected, non-blocking stream socket. `poller` outlives the wire.
    PlainWire(int descriptor, Callbacks callbacks, Poller &poller);
    ~PlainWire() override;
    PlainWire(const PlainWire &) = delete;
    PlainWire &operator=(const PlainWire &) = delete;

    [[nodiscard]] ReadResult read(char *buffer, qsizetype size) override;
    [[nodiscard]] qsizetype write(QByteArrayView bytes) override;
    [[nodiscard]] qsizetype undelivered() const override;
    void setReading(bool on) override;
    void setWriting(bool on) override;
    void shutdownWriting() override;

private:
    void ready(bool readable, bool writable) override;
    void watch(Poller::Interest interest);

    int m_descriptor;
    Callbacks m_callbacks;
    Poller &m_poller;
    Poller::Interest m_interest;
};

} // namespace gatehouse::http
