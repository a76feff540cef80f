#include "limits/charging.h"

namespace gatehouse::limits {

namespace {

/// Whether `a` says more about what the caller may do next than `b`.
bool isTighter(const PolicyState &a, const PolicyState &b)
{
    if (a.policy->shadow != b.policy->shadow)
        return b.policy->shadow;
    if (a.refused != b.refused)
        return a.refused;
    if (a.refused)
        return a.retryAfter > b.retryAfter;
    return a.remaining < b.remaining;
}

} // namespace

Fingerprint fingerprintOf(const Charge &charge, const std::array<unsigned char, 16> &hashKey)
{
    QVarLengthArray<char, 128> bytes;
    bytes.append(charge.policy->name.constData(), charge.policy->name.size());
    bytes.append('\0'); // no name holds it, so no two pairs of name and key read the same
    bytes.append(charge.key.data(), charge.key.size());
    return sipHash128(QByteArrayView(bytes.constData(), bytes.size()), hashKey);
}

void summarise(Verdict &verdict)
{
    if (verdict.states.isEmpty())
        return;
    const PolicyState *tightest = &verdict.states.first();
    for (const PolicyState &state : verdict.states) {
        verdict.allowed = verdict.allowed && (!state.refused || state.policy->shadow);
        if (isTighter(state, *tightest))
            tightest = &state;
    }
    verdict.policy = tightest->policy;
    verdict.remaining = tightest->remaining;
    verdict.resetAfter = tightest->resetAfter;
    verdict.retryAfter = verdict.allowed ? std::chrono::microseconds(0) : tightest->retryAfter;
}

} // namespace gatehouse::limits
