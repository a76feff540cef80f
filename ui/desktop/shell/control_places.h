#pragma once

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace gatehouse::desktop {

/// Tells assistive technology of each control that has no description of its own where it stands: in which card, dialog or page.
/// To the eye that is plain; to the ear two buttons "All" are one. Of the application's windows for as long as it lives.
class ControlPlaces : public QObject
{
    Q_OBJECT

public:
    explicit ControlPlaces(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void describe(QWidget &control) const;
};

} // namespace gatehouse::desktop
