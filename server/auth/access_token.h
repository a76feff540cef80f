#pragma once

#include "core/clock.h"
#include "core/role.h"

#include <QByteArray>

#include <chrono>

namespace gatehouse::auth {

/// What every access token of this deployment has in common.
struct TokenSettings {
    QByteArray issuer = "gatehouse";
    QByteArray audience = "gatehouse";
    std::chrono::seconds life{900};
    std::chrono::seconds skew{30}; ///< clocks may differ by this much; at most 60
};

/// What an access token says of its bearer.
struct AccessClaims {
    QByteArray subject; ///< ULID of the user: `sub`
    QByteArray username; ///< `preferred_username`
    Role role = Role::User;
    QByteArray session; ///< ULID: `sid`
    WallTime expiresAt{};
};

/// The longest token that is looked at, in bytes.
inline constexpr qsizetype kMostTokenBytes = 4096;

} // namespace gatehouse::auth
