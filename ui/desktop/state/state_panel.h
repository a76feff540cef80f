#pragma once

#include "client/trouble.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QPushButton>

namespace gatehouse::desktop {

/// What stands where content would: that there is none, that it is on its way, or why it is missing and what to do.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatePanel(Theme &theme, QWidget *parent = nullptr);

    /// `action`: the words of a button; empty for none.
    void showEmpty(Icon icon, const QString &title, const QString &explanation, const QString &action = {});
    void showLoading();
    void showTrouble(const client::Trouble &trouble);

Q_SIGNALS:
    void acted();

private:
    void put(Icon icon, Tone tone, const QString &title, const QString &explanation, const QString &action);

    Theme &m_theme;
    Icon m_shown = Icon::Empty;
    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    Label *m_title;
    Label *m_explanation;
    Label *m_reference;
    QPushButton *m_button;
};

} // namespace gatehouse::desktop
