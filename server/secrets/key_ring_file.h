#pragma once

#include "secrets/key_ring_store.h"
#include "secrets/private_file.h"

#include <memory>

namespace gatehouse::secrets {

class Sealer;

/// The key ring of one data folder, in a file: encrypted when there is a sealer, else plain; readable by its owner alone either
/// way. Thread-safe.
class KeyRingFile final : public KeyRingStore
{
public:
    KeyRingFile(QString path, std::shared_ptr<Sealer> sealer);

    /// What is there cannot be used when the file is damaged, encrypted without a sealer, or readable by others.
    [[nodiscard]] Result<std::optional<RingReading>> readUnless(const std::optional<RingIdentity> &known) const override;
    /// Under a lock between processes (private_file.h).
    [[nodiscard]] Result<StoredRing> change(const std::function<void(RingContent &)> &work) const override;
    [[nodiscard]] QString description() const override { return m_path; }

private:
    [[nodiscard]] RingIdentity identity() const;
    [[nodiscard]] Result<RingContent> readFile() const;
    [[nodiscard]] Result<void> writeFile(const RingContent &content, const FileLock &lock) const;

    const QString m_path;
    const std::shared_ptr<Sealer> m_sealer; ///< shared with the secret chain, which lives for as long as a command or a start
};

} // namespace gatehouse::secrets
