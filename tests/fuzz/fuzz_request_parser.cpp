// The framing guard's two readers, on a connection's bytes: heads, then the bodies they announce, one after the other.
//
// Beyond not crashing: what they say does not depend on how the bytes were portioned; every rule they promise holds for what they
// accept; and what was accepted, written out again, reads as the same request, so that nobody behind the guard can understand
// another one.

#include "expect.h"

#include "http/chunked_decoder.h"
#include "http/guard_limits.h"
#include "http/request_parser.h"
#include "http/wire_syntax.h"

#include <cstdint>
#include <vector>

using namespace gatehouse::http;

namespace {

constexpr qint64 kBodyLimit = 4096;

/// What a connection's bytes were understood as, as text that can be compared.
struct Understanding {
    std::vector<QByteArray> requests;
    QByteArray end; ///< how it ended
    bool operator==(const Understanding &) const = default;
};

QByteArray describe(const RequestHead &head)
{
    QByteArray text = toText(head.method).toByteArray() + ' ' + head.target.toByteArray() + " | " + head.path.toByteArray()
        + " | " + head.query.toByteArray() + " | " + QByteArray::number(head.minorVersion) + ' ' + head.host.toByteArray() + ' '
        + QByteArray::number(head.contentLength.value_or(-1)) + (head.chunked ? " chunked" : "")
        + (head.expectContinue ? " expect" : "") + (head.keepAlive ? " keep" : "");
    for (const HeaderField &field : head.fields)
        text += '\n' + field.name.toByteArray() + ": " + field.value.toByteArray();
    return text;
}

/// The rules of the guard, said again in another way.
void expectWellFormed(const RequestHead &head)
{
    GATEHOUSE_EXPECT(head.target == "*" || head.target.startsWith('/'));
    GATEHOUSE_EXPECT(head.target.size() <= kMaxTarget);
    GATEHOUSE_EXPECT(head.fields.size() <= kMaxFields);
    GATEHOUSE_EXPECT(head.minorVersion == 0 || head.minorVersion == 1);
    GATEHOUSE_EXPECT(!(head.chunked && head.contentLength));
    GATEHOUSE_EXPECT(!head.chunked || head.minorVersion == 1);
    GATEHOUSE_EXPECT(head.contentLength.value_or(0) >= 0);
    GATEHOUSE_EXPECT(head.minorVersion == 0 || head.count("host") == 1);
    GATEHOUSE_EXPECT(head.count("content-length") <= 1);
    GATEHOUSE_EXPECT(head.count("transfer-encoding") == (head.chunked ? 1 : 0));
    for (const char c : head.target)
        GATEHOUSE_EXPECT(c > ' ' && c < 0x7f);
    for (const HeaderField &field : head.fields) {
        GATEHOUSE_EXPECT(isToken(field.name));
        GATEHOUSE_EXPECT(!field.value.startsWith(' ') && !field.value.startsWith('\t'));
        GATEHOUSE_EXPECT(!field.value.endsWith(' ') && !field.value.endsWith('\t'));
        for (const char c : field.value)
            GATEHOUSE_EXPECT(c != '\r' && c != '\n' && c != '\0');
    }
}

/// The head written out plainly, which must read as the same again.
void expectSameWhenWrittenAgain(const RequestHead &head)
{
    QByteArray text = toText(head.method).toByteArray() + ' ' + head.target.toByteArray() + " HTTP/1."
        + QByteArray::number(head.minorVersion) + "\r\n";
    for (const HeaderField &field : head.fields)
        text += field.name.toByteArray() + ": " + field.value.toByteArray() + "\r\n";
    text += "\r\n";
    RequestParser parser;
    const RequestParser::Progress progress = parser.feed(text);
    // With its blanks in order, a field line may come to pass the limit by one.
    if (progress.state == RequestParser::State::Refused && parser.refusal().status == 431)
        return;
    GATEHOUSE_EXPECT(progress.state == RequestParser::State::Complete);
    GATEHOUSE_EXPECT(progress.consumed == text.size());
    const RequestHead again = parser.takeHead();
    // The authority of an absolute-form target wins over Host, and is not in what was written.
    if (head.host == head.field("host"))
        GATEHOUSE_EXPECT(describe(again) == describe(head));
    else
        GATEHOUSE_EXPECT(again.target == head.target && again.contentLength == head.contentLength
                         && again.chunked == head.chunked);
}

/// Reads a connection whose bytes come in portions of at most `portion`.
class ConnectionReader
{
public:
    explicit ConnectionReader(qsizetype portion)
        : m_portion(portion)
    {
    }

    Understanding read(QByteArrayView bytes)
    {
        while (!bytes.isEmpty() && m_understood.end.isEmpty()) {
            const QByteArrayView next = bytes.first(std::min(m_portion, bytes.size()));
            // A copy of its own, so that a sanitizer sees a view kept on bytes that are gone.
            const std::vector<char> exact(next.begin(), next.end());
            const qsizetype consumed = take(QByteArrayView(exact.data(), static_cast<qsizetype>(exact.size())));
            GATEHOUSE_EXPECT(consumed >= 0 && consumed <= next.size());
            GATEHOUSE_EXPECT(consumed > 0 || !m_understood.end.isEmpty());
            bytes = bytes.sliced(consumed);
        }
        if (m_understood.end.isEmpty())
            m_understood.end = m_inBody ? "inside a body" : m_parser.isInside() ? "inside a head" : "between requests";
        return m_understood;
    }

private:
    qsizetype take(QByteArrayView bytes)
    {
        if (!m_inBody)
            return takeHead(bytes);
        if (m_chunked)
            return takeChunks(bytes);
        const qsizetype portion = static_cast<qsizetype>(std::min<qint64>(m_left, bytes.size()));
        m_body.append(bytes.first(portion));
        m_left -= portion;
        if (m_left == 0)
            endBody();
        return portion;
    }

    qsizetype takeHead(QByteArrayView bytes)
    {
        const RequestParser::Progress progress = m_parser.feed(bytes);
        if (progress.state == RequestParser::State::Refused) {
            const Refusal &refusal = m_parser.refusal();
            GATEHOUSE_EXPECT(refusal.status >= 400 && refusal.status < 600 && refusal.reason[0] != '\0');
            m_understood.end = "refused " + QByteArray::number(refusal.status) + ' ' + refusal.reason;
        }
        if (progress.state != RequestParser::State::Complete)
            return progress.consumed;
        const RequestHead head = m_parser.takeHead();
        expectWellFormed(head);
        expectSameWhenWrittenAgain(head);
        m_understood.requests.push_back(describe(head));
        m_chunked = head.chunked;
        m_left = head.contentLength.value_or(0);
        m_inBody = head.hasBody();
        m_decoder = ChunkedDecoder();
        m_body.clear();
        if (m_left > kBodyLimit)
            m_understood.end = "body too large";
        return progress.consumed;
    }

    qsizetype takeChunks(QByteArrayView bytes)
    {
        const ChunkedDecoder::Progress progress = m_decoder.feed(bytes, kBodyLimit, m_body);
        GATEHOUSE_EXPECT(m_body.size() <= kBodyLimit);
        GATEHOUSE_EXPECT(m_decoder.announcedSize() >= m_body.size());
        if (progress.state == ChunkedDecoder::State::Complete) {
            GATEHOUSE_EXPECT(m_decoder.announcedSize() == m_body.size());
            endBody();
        } else if (progress.state == ChunkedDecoder::State::Refused) {
            m_understood.end = QByteArray("refused in a chunk: ") + m_decoder.refusal().reason;
        } else if (m_decoder.announcedSize() > kBodyLimit) {
            m_understood.end = "chunks too large";
        }
        return progress.consumed;
    }

    void endBody()
    {
        m_understood.requests.push_back(m_body);
        m_inBody = false;
    }

    const qsizetype m_portion;
    Understanding m_understood;
    RequestParser m_parser;
    ChunkedDecoder m_decoder;
    QByteArray m_body;
    qint64 m_left = 0;
    bool m_inBody = false;
    bool m_chunked = false;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const Understanding whole = ConnectionReader(bytes.size() + 1).read(bytes);
    for (const qsizetype portion : {1, 2, 7, 64})
        GATEHOUSE_EXPECT(ConnectionReader(portion).read(bytes) == whole);
    return 0;
}
