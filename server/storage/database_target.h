#pragma once

#include "storage/postgres_settings.h"

#include <QString>

#include <optional>

namespace gatehouse::storage {

/// Where the durable data is.
struct DatabaseTarget {
    QString sqliteFile; ///< unless there is `postgres`
    std::optional<PostgresSettings> postgres;
};

} // namespace gatehouse::storage
