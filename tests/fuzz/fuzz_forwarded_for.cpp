// Finding the client behind trusted proxies, by X-Forwarded-For and by RFC 7239's Forwarded. The input: a byte whose lowest bit
// says whether the peer came by TLS, then header fields.
//
// Beyond not crashing: from a peer that is no trusted proxy nothing is believed; what a client writes left of the last hop of a
// trusted proxy changes nothing; and the answer is a trusted proxy only when there is nothing else.

#include "expect.h"

#include "http/client_address.h"
#include "http/request_parser.h"

#include <cstdint>

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

/// A head with the given fields and no more, as far as the guard accepts them.
std::optional<RequestHead> headWith(const QByteArray &fields)
{
    const QByteArray text = "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n";
    RequestParser parser;
    const RequestParser::Progress progress = parser.feed(text);
    if (progress.state != RequestParser::State::Complete || progress.consumed != text.size())
        return std::nullopt;
    return parser.takeHead();
}

std::vector<IpNetwork> networks(std::initializer_list<const char *> texts)
{
    std::vector<IpNetwork> list;
    for (const char *text : texts)
        list.push_back(*IpNetwork::parse(text));
    return list;
}

/// A header that proxies write, and what one proxy more in the chain would add to it, which saw 198.51.100.7.
struct Convention {
    ForwardedHeader header;
    const char *tail;
};
constexpr Convention kConventions[]{
    {ForwardedHeader::XForwardedFor, "\r\nX-Forwarded-For: 198.51.100.7, 10.1.2.3"},
    {ForwardedHeader::Forwarded, "\r\nForwarded: for=198.51.100.7;proto=http, for=10.1.2.3"},
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::vector<IpNetwork> kTrusted = networks({"10.0.0.0/8", "::1", "2001:db8::/32", "192.0.2.1"});
    static const IpAddress kProxy = *IpAddress::parse("10.0.0.1");
    static const IpAddress kStranger = *IpAddress::parse("203.0.113.9");
    static const IpAddress kSeen = *IpAddress::parse("198.51.100.7");
    if (size == 0)
        return 0;
    const QByteArray fields(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const std::optional<RequestHead> head = headWith(fields);
    if (!head)
        return 0;

    const bool tls = (data[0] & 1) != 0;
    for (const auto &[header, tail] : kConventions) {
        const ClientAddress stranger = resolveClientAddress({kStranger, 40000, tls}, *head, kTrusted, header);
        GATEHOUSE_EXPECT(stranger.address == kStranger && stranger.secure == tls);
        const ClientAddress nobodyTrusted = resolveClientAddress({kProxy, 40000, tls}, *head, {}, header);
        GATEHOUSE_EXPECT(nobodyTrusted.address == kProxy && nobodyTrusted.secure == tls);

        const ClientAddress client = resolveClientAddress({kProxy, 40000, tls}, *head, kTrusted, header);
        GATEHOUSE_EXPECT(client.secure || !tls);
        GATEHOUSE_EXPECT(client.address == kProxy || hasForwardingHeaders(*head));

        // Whatever came from the client, whom the next proxy saw is it.
        if (const std::optional<RequestHead> longer = headWith(fields + tail); longer && !fields.isEmpty())
            GATEHOUSE_EXPECT(resolveClientAddress({kProxy, 40000, tls}, *longer, kTrusted, header).address == kSeen);
    }
    return 0;
}
