#pragma once

#include "audit/frontier.h"
#include "audit/tree_proof.h"

#include <QSqlDatabase>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace gatehouse::audit {

/// The hashes of the tree as they are kept: tiles of 256. Tile (0, p) holds the leaves from 256·p on, tile (l, p) the roots of
/// the tiles (l-1, 256·p) and following; only the last of a level may hold fewer.
inline constexpr quint64 kTileWidth = 256;

/// The edge where the tree grows: the unfinished tile of each level. A value; store() writes what append() changed.
class TreeEdge
{
public:
    /// Of the tree without leaves.
    TreeEdge() = default;
    /// Of the first `size` leaves. Fails with Internal when a tile is missing or too short.
    [[nodiscard]] static Result<TreeEdge> load(QSqlDatabase &database, quint64 size);

    void append(const Hash &leaf);
    [[nodiscard]] quint64 size() const { return m_frontier.size(); }
    [[nodiscard]] Hash root() const { return m_frontier.root(); }
    [[nodiscard]] const Frontier &frontier() const { return m_frontier; }
    /// Writes the tiles that append() touched, in the caller's transaction.
    [[nodiscard]] Result<void> store(QSqlDatabase &database);

private:
    struct Tile {
        quint64 position = 0;
        QByteArray hashes;
    };
    void appendTo(std::size_t level, const Hash &hash);

    std::vector<Tile> m_levels; ///< the unfinished one of each
    std::vector<std::pair<std::size_t, Tile>> m_finished; ///< since the last store()
    std::set<std::size_t> m_touched; ///< levels whose unfinished tile is not as stored
    Frontier m_frontier;
};

/// The nodes that the tiles hold, each tile read once. For one proof, in the database's thread. Fails with Internal where a tile
/// is missing or too short.
class TileNodes final : public NodeSource
{
public:
    explicit TileNodes(QSqlDatabase &database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<Hash> node(int level, quint64 index) override;

private:
    [[nodiscard]] Result<QByteArray> tile(quint64 level, quint64 position);

    QSqlDatabase &m_database;
    std::map<std::pair<quint64, quint64>, QByteArray> m_tiles;
};

} // namespace gatehouse::audit
