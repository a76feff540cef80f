#include "desktop/shell/control_places.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollArea>
#include <QWidget>

namespace gatehouse::desktop {

namespace {

/// What is around `control` and has a name other than its own; empty: nothing.
QString placeOf(const QWidget &control)
{
    for (const QWidget *around = control.parentWidget(); around != nullptr; around = around->parentWidget()) {
        const QString name =
            around->accessibleName().isEmpty() && around->isWindow() ? around->windowTitle() : around->accessibleName();
        if (!name.isEmpty() && name != control.accessibleName())
            return name;
        if (around->isWindow())
            break;
    }
    return {};
}

} // namespace

ControlPlaces::ControlPlaces(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ControlPlaces::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType())
        describe(*static_cast<QWidget *>(watched));
    return QObject::eventFilter(watched, event);
}

void ControlPlaces::describe(QWidget &control) const
{
    if ((control.focusPolicy() & Qt::TabFocus) == 0)
        return;
    if (control.accessibleName().isEmpty() && qobject_cast<QScrollArea *>(&control) != nullptr)
        control.setAccessibleName(placeOf(control)); // of a text that is only read
    if (control.accessibleDescription().isEmpty())
        control.setAccessibleDescription(
            control.toolTip().isEmpty() || control.toolTip() == control.accessibleName() ? placeOf(control) : control.toolTip());
}

} // namespace gatehouse::desktop
