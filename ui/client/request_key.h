#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct evp_pkey_st;

namespace gatehouse::client {

/// Bytes of a P-256 point, uncompressed (SEC 1, section 2.3.3), and of the number that goes with it.
inline constexpr qsizetype kPublicPointSize = 65;
inline constexpr qsizetype kPrivateNumberSize = 32;
inline constexpr qsizetype kFingerprintSize = 16;

/// The first 16 bytes of the SHA-256 of a public point: what a request's link holds.
[[nodiscard]] QByteArray fingerprintOf(QByteArrayView publicPoint);

/// Encrypts `plaintext` so that only the holder of the private number that goes with `publicPoint` reads it: base64 of
/// (ephemeral public point ‖ nonce ‖ AES-256-GCM ciphertext ‖ tag), under HKDF-SHA256 (RFC 5869) of the ECDH shared secret, with
/// the request's identifier as salt. Fails with Malformed when `publicPoint` is no point of P-256.
[[nodiscard]] Result<QByteArray> sealAnswer(QByteArrayView publicPoint, QByteArrayView requestId, QByteArrayView plaintext);

/// The key pair of somebody who asks for a secret.
class RequestKey
{
public:
    /// Fails with Internal when OpenSSL does.
    [[nodiscard]] static Result<RequestKey> generate();
    /// From privateNumber(). Fails with Malformed when it is none of P-256.
    [[nodiscard]] static Result<RequestKey> fromPrivateNumber(QByteArrayView number);

    [[nodiscard]] const QByteArray &publicPoint() const { return m_point; }
    [[nodiscard]] SecretBytes privateNumber() const { return m_number.clone(); }

    /// The plaintext of what sealAnswer() made for this key and this request. Fails with Malformed when it was altered, or
    /// made for another.
    [[nodiscard]] Result<SecretBytes> openAnswer(QByteArrayView requestId, QByteArrayView answer) const;

private:
    struct FreeKey {
        void operator()(evp_pkey_st *key) const;
    };
    friend Result<QByteArray> sealAnswer(QByteArrayView, QByteArrayView, QByteArrayView);
    using Pair = std::unique_ptr<evp_pkey_st, FreeKey>;

    RequestKey(Pair pair, SecretBytes number, QByteArray point);
    static Result<SecretBytes> contentKey(evp_pkey_st *own, QByteArrayView peerPoint, QByteArrayView requestId);
    static Pair publicKey(QByteArrayView point);

    Pair m_pair;
    SecretBytes m_number;
    QByteArray m_point;
};

} // namespace gatehouse::client
