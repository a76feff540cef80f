#pragma once

#include "config/settings.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace gatehouse::config {

/// One setting, said once: from here come parsing, validation, the help and docs/configuration.md.
struct SettingEntry {
    QByteArray key; ///< "http.port"
    QByteArray defaultText; ///< as one would write it; empty: none
    QString meaning; ///< one line, with the unit
    std::vector<QByteArray> aliases; ///< variables of other guides, beside AUTOSCALER_SECTION_KEY, which follows from the keys
    std::vector<QByteArray> fileAliases; ///< keys of other guides' files
    /// Parses `text` into `settings`. The message says what is expected.
    std::function<std::expected<void, QString>(Settings &settings, const QByteArray &text)> parse;
    enum class Shape { Single, List };
    Shape shape = Shape::Single; ///< whether a file may give a list
    bool live = false; ///< changes while the server runs: with a reload, or by an override
};

/// All settings, in the order of the reference.
[[nodiscard]] const std::vector<SettingEntry> &settingsTable();

/// The entry of a key or of another guide's file key; null when there is none.
[[nodiscard]] const SettingEntry *findSetting(const QByteArray &key);

/// `GATEHOUSE_HTTP_PORT` for `http.port`.
[[nodiscard]] QByteArray variableOf(const QByteArray &key);
/// Every variable that `entry` is read from, the first that is set wins (variablesByPrecedence() in secret_keys.h).
[[nodiscard]] std::vector<QByteArray> variablesOf(const SettingEntry &entry);
/// `--http-port` for `http.port`.
[[nodiscard]] QByteArray flagOf(const QByteArray &key);

/// The key that is nearest to a mistyped one (Levenshtein), for the error message.
[[nodiscard]] QByteArray nearestKey(const QByteArray &key);

} // namespace gatehouse::config
