#pragma once

#include "http/request_head.h"
#include "http/wire_syntax.h"

#include <optional>

namespace gatehouse::http {

/// Why bytes are no acceptable request.
struct Refusal {
    int status = 400;
    const char *reason = ""; ///< a literal, fit for the log and the caller
};

/// Reads the head of one request after the other, strictly by RFC 9112 and RFC 9110, from bytes that come in any portions.
/// What it says does not depend on how they were portioned. Limits hold while a line is still incomplete.
/// Knows no socket; used in one thread.
class RequestParser
{
public:
    enum class State { Incomplete, Complete, Refused };

    struct Progress {
        State state = State::Incomplete;
        qsizetype consumed = 0; ///< of the bytes given; all of them unless the head is complete
    };

    /// Takes the next bytes. After Complete, takeHead() is due before the next call; after Refused nothing more is.
    [[nodiscard]] Progress feed(QByteArrayView bytes);

    /// The complete head. The parser is then ready for the next one.
    [[nodiscard]] RequestHead takeHead();

    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

    /// What is known of a head that was refused: its method and target as far as they were fine, and no field.
    [[nodiscard]] RequestHead takeRefusedHead();

    /// Whether some bytes of a head have come, but not all. An empty line before it does not count.
    [[nodiscard]] bool isInside() const { return m_haveRequestLine || m_bytes.size() > (m_bytes.startsWith('\r') ? 2 : 0); }

private:
    /// Offsets and not views, because the buffer may move while the head is incomplete.
    struct Span {
        quint32 offset = 0;
        quint32 size = 0;
    };
    struct Field {
        Span name;
        Span value;
    };

    [[nodiscard]] bool scan(QByteArrayView head);
    [[nodiscard]] bool takeLine(QByteArrayView head, qsizetype start, qsizetype lineFeed);
    [[nodiscard]] bool fitsRequestLine(QByteArrayView line);
    [[nodiscard]] bool fitsField(qsizetype size);
    [[nodiscard]] bool takeRequestLine(QByteArrayView head, QByteArrayView line);
    [[nodiscard]] bool takeVersion(QByteArrayView version);
    [[nodiscard]] bool takeTarget(QByteArrayView head, QByteArrayView target);
    [[nodiscard]] bool takeField(QByteArrayView head, QByteArrayView line);
    [[nodiscard]] bool takeKnownField(const FieldParts &field);
    [[nodiscard]] bool takeContentLength(QByteArrayView value);
    void takeExpectation(QByteArrayView value);
    void takeConnection(QByteArrayView value);
    [[nodiscard]] bool finish();
    [[nodiscard]] bool refuse(int status, const char *reason);
    void restart();

    QByteArray m_bytes; ///< of an incomplete head, or the whole of a complete one
    QVarLengthArray<Field, 24> m_fields;
    Refusal m_refusal;
    qsizetype m_lineStart = 0;
    qsizetype m_searched = 0; ///< no line feed before this offset in the current line
    qsizetype m_fieldBytes = 0; ///< of complete field lines
    Span m_target;
    Span m_authority; ///< of a target in absolute-form
    Span m_host;
    qint64 m_contentLength = -1;
    int m_minorVersion = 1;
    int m_hosts = 0;
    int m_transferCodings = 0;
    Method m_method = Method::Get;
    bool m_complete = false;
    bool m_skippedEmptyLine = false;
    bool m_haveRequestLine = false;
    bool m_haveTarget = false;
    bool m_secureTarget = false;
    bool m_haveContentType = false;
    bool m_haveAuthorization = false;
    bool m_chunked = false;
    bool m_expectContinue = false;
    bool m_badExpectation = false;
    bool m_saysClose = false;
    bool m_saysKeepAlive = false;
};

} // namespace gatehouse::http
