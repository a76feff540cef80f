#include "desktop/shell/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

const QString kTheme = u"console/theme"_s;
const QString kLanguage = u"console/language"_s;
const QString kTray = u"console/close-to-tray"_s;
const QString kNotify = u"console/notify"_s;
const QString kLock = u"console/idle-lock-minutes"_s;
const QString kScreenLock = u"console/lock-with-screen"_s;
constexpr int kUsualLock = 15;
constexpr int kLongestLock = 24 * 60;

} // namespace

Preferences::Preferences(QSettings &kept, Theme &theme, Language &language, QObject *parent)
    : QObject(parent)
    , m_kept(kept)
    , m_language(language)
{
    const int chosen = m_kept.value(kTheme, int(Theme::Preference::System)).toInt();
    theme.setPreference(Theme::Preference(qBound(0, chosen, int(Theme::Preference::Dark))));
    connect(&theme, &Theme::changed, this, [this, &theme] { keep(kTheme, int(theme.preference())); });
    language.choose(m_kept.value(kLanguage).toString());
    connect(&language, &Language::changed, this, [this, &language] { keep(kLanguage, language.chosen()); });
}

void Preferences::keep(const QString &key, const QVariant &value)
{
    if (m_kept.value(key) == value)
        return;
    m_kept.setValue(key, value);
    Q_EMIT changed();
}

bool Preferences::closesToTray() const
{
    return m_kept.value(kTray, false).toBool();
}

void Preferences::setClosesToTray(bool closes)
{
    keep(kTray, closes);
}

bool Preferences::notifies() const
{
    return m_kept.value(kNotify, true).toBool();
}

void Preferences::setNotifies(bool notifies)
{
    keep(kNotify, notifies);
}

std::chrono::minutes Preferences::idleLock() const
{
    return std::chrono::minutes(qBound(0, m_kept.value(kLock, kUsualLock).toInt(), kLongestLock));
}

void Preferences::setIdleLock(std::chrono::minutes time)
{
    keep(kLock, int(time.count()));
}

bool Preferences::locksWithScreen() const
{
    return m_kept.value(kScreenLock, true).toBool();
}

void Preferences::setLocksWithScreen(bool locks)
{
    keep(kScreenLock, locks);
}

} // namespace gatehouse::desktop
