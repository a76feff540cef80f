#include "desktop/presence/lock_screen.h"

#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

LockScreen::LockScreen(Theme &theme, client::AdminSession &session, std::unique_ptr<client::ApiClient> client, QWidget *parent)
    : Entrance(theme, tr("Locked"),
               tr("Nobody was here for a while. You are still signed in as %1.").arg(session.account().username), parent)
    , m_username(session.account().username)
    , m_probe(std::move(client))
    , m_password(new QLineEdit)
    , m_problem((new Label(TextStyle::Body))->wrapped())
    , m_unlock(makeButton(theme, tr("Unlock"), ButtonKind::Primary, Icon::Lock))
{
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password to unlock"));
    auto *const label = new Label(TextStyle::Body, tr("Password"));
    label->setBuddy(m_password);
    m_problem->setTone(Tone::Danger);
    m_problem->hide();
    QPushButton *const leave = makeButton(theme, tr("Sign out"), ButtonKind::Plain);
    body()->addWidget(label);
    body()->addWidget(m_password);
    body()->addWidget(m_problem);
    body()->addSpacing(kGapTiny);
    body()->addWidget(m_unlock);
    body()->addWidget(leave);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::tryPassword);
    connect(m_password, &QLineEdit::returnPressed, this, &LockScreen::tryPassword);
    connect(leave, &QPushButton::clicked, this, &LockScreen::signOutRequested);
    connect(&m_probe, &client::AdminSession::signInFailed, this, &LockScreen::showTrouble);
    connect(&m_probe, &client::AdminSession::stateChanged, this, &LockScreen::follow);
}

void LockScreen::showEvent(QShowEvent *event)
{
    Entrance::showEvent(event);
    m_password->setFocus();
}

void LockScreen::tryPassword()
{
    if (m_probe.state() != client::AdminSession::State::SignedOut || m_password->text().isEmpty())
        return;
    m_problem->hide();
    m_unlock->setEnabled(false);
    QByteArray bytes = m_password->text().toUtf8();
    m_probe.signIn(m_username, SecretBytes::takeFrom(bytes));
}

void LockScreen::follow()
{
    if (m_probe.state() != client::AdminSession::State::SignedIn)
        return;
    m_password->clear();
    m_probe.signOut();
    Q_EMIT unlocked();
}

void LockScreen::showTrouble(const client::Trouble &trouble)
{
    m_unlock->setEnabled(true);
    const bool isWrong = trouble.kind == client::Trouble::Kind::SignedOut;
    m_problem->setText(isWrong ? tr("The password is wrong.") : TroubleWords::sentences(trouble));
    m_problem->show();
    m_password->setFocus();
    m_password->selectAll();
}

} // namespace gatehouse::desktop
