#pragma once

#include "storage/postgres_settings.h"

#include <QString>

#include <optional>

namespace gatehouse::storage {

/// Where the durable data is.
struct DatabaseTarget {
    QString sqliteFile; ///< unless there is `postgres`
    std::optional<PostgresSettings> postgres;

    [[nodiscard]] DatabaseTarget clone() const
    {
        return {sqliteFile, postgres ? std::optional(postgres->clone()) : std::nullopt};
    }
};

} // namespace gatehouse::storage
