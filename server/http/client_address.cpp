#include "http/client_address.h"

namespace gatehouse::http {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

/// One hop of X-Forwarded-For: an address, with or without port, an IPv6 one with or without brackets.
std::optional<IpAddress> parseHop(QByteArrayView hop)
{
    hop = trimmed(hop);
    if (hop.startsWith('[')) {
        const qsizetype end = hop.indexOf(']');
        return end < 0 ? std::nullopt : IpAddress::parse(hop.sliced(1, end - 1));
    }
    if (const qsizetype colon = hop.indexOf(':'); colon >= 0 && hop.lastIndexOf(':') == colon)
        hop = hop.first(colon);
    return IpAddress::parse(hop);
}

/// Walks one field line's hops from right to left. Returns false when the walk is over.
bool walkHops(QByteArrayView hops, const std::vector<IpNetwork> &trustedProxies, IpAddress &client)
{
    while (true) {
        const qsizetype comma = hops.lastIndexOf(',');
        const std::optional<IpAddress> hop = parseHop(hops.sliced(comma + 1));
        if (!hop)
            return false;
        client = *hop;
        if (!containsAddress(trustedProxies, client))
            return false;
        if (comma < 0)
            return true;
        hops = hops.first(comma);
    }
}

/// X-Forwarded-Proto as the nearest proxy wrote it: the last element of the last line.
bool forwardedOverTls(const RequestHead &head)
{
    QByteArrayView proto;
    for (const HeaderField &field : head.fields) {
        if (field.name.size() == 17 && qstrnicmp(field.name.data(), 17, "X-Forwarded-Proto", 17) == 0)
            proto = field.value;
    }
    proto = trimmed(proto.sliced(proto.lastIndexOf(',') + 1));
    return proto.size() == 5 && qstrnicmp(proto.data(), 5, "https", 5) == 0;
}

bool isForwardedFor(QByteArrayView name)
{
    return name.size() == 15 && qstrnicmp(name.data(), 15, "X-Forwarded-For", 15) == 0;
}

} // namespace

ClientAddress resolveClientAddress(const Peer &peer, const RequestHead &head, const std::vector<IpNetwork> &trustedProxies)
{
    ClientAddress client{peer.address, peer.tls};
    if (trustedProxies.empty() || !containsAddress(trustedProxies, peer.address))
        return client;

    client.secure = peer.tls || forwardedOverTls(head);
    bool sawForwardedFor = false;
    for (auto field = head.fields.rbegin(); field != head.fields.rend(); ++field) {
        if (!isForwardedFor(field->name))
            continue;
        sawForwardedFor = true;
        if (!walkHops(field->value, trustedProxies, client.address))
            break;
    }
    if (!sawForwardedFor) {
        if (const std::optional<IpAddress> real = parseHop(head.field("X-Real-IP")))
            client.address = *real;
    }
    return client;
}

bool hasForwardingHeaders(const RequestHead &head)
{
    return !head.field("X-Forwarded-For").isNull() || !head.field("Forwarded").isNull() || !head.field("X-Real-IP").isNull();
}

} // namespace gatehouse::http
