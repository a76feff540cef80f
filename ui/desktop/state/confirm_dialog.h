#pragma once

#include "desktop/theme/theme.h"

#include <QDialog>

#include <functional>

namespace gatehouse::desktop {

/// Something that cannot be undone, said with its full target.
struct Confirmation {
    QString question; ///< "Remove the user ops?"
    QString consequence;
    QString act; ///< the words of the button: "Remove ops"
    QString typed = {}; ///< what must be typed first; empty: nothing
};

/// Asks before something that cannot be undone. Return means no.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(Theme &theme, const Confirmation &confirmation, QWidget *parent);

    /// Opens one; `act` is called when the answer is yes. Does not wait.
    static void ask(Theme &theme, const Confirmation &confirmation, QWidget *parent, std::function<void()> act);
};

} // namespace gatehouse::desktop
