#include "http/trace_context.h"

#include "core/ulid.h"
#include "http/request.h"

#include <algorithm>
#include <array>

namespace gatehouse::http {

namespace {

constexpr qsizetype kTraceIdLength = 32;
constexpr qsizetype kSpanLength = 16;
/// version "-" trace-id "-" parent-id "-" flags
constexpr qsizetype kTraceparentLength = 55;
constexpr qsizetype kVersionEnd = 2;
constexpr qsizetype kTraceIdStart = 3;
constexpr qsizetype kSpanStart = 36;
constexpr qsizetype kFlagsStart = 53;

bool isLowerHex(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isAllZero(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == '0'; });
}

/// W3C Trace Context, sections 3.2 and 4.3. A later version is read as version 00, whatever it adds after another dash.
bool isTraceparent(QByteArrayView text)
{
    if (text.size() < kTraceparentLength || text[kVersionEnd] != '-' || text[kSpanStart - 1] != '-'
        || text[kFlagsStart - 1] != '-')
        return false;
    const QByteArrayView version = text.first(kVersionEnd);
    if (!isLowerHex(version) || version == "ff")
        return false;
    if (text.size() > kTraceparentLength && (version == "00" || text[kTraceparentLength] != '-'))
        return false;
    const QByteArrayView trace = text.sliced(kTraceIdStart, kTraceIdLength);
    const QByteArrayView span = text.sliced(kSpanStart, kSpanLength);
    return isLowerHex(trace) && isLowerHex(span) && isLowerHex(text.sliced(kFlagsStart, 2)) && !isAllZero(trace)
        && !isAllZero(span);
}

/// Writes sixteen digits.
void writeHex(char *out, quint64 value)
{
    constexpr char kDigits[] = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        *out++ = kDigits[(value >> shift) & 15U];
}

} // namespace

TraceContext TraceContextSource::next(QByteArrayView requestId, QByteArrayView traceparent, WallTime now)
{
    TraceContext context;
    context.requestId = isUlid(requestId) || isUuid(requestId) ? requestId.toByteArray() : nextUlid(now);

    if (isTraceparent(traceparent)) {
        context.traceId = traceparent.sliced(kTraceIdStart, kTraceIdLength).toByteArray();
        context.parentSpan = traceparent.sliced(kSpanStart, kSpanLength).toByteArray();
        return context;
    }
    context.traceId.resize(kTraceIdLength);
    writeHex(context.traceId.data(), m_random.generate());
    writeHex(context.traceId.data() + kTraceIdLength / 2, m_random.generate());
    return context;
}

void TraceContextSource::identify(Request &request, WallTime now)
{
    // A trace that two parties claim to have begun is nobody's: a new one begins.
    const bool once = request.head.count("traceparent") == 1;
    TraceContext trace =
        next(request.head.field("X-Request-Id"), once ? request.head.field("traceparent") : QByteArrayView(), now);
    request.id = std::move(trace.requestId);
    request.traceId = std::move(trace.traceId);
    request.parentSpan = std::move(trace.parentSpan);
}

QByteArray TraceContextSource::nextUlid(WallTime now)
{
    const quint64 high = m_random.generate();
    const quint64 low = m_random.generate();
    std::array<unsigned char, 10> noise{};
    for (size_t i = 0; i < noise.size(); ++i)
        noise[i] = static_cast<unsigned char>((i < 8 ? high >> (8 * i) : low >> (8 * (i - 8))) & 0xff);
    return ulidFrom(now, noise);
}

} // namespace gatehouse::http
