#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace gatehouse::client {

/// What the fragment of a link holds, and no server ever sees.
struct SecretKey {
    SecretBytes key; ///< 32 bytes
    QByteArray digest; ///< digestOf() the content; empty: the link had none

    /// From `KEY` or `KEY:DIGEST`, both base64url. Fails with Malformed, without repeating any of it.
    [[nodiscard]] static Result<SecretKey> parse(QByteArrayView text);
    [[nodiscard]] QString toText() const;
};

/// Where a secret is, and what opens it: `{server}/s/{id}#{key}:{digest}`.
struct SecretLink {
    QUrl server; ///< http or https, without a slash at its end
    QByteArray id;
    std::optional<SecretKey> key; ///< absent: it comes another way

    /// From a link of Gatehouse or Hakanai, `/s/{id}` or `/api/v1/secret/{id}`. Fails with Malformed, without repeating the
    /// fragment.
    [[nodiscard]] static Result<SecretLink> parse(const QString &text);
    /// With the key, if it is known.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] QString textWithoutKey() const;
};

/// Where somebody asks for a secret: `{server}/r/{id}#{fingerprint}`.
struct RequestLink {
    QUrl server; ///< as of SecretLink
    QByteArray id;
    QByteArray fingerprint; ///< fingerprintOf() the asker's key: no secret, but what keeps the server from putting in its own

    /// Fails with Malformed.
    [[nodiscard]] static Result<RequestLink> parse(const QString &text);
    [[nodiscard]] QString toText() const;
};

/// Whether it can be the identifier of a secret or a request: letters, digits and dashes, at most 64.
[[nodiscard]] bool isIdentifier(QByteArrayView text);

} // namespace gatehouse::client
