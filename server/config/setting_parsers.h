#pragma once

#include "config/settings_table.h"
#include "config/value_parsers.h"

#include <type_traits>
#include <utility>

/// Names a field of Settings for into().
// NOLINTNEXTLINE(bugprone-macro-parentheses): what follows the dot cannot stand in parentheses
#define GATEHOUSE_FIELD(member) [](gatehouse::config::Settings &settings) -> auto & { return settings.member; }

namespace gatehouse::config {

// What the entries of the table of settings are put together from.

using Assign = std::function<std::expected<void, QString>(Settings &, const QByteArray &)>;

/// The same setting, marked as one that changes while the server runs.
[[nodiscard]] inline SettingEntry live(SettingEntry entry)
{
    entry.live = true;
    return entry;
}

/// Stores what `parser` makes of the text into the field that `field` names.
template<typename Field, typename Parser> Assign into(Field field, Parser parser)
{
    return [field = std::move(field), parser = std::move(parser)](Settings &settings,
                                                                  const QByteArray &text) -> std::expected<void, QString> {
        auto value = parser(text);
        if (!value)
            return std::unexpected(value.error());
        auto &target = field(settings);
        target = static_cast<std::remove_reference_t<decltype(target)>>(*value);
        return {};
    };
}

inline auto integer(qint64 least, qint64 most)
{
    return [least, most](const QByteArray &text) { return parseInteger(text, least, most); };
}

/// In bytes.
inline auto size(qint64 least, qint64 most)
{
    return [least, most](const QByteArray &text) -> Parsed<qint64> {
        const auto value = parseSize(text);
        if (value && (*value < least || *value > most))
            return std::unexpected(QStringLiteral("expected from %1 to %2 bytes").arg(least).arg(most));
        return value;
    };
}

inline auto duration(std::chrono::milliseconds least, std::chrono::milliseconds most)
{
    return [=](const QByteArray &text) -> Parsed<std::chrono::milliseconds> {
        const auto value = parseDuration(text, std::chrono::seconds(1));
        if (value && (*value < least || *value > most))
            return std::unexpected(QStringLiteral("expected from %1 to %2 ms").arg(least.count()).arg(most.count()));
        return value;
    };
}

/// The same in whole seconds, for fields of that type.
inline auto seconds(std::chrono::seconds least, std::chrono::seconds most)
{
    return [=](const QByteArray &text) -> Parsed<std::chrono::seconds> {
        const auto value = duration(least, most)(text);
        if (!value)
            return std::unexpected(value.error());
        if (*value % std::chrono::seconds(1) != std::chrono::milliseconds(0))
            return std::unexpected(QStringLiteral("expected whole seconds"));
        return std::chrono::duration_cast<std::chrono::seconds>(*value);
    };
}

template<typename Enum> auto choice(std::vector<std::pair<QByteArray, Enum>> words)
{
    return [words = std::move(words)](const QByteArray &text) -> Parsed<Enum> {
        QByteArrayList known;
        for (const auto &[word, value] : words) {
            if (word == text.toLower())
                return value;
            known.append(word);
        }
        return std::unexpected(QStringLiteral("expected one of ") + QString::fromLatin1(known.join(", ")));
    };
}

/// What goes into tokens: nothing there needs to be escaped.
[[nodiscard]] Parsed<QByteArray> word(const QByteArray &text);
/// A file; empty: none.
[[nodiscard]] Parsed<QString> path(const QByteArray &text);
/// A relative folder is taken from where the program was started.
[[nodiscard]] Parsed<QString> folder(const QByteArray &text);
[[nodiscard]] Parsed<IpAddress> address(const QByteArray &text);
/// Levels of log categories: `gatehouse.http=debug`.
[[nodiscard]] Parsed<QByteArrayList> categories(const QByteArray &text);

} // namespace gatehouse::config
