#include "audit/checkpointer.h"

#include "secrets/private_file.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr qsizetype kLargestNote = 64 * 1024;

} // namespace

Checkpointer::Checkpointer(storage::Database &database, std::unique_ptr<NoteSigner> signer, QByteArray origin, QString lastFile,
                           const Clock &clock)
    : m_database(database)
    , m_signer(std::move(signer))
    , m_origin(std::move(origin))
    , m_lastFile(std::move(lastFile))
    , m_clock(clock)
{
}

Result<std::optional<Checkpoint>> Checkpointer::lastSigned() const
{
    const Result<std::optional<secrets::FileContent>> file = secrets::readSecretFile(m_lastFile, kLargestNote);
    if (!file)
        return std::unexpected(file.error());
    if (!*file)
        return std::nullopt;
    const Result<NoteVerifier> verifier = NoteVerifier::parse(m_signer->verifierKey());
    if (!verifier)
        return std::unexpected(verifier.error());
    const Result<Checkpoint> checkpoint = openCheckpoint((*file)->bytes.view(), *verifier);
    if (!checkpoint)
        return failure(ErrorKind::Conflict,
                       u"%1 was not signed by this log's key: %2"_s.arg(m_lastFile, checkpoint.error().detail));
    return *checkpoint;
}

Result<TreeHead> Checkpointer::headThatFollows(const std::optional<Checkpoint> &last)
{
    return m_database.runBlocking([this, &last](QSqlDatabase &database) -> Result<TreeHead> {
        const Result<TreeHead> head = storedHead(database);
        if (!head || !last)
            return head;
        const auto refused = [this](const QString &why) {
            return failure(
                ErrorKind::Conflict,
                u"no checkpoint is signed, because the record %1; what was signed last is in %2: look into it, and only "
                "then move that file away"_s.arg(why, m_lastFile));
        };
        if (head->size < last->size)
            return refused(u"was rolled back from %1 entries to %2"_s.arg(last->size).arg(head->size));
        TileNodes nodes(database);
        const Result<Proof> proof = consistencyProof(nodes, last->size, head->size);
        if (!proof)
            return std::unexpected(proof.error());
        if (!verifyConsistency(last->size, head->size, last->root, head->root, *proof))
            return refused(u"is not the one whose first %1 entries were signed"_s.arg(last->size));
        return head;
    });
}

Result<std::optional<StoredCheckpoint>> Checkpointer::sign()
{
    const std::lock_guard lock(m_mutex);
    const Result<std::optional<Checkpoint>> last = lastSigned();
    if (!last)
        return std::unexpected(last.error());
    const Result<TreeHead> head = headThatFollows(*last);
    if (!head)
        return std::unexpected(head.error());
    if (head->size == 0 || (*last && (*last)->size == head->size))
        return std::nullopt;
    const Result<QByteArray> note = m_signer->sign(toText(Checkpoint{m_origin, head->size, head->root}));
    if (!note)
        return std::unexpected(note.error());
    // Remembered first: what was signed and given away counts, whether or not it is stored.
    const Result<secrets::FileLock> fileLock = secrets::FileLock::acquire(m_lastFile);
    if (!fileLock)
        return std::unexpected(fileLock.error());
    if (const Result<void> kept = secrets::replaceSecretFile(m_lastFile, *note, *fileLock); !kept)
        return std::unexpected(kept.error());
    StoredCheckpoint checkpoint{head->size, m_signer->verifierKey(), m_clock.now(), *note};
    const Result<void> stored =
        m_database.runBlocking([&checkpoint](QSqlDatabase &database) { return storeCheckpoint(database, checkpoint); });
    if (!stored)
        return std::unexpected(stored.error());
    return checkpoint;
}

} // namespace gatehouse::audit
