#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QString>

#include <chrono>

namespace gatehouse::storage {

/// What a database says about itself.
struct ServerFacts {
    QString engine; ///< "PostgreSQL"
    QString version; ///< "15.18"
    bool replica = false; ///< it follows another server and cannot be written to
    bool durable = true; ///< false: fsync or full_page_writes are off, so a power cut may destroy what was acknowledged
    std::chrono::milliseconds clockDifference{}; ///< how far its clock is ahead of ours, give or take the round trip
};

/// Asks the database; in its thread.
[[nodiscard]] Result<ServerFacts> serverFacts(QSqlDatabase &database);

/// In one line for an operator: `PostgreSQL 15.18, primary, clock +3 ms`.
[[nodiscard]] QString describe(const ServerFacts &facts);

} // namespace gatehouse::storage
