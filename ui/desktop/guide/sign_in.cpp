#include "desktop/guide/sign_in.h"

#include "desktop/servers/server_address.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

QLineEdit *addField(QVBoxLayout *layout, const QString &name)
{
    auto *const field = new QLineEdit;
    auto *const label = new Label(TextStyle::Body, name);
    label->setBuddy(field);
    field->setAccessibleName(name);
    layout->addWidget(label);
    layout->addWidget(field);
    return field;
}

QString titleOf(SignIn::Purpose purpose, const ServerProfile &profile)
{
    return purpose == SignIn::Purpose::SignIn ? SignIn::tr("Sign in to %1").arg(profile.name)
                                              : SignIn::tr("Create the administrator");
}

} // namespace

SignIn::SignIn(Theme &theme, const ServerProfile &profile, client::AdminSession &session, Purpose purpose, QWidget *parent)
    : Entrance(theme, titleOf(purpose, profile),
               purpose == Purpose::SignIn ? profile.url.toDisplayString()
                                          : tr("The first user of a server runs it. Others are added later, on the page Access."),
               parent)
    , m_session(session)
    , m_purpose(purpose)
    , m_username(addField(body(), tr("Username")))
    , m_password(addField(body(), tr("Password")))
    , m_remember(new QCheckBox(tr("&Remember me on this computer")))
    , m_rememberNote((new Label(TextStyle::Caption, tr("Keeps this session, not the password, in the keychain of this system.")))
                         ->muted()
                         ->wrapped())
    , m_problem((new Label(TextStyle::Body))->wrapped())
    , m_progress(new QProgressBar)
    , m_submit(makeButton(theme, purpose == Purpose::SignIn ? tr("Sign in") : tr("Create and sign in"), ButtonKind::Primary))
{
    m_password->setEchoMode(QLineEdit::Password);
    if (purpose == Purpose::FirstAdministrator) {
        m_username->setText(u"admin"_s);
        body()->addWidget(
            (new Label(TextStyle::Caption, tr("At least 8 characters, with letters of either case, a digit and a sign.")))
                ->muted()
                ->wrapped());
        if (!profile.embedded)
            m_code = addField(body(), tr("Setup code, as the server printed it when it first started"));
    }
    if (isInTheClear(profile.url)) {
        auto *const clear = (new Label(TextStyle::Body,
                                       tr("The way to this server is not encrypted: whoever is on it can read your "
                                          "password.")))
                                ->wrapped();
        clear->setTone(Tone::Warning);
        body()->addWidget(clear);
        if (purpose == Purpose::SignIn)
            m_submit->setText(tr("Sign in without encryption"));
    }
    m_remember->setAccessibleDescription(m_rememberNote->text());
    m_rememberNote->setContentsMargins(kGapHuge, 0, 0, 0);
    body()->addWidget(m_remember);
    body()->addWidget(m_rememberNote);
    m_remember->hide();
    m_rememberNote->hide();
    connect(m_remember, &QCheckBox::toggled, this, &SignIn::rememberingChosen);
    m_problem->hide();
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Signing in"));
    m_progress->hide();
    body()->addWidget(m_problem);
    body()->addWidget(m_progress);
    body()->addSpacing(kGapTiny);
    body()->addWidget(m_submit);
    QPushButton *const other = makeButton(theme, tr("Use another server"), ButtonKind::Plain);
    connect(other, &QPushButton::clicked, this, &SignIn::serverChangeRequested);
    body()->addWidget(other);
    connect(m_submit, &QPushButton::clicked, this, &SignIn::submit);
    connect(m_username, &QLineEdit::returnPressed, this,
            [this] { m_password->text().isEmpty() ? m_password->setFocus() : submit(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignIn::submit);
    connect(&session, &client::AdminSession::signInFailed, this, &SignIn::showTrouble);
    connect(&session, &client::AdminSession::stateChanged, this,
            [this] { setBusy(m_session.state() == client::AdminSession::State::SigningIn); });
}

void SignIn::offerToRemember(bool isWanted)
{
    const QSignalBlocker quiet(m_remember);
    m_remember->setChecked(isWanted);
    m_remember->show();
    m_rememberNote->show();
}

void SignIn::showLooking(bool looks)
{
    m_progress->setVisible(looks || m_session.state() == client::AdminSession::State::SigningIn);
    m_progress->setAccessibleName(looks ? tr("Looking whether you are still signed in") : tr("Signing in"));
}

void SignIn::warn(const QString &text)
{
    m_problem->setTone(Tone::Warning);
    m_problem->setText(text);
    m_problem->show();
}

void SignIn::showEvent(QShowEvent *event)
{
    Entrance::showEvent(event);
    (m_username->text().isEmpty() ? m_username : m_password)->setFocus();
}

void SignIn::submit()
{
    if (m_session.state() != client::AdminSession::State::SignedOut)
        return;
    m_problem->hide();
    QByteArray bytes = m_password->text().toUtf8();
    SecretBytes password = SecretBytes::takeFrom(bytes);
    if (m_purpose == Purpose::SignIn)
        m_session.signIn(m_username->text(), std::move(password));
    else
        m_session.createAdministrator(m_username->text(), std::move(password), m_code ? m_code->text() : QString());
}

void SignIn::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_submit->setEnabled(!busy);
    if (m_session.state() == client::AdminSession::State::SignedIn)
        m_password->clear();
}

void SignIn::showTrouble(const client::Trouble &trouble)
{
    m_problem->setTone(Tone::Danger);
    QStringList lines{TroubleWords::sentences(trouble)};
    for (const FieldError &field : trouble.fields)
        lines.append(field.field + u' ' + field.problem);
    m_problem->setText(lines.join(u'\n'));
    m_problem->show();
    m_password->setFocus();
    m_password->selectAll();
}

} // namespace gatehouse::desktop
