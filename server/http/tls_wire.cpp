#include "http/tls_wire.h"

#include "http/tls_bio.h"

#include <openssl/err.h>

namespace gatehouse::http {

namespace {
/// How often a refused client's bytes are taken off the socket before it is closed, a buffer each.
constexpr int kReadsBeforeClose = 4;
} // namespace

TlsWire::TlsWire(int descriptor, std::unique_ptr<SSL, FreeSsl> session, Callbacks callbacks, Poller &poller)
    : m_callbacks(std::move(callbacks))
    , m_plain(descriptor, {[this] { descriptorReadable(); }, [this] { descriptorWritable(); }}, poller)
    , m_session(std::move(session))
{
    BIO *bio = m_session ? newWireBio(m_plain) : nullptr;
    m_failed = bio == nullptr; // out of memory: the first read ends the connection
    if (bio != nullptr)
        SSL_set_bio(m_session.get(), bio, bio);
}

TlsWire::~TlsWire()
{
    if (!m_failed && SSL_is_init_finished(m_session.get()) && (SSL_get_shutdown(m_session.get()) & SSL_SENT_SHUTDOWN) == 0) {
        SSL_shutdown(m_session.get());
        ERR_clear_error();
    }
}

Wire::ReadResult TlsWire::read(char *buffer, qsizetype size)
{
    if (m_failed)
        return {ReadStatus::Failed, 0};
    m_readNeedsWriting = false;
    m_secured = m_secured || SSL_is_init_finished(m_session.get()) == 1;
    qsizetype total = 0;
    ReadStatus stopped = ReadStatus::Data;
    // With room for a whole record none is ever left half-read.
    while (size - total >= kLeastRead) {
        size_t got = 0;
        ERR_clear_error();
        const int result = SSL_read_ex(m_session.get(), buffer + total, static_cast<size_t>(size - total), &got);
        total += static_cast<qsizetype>(got);
        if (result != 1) {
            stopped = readFailure(result, buffer + total, size - total);
            break;
        }
        if (SSL_has_pending(m_session.get()) == 0)
            break;
    }
    m_holdsBytes =
        total > 0 && (stopped == ReadStatus::Data ? SSL_has_pending(m_session.get()) != 0 : stopped != ReadStatus::Nothing);
    watchDescriptor();
    announceHeldBytes();
    return total > 0 ? ReadResult{ReadStatus::Data, total} : ReadResult{stopped, 0};
}

Wire::ReadStatus TlsWire::readFailure(int result, char *buffer, qsizetype size)
{
    const int error = SSL_get_error(m_session.get(), result);
    ERR_clear_error();
    switch (error) {
    case SSL_ERROR_WANT_READ: return ReadStatus::Nothing;
    case SSL_ERROR_WANT_WRITE: m_readNeedsWriting = true; return ReadStatus::Nothing;
    case SSL_ERROR_ZERO_RETURN: return ReadStatus::End;
    default: break;
    }
    m_failed = true;
    // Closing with bytes unread would reset the connection and take the alert away from the client.
    m_plain.shutdownWriting();
    for (int i = 0; i < kReadsBeforeClose && m_plain.read(buffer, size).status == ReadStatus::Data; ++i) { }
    return m_secured ? ReadStatus::Failed : ReadStatus::Refused;
}

qsizetype TlsWire::write(QByteArrayView bytes)
{
    if (m_failed)
        return -1;
    m_writeNeedsReading = false;
    qsizetype total = 0;
    while (total < bytes.size()) {
        size_t taken = 0;
        ERR_clear_error();
        const int result = SSL_write_ex(m_session.get(), bytes.data() + total, static_cast<size_t>(bytes.size() - total), &taken);
        total += static_cast<qsizetype>(taken);
        if (result == 1)
            continue;
        const int error = SSL_get_error(m_session.get(), result);
        ERR_clear_error();
        m_writeNeedsReading = error == SSL_ERROR_WANT_READ;
        if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
            m_failed = true;
            return -1;
        }
        break;
    }
    watchDescriptor();
    return total;
}

void TlsWire::setReading(bool on)
{
    m_reading = on;
    watchDescriptor();
    announceHeldBytes();
}

void TlsWire::setWriting(bool on)
{
    m_writing = on;
    watchDescriptor();
}

void TlsWire::shutdownWriting()
{
    if (!m_failed)
        sendGoodbye();
}

void TlsWire::sendGoodbye()
{
    ERR_clear_error();
    const int result = SSL_shutdown(m_session.get());
    m_goodbyeWaits = result < 0 && SSL_get_error(m_session.get(), result) == SSL_ERROR_WANT_WRITE;
    ERR_clear_error();
    if (!m_goodbyeWaits)
        m_plain.shutdownWriting();
    watchDescriptor();
}

void TlsWire::descriptorReadable()
{
    if (m_writeNeedsReading) {
        m_writeNeedsReading = false;
        watchDescriptor();
        return m_callbacks.writable();
    }
    if (m_reading)
        m_callbacks.readable();
}

void TlsWire::descriptorWritable()
{
    if (m_goodbyeWaits)
        return sendGoodbye();
    if (m_readNeedsWriting) {
        m_readNeedsWriting = false;
        m_holdsBytes = true;
        watchDescriptor();
        return announceHeldBytes();
    }
    if (m_writing)
        m_callbacks.writable();
}

void TlsWire::watchDescriptor()
{
    m_plain.setReading(m_reading || m_writeNeedsReading);
    m_plain.setWriting(m_writing || m_readNeedsWriting || m_goodbyeWaits);
}

void TlsWire::announceHeldBytes()
{
    if (!m_holdsBytes || !m_reading || m_announced)
        return;
    m_announced = true;
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_announced = false;
            if (m_holdsBytes && m_reading)
                m_callbacks.readable();
        },
        Qt::QueuedConnection);
}

} // namespace gatehouse::http
