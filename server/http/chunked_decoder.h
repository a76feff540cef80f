#pragma once

#include "http/request_parser.h"

#include <QByteArray>

namespace gatehouse::http {

/// Decodes a body in chunked coding (RFC 9112, section 7.1) from bytes that come in any portions. Extensions and trailers are
/// checked and dropped. Knows no socket; used in one thread.
class ChunkedDecoder
{
public:
    enum class State { Incomplete, Complete, Refused };

    struct Progress {
        State state = State::Incomplete;
        qsizetype consumed = 0; ///< of the bytes given
    };

    /// Takes the next bytes and appends what they decode to. Stops as soon as the body, counting a chunk by its announced
    /// size, would be over `limit` bytes; announcedSize() then says so and nothing of that chunk is appended.
    [[nodiscard]] Progress feed(QByteArrayView bytes, qint64 limit, QByteArray &body);

    /// The size of the body as far as it is announced.
    [[nodiscard]] qint64 announcedSize() const { return m_announced; }

    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

private:
    enum class Stage { Size, SizeBlank, Extension, SizeEnd, Data, DataReturn, DataEnd, Trailer, Done };

    [[nodiscard]] bool takeSizeCharacter(char c);
    [[nodiscard]] bool takeExtensionCharacter(char c);
    [[nodiscard]] bool appendToExtension(char c);
    [[nodiscard]] bool endSizeLine();
    [[nodiscard]] bool takeTrailerCharacter(char c);
    [[nodiscard]] bool refuse(const char *reason);

    QByteArray m_extension; ///< of the current chunk, from the blank or semicolon after its size
    QByteArray m_trailerLine;
    Refusal m_refusal;
    qint64 m_announced = 0;
    quint64 m_chunk = 0; ///< bytes of the current chunk still to come; while in Stage::Size, its size so far
    qsizetype m_trailerBytes = 0;
    qsizetype m_extensions = 0; ///< bytes of all chunks' extensions
    int m_digits = 0;
    int m_trailers = 0;
    Stage m_stage = Stage::Size;
};

} // namespace gatehouse::http
