#include "maxmind_file.h"

#include <QFile>
#include <QHostAddress>

namespace {

enum class Type { Text = 2, Number16 = 5, Number32 = 6, Map = 7, Number64 = 9, Array = 11 };

/// The control bytes of a value of less than 29 bytes or members.
QByteArray control(Type type, qsizetype size)
{
    const int number = static_cast<int>(type);
    QByteArray bytes;
    bytes.append(static_cast<char>((number > 7 ? 0 : number << 5) | static_cast<int>(size)));
    if (number > 7)
        bytes.append(static_cast<char>(number - 7));
    return bytes;
}

QByteArray bigEndian(quint64 value, int size)
{
    QByteArray bytes;
    for (int i = size - 1; i >= 0; --i)
        bytes.append(static_cast<char>(value >> (8 * i)));
    return bytes;
}

QByteArray integer(Type type, quint64 value, int size)
{
    return control(type, size) + bigEndian(value, size);
}

} // namespace

MaxmindFile::MaxmindFile()
    : m_nodes(1)
{
}

QByteArray MaxmindFile::text(const QByteArray &utf8)
{
    return control(Type::Text, utf8.size()) + utf8;
}

QByteArray MaxmindFile::number(quint32 value)
{
    return integer(Type::Number32, value, 4);
}

QByteArray MaxmindFile::map(const std::vector<std::pair<QByteArray, QByteArray>> &members)
{
    QByteArray bytes = control(Type::Map, static_cast<qsizetype>(members.size()));
    for (const auto &[name, value] : members)
        bytes += text(name) + value;
    return bytes;
}

void MaxmindFile::add(const QByteArray &network, const QByteArray &data)
{
    const auto [base, prefix] = QHostAddress::parseSubnet(QString::fromLatin1(network));
    const bool isIpv4 = base.protocol() == QAbstractSocket::IPv4Protocol;
    QByteArray bytes(16, '\0'); // IPv4 lies at ::/96
    if (isIpv4)
        bytes = bytes.first(12) + bigEndian(base.toIPv4Address(), 4);
    else
        bytes = QByteArray(reinterpret_cast<const char *>(base.toIPv6Address().c), 16);
    const int bits = prefix + (isIpv4 ? 96 : 0);
    quint32 node = 0;
    for (int i = 0; i < bits; ++i) {
        const std::size_t side = (bytes[i / 8] >> (7 - i % 8)) & 1;
        if (i == bits - 1) {
            m_nodes[node][side] = {Record::Kind::Data, static_cast<quint32>(m_data.size())};
        } else if (m_nodes[node][side].kind == Record::Kind::Node) {
            node = m_nodes[node][side].index;
        } else {
            const auto next = static_cast<quint32>(m_nodes.size());
            m_nodes[node][side] = {Record::Kind::Node, next};
            m_nodes.emplace_back();
            node = next;
        }
    }
    m_data += data;
}

bool MaxmindFile::write(const QString &path) const
{
    constexpr quint32 kSeparator = 16;
    const auto count = static_cast<quint32>(m_nodes.size());
    QByteArray bytes;
    for (const auto &records : m_nodes) {
        for (const Record &record : records) {
            const quint32 value = record.kind == Record::Kind::Nothing ? count
                : record.kind == Record::Kind::Node                    ? record.index
                                                                       : count + kSeparator + record.index;
            bytes += bigEndian(value, 3);
        }
    }
    bytes += QByteArray(kSeparator, '\0') + m_data + "\xab\xcd\xefMaxMind.com";
    bytes += map({{"node_count", number(count)},
                  {"record_size", integer(Type::Number16, 24, 2)},
                  {"ip_version", integer(Type::Number16, 6, 2)},
                  {"database_type", text("Test")},
                  {"languages", control(Type::Array, 0)},
                  {"binary_format_major_version", integer(Type::Number16, 2, 2)},
                  {"binary_format_minor_version", integer(Type::Number16, 0, 2)},
                  {"build_epoch", integer(Type::Number64, 1'760'000'000, 8)},
                  {"description", map({})}});
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
