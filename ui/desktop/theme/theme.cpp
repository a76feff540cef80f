#include "desktop/theme/theme.h"

#include "desktop/theme/contrast.h"
#include "desktop/theme/style_sheet.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    // The same everywhere, so that what is tested is what is seen; colours come from the system all the same.
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    loadIcons();
    qApp->installEventFilter(this);
    update();
}

void Theme::setPreference(Preference preference)
{
    m_preference = preference;
    update();
}

QIcon Theme::icon(Icon icon, Tone tone) const
{
    return tintedIcon(icon, m_colours.tone(tone), mixed(m_colours.surface, m_colours.tone(tone), 0.5));
}

QIcon Theme::iconOnAccent(Icon icon) const
{
    return tintedIcon(icon, m_colours.onAccent, m_colours.onAccent);
}

void Theme::follow(QObject *owner, std::function<void()> set) const
{
    set();
    connect(this, &Theme::changed, owner, std::move(set));
}

void Theme::adopt(QWidget *window)
{
    // Not the application's palette: that one goes on telling what the system wants.
    follow(window, [this, window] { window->setPalette(paletteOf(m_colours)); });
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange)
        QMetaObject::invokeMethod(this, &Theme::update, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void Theme::update()
{
    const QPalette system = QGuiApplication::palette();
    const bool dark = m_preference == Preference::System ? isDark(system) : m_preference == Preference::Dark;
    const QColor accent = accentOf(system);
    if (m_accent.isValid() && dark == m_colours.dark && accent == m_accent)
        return;
    m_accent = accent;
    m_colours = coloursFor(dark, accent);
    qApp->setStyleSheet(styleSheet(m_colours));
    Q_EMIT changed();
}

} // namespace gatehouse::desktop
