#pragma once

#include "audit/tree_walk.h"

#include <QSqlDatabase>

#include <optional>
#include <vector>

namespace gatehouse::audit {

/// So many entries are read at once: whole tiles.
inline constexpr quint64 kChunkSize = 64 * 256;

/// A run of entries of the store that were checked by themselves: bytes, columns and the tiles of their hashes.
struct StoreChunk {
    std::vector<Hash> leaves;
    std::vector<std::optional<PreciseWallTime>> times; ///< as many; nothing where the entry is in a sealed file
    std::vector<Hash> tileRoots; ///< of the whole tiles
    std::optional<Finding> finding; ///< about what comes after `leaves`, which are all right
};

/// Reads and checks the entries from `begin`, a multiple of kChunkSize, to before `end`. Of those before `sealed` that are
/// missing the kept hash is taken, which the tree has to lead to the signed roots with. In the database's thread.
[[nodiscard]] Result<StoreChunk> checkChunk(QSqlDatabase &database, quint64 begin, quint64 end, quint64 sealed);

/// Whether the tiles above the lowest are those that follow from `tileRoots`, the roots of all whole tiles of the lowest.
[[nodiscard]] Result<std::optional<Finding>> checkUpperTiles(QSqlDatabase &database, std::vector<Hash> tileRoots);

} // namespace gatehouse::audit
