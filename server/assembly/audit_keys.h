#pragma once

#include "audit/checkpointer.h"
#include "audit/entry.h"
#include "audit/signing_key_file.h"
#include "config/settings.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::assembly {

/// The keys that sign checkpoints of the record, as files of a data folder: `audit-key`, its public half in `audit-key.pub`,
/// those of the keys before it in `audit-old-keys`, and in `audit-checkpoint` what was signed last. See docs/decisions/105 and
/// 161.
class AuditKeys
{
public:
    /// `sealer` encrypts `audit-key`; null: it is plain.
    AuditKeys(const config::Settings &settings, std::shared_ptr<secrets::Sealer> sealer);

    /// Who signs now.
    struct Current {
        QByteArray origin; ///< name of the record; stays the same over rotations
        std::unique_ptr<audit::NoteSigner> signer;
        std::vector<audit::NoteVerifier> earlier; ///< keys that signed before
    };
    /// Makes the key when there is none, and encrypts one that is plain where there is a sealer. Fails when it cannot be read or
    /// written.
    [[nodiscard]] Result<Current> open() const;
    /// Changes whenever another key signs.
    [[nodiscard]] QByteArray identity() const;

    /// All public keys, the one that signs now first; none while there is no key. Writes nothing, and needs no passphrase.
    [[nodiscard]] Result<std::vector<QByteArray>> verifierKeys() const;
    /// The note that was signed last; empty when there is none.
    [[nodiscard]] QByteArray lastNote() const;

    /// Signs checkpoints of the record in `database`, which outlives what is returned, as `clock` does.
    [[nodiscard]] Result<std::unique_ptr<audit::Checkpointer>> openCheckpointer(storage::Database &database,
                                                                                const Clock &clock) const;

    /// Writes entries: durable, all of them, when it returns.
    using Tell = std::function<Result<void>(std::vector<audit::Entry> entries)>;
    /// Has a new key sign: tells of it in the record in `database` by `tell`, signs that with the old key, then puts the new one
    /// in its place. A server that runs follows. Returns the new public key. Fails, with everything as it was, when the record
    /// cannot be written; when the key cannot be replaced the record is told of that as well. Waits for the database.
    [[nodiscard]] Result<QByteArray> rotate(storage::Database &database, const Tell &tell, const Clock &clock) const;

private:
    [[nodiscard]] Result<QByteArray> nameBy(const SecretBytes &key, const std::vector<audit::NoteVerifier> &earlier) const;
    [[nodiscard]] Result<Current> signerBy(const SecretBytes &key) const;
    [[nodiscard]] Result<std::vector<audit::NoteVerifier>> earlierKeys() const;
    /// Empty when there is none.
    [[nodiscard]] Result<QByteArray> activeVerifierKey() const;
    [[nodiscard]] Result<QByteArray> publishedKey() const;
    [[nodiscard]] Result<void> publish(const QByteArray &verifierKey) const;
    [[nodiscard]] Result<void> retire(const QByteArray &verifierKey) const;

    const QByteArray m_configuredOrigin;
    const audit::SigningKeyFile m_key;
    const QString m_publicKeyFile;
    const QString m_oldKeysFile;
    const QString m_lastNoteFile;
};

} // namespace gatehouse::assembly
