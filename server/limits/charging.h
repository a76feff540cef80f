#pragma once

#include "limits/rate_limiter.h"
#include "limits/siphash.h"

#include <array>

namespace gatehouse::limits {

/// What a charge is counted under: no two pairs of policy and key share it, and nobody without `hashKey` can tell whose it is.
[[nodiscard]] Fingerprint fingerprintOf(const Charge &charge, const std::array<unsigned char, 16> &hashKey);

/// Fills in the rest of a verdict from its states.
void summarise(Verdict &verdict);

} // namespace gatehouse::limits
