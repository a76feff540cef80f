#include "http/client_address.h"

#include "http/wire_syntax.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace gatehouse::http {

namespace {

constexpr qsizetype kMaxPortDigits = 5;

/// Whether `text` is what may follow an address: nothing, or a colon and a port.
bool isPortSuffix(QByteArrayView text)
{
    return text.isEmpty()
        || (text.front() == ':' && text.size() > 1 && text.size() <= kMaxPortDigits + 1
            && std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// One hop: an address, with or without port, an IPv6 one with or without brackets.
std::optional<IpAddress> parseHop(QByteArrayView hop)
{
    hop = hop.trimmed();
    if (hop.startsWith('[')) {
        const qsizetype end = hop.indexOf(']');
        if (end < 0 || !isPortSuffix(hop.sliced(end + 1)))
            return std::nullopt;
        return IpAddress::parse(hop.sliced(1, end - 1));
    }
    if (const qsizetype colon = hop.indexOf(':'); colon >= 0 && hop.lastIndexOf(':') == colon) {
        if (!isPortSuffix(hop.sliced(colon)))
            return std::nullopt;
        hop = hop.first(colon);
    }
    return IpAddress::parse(hop);
}

/// Where the last of the elements that `separator` keeps apart begins, quoted separators not counting. Quotes are paired
/// from the right, where the proxies write: an open quote that the client left behind must not swallow their part.
qsizetype lastElement(QByteArrayView list, char separator)
{
    bool quoted = false;
    for (qsizetype at = list.size() - 1; at >= 0; --at) {
        if (list[at] == '"')
            quoted = !quoted;
        else if (list[at] == separator && !quoted)
            return at + 1;
    }
    return 0;
}

/// The value of a parameter of one element of Forwarded, without quotes; null when it is missing or given twice.
QByteArrayView forwardedParameter(QByteArrayView element, QByteArrayView name)
{
    QByteArrayView found;
    while (!element.isEmpty()) {
        const qsizetype start = lastElement(element, ';');
        const QByteArrayView pair = element.sliced(start).trimmed();
        element = element.first(std::max<qsizetype>(0, start - 1));
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0 || !equalsIgnoringCase(pair.first(equals), name))
            continue;
        if (!found.isNull())
            return {};
        found = pair.sliced(equals + 1);
        if (found.size() >= 2 && found.startsWith('"') && found.endsWith('"'))
            found = found.sliced(1, found.size() - 2);
    }
    return found;
}

/// The elements of all field lines of one name, from the last one backwards. `visit` says whether to go on.
template<typename Visitor> void walkElements(const RequestHead &head, QByteArrayView name, Visitor visit)
{
    for (const HeaderField &field : std::views::reverse(head.fields)) {
        if (!equalsIgnoringCase(field.name, name))
            continue;
        QByteArrayView list = field.value;
        for (qsizetype start = -1; start != 0;) {
            start = lastElement(list, ',');
            if (!visit(list.sliced(start)))
                return;
            list = list.first(std::max<qsizetype>(0, start - 1));
        }
    }
}

ClientAddress fromXForwardedFor(const Peer &peer, const RequestHead &head, const std::vector<IpNetwork> &trustedProxies)
{
    ClientAddress client{peer.address, peer.tls};
    // The nearest proxy knows how the request came to it: its element is the last.
    walkElements(head, "X-Forwarded-Proto", [&client](QByteArrayView proto) {
        client.secure = client.secure || equalsIgnoringCase(proto.trimmed(), "https");
        return false;
    });
    bool sawForwardedFor = false;
    walkElements(head, "X-Forwarded-For", [&](QByteArrayView element) {
        sawForwardedFor = true;
        const std::optional<IpAddress> hop = parseHop(element);
        client.address = hop.value_or(client.address);
        return hop && containsAddress(trustedProxies, *hop);
    });
    if (!sawForwardedFor && head.count("X-Real-IP") == 1)
        client.address = parseHop(head.field("X-Real-IP")).value_or(client.address);
    return client;
}

ClientAddress fromForwarded(const Peer &peer, const RequestHead &head, const std::vector<IpNetwork> &trustedProxies)
{
    ClientAddress client{peer.address, peer.tls};
    bool isNearest = true;
    walkElements(head, "Forwarded", [&](QByteArrayView element) {
        if (std::exchange(isNearest, false))
            client.secure = client.secure || equalsIgnoringCase(forwardedParameter(element, "proto"), "https");
        const std::optional<IpAddress> hop = parseHop(forwardedParameter(element, "for"));
        client.address = hop.value_or(client.address);
        return hop && containsAddress(trustedProxies, *hop);
    });
    return client;
}

bool isForLoopbackName(const RequestHead &head)
{
    if (const std::optional<IpAddress> address = parseHop(head.host))
        return address->isLoopback();
    const qsizetype colon = head.host.indexOf(':');
    return equalsIgnoringCase(colon < 0 ? head.host : head.host.first(colon), "localhost");
}

} // namespace

ClientAddress resolveClientAddress(const Peer &peer, const RequestHead &head, const std::vector<IpNetwork> &trustedProxies,
                                   ForwardedHeader header)
{
    if (trustedProxies.empty() || !containsAddress(trustedProxies, peer.address))
        return {peer.address, peer.tls};
    return header == ForwardedHeader::Forwarded ? fromForwarded(peer, head, trustedProxies)
                                                : fromXForwardedFor(peer, head, trustedProxies);
}

bool hasForwardingHeaders(const RequestHead &head)
{
    static constexpr std::array<QByteArrayView, 6> kNames{"X-Forwarded-For",  "Forwarded",         "X-Real-IP",
                                                          "X-Forwarded-Host", "X-Forwarded-Proto", "Via"};
    return std::ranges::any_of(kNames, [&head](QByteArrayView name) { return !head.field(name).isNull(); });
}

bool isCertainOfClient(const Request &request)
{
    const bool passedOn = hasForwardingHeaders(request.head);
    if (request.client.isLoopback())
        return !passedOn && request.peer.address.isLoopback() && isForLoopbackName(request.head);
    return !passedOn || request.client != request.peer.address;
}

} // namespace gatehouse::http
