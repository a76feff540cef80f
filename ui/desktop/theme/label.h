#pragma once

#include "desktop/theme/colours.h"
#include "desktop/theme/type_scale.h"

#include <QLabel>

namespace gatehouse::desktop {

/// Text in one of the styles. Plain text: nothing a server sends is read as markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(TextStyle style, const QString &text = {}, QWidget *parent = nullptr);

    /// Less important than what is around it.
    Label *muted();
    void setTone(Tone tone);
    /// Broken into lines where it is too wide.
    Label *wrapped();
    /// Can be marked and copied.
    Label *selectable();

protected:
    void changeEvent(QEvent *event) override;

private:
    TextStyle m_style;
};

/// A word on a coloured ground, such as a state.
class Badge : public QLabel
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    void say(const QString &text, Tone tone);
};

/// As properties of style sheets have it.
[[nodiscard]] QString toneName(Tone tone);
/// Has the style sheet look at `widget` again after a property of it has changed.
void restyle(QWidget *widget);

} // namespace gatehouse::desktop
