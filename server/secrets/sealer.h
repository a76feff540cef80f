#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>

#include <mutex>
#include <vector>

namespace gatehouse::secrets {

/// What deriving a key from a passphrase costs (argon2id, RFC 9106). The default is that RFC's second recommendation, with the
/// lanes computed one after the other.
struct SealingCost {
    quint32 memoryKib = 64 * 1024;
    quint32 passes = 3;
};

/// Encrypts files under a passphrase: AES-256-GCM, the key derived by argon2id. The format is in docs/decisions/050.
/// Keeps the passphrase and derived keys for its life. Thread-safe.
class Sealer
{
public:
    explicit Sealer(SecretBytes passphrase, SealingCost cost = {});

    /// `plain` sealed with a nonce of its own. `purpose` says what it is, so that no sealed file passes for another.
    [[nodiscard]] Result<QByteArray> seal(QByteArrayView purpose, QByteArrayView plain);

    /// What was sealed for `purpose`. Fails with Unavailable when the passphrase is wrong or anything in it was changed, and,
    /// before any memory is taken for it, when its parameters are out of bounds.
    [[nodiscard]] Result<SecretBytes> open(QByteArrayView purpose, QByteArrayView sealed);

    /// Whether `content` begins like something sealed.
    [[nodiscard]] static bool isSealed(QByteArrayView content);

private:
    struct Key;
    [[nodiscard]] Result<Key *> keyFor(QByteArrayView salt, quint32 memoryKib, quint32 passes, quint32 lanes);
    [[nodiscard]] Result<Key *> keyForWriting();

    struct Key {
        QByteArray salt;
        quint32 memoryKib = 0;
        quint32 passes = 0;
        quint32 lanes = 0;
        SecretBytes bytes;
        bool proved = false; ///< it has opened something, or was made for sealing
    };
    const SecretBytes m_passphrase;
    const SealingCost m_cost;
    std::mutex m_mutex;
    std::vector<Key> m_keys; ///< derived so far; a few files at most
};

} // namespace gatehouse::secrets
