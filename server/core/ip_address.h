#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>

#include <array>
#include <optional>
#include <vector>

namespace gatehouse {

/// An IPv4 or IPv6 address as a plain value. IPv4 is kept in its IPv6-mapped form (RFC 4291, section 2.5.5.2), so
/// `127.0.0.1` and `::ffff:127.0.0.1` are the same address.
class IpAddress
{
public:
    /// The unspecified address `::`.
    constexpr IpAddress() = default;
    constexpr explicit IpAddress(const std::array<unsigned char, 16> &bytes)
        : m_bytes(bytes)
    {
    }

    /// From its text, without port, brackets or zone; nothing else is accepted.
    [[nodiscard]] static std::optional<IpAddress> parse(QByteArrayView text);
    [[nodiscard]] static IpAddress fromIpv4(quint32 hostOrder);

    [[nodiscard]] bool isIpv4() const;
    [[nodiscard]] bool isLoopback() const;
    /// Network byte order.
    [[nodiscard]] const std::array<unsigned char, 16> &bytes() const { return m_bytes; }
    /// Canonical text (RFC 5952); IPv4 dotted.
    [[nodiscard]] QByteArray toText() const;
    /// What a caller is limited by: the address itself for IPv4, its /64 for IPv6.
    [[nodiscard]] IpAddress limitKey() const;

    friend bool operator==(const IpAddress &, const IpAddress &) = default;
    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    std::array<unsigned char, 16> m_bytes{};
};

/// A range in CIDR notation (RFC 4632); a bare address is the range of one.
class IpNetwork
{
public:
    [[nodiscard]] static std::optional<IpNetwork> parse(QByteArrayView text);
    [[nodiscard]] bool contains(const IpAddress &address) const;
    [[nodiscard]] QByteArray toText() const;

private:
    IpAddress m_base;
    int m_prefix = 128; ///< counted in the IPv6-mapped form
};

/// Whether any of `networks` holds `address`.
[[nodiscard]] bool containsAddress(const std::vector<IpNetwork> &networks, const IpAddress &address);

/// Whether a host, as a URL names it, is this machine: loopback, `localhost`, the path of a socket, or nothing at all.
[[nodiscard]] bool isThisMachine(const QByteArray &host);

} // namespace gatehouse

template<> struct std::hash<gatehouse::IpAddress> {
    std::size_t operator()(const gatehouse::IpAddress &address) const noexcept
    {
        return qHashBits(address.bytes().data(), address.bytes().size(), 0x9e3779b97f4a7c15ULL);
    }
};
