#pragma once

#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

namespace gatehouse::desktop {

/// A mark, two lines of words and, where there is something to do, a button.
class ConditionLine : public QWidget
{
    Q_OBJECT

public:
    /// Owns `button`, which may be null.
    explicit ConditionLine(Theme &theme, QWidget *button = nullptr, QWidget *parent = nullptr);

    /// What it says from now on. Without a `note` there is one line.
    void say(Icon icon, Tone tone, const QString &title, const QString &note);

private:
    void paintMark();

    Theme &m_theme;
    QLabel *m_mark;
    Label *m_title;
    Label *m_note;
    Icon m_icon{};
    Tone m_tone{};
};

} // namespace gatehouse::desktop
