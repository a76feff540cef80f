#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>
#include <vector>

namespace gatehouse::audit {

/// A checkpoint as it is kept.
struct StoredCheckpoint {
    quint64 size = 0;
    QByteArray signer; ///< verifier key
    WallTime created{}; ///< not part of what is signed
    QByteArray note;
};

// All in the database's thread.

[[nodiscard]] Result<void> storeCheckpoint(QSqlDatabase &database, const StoredCheckpoint &checkpoint);
/// By size.
[[nodiscard]] Result<std::vector<StoredCheckpoint>> allCheckpoints(QSqlDatabase &database);
/// Of sizes beyond `begin` up to `end`, by size.
[[nodiscard]] Result<std::vector<StoredCheckpoint>> checkpointsBetween(QSqlDatabase &database, quint64 begin, quint64 end);
/// The largest; of `signer` alone, if that is not empty.
[[nodiscard]] Result<std::optional<StoredCheckpoint>> latestCheckpoint(QSqlDatabase &database, const QByteArray &signer = {});

} // namespace gatehouse::audit
