#include "sharing/guess_limit.h"

#include <algorithm>
#include <array>

namespace gatehouse::sharing {

namespace {

using Key = std::array<unsigned char, 16>;

Key keyOf(const IpAddress &address)
{
    Key key = address.bytes();
    if (!address.isIpv4())
        std::fill(key.begin() + 8, key.end(), 0);
    return key;
}

QByteArrayView viewOf(const Key &key)
{
    return {key.data(), std::ssize(key)};
}

} // namespace

GuessLimit::GuessLimit(int perMinute, limits::RateLimiter &limiter, const Clock &clock)
    : m_policy{.name = "sharing_guesses",
               .quota = static_cast<quint32>(std::max(perMinute, 1)),
               .burst = static_cast<quint32>(std::max(perMinute, 1))}
    , m_enabled(perMinute > 0)
    , m_limiter(limiter)
    , m_clock(clock)
{
}

std::optional<std::chrono::seconds> GuessLimit::wait(const IpAddress &address) const
{
    if (!m_enabled)
        return std::nullopt;
    const Key key = keyOf(address);
    const limits::Charge charge{&m_policy, viewOf(key)};
    const limits::Verdict verdict = m_limiter.peek({&charge, 1}, m_clock.steadyNow());
    if (verdict.allowed)
        return std::nullopt;
    return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(verdict.retryAfter));
}

void GuessLimit::count(const IpAddress &address)
{
    if (!m_enabled)
        return;
    const Key key = keyOf(address);
    const limits::Charge charge{&m_policy, viewOf(key)};
    (void)m_limiter.take({&charge, 1}, m_clock.steadyNow());
}

} // namespace gatehouse::sharing
