#pragma once

#include "client/api_answer.h"

#include <QString>

#include <optional>

namespace gatehouse::terminal {

/// What was expected of an answer, and what came instead.
struct Mismatch {
    QString expected;
    QString seen;
};

/// These say what is wrong with an answer; nothing when it is as the contract has it.
[[nodiscard]] std::optional<Mismatch> statusMismatch(const client::ApiAnswer &answer, int expected);
/// X-RateLimit-* and the IETF draft's RateLimit fields, each as it should read.
[[nodiscard]] std::optional<Mismatch> limitHeadersMismatch(const client::ApiAnswer &answer);
/// The headers of every answer. `tls`: over TLS, so Strict-Transport-Security too.
[[nodiscard]] std::optional<Mismatch> securityHeadersMismatch(const client::ApiAnswer &answer, bool tls);
/// 401 with `WWW-Authenticate: Bearer`, and `error="invalid_token"` when a `badToken` was sent (RFC 6750, section 3).
[[nodiscard]] std::optional<Mismatch> refusalMismatch(const client::ApiAnswer &answer, bool badToken);

} // namespace gatehouse::terminal
