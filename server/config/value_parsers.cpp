#include "config/value_parsers.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Parsed<bool> parseBool(const QByteArray &text)
{
    const QByteArray word = text.toLower();
    if (word == "true" || word == "yes" || word == "on" || word == "1")
        return true;
    if (word == "false" || word == "no" || word == "off" || word == "0")
        return false;
    return std::unexpected(u"expected true or false"_s);
}

Parsed<qint64> parseInteger(const QByteArray &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        return std::unexpected(u"expected a whole number from %1 to %2"_s.arg(least).arg(most));
    return value;
}

Parsed<std::chrono::milliseconds> parseDuration(const QByteArray &text, std::chrono::milliseconds unit)
{
    static constexpr std::pair<QByteArrayView, std::chrono::milliseconds> kUnits[]{
        {"ms", 1ms}, {"s", 1s}, {"m", 1min}, {"h", 1h}, {"d", 24h}};
    qsizetype digits = 0;
    while (digits < text.size() && (QByteArrayView("0123456789.").contains(text[digits])))
        ++digits;
    const QByteArrayView suffix = QByteArrayView(text).sliced(digits);
    for (const auto &[name, length] : kUnits) {
        if (suffix == name)
            unit = length;
    }
    bool isNumber = false;
    const double value = text.first(digits).toDouble(&isNumber);
    const bool knownSuffix =
        suffix.isEmpty() || suffix == "ms" || suffix == "s" || suffix == "m" || suffix == "h" || suffix == "d";
    const double milliseconds = value * static_cast<double>(unit.count());
    if (!isNumber || !knownSuffix || milliseconds > 1e13)
        return std::unexpected(u"expected a duration such as 250ms, 30s, 15m, 24h or 7d"_s);
    return std::chrono::milliseconds(static_cast<qint64>(milliseconds));
}

QByteArrayList parseList(const QByteArray &text)
{
    QByteArrayList list;
    for (const QByteArray &item : text.split(',')) {
        if (!item.trimmed().isEmpty())
            list.append(item.trimmed());
    }
    return list;
}

Parsed<std::vector<IpNetwork>> parseNetworks(const QByteArray &text)
{
    std::vector<IpNetwork> networks;
    for (const QByteArray &item : parseList(text)) {
        const std::optional<IpNetwork> network = IpNetwork::parse(item);
        if (!network)
            return std::unexpected(u"expected addresses or ranges such as 10.0.0.0/8"_s);
        networks.push_back(*network);
    }
    return networks;
}

} // namespace gatehouse::config
