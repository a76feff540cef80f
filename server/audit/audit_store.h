#pragma once

#include "audit/entry.h"
#include "audit/tree_tiles.h"

#include <QSqlDatabase>

#include <functional>
#include <mutex>
#include <optional>
#include <span>

namespace gatehouse::audit {

/// How large the log is, and its root.
struct TreeHead {
    quint64 size = 0;
    Hash root{};
    bool operator==(const TreeHead &) const = default;
};

/// The record in the database: entries, tree, head. One head and one sequence for all processes that write to it, because who
/// appends holds the head's row until the transaction ends. Thread-safe; functions run in the database's thread.
class AuditStore
{
public:
    /// `guard` says whether what is written would be where it belongs, such as StoreFile::check(); it may be empty.
    explicit AuditStore(std::function<Result<void>()> guard = {})
        : m_guard(std::move(guard))
    {
    }

    /// Gives `entries`, which have been through normalise(), their sequence and a time that is not before the last one's, and
    /// writes them, as the last thing in the caller's Transaction: durable, all of them, when that is. Returns the head then.
    /// Fails with Internal when what is there is not the tree that its head says, or is behind what was durable().
    [[nodiscard]] Result<TreeHead> append(QSqlDatabase &database, std::span<Entry> entries);

    /// That `head` was committed: a database that falls behind it, or holds another tree of that size, is no longer written to.
    void durable(const TreeHead &head);

private:
    struct State {
        TreeHead head;
        PreciseWallTime lastTime{};
    };
    [[nodiscard]] static Result<State> lockedState(QSqlDatabase &database);
    [[nodiscard]] Result<TreeEdge> edgeOf(QSqlDatabase &database, const TreeHead &head);
    [[nodiscard]] Result<void> checkNotBehind(const TreeHead &head) const;
    void remember(const TreeEdge &edge);

    const std::function<Result<void>()> m_guard;
    mutable std::mutex m_mutex; ///< of all below
    std::optional<TreeEdge> m_edge; ///< as of the last append, which may have been undone since: counts only if it fits the head
    TreeHead m_durable;
};

/// The head as it is stored; that of the empty tree when there is none yet.
[[nodiscard]] Result<TreeHead> storedHead(QSqlDatabase &database);

} // namespace gatehouse::audit
