#pragma once

#include "core/ip_address.h"
#include "http/request.h"

#include <vector>

namespace gatehouse::http {

/// Where a request really comes from.
struct ClientAddress {
    IpAddress address;
    bool secure = false; ///< over TLS as far as the client is concerned
};

/// What the proxies in front write. Only that is read: most proxies pass on what a client sends under the other name, and
/// believing both would let the client choose its address.
enum class ForwardedHeader {
    XForwardedFor, ///< X-Forwarded-For and X-Forwarded-Proto; X-Real-IP where there is no X-Forwarded-For
    Forwarded, ///< RFC 7239
};

/// Finds the client behind trusted proxies. A forwarded header counts only when the peer is a trusted proxy; the addresses
/// are then walked from right to left, one trusted hop at a time, over all field lines of that name, and the first that is
/// not a trusted proxy is the client. What a client wrote itself, left of that, is never looked at. A hop that is no address
/// (`unknown`, `_hidden`, nonsense) ends the walk at the proxy that passed it on. Thread-safe.
[[nodiscard]] ClientAddress resolveClientAddress(const Peer &peer, const RequestHead &head,
                                                 const std::vector<IpNetwork> &trustedProxies,
                                                 ForwardedHeader header = ForwardedHeader::XForwardedFor);

/// Whether a request carries any header that a proxy adds.
[[nodiscard]] bool hasForwardingHeaders(const RequestHead &head);

/// Whether `request.client` is good enough for what an address alone permits, once it has been resolved. It is not when a proxy
/// that nobody configured passed the request on, as then everybody behind it has its address; nor, for an address of this
/// machine, when the request was addressed to a name that somebody else can own: a page whose name was pointed at 127.0.0.1 (DNS
/// rebinding) comes from here too, but keeps its name. Thread-safe.
[[nodiscard]] bool isCertainOfClient(const Request &request);

} // namespace gatehouse::http
