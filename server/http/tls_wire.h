#pragma once

#include "http/plain_wire.h"
#include "http/tls_context.h"

#include <QObject>

#include <memory>

namespace gatehouse::http {

/// A TLS connection over TCP, this side being the server. The handshake happens within read(): until it is done there is
/// nothing to read, and nothing to write either.
///
/// docs/decisions/011-tls-on-openssl.md says why OpenSSL is used directly.
class TlsWire final : public Wire
{
public:
    /// Takes over `descriptor`, a connected, non-blocking stream socket. `session` has no transport yet; with a null one
    /// every read fails.
    TlsWire(int descriptor, std::unique_ptr<SSL, FreeSsl> session, Callbacks callbacks, Poller &poller);
    /// Says goodbye (close_notify) if that can be done without waiting.
    ~TlsWire() override;
    TlsWire(const TlsWire &) = delete;
    TlsWire &operator=(const TlsWire &) = delete;

    [[nodiscard]] ReadResult read(char *buffer, qsizetype size) override;
    [[nodiscard]] qsizetype write(QByteArrayView bytes) override;
    [[nodiscard]] qsizetype undelivered() const override { return m_plain.undelivered(); }
    void setReading(bool on) override;
    void setWriting(bool on) override;
    void shutdownWriting() override;

private:
    [[nodiscard]] ReadStatus readFailure(int result, char *buffer, qsizetype size);
    void descriptorReadable();
    void descriptorWritable();
    void watchDescriptor();
    void announceHeldBytes();
    void sendGoodbye();

    Callbacks m_callbacks;
    QObject m_context; ///< of what is queued to be called
    PlainWire m_plain;
    std::unique_ptr<SSL, FreeSsl> m_session; ///< after m_plain, which it uses to its end
    bool m_reading = true;
    bool m_writing = false;
    bool m_secured = false; ///< the handshake is known to be done
    bool m_failed = false; ///< beyond repair: OpenSSL must not be asked again
    bool m_readNeedsWriting = false; ///< read() can go on once the descriptor takes bytes
    bool m_writeNeedsReading = false; ///< and the other way round
    bool m_goodbyeWaits = false; ///< close_notify did not fit yet
    bool m_holdsBytes = false; ///< OpenSSL holds what the descriptor will not announce again
    bool m_announced = false;
};

} // namespace gatehouse::http
