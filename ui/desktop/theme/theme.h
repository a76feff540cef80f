#pragma once

#include "desktop/theme/colours.h"
#include "desktop/theme/icon_set.h"

#include <QObject>

#include <functional>

class QWidget;

namespace gatehouse::desktop {

/// How the windows look: follows the system's light, dark and accent while running, unless told otherwise. One for the
/// application, handed to whoever draws. Main thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Preference { System, Light, Dark };
    Q_ENUM(Preference)

    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] const Colours &colours() const { return m_colours; }
    void setPreference(Preference preference);
    [[nodiscard]] Preference preference() const { return m_preference; }

    /// Drawn with the colours as they are now: ask again after changed().
    [[nodiscard]] QIcon icon(Icon icon, Tone tone = Tone::Neutral) const;
    /// For a filled button.
    [[nodiscard]] QIcon iconOnAccent(Icon icon) const;
    /// For icons that follow the theme by themselves while `owner` lives: `set` is called now and after each change.
    void follow(QObject *owner, std::function<void()> set) const;
    /// Gives a window the colours, and goes on doing so.
    void adopt(QWidget *window);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    Preference m_preference = Preference::System;
    Colours m_colours;
    QColor m_accent;
};

} // namespace gatehouse::desktop
