#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

/// Writes a small file in MaxMind's format (MaxMind DB File Format Specification 2.0): a tree of 128 bits, records of 24.
class MaxmindFile
{
public:
    MaxmindFile();

    /// What is told of all addresses of `network`, IPv4 or IPv6, in CIDR notation: data made by the functions below.
    void add(const QByteArray &network, const QByteArray &data);
    [[nodiscard]] bool write(const QString &path) const;

    [[nodiscard]] static QByteArray text(const QByteArray &utf8);
    [[nodiscard]] static QByteArray number(quint32 value);
    /// Names and values that were made by these functions.
    [[nodiscard]] static QByteArray map(const std::vector<std::pair<QByteArray, QByteArray>> &members);

private:
    /// What a record holds: another node, data, or nothing.
    struct Record {
        enum class Kind { Nothing, Node, Data } kind = Kind::Nothing;
        quint32 index = 0; ///< of the node, or where the data begins
    };
    std::vector<std::array<Record, 2>> m_nodes;
    QByteArray m_data;
};
