#pragma once

#include "http/tls_identity.h"

#include <memory>

#include <openssl/ssl.h>

namespace gatehouse::http {

struct FreeSsl {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL *session) const { SSL_free(session); }
};

/// How the server speaks TLS: 1.2 and 1.3, forward-secret authenticated ciphers, HTTP/1.1 by ALPN, no compression, no
/// renegotiation, no early data. Immutable, used by all workers at once; connections keep the one they began with.
class TlsContext
{
public:
    /// Reads the identity from `files` and sets up a context with it. Fails as TlsIdentity::read() does, and for a key that
    /// is too weak (RSA below 2,048 bits, curves below 224).
    [[nodiscard]] static Result<std::shared_ptr<const TlsContext>> load(const TlsFiles &files, const Clock &clock);

    /// The same identity under new session ticket keys. Whoever later learns the keys in memory can read the TLS 1.2
    /// sessions that were resumed under them, so they are not used for long.
    [[nodiscard]] Result<std::shared_ptr<const TlsContext>> renewed() const;

    /// A connection's server side, which has no transport yet. Null when memory is short.
    [[nodiscard]] std::unique_ptr<SSL, FreeSsl> newSession() const;

    [[nodiscard]] const TlsIdentity &identity() const { return *m_identity; }

private:
    // Shared because a context that was replaced lives on in its connections, and its successor has the same identity.
    explicit TlsContext(std::shared_ptr<const TlsIdentity> identity);
    [[nodiscard]] static Result<std::shared_ptr<const TlsContext>> make(std::shared_ptr<const TlsIdentity> identity);
    [[nodiscard]] bool setProtocol();
    [[nodiscard]] bool setIdentity();

    std::shared_ptr<const TlsIdentity> m_identity;
    std::unique_ptr<SSL_CTX, FreeSsl> m_context;
};

} // namespace gatehouse::http
