#pragma once

#include "desktop/theme/colours.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace gatehouse::desktop {

/// A server as this console knows it. Holds nothing that lets anybody in.
struct ServerProfile {
    enum class Stage { Local, Testing, Production };

    QString id = {}; ///< made here; empty: not kept yet
    QString name = {};
    QUrl url = {}; ///< empty for one that runs in this process, until it runs
    Stage stage = Stage::Local;
    bool embedded = false; ///< runs in this process
    QColor colour = {}; ///< invalid: that of its stage
    bool readOnly = false; ///< nothing is changed on it from here
    QByteArray pin = {}; ///< SHA-256 of its certificate; empty: none was seen yet

    bool operator==(const ServerProfile &) const = default;
};

/// What is shown wherever one could mistake one server for another.
[[nodiscard]] QString stageName(ServerProfile::Stage stage);
[[nodiscard]] Tone stageTone(ServerProfile::Stage stage);
[[nodiscard]] QColor colourOf(const ServerProfile &profile, const Colours &colours);

} // namespace gatehouse::desktop
