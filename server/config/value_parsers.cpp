#include "config/value_parsers.h"

#include <QUrl>

#include <algorithm>
#include <charconv>
#include <utility>

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<qint64> wholeNumber(QByteArrayView text)
{
    const QByteArrayView digits = text.startsWith('-') ? text.sliced(1) : text;
    if (digits.isEmpty() || !isDigit(digits.front()) || (digits.front() == '0' && digits.size() > 1))
        return std::nullopt;
    qint64 value = 0;
    const auto [end, failed] = std::from_chars(text.begin(), text.end(), value);
    return failed == std::errc() && end == text.end() ? std::optional(value) : std::nullopt;
}

struct NumberAndSuffix {
    QByteArrayView number;
    QByteArrayView suffix;
};

NumberAndSuffix splitNumber(QByteArrayView text)
{
    const auto end = std::ranges::find_if_not(text, [](char c) { return isDigit(c) || c == '.'; });
    return {text.first(end - text.begin()), text.sliced(end - text.begin())};
}

/// `number`, which may have a fraction, times `unit`; nothing when it is none, overflows, or leaves a fraction.
std::optional<qint64> multiplied(QByteArrayView number, qint64 unit)
{
    const qsizetype point = number.indexOf('.');
    const std::optional<qint64> whole = wholeNumber(point < 0 ? number : number.first(point));
    qint64 product = 0;
    if (!whole || *whole < 0 || __builtin_mul_overflow(*whole, unit, &product))
        return std::nullopt;
    if (point < 0)
        return product;
    const QByteArrayView fraction = number.sliced(point + 1);
    if (fraction.isEmpty() || fraction.size() > 6 || !std::ranges::all_of(fraction, isDigit))
        return std::nullopt;
    qint64 scale = 1;
    qint64 part = 0;
    for (const char digit : fraction) {
        part = part * 10 + (digit - '0');
        scale *= 10;
    }
    qint64 scaled = 0;
    if (__builtin_mul_overflow(part, unit, &scaled) || scaled % scale != 0
        || __builtin_add_overflow(product, scaled / scale, &product))
        return std::nullopt;
    return product;
}

/// `scheme://host[:port]`, and nothing after it.
bool isOrigin(const QByteArray &text)
{
    const QUrl url(QString::fromUtf8(text), QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty() && !url.host().isEmpty() && url.userInfo().isEmpty() && url.path().isEmpty()
        && !url.hasQuery() && !url.hasFragment() && url.toEncoded() == text;
}

} // namespace

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
    const std::optional<qint64> value = wholeNumber(text);
    if (!value || *value < least || *value > most)
        return std::unexpected(u"expected a whole number from %1 to %2"_s.arg(least).arg(most));
    return *value;
}

Parsed<std::chrono::milliseconds> parseDuration(const QByteArray &text, std::chrono::milliseconds unit)
{
    static constexpr std::pair<QByteArrayView, std::chrono::milliseconds> kUnits[]{
        {"ms", 1ms}, {"s", 1s}, {"m", 1min}, {"h", 1h}, {"d", 24h}};
    constexpr qint64 kMost = 100LL * 365 * 24 * 3600 * 1000;
    const auto [number, suffix] = splitNumber(text);
    const auto named = std::ranges::find(kUnits, suffix, [](const auto &known) { return known.first; });
    if (named != std::end(kUnits))
        unit = named->second;
    const std::optional<qint64> milliseconds =
        suffix.isEmpty() || named != std::end(kUnits) ? multiplied(number, unit.count()) : std::nullopt;
    if (!milliseconds || *milliseconds > kMost)
        return std::unexpected(u"expected a duration such as 250ms, 30s, 15m, 24h or 7d"_s);
    return std::chrono::milliseconds(*milliseconds);
}

Parsed<qint64> parseSize(const QByteArray &text)
{
    static constexpr std::pair<QByteArrayView, qint64> kUnits[]{{"", 1}, {"k", 1LL << 10}, {"m", 1LL << 20}, {"g", 1LL << 30}};
    const QByteArray lower = text.toLower();
    const auto [number, suffix] = splitNumber(lower);
    const auto unit = std::ranges::find(kUnits, suffix, [](const auto &known) { return known.first; });
    const std::optional<qint64> bytes = unit == std::end(kUnits) ? std::nullopt : multiplied(number, unit->second);
    if (!bytes)
        return std::unexpected(u"expected a size such as 65536, 32k, 10m or 1g"_s);
    return *bytes;
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

Parsed<QByteArray> parseHeaderName(const QByteArray &text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return std::ranges::all_of(text, fits) ? Parsed<QByteArray>(text) : std::unexpected(u"expected the name of a header"_s);
}

Parsed<QByteArrayList> parseOrigins(const QByteArray &text)
{
    QByteArrayList origins = parseList(text.toLower());
    for (const QByteArray &origin : std::as_const(origins)) {
        if (origin != "*" && !isOrigin(origin))
            return std::unexpected(u"expected origins such as https://app.example, without a path or a final slash"_s);
    }
    return origins;
}

} // namespace gatehouse::config
