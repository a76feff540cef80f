#include "http/trace_context.h"

#include "core/ulid.h"

#include <algorithm>
#include <array>

namespace gatehouse::http {

namespace {

constexpr qsizetype kTraceIdLength = 32;
constexpr qsizetype kSpanLength = 16;
/// version "-" trace-id "-" parent-id "-" flags
constexpr qsizetype kTraceparentLength = 55;

bool isLowerHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isAllZero(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '0'; });
}

void appendHex(QByteArray &out, quint64 value)
{
    constexpr char kDigits[] = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        out.append(kDigits[(value >> shift) & 15U]);
}

} // namespace

TraceContext TraceContextSource::next(QByteArrayView requestId, QByteArrayView traceparent, WallTime now)
{
    TraceContext context;
    context.requestId = isUlid(requestId) || isUuid(requestId) ? requestId.toByteArray() : nextUlid(now);

    if (traceparent.size() == kTraceparentLength && traceparent.startsWith("00-") && traceparent[35] == '-'
        && traceparent[52] == '-') {
        const QByteArrayView trace = traceparent.sliced(3, kTraceIdLength);
        const QByteArrayView span = traceparent.sliced(36, kSpanLength);
        if (isLowerHex(trace) && isLowerHex(span) && isLowerHex(traceparent.last(2)) && !isAllZero(trace) && !isAllZero(span)) {
            context.traceId = trace.toByteArray();
            context.parentSpan = span.toByteArray();
            return context;
        }
    }
    context.traceId.reserve(kTraceIdLength);
    appendHex(context.traceId, m_random.generate());
    appendHex(context.traceId, m_random.generate());
    return context;
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
