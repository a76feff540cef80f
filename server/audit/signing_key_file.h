#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse::secrets {
class Sealer;
} // namespace gatehouse::secrets

namespace gatehouse::audit {

/// The 32 bytes that sign checkpoints, in a file of their own: readable by its owner alone, and encrypted when there is a
/// passphrase. They are kept outside of the database, so that who can change that cannot sign. Thread-safe.
class SigningKeyFile
{
public:
    /// `sealer` encrypts the file; null: it is plain.
    SigningKeyFile(QString path, std::shared_ptr<secrets::Sealer> sealer);

    /// What is there, which is left as it is; nothing when there is none. Fails with Unavailable when the file is damaged,
    /// encrypted without a sealer, can be read by others, or cannot be read.
    [[nodiscard]] Result<std::optional<SecretBytes>> read() const;
    /// What is there; a new key is made when there is none, and one that lies there in plain is encrypted. Fails as read(), and
    /// when the file cannot be written.
    [[nodiscard]] Result<SecretBytes> open() const;
    /// Whether there is a key that cannot be read for want of a passphrase.
    [[nodiscard]] bool isClosed() const;
    /// Puts `after` in the place of `before`, once `announce` has succeeded, all under the file's lock. Fails with Conflict when
    /// the key is not `before` any more.
    [[nodiscard]] Result<void> replace(const SecretBytes &before, const SecretBytes &after,
                                       const std::function<Result<void>()> &announce) const;
    /// Changes whenever the file does; empty while there is none.
    [[nodiscard]] QByteArray identity() const;

private:
    const QString m_path;
    const std::shared_ptr<secrets::Sealer> m_sealer; ///< shared with the key ring of the same data folder
};

} // namespace gatehouse::audit
