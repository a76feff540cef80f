#include "desktop/shell/top_bar.h"

#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kSearchWidth = 320;

void addThemeChoice(QMenu *menu, Theme &theme)
{
    auto *const choice = new QActionGroup(menu);
    const auto add = [&](const QString &text, Theme::Preference preference) {
        QAction *const action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme.preference() == preference);
        choice->addAction(action);
        QObject::connect(action, &QAction::triggered, menu, [&theme, preference] { theme.setPreference(preference); });
    };
    add(TopBar::tr("Look as the system does"), Theme::Preference::System);
    add(TopBar::tr("Light"), Theme::Preference::Light);
    add(TopBar::tr("Dark"), Theme::Preference::Dark);
}

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::User: return TopBar::tr("User");
    case Role::Operator: return TopBar::tr("Operator");
    case Role::Admin: return TopBar::tr("Administrator");
    }
    return {};
}

TopBar::TopBar(Theme &theme, const ServerProfile &profile, client::AdminSession &session, QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGap, kGapHuge, 0);
    layout->setSpacing(kGap);
    layout->addWidget(makeSearch(theme));
    layout->addStretch();
    auto *const name = new Label(TextStyle::Strong, profile.name);
    auto *const stage = new Badge;
    stage->say(stageName(profile.stage), stageTone(profile.stage));
    stage->setAccessibleName(tr("Server: %1, %2").arg(profile.name, stageName(profile.stage)));
    layout->addWidget(name);
    layout->addWidget(stage);
    if (profile.readOnly) {
        auto *const readOnly = new Badge;
        readOnly->say(tr("Only looked at"), Tone::Neutral);
        readOnly->setToolTip(tr("Nothing is changed on this server from here; the page Servers says otherwise."));
        layout->addWidget(readOnly);
    }
    layout->addWidget(makeAccount(theme, session));
}

QWidget *TopBar::makeSearch(Theme &theme) const
{
    auto *const search = makeButton(theme, {}, ButtonKind::Ordinary, Icon::Search);
    search->setAccessibleName(tr("Find a page or an action"));
    search->setFixedWidth(kSearchWidth);
    search->setStyleSheet(u"text-align: left;"_s);
    search->setText(u"  "_s + tr("Find a page or an action") + u"   "_s
                    + QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    connect(search, &QPushButton::clicked, this, &TopBar::paletteRequested);
    return search;
}

QWidget *TopBar::makeAccount(Theme &theme, client::AdminSession &session)
{
    auto *const account = new QToolButton;
    account->setProperty("kind", u"plain"_s);
    account->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    account->setPopupMode(QToolButton::InstantPopup);
    account->setIconSize({kIconSmall, kIconSmall});
    theme.follow(account, [&theme, account] { account->setIcon(theme.icon(Icon::User)); });
    account->setText(u" "_s + session.account().username);
    account->setToolTip(roleName(session.account().role));
    account->setAccessibleName(tr("Account: %1, %2").arg(session.account().username, roleName(session.account().role)));
    auto *const menu = new QMenu(account);
    menu->addSection(roleName(session.account().role));
    addThemeChoice(menu, theme);
    menu->addSeparator();
    connect(menu->addAction(tr("Sign out")), &QAction::triggered, &session, &client::AdminSession::signOut);
    account->setMenu(menu);
    return account;
}

} // namespace gatehouse::desktop
