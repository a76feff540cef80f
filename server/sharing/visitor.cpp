#include "sharing/visitor.h"

#include <algorithm>
#include <limits>

namespace gatehouse::sharing {

namespace {

/// The value of the one field of that name; empty when there is none or more.
QByteArrayView onlyField(const http::RequestHead &head, const QByteArray &name)
{
    return !name.isEmpty() && head.count(name) == 1 ? head.field(name) : QByteArrayView();
}

} // namespace

bool isCountryCode(QByteArrayView text)
{
    return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<quint32> asnFromText(QByteArrayView text)
{
    if (text.startsWith("AS") || text.startsWith("as"))
        text = text.sliced(2);
    if (text.isEmpty() || text.size() > 10 || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    quint64 number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + static_cast<quint64>(c - '0');
    }
    return number <= std::numeric_limits<quint32>::max() ? std::optional(static_cast<quint32>(number)) : std::nullopt;
}

Visitor visitorOf(const http::Request &request, const SharingSettings &settings, const std::vector<IpNetwork> &trustedProxies,
                  const GeoDatabases &geo)
{
    Visitor visitor{.address = request.client};
    if (containsAddress(trustedProxies, request.peer.address)) {
        const QByteArray country = onlyField(request.head, settings.countryHeader).toByteArray().toUpper();
        if (isCountryCode(country))
            visitor.country = country;
        visitor.asn = asnFromText(onlyField(request.head, settings.asnHeader));
    }
    if (visitor.country.isEmpty() && geo.countries)
        visitor.country = geo.countries->countryOf(visitor.address);
    if (!visitor.asn && geo.asns)
        visitor.asn = geo.asns->asnOf(visitor.address);
    return visitor;
}

} // namespace gatehouse::sharing
