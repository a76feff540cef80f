#include "http/request_parser.h"

#include "http/guard_limits.h"

#include <cstring>
#include <utility>

namespace gatehouse::http {

namespace {

constexpr qsizetype kMaxMethod = 64;
constexpr qsizetype kVersionSize = 8; // "HTTP/1.1"
/// Enough for the head of a browser: an incomplete head seldom outgrows it.
constexpr qsizetype kPartialHead = 1024;

QByteArrayView between(const char *begin, const char *end)
{
    return {begin, end - begin};
}

/// Calls `visit` for each element of a list (RFC 9110, section 5.6.1) of tokens; empty ones do not count.
template<typename Visitor> void forEachElement(QByteArrayView list, Visitor visit)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView element = (comma < 0 ? list : list.first(comma)).trimmed();
        if (!element.isEmpty())
            visit(element);
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
}

} // namespace

RequestParser::Progress RequestParser::feed(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    const qsizetype before = m_bytes.size();
    if (before == 0) {
        // The usual case: the whole head is here, and is copied once, at its exact size.
        if (!scan(bytes)) {
            m_bytes = bytes.first(m_lineStart).toByteArray();
            return {State::Refused, bytes.size()};
        }
        if (!m_complete) {
            m_bytes.reserve(std::max(kPartialHead, bytes.size()));
            m_bytes.append(bytes);
            return {State::Incomplete, bytes.size()};
        }
        m_bytes = bytes.first(m_lineStart).toByteArray();
    } else {
        m_bytes.append(bytes);
        if (!scan(m_bytes))
            return {State::Refused, bytes.size()};
        if (!m_complete)
            return {State::Incomplete, bytes.size()};
        m_bytes.truncate(m_lineStart);
    }
    return {State::Complete, m_bytes.size() - before};
}

bool RequestParser::scan(QByteArrayView head)
{
    while (!m_complete) {
        const void *found = std::memchr(head.data() + m_searched, '\n', static_cast<size_t>(head.size() - m_searched));
        if (found == nullptr) {
            m_searched = head.size();
            const QByteArrayView partial = head.sliced(m_lineStart);
            return m_haveRequestLine ? fitsField(partial.size()) : fitsRequestLine(partial);
        }
        const qsizetype lineFeed = static_cast<const char *>(found) - head.data();
        if (!takeLine(head, m_lineStart, lineFeed))
            return false;
        m_lineStart = m_searched = lineFeed + 1;
    }
    return finish();
}

bool RequestParser::takeLine(QByteArrayView head, qsizetype start, qsizetype lineFeed)
{
    const QByteArrayView withReturn = between(head.data() + start, head.data() + lineFeed);
    if (!(m_haveRequestLine ? fitsField(withReturn.size()) : fitsRequestLine(withReturn)))
        return false;
    if (!withReturn.endsWith('\r'))
        return refuse(400, "line feed without carriage return");
    const QByteArrayView line = withReturn.chopped(1);

    if (!m_haveRequestLine) {
        // RFC 9112, section 2.2: an empty line before the request line is ignored. One is enough for old clients.
        if (line.isEmpty() && !std::exchange(m_skippedEmptyLine, true))
            return true;
        m_haveRequestLine = true;
        return takeRequestLine(head, line);
    }
    if (line.isEmpty()) {
        m_complete = true;
        return true;
    }
    m_fieldBytes += withReturn.size() + 1;
    if (m_fieldBytes > kMaxFieldSection)
        return refuse(431, "fields too long together");
    if (m_fields.size() >= kMaxFields)
        return refuse(431, "too many field lines");
    return takeField(head, line);
}

/// Judges a request line that may be incomplete, so that it cannot grow without end.
bool RequestParser::fitsRequestLine(QByteArrayView line)
{
    const qsizetype methodEnd = line.first(std::min(line.size(), kMaxMethod + 1)).indexOf(' ');
    if (methodEnd < 0) {
        if (line.size() <= kMaxMethod)
            return true;
        return isToken(line.first(kMaxMethod)) ? refuse(501, "unknown method") : refuse(400, "malformed method");
    }
    const QByteArrayView rest = line.sliced(methodEnd + 1);
    const void *space = std::memchr(rest.data(), ' ', static_cast<size_t>(rest.size()));
    const qsizetype target = space == nullptr ? rest.size() : static_cast<const char *>(space) - rest.data();
    // A carriage return may already be there after a target without version.
    if (target > kMaxTarget + (space == nullptr ? 1 : 0))
        return refuse(414, "request target too long");
    if (space != nullptr && rest.size() - target - 1 > kVersionSize + 1)
        return refuse(400, "malformed request line");
    return true;
}

/// The same for a field line, `size` counting its carriage return. The empty line that ends the fields is none of them.
bool RequestParser::fitsField(qsizetype size)
{
    if (size > kMaxFieldLine + 1)
        return refuse(431, "field line too long");
    if (size > 1 && m_fieldBytes + size > kMaxFieldSection)
        return refuse(431, "fields too long together");
    return true;
}

bool RequestParser::takeRequestLine(QByteArrayView head, QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0)
        return refuse(400, "malformed request line");
    const QByteArrayView method = line.first(first);
    if (!isToken(method))
        return refuse(400, "malformed method");
    const std::optional<Method> known = methodFromText(method);
    m_method = known.value_or(Method::Get); // before any refusal: the answer to HEAD has no body, whatever it says
    if (!takeVersion(line.sliced(second + 1)))
        return false;
    if (!known)
        return refuse(501, "unknown method");
    return takeTarget(head, line.sliced(first + 1, second - first - 1));
}

bool RequestParser::takeVersion(QByteArrayView version)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != kVersionSize || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7]))
        return refuse(400, "malformed version");
    if (version[5] != '1' || version[7] > '1')
        return refuse(505, "version not supported");
    m_minorVersion = version[7] - '0';
    return true;
}

bool RequestParser::takeTarget(QByteArrayView head, QByteArrayView target)
{
    const auto span = [head](QByteArrayView view) {
        return Span{static_cast<quint32>(view.data() - head.data()), static_cast<quint32>(view.size())};
    };
    if (target == "*") {
        if (m_method != Method::Options)
            return refuse(400, "asterisk-form is for OPTIONS only");
        m_target = span(target);
        m_haveTarget = true;
        return true;
    }
    QByteArrayView pathAndQuery = target;
    if (!target.startsWith('/')) {
        // Absolute-form (RFC 9112, section 3.2.2).
        const qsizetype scheme = target.startsWith('h') || target.startsWith('H') ? target.indexOf("://") : -1;
        if (scheme < 0
            || !(equalsIgnoringCase(target.first(scheme), "http") || equalsIgnoringCase(target.first(scheme), "https")))
            return refuse(400, "malformed request target");
        const QByteArrayView hierarchy = target.sliced(scheme + 3);
        qsizetype end = 0;
        while (end < hierarchy.size() && hierarchy[end] != '/' && hierarchy[end] != '?')
            ++end;
        if (!isAuthority(hierarchy.first(end)))
            return refuse(400, "malformed authority in the request target");
        m_authority = span(hierarchy.first(end));
        m_secureTarget = scheme == 5;
        pathAndQuery = hierarchy.sliced(end);
    }
    if (!isPathAndQuery(pathAndQuery))
        return refuse(400, "malformed request target");
    m_target = span(pathAndQuery);
    m_haveTarget = true;
    return true;
}

bool RequestParser::takeField(QByteArrayView head, QByteArrayView line)
{
    const std::optional<FieldParts> parts = splitFieldLine(line);
    if (!parts)
        return refuse(400, "malformed field line");
    const auto span = [head](QByteArrayView view) {
        return Span{static_cast<quint32>(view.data() - head.data()), static_cast<quint32>(view.size())};
    };
    if (isDisguisedName(parts->name))
        return refuse(400, "field name with an underscore for a hyphen");
    m_fields.push_back({span(parts->name), span(parts->value)});
    return takeKnownField(*parts);
}

bool RequestParser::takeKnownField(const FieldParts &field)
{
    const QByteArrayView name = field.name;
    const QByteArrayView value = field.value;
    switch (name.size()) { // few names have the lengths that matter here
    case 4:
        if (equalsIgnoringCase(name, "host")) {
            if (++m_hosts > 1)
                return refuse(400, "repeated Host");
            if (!isAuthority(value))
                return refuse(400, "malformed Host");
            m_host = m_fields.back().value;
        }
        break;
    case 6:
        if (equalsIgnoringCase(name, "expect"))
            takeExpectation(value);
        break;
    case 10:
        if (equalsIgnoringCase(name, "connection"))
            takeConnection(value);
        break;
    // These two have one value, and a proxy may go by another of them than we do.
    case 12:
        if (equalsIgnoringCase(name, "content-type") && std::exchange(m_haveContentType, true))
            return refuse(400, "repeated Content-Type");
        break;
    case 13:
        if (equalsIgnoringCase(name, "authorization") && std::exchange(m_haveAuthorization, true))
            return refuse(400, "repeated Authorization");
        break;
    case 14:
        if (equalsIgnoringCase(name, "content-length"))
            return takeContentLength(value);
        break;
    case 17:
        if (equalsIgnoringCase(name, "transfer-encoding")) {
            ++m_transferCodings;
            m_chunked = equalsIgnoringCase(value, "chunked");
        }
        break;
    default: break;
    }
    return true;
}

bool RequestParser::takeContentLength(QByteArrayView value)
{
    if (m_contentLength >= 0)
        return refuse(400, "repeated Content-Length");
    // `010` is ten to most and eight to some: leading zeros are refused although RFC 9110 has room for them.
    if (value.isEmpty() || (value.size() > 1 && value.front() == '0'))
        return refuse(400, "malformed Content-Length");
    qint64 length = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return refuse(400, "malformed Content-Length");
        if (__builtin_mul_overflow(length, 10, &length) || __builtin_add_overflow(length, c - '0', &length))
            return refuse(400, "Content-Length too large");
    }
    m_contentLength = length;
    return true;
}

void RequestParser::takeExpectation(QByteArrayView value)
{
    forEachElement(value, [this](QByteArrayView expectation) {
        const bool isContinue = equalsIgnoringCase(expectation, "100-continue");
        m_expectContinue = m_expectContinue || isContinue;
        m_badExpectation = m_badExpectation || !isContinue;
    });
}

void RequestParser::takeConnection(QByteArrayView value)
{
    forEachElement(value, [this](QByteArrayView option) {
        m_saysClose = m_saysClose || equalsIgnoringCase(option, "close");
        m_saysKeepAlive = m_saysKeepAlive || equalsIgnoringCase(option, "keep-alive");
    });
}

/// What can be judged only when all fields are known.
bool RequestParser::finish()
{
    if (m_minorVersion == 1 && m_hosts == 0)
        return refuse(400, "missing Host");
    if (m_transferCodings > 0) {
        if (m_contentLength >= 0)
            return refuse(400, "Content-Length with Transfer-Encoding");
        if (m_minorVersion == 0)
            return refuse(400, "Transfer-Encoding in HTTP/1.0");
        if (m_transferCodings > 1 || !m_chunked)
            return refuse(501, "transfer coding not supported");
    }
    if (m_minorVersion == 0)
        m_expectContinue = m_badExpectation = false; // RFC 9110, section 10.1.1
    if (m_badExpectation)
        return refuse(417, "expectation not supported");
    return true;
}

RequestHead RequestParser::takeHead()
{
    RequestHead head;
    head.bytes = std::move(m_bytes);
    char *const base = head.bytes.data(); // owned alone: does not reallocate
    if (m_authority.size > 0 && m_target.size > 0 && base[m_target.offset] == '?') {
        // `http://host?query` means the path `/`: one slash of `//` gives it room.
        std::memmove(base + m_authority.offset - 1, base + m_authority.offset, m_authority.size);
        --m_authority.offset;
        --m_target.offset;
        ++m_target.size;
        base[m_target.offset] = '/';
    }
    const auto view = [base](Span span) { return QByteArrayView(base + span.offset, span.size); };

    head.method = m_method;
    head.minorVersion = m_minorVersion;
    if (m_target.size > 0)
        head.target = view(m_target);
    else // RFC 9112, section 3.2.4
        head.target = m_method == Method::Options ? QByteArrayView("*") : QByteArrayView("/");
    const qsizetype question = head.target.indexOf('?');
    head.path = question < 0 ? head.target : head.target.first(question);
    head.query = question < 0 ? QByteArrayView() : head.target.sliced(question + 1);
    head.host = view(m_authority.size > 0 ? m_authority : m_host);
    head.fields.reserve(m_fields.size());
    for (const Field &field : m_fields)
        head.fields.push_back({view(field.name), view(field.value)});
    if (m_contentLength >= 0)
        head.contentLength = m_contentLength;
    head.chunked = m_chunked;
    head.secureTarget = m_secureTarget;
    head.expectContinue = m_expectContinue;
    head.keepAlive = !m_saysClose && (m_minorVersion == 1 || m_saysKeepAlive);
    restart();
    return head;
}

RequestHead RequestParser::takeRefusedHead()
{
    m_fields.clear();
    m_host = {};
    if (m_haveTarget)
        return takeHead();
    RequestHead head;
    head.method = m_method;
    restart();
    return head;
}

bool RequestParser::refuse(int status, const char *reason)
{
    m_refusal = {status, reason};
    return false;
}

void RequestParser::restart()
{
    *this = RequestParser();
}

} // namespace gatehouse::http
