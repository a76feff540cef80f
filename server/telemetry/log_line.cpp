#include "telemetry/log_line.h"

#include "telemetry/redaction.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::telemetry {

namespace {

constexpr qsizetype kLongestMessage = 1024;
constexpr qsizetype kLongestValue = 512;
constexpr qsizetype kLongestName = 64;
/// Room for the end of a line that was cut.
constexpr qsizetype kReserve = 32;
constexpr char kHex[] = "0123456789abcdef";

/// The code point that starts at `at`, and its length; 0 bytes when it is not valid UTF-8 (RFC 3629).
struct CodePoint {
    char32_t value = 0;
    qsizetype bytes = 0;
};

CodePoint codePointAt(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const qsizetype bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4)
        return {};
    char32_t value = lead & (0xffU >> (bytes + 1));
    for (qsizetype i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U)
            return {};
        value = value << 6U | (byte(i) & 0x3fU);
    }
    const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
    if (overlong || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return {};
    return {value, bytes};
}

/// Characters that end lines, steer terminals or turn the reading direction around.
bool isUnprintable(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

void appendEscaped(QByteArray &line, QByteArrayView text, qsizetype limit)
{
    qsizetype at = 0;
    while (at < text.size()) {
        if (at >= limit) {
            line.append("\xe2\x80\xa6"); // an ellipsis
            return;
        }
        qsizetype plain = at;
        const qsizetype end = std::min(text.size(), limit);
        while (plain < end && text[plain] >= 0x20 && text[plain] < 0x7f && text[plain] != '"' && text[plain] != '\\')
            ++plain;
        if (plain > at) {
            line.append(text.sliced(at, plain - at));
            at = plain;
            continue;
        }
        const CodePoint point = codePointAt(text, at);
        if (point.bytes == 0) {
            line.append("\\ufffd");
            ++at;
            continue;
        }
        if (point.value == '"' || point.value == '\\') {
            line.append('\\').append(static_cast<char>(point.value));
        } else if (point.value == '\n') {
            line.append("\\n");
        } else if (isUnprintable(point.value)) {
            line.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4)
                line.append(kHex[point.value >> shift & 15U]);
        } else {
            line.append(text.sliced(at, point.bytes));
        }
        at += point.bytes;
    }
}

void appendQuoted(QByteArray &line, QByteArrayView text, qsizetype limit)
{
    line.append('"');
    appendEscaped(line, text, limit);
    line.append('"');
}

void appendMember(QByteArray &line, QByteArrayView name, QByteArrayView text, qsizetype limit)
{
    line.append(line.endsWith('{') ? "" : ",");
    appendQuoted(line, name, kLongestName);
    line.append(':');
    appendQuoted(line, text, limit);
}

void appendValue(QByteArray &line, const LogField &field)
{
    if (isSecretName(field.name)) {
        appendQuoted(line, kRedacted, kLongestValue);
    } else if (const auto *text = std::get_if<QByteArrayView>(&field.value)) {
        appendQuoted(line, scrubbed(text->first(std::min(text->size(), 4 * kLongestValue))), kLongestValue);
    } else if (const auto *integer = std::get_if<qint64>(&field.value)) {
        line.append(QByteArray::number(*integer));
    } else if (const auto *real = std::get_if<double>(&field.value)) {
        line.append(std::isfinite(*real) ? QByteArray::number(*real, 'g', 9) : QByteArrayLiteral("null"));
    } else {
        line.append(std::get<bool>(field.value) ? "true" : "false");
    }
}

QByteArrayView nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
    }
    Q_UNREACHABLE();
}

QByteArrayView colourOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "\x1b[2m";
    case LogLevel::Info: return "\x1b[32m";
    case LogLevel::Warning: return "\x1b[33m";
    case LogLevel::Error: return "\x1b[31m";
    }
    Q_UNREACHABLE();
}

/// A message is cut before it is searched for secrets, so that a huge one costs no more.
QByteArray messageOf(const LogRecord &record)
{
    return scrubbed(record.message.first(std::min(record.message.size(), 4 * kLongestMessage)));
}

} // namespace

QByteArray jsonLine(const LogRecord &record)
{
    QByteArray line;
    line.reserve(512);
    line.append('{');
    appendMember(line, "time", toRfc3339(record.time), kLongestValue);
    appendMember(line, "level", nameOf(record.level), kLongestValue);
    appendMember(line, "category", record.category, kLongestValue);
    appendMember(line, "message", messageOf(record), kLongestMessage);
    if (!record.requestId.isEmpty())
        appendMember(line, "request_id", record.requestId, kLongestName);
    if (!record.traceId.isEmpty())
        appendMember(line, "trace_id", record.traceId, kLongestName);
    for (const LogField &field : record.fields) {
        const qsizetype before = line.size();
        line.append(',');
        appendQuoted(line, field.name, kLongestName);
        line.append(':');
        appendValue(line, field);
        if (line.size() > kLongestLine - kReserve) {
            line.truncate(before);
            line.append(",\"truncated\":true");
            break;
        }
    }
    line.append("}\n");
    return line;
}

QByteArray textLine(const LogRecord &record, bool coloured)
{
    QByteArray line;
    line.reserve(512);
    line.append(toRfc3339(record.time)).append(' ');
    if (coloured)
        line.append(colourOf(record.level));
    line.append(nameOf(record.level).toByteArray().leftJustified(7));
    if (coloured)
        line.append("\x1b[0m");
    line.append(' ');
    appendEscaped(line, record.category, kLongestValue);
    line.append(": ");
    appendEscaped(line, messageOf(record), kLongestMessage);
    for (const LogField &field : record.fields) {
        line.append(' ');
        appendEscaped(line, field.name, kLongestName);
        line.append('=');
        appendValue(line, field);
        if (line.size() > kLongestLine / 2)
            break;
    }
    if (!record.requestId.isEmpty()) {
        line.append(" request_id=");
        appendEscaped(line, record.requestId, kLongestName);
    }
    line.append('\n');
    return line;
}

} // namespace gatehouse::telemetry
