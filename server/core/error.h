#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>
#include <vector>

namespace gatehouse {

/// What went wrong, in terms a caller can act on. The HTTP door maps each kind to one status (RFC 9110, section 15).
enum class ErrorKind {
    Malformed, ///< not even syntactically what was asked for: 400
    Unauthenticated, ///< no or bad credentials: 401
    Forbidden, ///< known caller without the right: 403
    NotFound, ///< 404
    Conflict, ///< already there, or changed meanwhile: 409
    Gone, ///< was there, is not any more: 410
    TooLarge, ///< 413
    UnsupportedMediaType, ///< 415
    Invalid, ///< well-formed but breaks a rule; see Error::fields: 422
    Limited, ///< over a limit; see Error::retryAfter: 429
    NotSupported, ///< this server cannot do that: 501
    Unavailable, ///< a dependency or capacity is missing for the moment: 503
    Internal, ///< our fault; the detail is for the log only: 500
};

/// One field of the caller's input that was refused.
struct FieldError {
    QString field; ///< JSON pointer without the leading slash, or a configuration key
    QString problem;
};

/// A failure as a value. `detail` is shown to the caller unless `kind` is Internal, so it never holds a secret.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString detail;
    std::vector<FieldError> fields = {};
    std::optional<std::chrono::seconds> retryAfter = {};
};

template<typename T> using Result = std::expected<T, Error>;

/// All of a failure in one line, for a log: the detail, and what is wrong with each field.
[[nodiscard]] QString inOneLine(const Error &error);

/// Shorthand for returning a failure: `return failure(ErrorKind::NotFound, u"no such user"_qs);`
[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, QString detail)
{
    return std::unexpected(Error{kind, std::move(detail)});
}

} // namespace gatehouse
