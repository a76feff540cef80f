#include "http/chunked_decoder.h"

#include "http/guard_limits.h"
#include "http/wire_syntax.h"

#include <algorithm>
#include <limits>

namespace gatehouse::http {

namespace {
constexpr int kMaxSizeDigits = 16;
/// A body of one-byte chunks, each with the longest extension, would otherwise cost 256 times its size.
constexpr qsizetype kMaxExtensions = 16 * 1024;
} // namespace

ChunkedDecoder::Progress ChunkedDecoder::feed(QByteArrayView bytes, qint64 limit, QByteArray &body)
{
    qsizetype at = 0;
    while (at < bytes.size() && m_stage != Stage::Done) {
        if (m_stage == Stage::Data) {
            if (m_announced > limit)
                break;
            const auto portion = static_cast<qsizetype>(std::min<quint64>(m_chunk, static_cast<quint64>(bytes.size() - at)));
            body.append(bytes.sliced(at, portion));
            at += portion;
            m_chunk -= static_cast<quint64>(portion);
            if (m_chunk == 0)
                m_stage = Stage::DataReturn;
            continue;
        }
        const char c = bytes[at++];
        bool accepted = true;
        switch (m_stage) {
        case Stage::Size:
        case Stage::SizeBlank: accepted = takeSizeCharacter(c); break;
        case Stage::Extension: accepted = takeExtensionCharacter(c); break;
        case Stage::SizeEnd: accepted = c == '\n' ? endSizeLine() : refuse("bad line end after a chunk size"); break;
        case Stage::DataReturn:
            m_stage = Stage::DataEnd;
            accepted = c == '\r' || refuse("chunk longer than announced");
            break;
        case Stage::DataEnd:
            m_stage = Stage::Size;
            accepted = c == '\n' || refuse("bad line end after a chunk");
            break;
        case Stage::Trailer: accepted = takeTrailerCharacter(c); break;
        case Stage::Data:
        case Stage::Done: Q_UNREACHABLE();
        }
        if (!accepted)
            return {State::Refused, at};
    }
    return {m_stage == Stage::Done ? State::Complete : State::Incomplete, at};
}

bool ChunkedDecoder::takeSizeCharacter(char c)
{
    if (const int digit = hexDigit(c); digit >= 0 && m_stage == Stage::Size) {
        if (++m_digits > kMaxSizeDigits)
            return refuse("chunk size too long");
        m_chunk = m_chunk << 4 | static_cast<quint64>(digit);
        return true;
    }
    if (m_digits == 0)
        return refuse("malformed chunk size");
    if (c == ';') {
        m_stage = Stage::Extension;
        return takeExtensionCharacter(c);
    }
    if (c == ' ' || c == '\t') { // "bad whitespace", allowed only before an extension
        m_stage = Stage::SizeBlank;
        return appendToExtension(c);
    }
    if (c != '\r' || m_stage == Stage::SizeBlank)
        return refuse("malformed chunk size");
    m_stage = Stage::SizeEnd;
    return true;
}

bool ChunkedDecoder::takeExtensionCharacter(char c)
{
    if (c == '\r') {
        m_stage = Stage::SizeEnd;
        return isChunkExtensions(m_extension) || refuse("malformed chunk extension");
    }
    if (!isFieldValue(QByteArrayView(&c, 1)))
        return refuse("control character in a chunk extension");
    return appendToExtension(c);
}

bool ChunkedDecoder::appendToExtension(char c)
{
    if (m_extension.size() >= kMaxChunkExtension || ++m_extensions > kMaxExtensions)
        return refuse("chunk extensions too long");
    m_extension.append(c);
    return true;
}

bool ChunkedDecoder::endSizeLine()
{
    if (m_chunk > static_cast<quint64>(std::numeric_limits<qint64>::max() - m_announced))
        return refuse("chunk size too large");
    m_announced += static_cast<qint64>(m_chunk);
    m_stage = m_chunk == 0 ? Stage::Trailer : Stage::Data;
    m_digits = 0;
    m_extension.truncate(0);
    return true;
}

bool ChunkedDecoder::takeTrailerCharacter(char c)
{
    if (++m_trailerBytes > kMaxFieldSection)
        return refuse("trailers too long together");
    if (c != '\n') {
        m_trailerLine.append(c);
        return m_trailerLine.size() <= kMaxFieldLine + 1 || refuse("trailer too long");
    }
    if (!m_trailerLine.endsWith('\r'))
        return refuse("line feed without carriage return in the trailers");
    m_trailerLine.chop(1);
    if (m_trailerLine.isEmpty()) {
        m_stage = Stage::Done;
        return true;
    }
    if (++m_trailers > kMaxFields)
        return refuse("too many trailers");
    const bool wellFormed = splitFieldLine(m_trailerLine).has_value();
    m_trailerLine.truncate(0);
    return wellFormed || refuse("malformed trailer");
}

bool ChunkedDecoder::refuse(const char *reason)
{
    m_refusal = {400, reason};
    return false;
}

} // namespace gatehouse::http
