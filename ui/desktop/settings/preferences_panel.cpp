#include "desktop/settings/preferences_panel.h"

#include "desktop/shell/language_box.h"
#include "desktop/theme/spacing.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QSystemTrayIcon>

namespace gatehouse::desktop {

namespace {

constexpr int kReadableWidth = 640;
constexpr int kLockTimes[]{0, 5, 15, 30, 60}; ///< minutes

/// A choice with what it comes to beneath it.
void addChoice(QVBoxLayout *layout, QAbstractButton *choice, const QString &explanation)
{
    auto *const words = (new Label(TextStyle::Caption, explanation))->muted()->wrapped();
    words->setContentsMargins(kGapHuge, 0, 0, kGapTiny);
    choice->setAccessibleDescription(explanation);
    layout->addWidget(choice);
    layout->addWidget(words);
}

} // namespace

PreferencesPanel::PreferencesPanel(Theme &theme, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
{
    auto *const column = new QVBoxLayout;
    column->setSpacing(kGapLarge);
    for (Card *card : {makeLook(theme), makeLanguage(), makeWindow(), makeLock()}) {
        card->setMaximumWidth(kReadableWidth);
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        column->addWidget(card);
    }
    column->addStretch();
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(column, 2);
    layout->addStretch(1);
}

Card *PreferencesPanel::makeLook(Theme &theme)
{
    auto *const card = new Card(tr("Look"));
    auto *const group = new QButtonGroup(card);
    const auto add = [&](const QString &text, Theme::Preference preference) {
        auto *const choice = new QRadioButton(text);
        choice->setChecked(theme.preference() == preference);
        group->addButton(choice, int(preference));
        card->body()->addWidget(choice);
    };
    add(tr("As the &system does"), Theme::Preference::System);
    add(tr("&Light"), Theme::Preference::Light);
    add(tr("&Dark"), Theme::Preference::Dark);
    connect(group, &QButtonGroup::idClicked, card, [&theme](int id) { theme.setPreference(Theme::Preference(id)); });
    connect(&theme, &Theme::changed, card, [group, &theme] { group->button(int(theme.preference()))->setChecked(true); });
    return card;
}

Card *PreferencesPanel::makeLanguage()
{
    auto *const card = new Card(tr("Language"));
    auto *const choice = new LanguageBox(m_preferences.language());
    auto *const row = new QHBoxLayout;
    auto *const label = new Label(TextStyle::Body, tr("Lan&guage of the console"));
    label->setBuddy(choice);
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(choice);
    row->addStretch();
    card->body()->addLayout(row);
    card->body()->addWidget((new Label(TextStyle::Caption,
                                       tr("Of its texts, dates and numbers. What the server says stays in English, and "
                                          "a page with something entered changes when that is done.")))
                                ->muted()
                                ->wrapped());
    return card;
}

Card *PreferencesPanel::makeWindow()
{
    auto *const card = new Card(tr("Window"));
    auto *const tray = new QCheckBox(tr("Closing the window leaves Gatehouse in the &tray"));
    tray->setChecked(m_preferences.closesToTray());
    tray->setEnabled(QSystemTrayIcon::isSystemTrayAvailable() || m_preferences.closesToTray());
    connect(tray, &QCheckBox::toggled, &m_preferences, &Preferences::setClosesToTray);
    addChoice(card->body(), tray,
              QSystemTrayIcon::isSystemTrayAvailable()
                  ? tr("The server in this program goes on running; the icon brings the window back, or ends both.")
                  : tr("This desktop shows no tray, so closing the window ends the program."));
    auto *const notify = new QCheckBox(tr("&Notify me of what needs attention"));
    notify->setChecked(m_preferences.notifies());
    connect(notify, &QCheckBox::toggled, &m_preferences, &Preferences::setNotifies);
    addChoice(card->body(), notify, tr("While the window does not show: a server that is lost, a dependency that fails."));
    return card;
}

Card *PreferencesPanel::makeLock()
{
    auto *const card = new Card(tr("Lock"));
    auto *const time = new QComboBox;
    for (const int minutes : kLockTimes)
        time->addItem(minutes == 0 ? tr("Never") : tr("After %Ln minutes", nullptr, minutes), minutes);
    const int now = int(m_preferences.idleLock().count());
    if (time->findData(now) < 0)
        time->addItem(tr("After %Ln minutes", nullptr, now), now);
    time->setCurrentIndex(time->findData(now));
    time->setAccessibleName(tr("Lock the console"));
    connect(time, &QComboBox::currentIndexChanged, this,
            [this, time] { m_preferences.setIdleLock(std::chrono::minutes(time->currentData().toInt())); });
    auto *const row = new QHBoxLayout;
    auto *const label = new Label(TextStyle::Body, tr("Lock the &console"));
    label->setBuddy(time);
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(time);
    row->addStretch();
    card->body()->addLayout(row);
    card->body()->addWidget(
        (new Label(TextStyle::Caption,
                   tr("Without a key or a move of the mouse for so long, the pages are covered and the password is asked for.")))
            ->muted()
            ->wrapped());
    auto *const withScreen = new QCheckBox(tr("Lock it when the sc&reen is locked"));
    withScreen->setChecked(m_preferences.locksWithScreen());
    connect(withScreen, &QCheckBox::toggled, &m_preferences, &Preferences::setLocksWithScreen);
    card->body()->addWidget(withScreen);
    return card;
}

} // namespace gatehouse::desktop
