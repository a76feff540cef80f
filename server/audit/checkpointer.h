#pragma once

#include "audit/audit_store.h"
#include "audit/checkpoint.h"
#include "audit/checkpoint_store.h"
#include "audit/signed_note.h"
#include "storage/database.h"

#include <QString>

#include <memory>
#include <mutex>

namespace gatehouse::audit {

/// Signs what the record has become. Remembers in a file beside the key what it signed last, and signs nothing that does not
/// follow from that: who can change the database can neither shorten nor rewrite what was signed. Thread-safe.
class Checkpointer
{
public:
    /// `lastFile`: where the last note is kept. Everything borrowed outlives this.
    Checkpointer(storage::Database &database, std::unique_ptr<NoteSigner> signer, QByteArray origin, QString lastFile,
                 const Clock &clock);

    /// Signs and stores a checkpoint of the record as it is, and returns it; nothing when there is nothing new. Fails with
    /// Conflict when the record does not follow from what was signed last. Waits for the database: not for a worker.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> sign();

    [[nodiscard]] QByteArray verifierKey() const { return m_signer->verifierKey(); }
    [[nodiscard]] const QByteArray &origin() const { return m_origin; }

private:
    [[nodiscard]] Result<std::optional<Checkpoint>> lastSigned() const;
    [[nodiscard]] Result<TreeHead> headThatFollows(const std::optional<Checkpoint> &last);

    storage::Database &m_database;
    const std::unique_ptr<NoteSigner> m_signer;
    const QByteArray m_origin;
    const QString m_lastFile;
    const Clock &m_clock;
    std::mutex m_mutex; ///< one at a time
};

} // namespace gatehouse::audit
