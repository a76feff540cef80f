#pragma once

#include "core/error.h"
#include "secrets/private_file.h"
#include "secrets/signing_key.h"

#include <memory>
#include <vector>

namespace gatehouse::secrets {

class Sealer;

/// The JWT_SECRET of a key that a rotation ended and that is gone: it must not become active again.
struct SpentSecret {
    QByteArray fingerprint; ///< fingerprintOf() it
    WallTime since; ///< when it ended
};

/// What is kept of a key ring.
struct RingContent {
    std::vector<SigningKey> keys; ///< empty: there is no ring yet; else exactly one is active
    std::vector<SpentSecret> spent;
};

/// The file of a key ring: encrypted when there is a sealer, else plain; readable by its owner alone either way. Thread-safe.
class KeyRingFile
{
public:
    KeyRingFile(QString path, std::shared_ptr<Sealer> sealer);

    /// Fails with Unavailable when the file is damaged, encrypted without a sealer, or readable by others.
    [[nodiscard]] Result<RingContent> read() const;
    [[nodiscard]] Result<void> write(const RingContent &content, const FileLock &lock) const;
    [[nodiscard]] Result<FileLock> lock() const { return FileLock::acquire(m_path); }
    [[nodiscard]] std::optional<FileIdentity> identity() const { return identityOf(m_path); }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isEncrypted() const { return m_sealer != nullptr; }

private:
    const QString m_path;
    const std::shared_ptr<Sealer> m_sealer; ///< shared with the secret chain, which lives for as long as a command or a start
};

} // namespace gatehouse::secrets
