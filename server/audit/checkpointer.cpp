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
    , m_origin(std::move(origin))
    , m_lastFile(std::move(lastFile))
    , m_clock(clock)
    , m_signer(std::move(signer))
{
}

QByteArray Checkpointer::verifierKey() const
{
    const std::lock_guard lock(m_mutex);
    return m_signer->verifierKey();
}

void Checkpointer::use(std::unique_ptr<NoteSigner> signer, std::vector<NoteVerifier> before)
{
    const std::lock_guard lock(m_mutex);
    m_signer = std::move(signer);
    m_before = std::move(before);
}

void Checkpointer::accept(std::vector<NoteVerifier> before)
{
    const std::lock_guard lock(m_mutex);
    m_before = std::move(before);
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
    Result<Checkpoint> checkpoint = openCheckpoint((*file)->bytes.view(), *verifier);
    for (const NoteVerifier &before : m_before) {
        if (!checkpoint && checkpoint.error().kind == ErrorKind::NotFound)
            checkpoint = openCheckpoint((*file)->bytes.view(), before);
    }
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
    // A command may sign at the same time.
    const Result<secrets::FileLock> fileLock = secrets::FileLock::acquire(m_lastFile);
    if (!fileLock)
        return std::unexpected(fileLock.error());
    const Result<std::optional<Checkpoint>> last = lastSigned();
    if (!last)
        return std::unexpected(last.error());
    const Result<TreeHead> head = headThatFollows(*last);
    if (!head)
        return std::unexpected(head.error());
    if (head->size == 0 || (*last && (*last)->size == head->size))
        return std::nullopt;
    const Result<StoredCheckpoint> stored = signAndStore({m_origin, head->size, head->root}, &*fileLock);
    return stored ? Result<std::optional<StoredCheckpoint>>(*stored) : std::unexpected(stored.error());
}

Result<StoredCheckpoint> Checkpointer::signAndStore(const Checkpoint &checkpoint, const secrets::FileLock *lastLock)
{
    const Result<QByteArray> note = m_signer->sign(toText(checkpoint));
    if (!note)
        return std::unexpected(note.error());
    // Remembered first: what was signed and given away counts, whether or not it is stored.
    if (const Result<void> kept = lastLock != nullptr ? secrets::replaceSecretFile(m_lastFile, *note, *lastLock) : Result<void>();
        !kept)
        return std::unexpected(kept.error());
    StoredCheckpoint stored{checkpoint.size, m_signer->verifierKey(), m_clock.now(), *note};
    const Result<void> done =
        m_database.runBlocking([&stored](QSqlDatabase &database) { return storeCheckpoint(database, stored); });
    return done ? Result<StoredCheckpoint>(stored) : std::unexpected(done.error());
}

Result<Checkpoint> Checkpointer::signEarlier(quint64 size)
{
    const std::lock_guard lock(m_mutex);
    const Result<std::optional<Checkpoint>> last = lastSigned();
    if (!last)
        return std::unexpected(last.error());
    if (!*last || (*last)->size < size)
        return failure(ErrorKind::Conflict, u"the first %1 entries have not been signed yet"_s.arg(size));
    const Result<Hash> root = m_database.runBlocking([size, &last = **last](QSqlDatabase &database) -> Result<Hash> {
        TileNodes nodes(database);
        const Result<Hash> earlier = rootAt(nodes, size);
        const Result<Proof> proof = earlier ? consistencyProof(nodes, size, last.size) : std::unexpected(earlier.error());
        if (!proof)
            return std::unexpected(proof.error());
        if (!verifyConsistency(size, last.size, *earlier, last.root, *proof))
            return failure(ErrorKind::Conflict, u"the first %1 entries do not lead to what was signed last"_s.arg(size));
        return earlier;
    });
    if (!root)
        return std::unexpected(root.error());
    const Checkpoint checkpoint{m_origin, size, *root};
    const Result<StoredCheckpoint> stored = signAndStore(checkpoint, nullptr);
    return stored ? Result<Checkpoint>(checkpoint) : std::unexpected(stored.error());
}

Result<QByteArray> Checkpointer::sign(Segment segment)
{
    const std::lock_guard lock(m_mutex);
    segment.origin = m_origin;
    return m_signer->sign(toText(segment));
}

} // namespace gatehouse::audit
