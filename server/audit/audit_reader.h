#pragma once

#include "audit/audit_store.h"
#include "audit/entry.h"

#include <QSqlDatabase>

#include <optional>
#include <vector>

namespace gatehouse::audit {

/// Which entries are wanted. What is left out does not matter.
struct Filter {
    std::optional<PreciseWallTime> from = {}; ///< at this time or later
    std::optional<PreciseWallTime> until = {}; ///< before this time
    QByteArray actor = {}; ///< identifiers and names as they are, as all below
    std::optional<Action> action = {};
    QByteArray target = {};
    std::optional<Outcome> outcome = {};
    QByteArray address = {};
    QByteArray text = {}; ///< somewhere in one of the texts, in any case (of ASCII letters)
};

enum class Order { OldestFirst, NewestFirst };

/// A page of a list.
struct Page {
    std::vector<Entry> entries;
    /// To go on after; nothing at the end. A page may be short, even empty, and not be the last: a search for a text looks at
    /// so many entries at a time, so that no page costs more than another.
    std::optional<quint64> next;
};

/// The entries beyond `after`, or from the beginning (the end, with NewestFirst), that `filter` lets pass; at most `limit`. Costs
/// the same wherever `after` is. In the database's thread. Fails with Internal where an entry's bytes are damaged.
[[nodiscard]] Result<Page> readPage(QSqlDatabase &database, const Filter &filter, Order order, std::optional<quint64> after,
                                    int limit);

/// The canonical bytes of an entry. Fails with NotFound, or with Gone, saying where it is, when it was sealed and dropped.
[[nodiscard]] Result<QByteArray> readContent(QSqlDatabase &database, quint64 sequence);
[[nodiscard]] Result<Entry> readEntry(QSqlDatabase &database, quint64 sequence);

/// The sequence of the first entry at `time` or later, in time that grows with the logarithm of the log; the log's size if none.
[[nodiscard]] Result<quint64> firstAt(QSqlDatabase &database, PreciseWallTime time);

} // namespace gatehouse::audit
