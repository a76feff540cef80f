#include "core/ip_address.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace gatehouse {

namespace {
constexpr std::array<unsigned char, 12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr int kMappedBits = 96;
} // namespace

std::optional<IpAddress> IpAddress::parse(QByteArrayView text)
{
    char buffer[INET6_ADDRSTRLEN + 1] = {};
    const auto size = static_cast<size_t>(text.size());
    if (size == 0 || size > INET6_ADDRSTRLEN || text.contains('\0'))
        return std::nullopt;
    std::memcpy(buffer, text.data(), size);

    std::array<unsigned char, 16> bytes{};
    if (text.contains(':')) {
        if (inet_pton(AF_INET6, buffer, bytes.data()) != 1)
            return std::nullopt;
        return IpAddress(bytes);
    }
    std::ranges::copy(kMappedPrefix, bytes.begin());
    if (inet_pton(AF_INET, buffer, bytes.data() + kMappedPrefix.size()) != 1)
        return std::nullopt;
    return IpAddress(bytes);
}

IpAddress IpAddress::fromIpv4(quint32 hostOrder)
{
    std::array<unsigned char, 16> bytes{};
    std::ranges::copy(kMappedPrefix, bytes.begin());
    for (size_t i = 0; i < 4; ++i)
        bytes[12 + i] = static_cast<unsigned char>(hostOrder >> (24 - 8 * i));
    return IpAddress(bytes);
}

bool IpAddress::isIpv4() const
{
    return std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), m_bytes.begin());
}

bool IpAddress::isLoopback() const
{
    if (isIpv4())
        return m_bytes[12] == 127;
    return std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](unsigned char byte) { return byte == 0; }) && m_bytes[15] == 1;
}

QByteArray IpAddress::toText() const
{
    char buffer[INET6_ADDRSTRLEN] = {};
    if (isIpv4())
        inet_ntop(AF_INET, m_bytes.data() + kMappedPrefix.size(), buffer, sizeof buffer);
    else
        inet_ntop(AF_INET6, m_bytes.data(), buffer, sizeof buffer);
    return QByteArray(buffer);
}

IpAddress IpAddress::limitKey() const
{
    if (isIpv4())
        return *this;
    std::array<unsigned char, 16> bytes = m_bytes;
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return IpAddress(bytes);
}

std::optional<IpNetwork> IpNetwork::parse(QByteArrayView text)
{
    const qsizetype slash = text.indexOf('/');
    const auto base = IpAddress::parse(slash < 0 ? text : text.first(slash));
    if (!base)
        return std::nullopt;

    IpNetwork network;
    network.m_base = *base;
    if (slash < 0)
        return network;

    const QByteArrayView digits = text.sliced(slash + 1);
    const bool numeric =
        !digits.isEmpty() && digits.size() <= 3 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    const int offset = base->isIpv4() && !text.first(slash).contains(':') ? kMappedBits : 0;
    const int prefix = numeric ? digits.toInt() + offset : -1;
    if (prefix < 0 || prefix > 128)
        return std::nullopt;
    network.m_prefix = prefix;
    return network;
}

bool IpNetwork::contains(const IpAddress &address) const
{
    const auto wholeBytes = static_cast<size_t>(m_prefix / 8);
    if (!std::equal(address.bytes().begin(), address.bytes().begin() + static_cast<ptrdiff_t>(wholeBytes),
                    m_base.bytes().begin()))
        return false;
    const int restBits = m_prefix % 8;
    if (restBits == 0)
        return true;
    const auto mask = static_cast<unsigned char>(0xff << (8 - restBits));
    return (address.bytes()[wholeBytes] & mask) == (m_base.bytes()[wholeBytes] & mask);
}

QByteArray IpNetwork::toText() const
{
    if (m_base.isIpv4() && m_prefix >= kMappedBits)
        return m_base.toText() + '/' + QByteArray::number(m_prefix - kMappedBits);
    // A range wider than all of IPv4 is one of IPv6, even if it was written with a mapped address.
    return (m_base.isIpv4() ? "::ffff:" : "") + m_base.toText() + '/' + QByteArray::number(m_prefix);
}

bool containsAddress(const std::vector<IpNetwork> &networks, const IpAddress &address)
{
    return std::ranges::any_of(networks, [&](const IpNetwork &network) { return network.contains(address); });
}

bool isThisMachine(const QByteArray &host)
{
    const auto address = IpAddress::parse(host);
    return host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host.toLower() == "localhost"
        || (address && address->isLoopback());
}

} // namespace gatehouse
