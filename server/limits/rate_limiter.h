#pragma once

#include "core/clock.h"
#include "core/outage.h"

#include <QByteArray>
#include <QVarLengthArray>

#include <chrono>
#include <span>

namespace gatehouse::limits {

/// What a policy counts by.
enum class Scope { Address, Account, Token, Agent };

/// A quota: `quota` requests in each `window`, at most `burst` of them at once. GCRA (the virtual scheduling form of
/// ITU-T I.371's generic cell rate algorithm): the emission interval is window / quota, the tolerance is
/// (burst - 1) intervals.
struct Policy {
    QByteArray name = {}; ///< "general", "sign_in": in headers, metrics and configuration
    Scope scope = Scope::Address;
    quint32 quota = 60; ///< at least 1
    std::chrono::microseconds window = std::chrono::minutes(1);
    quint32 burst = 60; ///< at least 1
    bool shadow = false; ///< counts and reports, never refuses
    Outage outage = Outage::Local;
};

/// One policy applied to one caller. The key is the caller's identity within the scope: an address's 16 bytes, an
/// account's folded name, an identifier. It is hashed with a per-process key before it is kept.
struct Charge {
    const Policy *policy = nullptr; ///< outlives the call
    QByteArrayView key;
};

/// Where one charge of a request stands.
struct PolicyState {
    const Policy *policy = nullptr;
    bool refused = false; ///< over this policy's limit; in shadow mode the request passes all the same
    quint32 remaining = 0; ///< requests left right now
    std::chrono::microseconds resetAfter{}; ///< until the whole burst is there again
    std::chrono::microseconds retryAfter{}; ///< when refused: until one request would pass
};

/// The outcome over all charges of a request: the numbers are those of the policy that is nearest to its limit, or,
/// of those that refuse, of the one that does so longest.
struct Verdict {
    bool allowed = true;
    const Policy *policy = nullptr; ///< null when nothing was limited (exempt, or the kill switch)
    quint32 remaining = 0; ///< requests left right now
    std::chrono::microseconds resetAfter{}; ///< until the whole burst is there again
    std::chrono::microseconds retryAfter{}; ///< when refused: until one request would pass
    QVarLengthArray<PolicyState, 4> states; ///< one for each distinct charge, in the caller's order; shadowed ones included
    bool unavailable = false; ///< refused because a policy wants that when nobody can count (Outage::Refuse): 503
    bool withoutShared = false; ///< the shared engine was to decide, and could not be asked
};

/// How many policies one request may be charged to.
inline constexpr std::size_t kMaxCharges = 8;

/// Counts requests. The in-process engine is LocalLimiter; a shared one can join behind the same calls.
/// Thread-safe.
class RateLimiter
{
public:
    virtual ~RateLimiter() = default;

    /// Takes one request from every charge's quota, or from none when any of them (not in shadow mode) is over.
    /// A charge that is listed twice counts once. At most kMaxCharges of them.
    [[nodiscard]] virtual Verdict take(std::span<const Charge> charges, SteadyTime now) = 0;

    /// What take() would say, without taking.
    [[nodiscard]] virtual Verdict peek(std::span<const Charge> charges, SteadyTime now) const = 0;

    /// Forgets what one caller used of one policy. Returns whether anything was known of it.
    virtual bool reset(const Policy &policy, QByteArrayView key) = 0;
};

} // namespace gatehouse::limits
