#include "limits/limit_headers.h"

#include "core/append.h"

#include <algorithm>

namespace gatehouse::limits {

namespace {

/// A structured-field string (RFC 9651, section 3.3.3). What it cannot hold is left out.
void appendName(std::string &text, const QByteArray &name)
{
    text += '"';
    for (const char c : name) {
        if (c < 0x20 || c > 0x7e)
            continue;
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    text += '"';
}

void appendLine(std::string &lines, QByteArrayView field, qint64 number)
{
    append(lines, field);
    appendDecimal(lines, number);
    lines.append("\r\n");
}

/// A list field with a member for each policy that counts here.
template<typename AppendMember>
void appendList(std::string &lines, QByteArrayView field, const Verdict &verdict, AppendMember appendMember)
{
    QByteArrayView before = field;
    for (const PolicyState &state : verdict.states) {
        if (state.policy->shadow != verdict.policy->shadow)
            continue; // the tightest policy is a shadow only where all are
        append(lines, before);
        before = ", ";
        appendMember(state);
    }
    lines.append("\r\n");
}

} // namespace

qint64 wholeSeconds(std::chrono::microseconds time)
{
    return std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(time).count(), 0);
}

void appendLimitLines(std::string &lines, const Verdict &verdict)
{
    if (verdict.policy == nullptr)
        return;
    // Nobody knows where this caller stands.
    if (verdict.unavailable)
        return appendLine(lines, "Retry-After: ", std::max<qint64>(wholeSeconds(verdict.retryAfter), 1));
    appendLine(lines, "X-RateLimit-Limit: ", verdict.policy->quota);
    appendLine(lines, "X-RateLimit-Remaining: ", verdict.remaining);
    appendLine(lines, "X-RateLimit-Reset: ", wholeSeconds(verdict.resetAfter));
    appendList(lines, "RateLimit-Policy: ", verdict, [&lines](const PolicyState &state) {
        appendName(lines, state.policy->name);
        lines.append(";q=");
        appendDecimal(lines, state.policy->quota);
        lines.append(";w=");
        appendDecimal(lines, std::max<qint64>(wholeSeconds(state.policy->window), 1));
    });
    appendList(lines, "RateLimit: ", verdict, [&lines](const PolicyState &state) {
        appendName(lines, state.policy->name);
        lines.append(";r=");
        appendDecimal(lines, state.remaining);
        lines.append(";t=");
        appendDecimal(lines, wholeSeconds(state.resetAfter));
    });
    if (!verdict.allowed)
        appendLine(lines, "Retry-After: ", std::max<qint64>(wholeSeconds(verdict.retryAfter), 1));
}

} // namespace gatehouse::limits
