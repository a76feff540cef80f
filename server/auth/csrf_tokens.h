#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"
#include "storage/database.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::auth {

/// The tokens that a page sends as X-CSRF-Token with a state-changing request, to show that it can read what only pages of
/// this server can: HMAC-SHA-256 over the session's identifier. Thread-safe.
///
/// The key is one of its own and lies in the database: a session outlives signing keys, and its pages keep the token
/// they have. See docs/decisions/030.
class CsrfTokens
{
public:
    /// Reads the key; makes it where there is none. Waits for the database: for start-up.
    [[nodiscard]] static Result<CsrfTokens> open(storage::Database &database);
    explicit CsrfTokens(SecretBytes key);

    [[nodiscard]] QByteArray tokenFor(QByteArrayView session) const;
    /// In constant time.
    [[nodiscard]] bool matches(QByteArrayView session, QByteArrayView token) const;

private:
    SecretBytes m_key;
};

} // namespace gatehouse::auth
