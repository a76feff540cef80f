#pragma once

#include "core/error.h"
#include "core/ip_address.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct MMDB_s;

namespace gatehouse::sharing {

/// A file in MaxMind's format that tells about addresses. It stays mapped: one that takes its place by renaming is seen when this
/// is opened again. Lookups are thread-safe, take microseconds and touch no network.
class GeoDatabase
{
public:
    /// Fails with Invalid, saying why, when the file cannot be read or is of another format.
    [[nodiscard]] static Result<GeoDatabase> open(const QString &path);

    /// ISO 3166-1 alpha-2, of a database of countries or cities; empty: it does not know.
    [[nodiscard]] QByteArray countryOf(const IpAddress &address) const;
    /// Of a database of autonomous systems; nothing: it does not know.
    [[nodiscard]] std::optional<quint32> asnOf(const IpAddress &address) const;

private:
    struct Close {
        void operator()(MMDB_s *database) const;
    };
    explicit GeoDatabase(std::unique_ptr<MMDB_s, Close> database);
    std::unique_ptr<MMDB_s, Close> m_database;
};

/// Those that an operator has given.
struct GeoDatabases {
    std::optional<GeoDatabase> countries = {};
    std::optional<GeoDatabase> asns = {};
};

using GeoDatabasesPtr = std::shared_ptr<const GeoDatabases>; ///< shared, as callers may still read those that were replaced
/// Those of the two files whose path is not empty. Fails as GeoDatabase::open().
[[nodiscard]] Result<GeoDatabasesPtr> openGeoDatabases(const QString &countries, const QString &asns);

} // namespace gatehouse::sharing
