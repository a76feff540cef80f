#pragma once

#include "desktop/theme/colours.h"

#include <QString>
#include <QUrl>

namespace gatehouse::desktop {

/// A server as this console knows it.
struct ServerProfile {
    enum class Stage { Local, Testing, Production };

    QString name;
    QUrl url;
    Stage stage = Stage::Local;
    bool embedded = false; ///< runs in this process
};

/// What is shown wherever one could mistake one server for another.
[[nodiscard]] QString stageName(ServerProfile::Stage stage);
[[nodiscard]] Tone stageTone(ServerProfile::Stage stage);

} // namespace gatehouse::desktop
