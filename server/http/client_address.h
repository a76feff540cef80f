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

/// Finds the client behind trusted proxies. A forwarded header counts only when the peer is a trusted proxy;
/// X-Forwarded-For is then walked from right to left, one trusted hop at a time, and the first address that is not
/// a trusted proxy is the client. What a client wrote itself, left of that, is never looked at. A hop that is no
/// address ends the walk at the proxy that passed it on. X-Real-IP is read where a proxy sends no X-Forwarded-For.
/// Thread-safe.
[[nodiscard]] ClientAddress resolveClientAddress(const Peer &peer, const RequestHead &head,
                                                 const std::vector<IpNetwork> &trustedProxies);

/// Whether a request carries any header that a proxy adds: one from an unknown proxy must not pass for local.
[[nodiscard]] bool hasForwardingHeaders(const RequestHead &head);

} // namespace gatehouse::http
