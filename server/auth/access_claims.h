#pragma once

#include "core/clock.h"
#include "core/role.h"

#include <QByteArray>
#include <QByteArrayView>

#include <expected>

namespace gatehouse::auth {

/// What an access token says (RFC 7519, RFC 9068).
struct AccessClaims {
    QByteArray subject; ///< `sub`: ULID of the user
    QByteArray username; ///< `preferred_username`; may be empty
    Role role = Role::User;
    QByteArray session; ///< `sid`: ULID
    QByteArray tokenId; ///< `jti`: ULID; its time says to the millisecond when the token was made
    WallTime issuedAt{}; ///< whole seconds, as all times in a token
    WallTime notBefore{};
    WallTime expiresAt{};
};

/// Who makes tokens and for whom.
struct TokenParty {
    QByteArray issuer;
    QByteArray audience;
};

/// The claims set as compact JSON.
[[nodiscard]] QByteArray toJson(const AccessClaims &claims, const TokenParty &party);

/// Reads a claims set whose signature has been verified. It must be one strict JSON object with every claim of the
/// right type and no claim twice, from `party.issuer` and for `party.audience`; times are not compared with the
/// clock here. The failure is a literal for the log. Thread-safe.
[[nodiscard]] std::expected<AccessClaims, const char *> readAccessClaims(QByteArrayView json, const TokenParty &party);

} // namespace gatehouse::auth
