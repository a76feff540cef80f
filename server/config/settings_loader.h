#pragma once

#include "config/settings.h"
#include "core/error.h"

#include <QMap>
#include <QStringList>

namespace gatehouse::config {

/// Where settings come from, so that a test can give its own.
struct SettingSources {
    QStringList arguments; ///< flags after the subcommand
    QMap<QByteArray, QByteArray> environment;
    QStringList filePaths; ///< looked for in this order when no --config is given; the first that exists is read
    QString defaultDataDir;
    bool requireFlagsKnown = true; ///< refuse arguments that are no settings
};

struct LoadedSettings {
    Settings settings;
    QMap<QByteArray, QString> origins; ///< by key: "default", "gatehouse.yaml:3", "GATEHOUSE_HTTP_PORT", "--http-port"
    QMap<QByteArray, QByteArray> texts; ///< by key: the value as it was written
};

/// Merges defaults, file, environment and flags, later ones winning. On failure the error's fields name everything
/// that is wrong, all at once.
[[nodiscard]] Result<LoadedSettings> loadSettings(const SettingSources &sources);

/// What this process would load: its environment and the usual places of the file.
[[nodiscard]] SettingSources processSources(const QStringList &arguments);

} // namespace gatehouse::config
