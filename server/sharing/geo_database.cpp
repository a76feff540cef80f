#include "sharing/geo_database.h"

#include "sharing/visitor.h"

#include <QFile>

#include <maxminddb.h>

#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;

namespace {

/// What the database says of an address under that path of names.
std::optional<MMDB_entry_data_s> valueOf(const MMDB_s &database, const IpAddress &address,
                                         std::initializer_list<const char *> names)
{
    sockaddr_storage storage{};
    if (address.isIpv4()) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
        v4->sin_family = AF_INET;
        std::copy(address.bytes().begin() + 12, address.bytes().end(), reinterpret_cast<unsigned char *>(&v4->sin_addr));
    } else {
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
        v6->sin6_family = AF_INET6;
        std::ranges::copy(address.bytes(), v6->sin6_addr.s6_addr);
    }
    int error = MMDB_SUCCESS;
    MMDB_lookup_result_s found = MMDB_lookup_sockaddr(&database, reinterpret_cast<const sockaddr *>(&storage), &error);
    if (error != MMDB_SUCCESS || !found.found_entry)
        return std::nullopt;
    std::array<const char *, 4> path{}; // ends with null
    std::copy_n(names.begin(), std::min(names.size(), path.size() - 1), path.begin());
    MMDB_entry_data_s value{};
    if (MMDB_aget_value(&found.entry, &value, path.data()) != MMDB_SUCCESS || !value.has_data)
        return std::nullopt;
    return value;
}

} // namespace

void GeoDatabase::Close::operator()(MMDB_s *database) const
{
    MMDB_close(database);
    delete database; // NOLINT(cppcoreguidelines-owning-memory): this is its owner
}

GeoDatabase::GeoDatabase(std::unique_ptr<MMDB_s, Close> database)
    : m_database(std::move(database))
{
}

Result<GeoDatabase> GeoDatabase::open(const QString &path)
{
    auto fresh = std::make_unique<MMDB_s>();
    const int status = MMDB_open(QFile::encodeName(path).constData(), MMDB_MODE_MMAP, fresh.get());
    if (status != MMDB_SUCCESS)
        return failure(ErrorKind::Invalid, u"%1: %2"_s.arg(path, QString::fromUtf8(MMDB_strerror(status))));
    return GeoDatabase(std::unique_ptr<MMDB_s, Close>(fresh.release()));
}

Result<GeoDatabasesPtr> openGeoDatabases(const QString &countries, const QString &asns)
{
    auto databases = std::make_shared<GeoDatabases>();
    for (const auto &[database, path] : {std::pair(&databases->countries, countries), std::pair(&databases->asns, asns)}) {
        if (path.isEmpty())
            continue;
        Result<GeoDatabase> opened = GeoDatabase::open(path);
        if (!opened)
            return std::unexpected(opened.error());
        database->emplace(std::move(*opened));
    }
    return databases;
}

QByteArray GeoDatabase::countryOf(const IpAddress &address) const
{
    const auto value = valueOf(*m_database, address, {"country", "iso_code"});
    if (!value || value->type != MMDB_DATA_TYPE_UTF8_STRING)
        return {};
    const QByteArray code(value->utf8_string, static_cast<qsizetype>(value->data_size));
    return isCountryCode(code) ? code : QByteArray();
}

std::optional<quint32> GeoDatabase::asnOf(const IpAddress &address) const
{
    const auto value = valueOf(*m_database, address, {"autonomous_system_number"});
    if (!value || value->type != MMDB_DATA_TYPE_UINT32)
        return std::nullopt;
    return value->uint32;
}

} // namespace gatehouse::sharing
