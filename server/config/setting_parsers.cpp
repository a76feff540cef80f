#include "config/setting_parsers.h"

#include <QFileInfo>

#include <algorithm>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

Parsed<QByteArray> word(const QByteArray &text)
{
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
    if (text.isEmpty() || text.size() > 200 || !plain)
        return std::unexpected(u"expected a word of at most 200 ASCII characters, without spaces and quotes"_s);
    return text;
}

Parsed<QString> path(const QByteArray &text)
{
    if (text.contains('\0'))
        return std::unexpected(u"expected a file"_s);
    return QString::fromUtf8(text);
}

Parsed<QString> folder(const QByteArray &text)
{
    if (text.trimmed().isEmpty() || text.contains('\0'))
        return std::unexpected(u"expected a folder"_s);
    return QFileInfo(QString::fromUtf8(text)).absoluteFilePath();
}

Parsed<IpAddress> address(const QByteArray &text)
{
    if (const auto parsed = IpAddress::parse(text == "localhost" ? QByteArray("127.0.0.1") : text))
        return *parsed;
    return std::unexpected(u"expected an IP address"_s);
}

Parsed<QByteArrayList> categories(const QByteArray &text)
{
    QByteArrayList levels = parseList(text);
    static const QByteArrayList kLevels{"debug", "info", "warning", "error"};
    for (const QByteArray &level : levels) {
        const qsizetype equals = level.indexOf('=');
        if (equals <= 0 || !kLevels.contains(level.sliced(equals + 1)))
            return std::unexpected(u"expected categories with a level, such as gatehouse.http=debug"_s);
    }
    return levels;
}

} // namespace gatehouse::config
