#pragma once

#include "audit/audit_store.h"
#include "audit/checkpoint.h"
#include "audit/checkpoint_store.h"
#include "audit/segment.h"
#include "audit/signed_note.h"
#include "storage/database.h"

#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace gatehouse::secrets {
class FileLock;
} // namespace gatehouse::secrets

namespace gatehouse::audit {

/// Signs what the record has become. Remembers in a file beside the key what it signed last, and signs nothing that does not
/// follow from that: who can change the database can neither shorten nor rewrite what was signed. Thread-safe.
class Checkpointer
{
public:
    /// `origin` is also the signer's name. `lastFile`: where the last note is kept. Everything borrowed outlives this.
    Checkpointer(storage::Database &database, std::unique_ptr<NoteSigner> signer, QByteArray origin, QString lastFile,
                 const Clock &clock);

    /// Signs and stores a checkpoint of the record as it is, and returns it; nothing when there is nothing new. Fails with
    /// Conflict when the record does not follow from what was signed last. Waits for the database: not for a worker.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> sign();

    /// Signs and stores a checkpoint of what the record was at `size`. Fails with Conflict when that does not lead to what was
    /// signed last, or is beyond it. Waits as well.
    [[nodiscard]] Result<Checkpoint> signEarlier(quint64 size);
    /// Signs that `segment`, whose root is that of a checkpoint, was sealed; its origin is this record's, whatever it says.
    [[nodiscard]] Result<QByteArray> sign(Segment segment);

    [[nodiscard]] QByteArray verifierKey() const;
    /// Has another key sign from now on; what `before` signed last counts as if it had signed it.
    void use(std::unique_ptr<NoteSigner> signer, std::vector<NoteVerifier> before);
    /// Keys that may have signed last, beside the one that signs.
    void accept(std::vector<NoteVerifier> before);

private:
    [[nodiscard]] Result<std::optional<Checkpoint>> lastSigned() const;
    /// Remembers it as the last one where its file is locked.
    [[nodiscard]] Result<StoredCheckpoint> signAndStore(const Checkpoint &checkpoint, const secrets::FileLock *lastLock);
    [[nodiscard]] Result<TreeHead> headThatFollows(const std::optional<Checkpoint> &last);

    storage::Database &m_database;
    const QByteArray m_origin;
    const QString m_lastFile;
    const Clock &m_clock;
    mutable std::mutex m_mutex; ///< one at a time; of all below
    std::unique_ptr<NoteSigner> m_signer;
    std::vector<NoteVerifier> m_before; ///< keys that signed before
};

} // namespace gatehouse::audit
