#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <vector>

struct evp_pkey_st;

namespace gatehouse::audit {

/// Signs notes as C2SP signed-note has it. What holds the private key may be elsewhere: a file, a token, another machine.
class NoteSigner
{
public:
    virtual ~NoteSigner() = default;
    /// The verifier key: `name+hash+base64`, public.
    [[nodiscard]] virtual QByteArray verifierKey() const = 0;
    /// The note that is `text` with a signature. `text` is UTF-8 and ends with a line end. Fails with Unavailable.
    [[nodiscard]] virtual Result<QByteArray> sign(const QByteArray &text) const = 0;
};

/// Whether a key can have this name: no spaces, no `+`, no control characters, not empty.
[[nodiscard]] bool isKeyName(QByteArrayView name);

/// Frees a key of OpenSSL.
struct FreeKey {
    void operator()(evp_pkey_st *key) const;
};
using Ed25519Key = std::unique_ptr<evp_pkey_st, FreeKey>;

/// With an Ed25519 key in memory.
class Ed25519NoteSigner final : public NoteSigner
{
public:
    static constexpr qsizetype kPrivateKeySize = 32;
    /// Fails with Invalid when the name or the key cannot be one.
    [[nodiscard]] static Result<std::unique_ptr<Ed25519NoteSigner>> make(QByteArray name, const SecretBytes &privateKey);

    [[nodiscard]] QByteArray verifierKey() const override;
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &text) const override;

private:
    Ed25519NoteSigner() = default;
    QByteArray m_name;
    QByteArray m_publicKey;
    std::array<char, 4> m_hash{};
    Ed25519Key m_key;
};

/// Who can tell whether a note was signed by the key of that name.
class NoteVerifier
{
public:
    /// From a verifier key. Fails with Malformed for what is none, NotSupported for another algorithm than Ed25519.
    [[nodiscard]] static Result<NoteVerifier> parse(QByteArrayView verifierKey);

    [[nodiscard]] const QByteArray &name() const { return m_name; }
    /// The verifier key it was made from.
    [[nodiscard]] const QByteArray &verifierKey() const { return m_verifierKey; }
    /// The text of `note` when this key signed it. Fails with Malformed when it is no note, NotFound when this key has not
    /// signed it, Invalid when the signature under its name is wrong.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView note) const;

private:
    NoteVerifier() = default;
    QByteArray m_verifierKey;
    QByteArray m_name;
    std::array<char, 4> m_hash{};
    Ed25519Key m_key;
};

} // namespace gatehouse::audit
