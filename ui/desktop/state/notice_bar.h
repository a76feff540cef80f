#pragma once

#include "client/trouble.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QFrame>

class QPushButton;

namespace gatehouse::desktop {

/// A line that says what came of an act, with a way back where there is one. Not there while there is nothing to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(Theme &theme, QWidget *parent = nullptr);

    void say(Tone tone, const QString &text);
    /// With a button that calls `act`, once.
    void say(Tone tone, const QString &text, const QString &action, std::function<void()> act);
    void showTrouble(const client::Trouble &trouble);
    [[nodiscard]] QString text() const { return m_text->text(); }

private:
    Theme &m_theme;
    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    Label *m_text;
    QPushButton *m_action;
    std::function<void()> m_act;
};

} // namespace gatehouse::desktop
