#include "storage/database_url.h"

#include "core/ip_address.h"

#include <QByteArrayList>

#include <algorithm>

namespace gatehouse::storage {

namespace {

QByteArray decoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray());
}

QByteArray withoutPort(QByteArrayView hostAndPort)
{
    if (hostAndPort.startsWith('[')) {
        const qsizetype end = hostAndPort.indexOf(']');
        return hostAndPort.sliced(1, (end < 0 ? hostAndPort.size() : end) - 1).toByteArray();
    }
    const qsizetype colon = hostAndPort.indexOf(':');
    return decoded(colon < 0 ? hostAndPort : hostAndPort.first(colon));
}

void addHosts(std::vector<QByteArray> &hosts, QByteArrayView list)
{
    for (const QByteArray &host : list.toByteArray().split(','))
        hosts.push_back(withoutPort(host));
}

bool isTlsMode(QByteArrayView mode)
{
    return mode == "require" || mode == "verify-ca" || mode == "verify-full";
}

} // namespace

bool DatabaseUrl::isLocal() const
{
    return std::ranges::all_of(hosts, isThisMachine);
}

bool DatabaseUrl::requiresTls(QByteArrayView otherwise) const
{
    return sslModes.empty() ? isTlsMode(otherwise) : std::ranges::all_of(sslModes, isTlsMode);
}

std::optional<DatabaseUrl> parseDatabaseUrl(QByteArrayView url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme < 0 || (url.first(scheme) != "postgres" && url.first(scheme) != "postgresql"))
        return std::nullopt;
    QByteArrayView rest = url.sliced(scheme + 3);
    const auto authorityEnd = std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?'; });
    QByteArrayView authority = rest.first(authorityEnd - rest.begin());
    authority = authority.sliced(authority.lastIndexOf('@') + 1);

    DatabaseUrl parsed;
    addHosts(parsed.hosts, authority);
    const qsizetype query = rest.indexOf('?');
    for (const QByteArray &parameter : query < 0 ? QByteArrayList() : rest.sliced(query + 1).toByteArray().split('&')) {
        const qsizetype equals = parameter.indexOf('=');
        const QByteArray name = decoded(parameter.first(std::max<qsizetype>(equals, 0)));
        const QByteArray value = decoded(parameter.sliced(equals + 1));
        if (name == "host" || name == "hostaddr") {
            for (const QByteArray &host : value.split(','))
                parsed.hosts.push_back(host);
        } else if (name == "sslmode") {
            parsed.sslModes.push_back(value);
        } else if (name == "ssl") { // what JDBC calls sslmode=require; libpq reads it too
            parsed.sslModes.emplace_back(value == "true" ? "require" : "disable");
        }
    }
    return parsed;
}

} // namespace gatehouse::storage
