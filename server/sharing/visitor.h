#pragma once

#include "core/ip_address.h"
#include "http/client_address.h"
#include "sharing/geo_database.h"
#include "sharing/sharing_settings.h"

#include <QByteArray>

#include <optional>

namespace gatehouse::sharing {

/// Where a request comes from, as far as restrictions care.
struct Visitor {
    IpAddress address;
    QByteArray country = {}; ///< ISO 3166-1 alpha-2 in capitals; empty: not known
    std::optional<quint32> asn = {};
};

/// Reads country and network from the headers that `settings` names, which count only when the peer is one of
/// `trustedProxies` and there is exactly one of the name; what they do not tell, from the databases. Thread-safe.
[[nodiscard]] Visitor visitorOf(const http::Request &request, const SharingSettings &settings,
                                const std::vector<IpNetwork> &trustedProxies, const GeoDatabases &geo);

/// Whether `text` is two capital letters.
[[nodiscard]] bool isCountryCode(QByteArrayView text);

/// A number of an autonomous system without sign or leading zeros, with or without `AS` before it.
[[nodiscard]] std::optional<quint32> asnFromText(QByteArrayView text);

} // namespace gatehouse::sharing
