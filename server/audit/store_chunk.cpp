#include "audit/store_chunk.h"

#include "audit/tree_tiles.h"
#include "storage/statement.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using storage::Statement;

namespace {

/// What no text of an entry holds, so that values cannot move from one column to another.
constexpr char kSeparator = '\x1f';

/// The columns of a row as one value: that is read faster than six. Of SQLite as bytes, which Qt does not turn into UTF-16 and
/// back.
QString selectFor(storage::Dialect dialect)
{
    const QString columns =
        u"time || '\x1f' || coalesce(actor, '') || '\x1f' || coalesce(target, '') || '\x1f' || coalesce(address, '')"
        " || '\x1f' || action || '\x1f' || outcome"_s;
    return u"SELECT sequence, content, %1 FROM audit_entries WHERE sequence >= ? AND sequence < ? ORDER BY sequence"_s.arg(
        dialect == storage::Dialect::Sqlite ? u"CAST(%1 AS BLOB)"_s.arg(columns) : columns);
}

void writeColumns(QByteArray &columns, const Entry &entry)
{
    columns.setNum(static_cast<qint64>(entry.time.time_since_epoch().count()));
    for (const QByteArrayView text : {QByteArrayView(entry.actor.id), QByteArrayView(entry.target), QByteArrayView(entry.address),
                                      toText(entry.action), toText(entry.outcome)}) {
        columns += kSeparator;
        columns.append(text.data(), text.size());
    }
}

Finding removed(quint64 sequence)
{
    return {Finding::Kind::Removed, sequence, u"entry %1 was removed"_s.arg(sequence)};
}

Finding alteredColumns(quint64 sequence)
{
    return {Finding::Kind::Altered, sequence,
            u"entry %1 was altered: the columns that it is searched by are not what it says"_s.arg(sequence)};
}

Finding badTile(quint64 level, quint64 position)
{
    return {Finding::Kind::BadTree, position * kTileWidth,
            u"the kept hashes are not those of the entries: tile %1/%2 is missing or was altered"_s.arg(level).arg(position)};
}

using Tiles = std::map<quint64, QByteArray>;

Result<Tiles> readTiles(QSqlDatabase &database, quint64 level, quint64 begin, quint64 end)
{
    Statement statement(database, "SELECT position, hashes FROM audit_tiles WHERE level = ? AND position >= ? AND position < ?");
    statement.bind(static_cast<qint64>(level)).bind(static_cast<qint64>(begin)).bind(static_cast<qint64>(end));
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    Tiles tiles;
    while (statement.next())
        tiles.emplace(static_cast<quint64>(statement.number(0)), statement.bytes(1));
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return tiles;
}

constexpr auto kHashSize = static_cast<qsizetype>(sizeof(Hash));

/// Takes the kept hashes of entries that are in a sealed file, up to before `end`. False where a hash is missing.
bool takeSealed(const Tiles &tiles, quint64 begin, quint64 end, StoreChunk &chunk)
{
    for (quint64 sequence = begin + chunk.leaves.size(); sequence < end; ++sequence) {
        const auto tile = tiles.find(sequence / kTileWidth);
        const auto offset = static_cast<qsizetype>(sequence % kTileWidth) * kHashSize;
        if (tile == tiles.end() || tile->second.size() < offset + kHashSize) {
            chunk.finding = badTile(0, sequence / kTileWidth);
            return false;
        }
        chunk.leaves.push_back(hashFrom(QByteArrayView(tile->second).sliced(offset, kHashSize)));
        chunk.times.emplace_back(std::nullopt);
    }
    return true;
}

Result<void> checkRows(QSqlDatabase &database, quint64 begin, quint64 end, quint64 sealed, const Tiles &tiles, StoreChunk &chunk)
{
    const storage::Dialect dialect = storage::dialectOf(database);
    Statement statement(database, selectFor(dialect));
    if (const Result<void> done = statement.bind(static_cast<qint64>(begin)).bind(static_cast<qint64>(end)).execute(); !done)
        return done;
    QByteArray columns;
    while (begin + chunk.leaves.size() < end) {
        const bool found = statement.next();
        if (const Result<void> read = found ? Result<void>() : statement.reachedEnd(); !read)
            return read;
        const quint64 next = found ? static_cast<quint64>(statement.number(0)) : end;
        if (!takeSealed(tiles, begin, std::min({next, sealed, end}), chunk))
            return {};
        const quint64 sequence = begin + chunk.leaves.size();
        if (sequence == end)
            return {};
        if (next != sequence) {
            chunk.finding = removed(sequence);
            return {};
        }
        const QByteArray content = statement.bytes(1);
        const auto entry = TreeWalk::entryAt(sequence, content);
        if (!entry) {
            chunk.finding = entry.error();
            return {};
        }
        writeColumns(columns, *entry);
        if (columns != (dialect == storage::Dialect::Sqlite ? statement.bytes(2) : statement.text(2))) {
            chunk.finding = alteredColumns(sequence);
            return {};
        }
        chunk.leaves.push_back(leafHash(content));
        chunk.times.emplace_back(entry->time);
    }
    return {};
}

/// Compares with the kept hash of each; what follows the first that differs is dropped.
void checkLowestTiles(const Tiles &tiles, quint64 begin, StoreChunk &chunk)
{
    for (std::size_t i = 0; i < chunk.leaves.size(); ++i) {
        const auto tile = tiles.find((begin + i) / kTileWidth);
        const auto offset = static_cast<qsizetype>((begin + i) % kTileWidth) * kHashSize;
        const bool missing = tile == tiles.end() || tile->second.size() < offset + kHashSize;
        if (!missing && QByteArrayView(tile->second).sliced(offset, kHashSize) == bytesOf(chunk.leaves[i]))
            continue;
        chunk.finding = missing ? badTile(0, (begin + i) / kTileWidth)
                                : Finding{Finding::Kind::Altered, begin + i,
                                          u"entry %1 was altered: its hash is not the one that was kept"_s.arg(begin + i)};
        chunk.leaves.resize(i);
        chunk.times.resize(i);
    }
}

Hash rootOf(std::span<const Hash> hashes)
{
    Frontier frontier;
    for (const Hash &hash : hashes)
        frontier.append(hash);
    return frontier.root();
}

/// Of each whole tile.
std::vector<Hash> rootsOf(std::span<const Hash> hashes)
{
    std::vector<Hash> roots;
    for (; hashes.size() >= kTileWidth; hashes = hashes.subspan(kTileWidth))
        roots.push_back(rootOf(hashes.first(kTileWidth)));
    return roots;
}

} // namespace

Result<StoreChunk> checkChunk(QSqlDatabase &database, quint64 begin, quint64 end, quint64 sealed)
{
    StoreChunk chunk;
    const quint64 first = begin / kTileWidth;
    const Result<Tiles> tiles = readTiles(database, 0, first, first + kChunkSize / kTileWidth);
    const Result<void> done = tiles ? checkRows(database, begin, end, sealed, *tiles, chunk) : std::unexpected(tiles.error());
    if (!done)
        return std::unexpected(done.error());
    checkLowestTiles(*tiles, begin, chunk);
    chunk.tileRoots = rootsOf(chunk.leaves);
    return chunk;
}

Result<std::optional<Finding>> checkUpperTiles(QSqlDatabase &database, std::vector<Hash> tileRoots)
{
    for (quint64 level = 1; !tileRoots.empty(); ++level) {
        const std::span<const Hash> all(tileRoots);
        const quint64 count = (all.size() + kTileWidth - 1) / kTileWidth;
        const Result<Tiles> tiles = readTiles(database, level, 0, count);
        if (!tiles)
            return std::unexpected(tiles.error());
        for (quint64 position = 0; position < count; ++position) {
            const auto hashes =
                all.subspan(position * kTileWidth, std::min<std::size_t>(kTileWidth, all.size() - position * kTileWidth));
            const auto tile = tiles->find(position);
            const QByteArrayView expected(reinterpret_cast<const char *>(hashes.data()),
                                          static_cast<qsizetype>(hashes.size_bytes()));
            // The last one grows while the log does.
            if (tile == tiles->end() || !tile->second.startsWith(expected))
                return badTile(level, position);
        }
        tileRoots = rootsOf(all);
    }
    return std::nullopt;
}

} // namespace gatehouse::audit
