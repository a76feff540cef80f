#pragma once

#include <QByteArrayView>

#include <functional>

namespace gatehouse::http {

/// The bytes of one connection, plain or TLS. Lives in its worker's thread. Reports through the callbacks it is given;
/// a callback may destroy the wire.
class Wire
{
public:
    struct Callbacks {
        std::function<void()> readable; ///< read() may give something, or the end
        std::function<void()> writable; ///< after write() took less than all
    };

    virtual ~Wire() = default;

    enum class ReadStatus {
        Data,
        Nothing,
        End,
        Refused, ///< the connection could not be secured
        Failed
    };
    struct ReadResult {
        ReadStatus status = ReadStatus::Nothing;
        qsizetype size = 0;
    };
    /// The least room read() is to be given: the plaintext of a TLS record (RFC 8446, section 5.1).
    static constexpr qsizetype kLeastRead = 16 * 1024;
    /// Reads what is there into `buffer`, never waiting.
    [[nodiscard]] virtual ReadResult read(char *buffer, qsizetype size) = 0;

    /// Writes what fits, never waiting. Returns how much was taken, or -1 when the peer is gone. What was not taken is
    /// offered again next time, first.
    [[nodiscard]] virtual qsizetype write(QByteArrayView bytes) = 0;

    /// Bytes that write() took and the peer does not have yet. A count of what write() takes would tell of a slow reader only
    /// whenever a large part of the kernel's buffer has emptied.
    [[nodiscard]] virtual qsizetype undelivered() const = 0;

    /// Whether `readable` is to be called. Off while a request is in flight, so that a client cannot pile up bytes.
    virtual void setReading(bool on) = 0;
    /// Whether `writable` is to be called.
    virtual void setWriting(bool on) = 0;

    /// Ends the sending direction; what was written is still delivered.
    virtual void shutdownWriting() = 0;
};

} // namespace gatehouse::http
