#include "terminal/human_units.h"

#include <QMap>
#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::terminal {

namespace {

constexpr std::chrono::seconds kLongest = 3650 * 24h;

std::optional<std::chrono::seconds> unitOf(const QString &name)
{
    static const QMap<QString, std::chrono::seconds> units{
        {u"s"_s, 1s},      {u"sec"_s, 1s},       {u"secs"_s, 1s},      {u"second"_s, 1s},    {u"seconds"_s, 1s}, {u"m"_s, 1min},
        {u"min"_s, 1min},  {u"mins"_s, 1min},    {u"minute"_s, 1min},  {u"minutes"_s, 1min}, {u"h"_s, 1h},       {u"hr"_s, 1h},
        {u"hrs"_s, 1h},    {u"hour"_s, 1h},      {u"hours"_s, 1h},     {u"d"_s, 24h},        {u"day"_s, 24h},    {u"days"_s, 24h},
        {u"w"_s, 7 * 24h}, {u"week"_s, 7 * 24h}, {u"weeks"_s, 7 * 24h}};
    const auto found = units.constFind(name);
    return found == units.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

Result<std::chrono::seconds> lifetimeFrom(const QString &text)
{
    static const QRegularExpression part(u"\\G\\s*([0-9]{1,9})\\s*([a-z]+)\\s*"_s);
    const auto refused = failure(ErrorKind::Invalid, u"\"%1\" is no time to live; one is 30m, 24h or 7d"_s.arg(text));
    std::chrono::seconds sum{0};
    qsizetype at = 0;
    while (at < text.size()) {
        const QRegularExpressionMatch match = part.match(text, at);
        const auto unit = match.hasMatch() ? unitOf(match.captured(2)) : std::nullopt;
        if (!unit)
            return refused;
        const qint64 count = match.capturedView(1).toLongLong();
        if (count > kLongest / *unit)
            return refused;
        sum += count * *unit;
        at = match.capturedEnd();
    }
    return sum > 0s && sum <= kLongest ? Result<std::chrono::seconds>(sum) : refused;
}

QString lifetimeText(std::chrono::seconds lifetime)
{
    for (const auto &[unit, length] : {std::pair(u'd', 86'400), std::pair(u'h', 3'600), std::pair(u'm', 60)}) {
        if (lifetime.count() % length == 0)
            return QString::number(lifetime.count() / length) + unit;
    }
    return QString::number(lifetime.count()) + u's';
}

Result<qint64> sizeFrom(const QString &text)
{
    static const QRegularExpression form(u"\\A\\s*([0-9]{1,12}(?:\\.[0-9]{1,6})?)\\s*([kmg]?)\\s*\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return failure(ErrorKind::Invalid, u"\"%1\" is no size; one is 1024, 500k or 1.5m"_s.arg(text));
    const QString unit = match.captured(2).toLower();
    const double factor = unit.isEmpty() ? 1 : std::pow(1024, 1 + QStringView(u"kmg").indexOf(unit));
    return static_cast<qint64>(match.captured(1).toDouble() * factor);
}

QString sizeText(qint64 bytes)
{
    constexpr std::array<const char *, 4> units{"bytes", "KiB", "MiB", "GiB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 1024 && unit + 1 < units.size()) {
        size /= 1024;
        ++unit;
    }
    return u"%1 %2"_s.arg(QString::number(size, 'f', unit == 0 ? 0 : 1), QLatin1StringView(units[unit]));
}

} // namespace gatehouse::terminal
