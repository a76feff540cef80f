#include "audit/verify_store.h"

#include "audit/checkpoint_store.h"
#include "audit/segment.h"
#include "audit/store_chunk.h"
#include "storage/statement.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

using Connection = std::unique_ptr<storage::MaintenanceConnection>;

/// A thread that checks every `stride`-th chunk, one ahead of who takes them.
class ChunkReader
{
public:
    ChunkReader(const Connect &connect, quint64 first, quint64 stride, quint64 end, quint64 sealed)
        : m_thread([=, this, &connect] { run(connect, first, stride, end, sealed); })
    {
    }
    ~ChunkReader()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_all();
    }
    ChunkReader(const ChunkReader &) = delete;
    ChunkReader &operator=(const ChunkReader &) = delete;

    [[nodiscard]] Result<StoreChunk> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_chunk.has_value(); });
        Result<StoreChunk> chunk = std::move(*m_chunk);
        m_chunk.reset();
        m_changed.notify_all();
        return chunk;
    }

private:
    void run(const Connect &connect, quint64 first, quint64 stride, quint64 end, quint64 sealed)
    {
        const Result<Connection> connection = connect();
        for (quint64 begin = first * kChunkSize; begin < end; begin += stride * kChunkSize) {
            Result<StoreChunk> chunk = connection
                ? checkChunk((*connection)->database(), begin, std::min(end, begin + kChunkSize), sealed)
                : std::unexpected(connection.error());
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || !m_chunk; });
            if (m_stopping)
                return;
            m_chunk = std::move(chunk);
            m_changed.notify_all();
        }
    }

    std::mutex m_mutex; ///< of all below
    std::condition_variable m_changed;
    std::optional<Result<StoreChunk>> m_chunk;
    bool m_stopping = false;
    std::jthread m_thread; ///< ends first
};

/// What there is to check, at one moment.
struct Extent {
    TreeHead head;
    quint64 beyond = 0; ///< entries behind the head
    quint64 sealed = 0; ///< entries before this one may be missing
    std::vector<QByteArray> notes;
    std::size_t leftOut = 0;
};

bool isTrusted(const Trust &trust, const QByteArray &signer)
{
    return !trust.othersSignToo || std::ranges::find(trust.keys, signer, &NoteVerifier::verifierKey) != trust.keys.end();
}

/// The parts that were sealed, as checkpoints of their ends: one after the other from the beginning on, each signed by a key that
/// is trusted, or else somebody has removed them.
std::expected<std::vector<Checkpoint>, Finding> openSegments(const std::vector<StoredSegment> &segments, const Trust &trust)
{
    std::vector<Checkpoint> ends;
    quint64 sealed = 0;
    for (const StoredSegment &stored : segments) {
        Result<Segment> segment = failure(ErrorKind::NotFound, u"there is no key to check it with"_s);
        for (const NoteVerifier &key : trust.keys) {
            if (!segment && segment.error().kind == ErrorKind::NotFound)
                segment = openSegment(stored.note, key);
        }
        if (!segment)
            return std::unexpected(Finding{Finding::Kind::BadCheckpoint, stored.first,
                                           u"what seals the entries %1 to %2 cannot be trusted: %3"_s.arg(stored.first)
                                               .arg(stored.end - 1)
                                               .arg(segment.error().detail)});
        if (segment->first != sealed || segment->end != stored.end)
            return std::unexpected(
                Finding{Finding::Kind::Removed, sealed, u"entry %1 and those after it are in no sealed file"_s.arg(sealed)});
        ends.push_back({segment->origin, segment->end, segment->root});
        sealed = segment->end;
    }
    return ends;
}

Result<Extent> extentOf(QSqlDatabase &database, const Trust &trust)
{
    Extent extent;
    // Checkpoints first: the head is never behind them.
    const Result<std::vector<StoredCheckpoint>> checkpoints = allCheckpoints(database);
    if (!checkpoints)
        return std::unexpected(checkpoints.error());
    for (const StoredCheckpoint &checkpoint : *checkpoints) {
        if (isTrusted(trust, checkpoint.signer))
            extent.notes.push_back(checkpoint.note);
        else
            ++extent.leftOut;
    }
    const Result<TreeHead> head = storedHead(database);
    if (!head)
        return std::unexpected(head.error());
    extent.head = *head;
    // In one statement, so at one moment.
    storage::Statement beyond(database,
                              "SELECT count(*) FROM audit_entries WHERE sequence >="
                              " coalesce((SELECT size FROM audit_state WHERE id = 1), 0) OR sequence < 0");
    if (const Result<void> done = beyond.execute(); !done)
        return std::unexpected(done.error());
    extent.beyond = beyond.next() ? static_cast<quint64>(beyond.number(0)) : 0;
    return extent;
}

Result<quint64> entriesFrom(QSqlDatabase &database, quint64 sequence)
{
    storage::Statement statement(database, "SELECT count(*) FROM audit_entries WHERE sequence >= ?");
    if (const Result<void> done = statement.bind(static_cast<qint64>(sequence)).execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? static_cast<quint64>(statement.number(0)) : 0;
}

/// Takes the chunks in order.
Result<std::optional<Finding>> walk(const Connect &connect, const Extent &extent, int threads, TreeWalk &tree,
                                    std::vector<Hash> &tileRoots)
{
    const auto count = static_cast<quint64>(std::max(threads, 1));
    std::vector<std::unique_ptr<ChunkReader>> readers;
    readers.reserve(count);
    for (quint64 i = 0; i < count; ++i)
        readers.push_back(std::make_unique<ChunkReader>(connect, i, count, extent.head.size, extent.sealed));
    for (quint64 chunkIndex = 0; chunkIndex * kChunkSize < extent.head.size; ++chunkIndex) {
        Result<StoreChunk> chunk = readers[chunkIndex % count]->take();
        if (!chunk)
            return std::unexpected(chunk.error());
        for (std::size_t i = 0; i < chunk->leaves.size(); ++i) {
            if (auto finding = tree.add(chunk->leaves[i], chunk->times[i]))
                return finding;
        }
        if (chunk->finding)
            return chunk->finding;
        tileRoots.insert(tileRoots.end(), chunk->tileRoots.begin(), chunk->tileRoots.end());
    }
    return std::nullopt;
}

Result<std::optional<Finding>> findIn(QSqlDatabase &database, const Connect &connect, const Extent &extent, int threads,
                                      TreeWalk &tree)
{
    std::vector<Hash> tileRoots;
    Result<std::optional<Finding>> found = walk(connect, extent, threads, tree, tileRoots);
    if (!found)
        return found;
    if (*found) {
        // A gap that reaches to the end is no gap.
        const auto rest =
            (*found)->kind == Finding::Kind::Removed ? entriesFrom(database, (*found)->sequence) : Result<quint64>(1);
        if (!rest)
            return std::unexpected(rest.error());
        if (*rest == 0)
            return Finding{Finding::Kind::Truncated, (*found)->sequence,
                           u"the record was cut off: entry %1 and all after it are missing"_s.arg((*found)->sequence)};
        return found;
    }
    if (extent.beyond > 0)
        return Finding{Finding::Kind::Inserted, extent.head.size,
                       u"entry %1 was inserted: the log has only %1 entries"_s.arg(extent.head.size)};
    if (tree.root() != extent.head.root)
        return Finding{Finding::Kind::BadTree, extent.head.size, u"the root that was kept is not that of the entries"_s};
    found = checkUpperTiles(database, std::move(tileRoots));
    return found && !*found ? tree.finish(Finding::Kind::RolledBack) : found;
}

Result<VerificationReport> verifyOnce(QSqlDatabase &database, const Connect &connect, const Trust &trust, int threads)
{
    Result<Extent> extent = extentOf(database, trust);
    if (!extent)
        return std::unexpected(extent.error());
    extent->notes.insert(extent->notes.end(), trust.notes.begin(), trust.notes.end());
    VerificationReport report{.head = extent->head, .leftOut = extent->leftOut};
    auto checkpoints = openAll(extent->notes, trust.keys);
    const Result<std::vector<StoredSegment>> segments = allSegments(database);
    if (!segments)
        return std::unexpected(segments.error());
    const auto sealed = openSegments(*segments, trust);
    if (!checkpoints || !sealed) {
        report.finding = checkpoints ? sealed.error() : checkpoints.error();
        return report;
    }
    report.sealed = extent->sealed = sealed->empty() ? 0 : sealed->back().size;
    checkpoints->insert(checkpoints->end(), sealed->begin(), sealed->end());
    TreeWalk tree(std::move(*checkpoints));
    Result<std::optional<Finding>> found = findIn(database, connect, *extent, threads, tree);
    if (!found)
        return std::unexpected(found.error());
    report.finding = std::move(*found);
    report.head = {tree.size(), tree.root()};
    report.checkpoints = tree.confirmed() - std::min(tree.confirmed(), sealed->size());
    return report;
}

} // namespace

Result<VerificationReport> verifyStore(const Connect &connect, const Trust &trust, int threads)
{
    const Result<Connection> connection = connect();
    if (!connection)
        return std::unexpected(connection.error());
    QSqlDatabase &database = (*connection)->database();
    for (;;) {
        const Result<quint64> before = sealedEnd(database);
        Result<VerificationReport> report = verifyOnce(database, connect, trust, threads);
        if (!report || !report->finding || report->finding->kind != Finding::Kind::Removed)
            return report;
        // What was sealed and dropped meanwhile is no reason to be alarmed.
        const Result<quint64> after = sealedEnd(database);
        if (!before || !after)
            return std::unexpected((before ? after : before).error());
        if (*after == *before)
            return report;
    }
}

} // namespace gatehouse::audit
