#include "audit/tree_tiles.h"

#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using storage::Statement;

namespace {

constexpr auto kHashSize = static_cast<qsizetype>(sizeof(Hash));
constexpr unsigned kTileBits = 8;
constexpr qsizetype kTileSize = static_cast<qsizetype>(kTileWidth) * kHashSize;

Hash hashAt(QByteArrayView tile, quint64 index)
{
    return hashFrom(tile.sliced(static_cast<qsizetype>(index) * kHashSize, kHashSize));
}

/// The root over `count` hashes from `begin` on, a power of two.
Hash perfectRoot(QByteArrayView tile, quint64 begin, quint64 count)
{
    if (count == 1)
        return hashAt(tile, begin);
    return nodeHash(perfectRoot(tile, begin, count / 2), perfectRoot(tile, begin + count / 2, count / 2));
}

Result<QByteArray> readTile(QSqlDatabase &database, quint64 level, quint64 position)
{
    Statement statement(database, "SELECT hashes FROM audit_tiles WHERE level = ? AND position = ?");
    statement.bind(static_cast<qint64>(level)).bind(static_cast<qint64>(position));
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? statement.bytes(0) : QByteArray();
}

std::unexpected<Error> damaged(quint64 level, quint64 position)
{
    return failure(ErrorKind::Internal,
                   u"the audit tree is damaged: tile %1/%2 is missing or cut off"_s.arg(level).arg(position));
}

Result<void> writeTile(QSqlDatabase &database, quint64 level, quint64 position, const QByteArray &hashes)
{
    Statement statement(database,
                        "INSERT INTO audit_tiles (level, position, hashes) VALUES (?, ?, ?)"
                        " ON CONFLICT (level, position) DO UPDATE SET hashes = excluded.hashes");
    return statement.bind(static_cast<qint64>(level)).bind(static_cast<qint64>(position)).bindBytes(hashes).execute();
}

} // namespace

Result<TreeEdge> TreeEdge::load(QSqlDatabase &database, quint64 size)
{
    TreeEdge edge;
    for (quint64 level = 0, count = size; count > 0; ++level, count >>= kTileBits) {
        const quint64 position = count / kTileWidth;
        const auto hashes = static_cast<qsizetype>(count % kTileWidth) * kHashSize;
        const Result<QByteArray> tile = hashes == 0 ? QByteArray() : readTile(database, level, position);
        if (!tile)
            return std::unexpected(tile.error());
        if (tile->size() < hashes)
            return damaged(level, position);
        edge.m_levels.push_back({position, tile->first(hashes)});
    }
    // Each one-bit of the size is a perfect subtree, and lies within one tile.
    std::vector<Hash> roots;
    for (std::size_t level = edge.m_levels.size(); level-- > 0;) {
        const QByteArray &hashes = edge.m_levels[level].hashes;
        const auto count = static_cast<quint64>(hashes.size() / kHashSize);
        quint64 begin = 0;
        for (quint64 bit = kTileWidth / 2; bit > 0; bit /= 2) {
            if ((count & bit) == 0)
                continue;
            roots.push_back(perfectRoot(hashes, begin, bit));
            begin += bit;
        }
    }
    edge.m_frontier = Frontier(size, std::move(roots));
    return edge;
}

void TreeEdge::append(const Hash &leaf)
{
    appendTo(0, leaf);
    m_frontier.append(leaf);
}

void TreeEdge::appendTo(std::size_t level, const Hash &hash)
{
    if (level == m_levels.size())
        m_levels.emplace_back();
    m_touched.insert(level);
    m_levels[level].hashes.append(bytesOf(hash));
    if (m_levels[level].hashes.size() < kTileSize)
        return;
    const Hash root = perfectRoot(m_levels[level].hashes, 0, kTileWidth);
    const quint64 next = m_levels[level].position + 1;
    m_finished.emplace_back(level, std::exchange(m_levels[level], Tile{next, {}}));
    appendTo(level + 1, root);
}

Result<void> TreeEdge::store(QSqlDatabase &database)
{
    for (const auto &[level, tile] : m_finished) {
        if (const Result<void> done = writeTile(database, level, tile.position, tile.hashes); !done)
            return done;
    }
    for (const std::size_t level : m_touched) {
        const Tile &tile = m_levels[level];
        if (tile.hashes.isEmpty())
            continue;
        if (const Result<void> done = writeTile(database, level, tile.position, tile.hashes); !done)
            return done;
    }
    m_finished.clear();
    m_touched.clear();
    return {};
}

Result<QByteArray> TileNodes::tile(quint64 level, quint64 position)
{
    const auto known = m_tiles.find({level, position});
    if (known != m_tiles.end())
        return known->second;
    Result<QByteArray> read = readTile(m_database, level, position);
    if (read)
        m_tiles.emplace(std::pair(level, position), *read);
    return read;
}

Result<Hash> TileNodes::node(int level, quint64 index)
{
    const auto tileLevel = static_cast<unsigned>(level) / kTileBits;
    const quint64 count = quint64(1) << (static_cast<unsigned>(level) % kTileBits);
    const quint64 first = index * count;
    const Result<QByteArray> hashes = tile(tileLevel, first / kTileWidth);
    if (!hashes)
        return std::unexpected(hashes.error());
    if (static_cast<quint64>(hashes->size()) < (first % kTileWidth + count) * sizeof(Hash))
        return damaged(tileLevel, first / kTileWidth);
    return perfectRoot(*hashes, first % kTileWidth, count);
}

} // namespace gatehouse::audit
