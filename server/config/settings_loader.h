#pragma once

#include "config/settings.h"
#include "core/error.h"

#include <QMap>
#include <QStringList>

namespace gatehouse::config {

/// Where settings come from, so that a test can give its own.
struct SettingSources {
    QStringList arguments; ///< flags after the subcommand
    QMap<QByteArray, QByteArray> environment; ///< secrets by name only
    QStringList filePaths; ///< looked for in this order when no --config is given; the first that exists is read
    QString defaultDataDir;
    QString productionDataDir; ///< the default in production; empty: the same
    bool requireFlagsKnown = true; ///< refuse arguments that are no settings
};

struct LoadedSettings {
    Settings settings;
    QMap<QByteArray, QString> origins; ///< by key: "default", "gatehouse.yaml:3", "GATEHOUSE_HTTP_PORT", "--http-port"
    QMap<QByteArray, QByteArray> texts; ///< by key: the value as it was written, passwords in URLs masked
    QMap<QByteArray, QByteArray> secretVariables; ///< by secret ("JWT_SECRET"): the variable that the file names for it
    std::vector<FieldError> warnings; ///< what an operator should know and nothing fails for
};

/// What came of the sources, good or bad.
struct SettingsReport {
    LoadedSettings loaded; ///< complete only when there are no problems
    std::vector<FieldError> problems;
};

/// Merges defaults, file, environment and flags, later ones winning, and tells everything that is wrong, all at once. Among
/// variables of one setting the order is GATEHOUSE_…, AUTOSCALER_…, HYPERCODE_…, HAKANAI_…, bare names; an empty variable of
/// another guide counts as unset. No message holds a value.
[[nodiscard]] SettingsReport inspectSettings(const SettingSources &sources);

/// Fails when there are problems, with all of them in the error's fields.
[[nodiscard]] Result<void> checkReport(const SettingsReport &report);

/// inspectSettings() for who wants settings or nothing: on failure the error's fields are the problems.
[[nodiscard]] Result<LoadedSettings> loadSettings(const SettingSources &sources);

/// What this process would load: its environment and the usual places of the file.
[[nodiscard]] SettingSources processSources(const QStringList &arguments);

} // namespace gatehouse::config
