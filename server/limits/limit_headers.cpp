#include "limits/limit_headers.h"

#include <algorithm>

namespace gatehouse::limits {

namespace {

void appendNumber(QByteArray &text, qint64 number)
{
    char digits[20];
    char *end = digits + sizeof digits;
    char *at = end;
    do {
        *--at = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    text.append(at, end - at);
}

QByteArray numberText(qint64 number)
{
    QByteArray text;
    appendNumber(text, number);
    return text;
}

/// A structured-field string (RFC 9651, section 3.3.3). What it cannot hold is left out.
void appendName(QByteArray &text, const QByteArray &name)
{
    text.append('"');
    for (const char c : name) {
        if (c < 0x20 || c > 0x7e)
            continue;
        if (c == '"' || c == '\\')
            text.append('\\');
        text.append(c);
    }
    text.append('"');
}

} // namespace

qint64 wholeSeconds(std::chrono::microseconds time)
{
    return std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(time).count(), 0);
}

QVarLengthArray<HeaderPair, 6> limitHeaders(const Verdict &verdict)
{
    QVarLengthArray<HeaderPair, 6> headers;
    if (verdict.policy == nullptr)
        return headers;

    headers.emplace_back(QByteArrayLiteral("X-RateLimit-Limit"), numberText(verdict.policy->quota));
    headers.emplace_back(QByteArrayLiteral("X-RateLimit-Remaining"), numberText(verdict.remaining));
    headers.emplace_back(QByteArrayLiteral("X-RateLimit-Reset"), numberText(wholeSeconds(verdict.resetAfter)));

    QByteArray policies;
    QByteArray states;
    policies.reserve(96);
    states.reserve(96);
    for (const PolicyState &state : verdict.states) {
        if (state.policy->shadow != verdict.policy->shadow)
            continue; // the tightest policy is a shadow only where all are
        if (!policies.isEmpty()) {
            policies.append(", ");
            states.append(", ");
        }
        appendName(policies, state.policy->name);
        policies.append(";q=");
        appendNumber(policies, state.policy->quota);
        policies.append(";w=");
        appendNumber(policies, std::max<qint64>(wholeSeconds(state.policy->window), 1));
        appendName(states, state.policy->name);
        states.append(";r=");
        appendNumber(states, state.remaining);
        states.append(";t=");
        appendNumber(states, wholeSeconds(state.resetAfter));
    }
    headers.emplace_back(QByteArrayLiteral("RateLimit-Policy"), policies);
    headers.emplace_back(QByteArrayLiteral("RateLimit"), states);
    if (!verdict.allowed)
        headers.emplace_back(QByteArrayLiteral("Retry-After"), numberText(std::max<qint64>(wholeSeconds(verdict.retryAfter), 1)));
    return headers;
}

} // namespace gatehouse::limits
