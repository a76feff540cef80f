#pragma once

#include <QIcon>

namespace gatehouse::desktop {

/// Our own icons, in resources/icons: one stroke, 24 by 24, drawn in whatever colour is asked for.
enum class Icon {
    Gatehouse,
    Overview,
    Health,
    Audit,
    Access,
    Secrets,
    Limits,
    Logs,
    Settings,
    Servers,
    Share,
    Search,
    Refresh,
    Add,
    Close,
    Done,
    Warning,
    Failed,
    Information,
    User,
    SignOut,
    Copy,
    Save,
    Filter,
    Clock,
    Proven,
    Table,
    Chart,
    Broken,
    Lock,
    Delete,
    Follow,
    Empty,
    Next,
    Edit,
    Start,
    Stop,
    Pause,
    Undo,
    Receive,
    File,
};

/// Has the drawings at hand, also for style sheets. Done by itself with the first icon.
void loadIcons();

/// Sharp at every size and scale.
[[nodiscard]] QIcon tintedIcon(Icon icon, const QColor &colour, const QColor &disabled);

} // namespace gatehouse::desktop
