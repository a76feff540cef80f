#pragma once

#include "http/principal.h"
#include "http/request_head.h"

#include <expected>

namespace gatehouse::http {

/// Why a request carries no proved caller.
struct AuthenticationFailure {
    enum class Kind {
        NoCredentials, ///< nothing was offered: the caller is anonymous
        BadCredentials, ///< something was offered and does not hold
    };
    Kind kind = Kind::NoCredentials;
    const char *reason = ""; ///< for the log, a literal such as "expired"; never shown to the caller
};

/// Tells who is calling from the head of a request. One object per worker, used only in that worker's thread;
/// it must not block: no SQL, no lock that another thread holds for long.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    [[nodiscard]] virtual std::expected<Principal, AuthenticationFailure> authenticate(const RequestHead &head) = 0;

    /// Whether `token` is the CSRF token of this cookie session (constant-time).
    [[nodiscard]] virtual bool csrfTokenMatches(const Principal &principal, QByteArrayView token) = 0;
};

} // namespace gatehouse::http
