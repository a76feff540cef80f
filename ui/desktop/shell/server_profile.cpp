#include "desktop/shell/server_profile.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

QString stageName(ServerProfile::Stage stage)
{
    switch (stage) {
    case ServerProfile::Stage::Local: return QCoreApplication::translate("gatehouse::desktop::ServerProfile", "Local");
    case ServerProfile::Stage::Testing: return QCoreApplication::translate("gatehouse::desktop::ServerProfile", "Testing");
    case ServerProfile::Stage::Production: return QCoreApplication::translate("gatehouse::desktop::ServerProfile", "Production");
    }
    return {};
}

Tone stageTone(ServerProfile::Stage stage)
{
    switch (stage) {
    case ServerProfile::Stage::Local: return Tone::Accent;
    case ServerProfile::Stage::Testing: return Tone::Warning;
    case ServerProfile::Stage::Production: return Tone::Danger;
    }
    return Tone::Neutral;
}

QColor colourOf(const ServerProfile &profile, const Colours &colours)
{
    return profile.colour.isValid() ? profile.colour : colours.tone(stageTone(profile.stage));
}

} // namespace gatehouse::desktop
