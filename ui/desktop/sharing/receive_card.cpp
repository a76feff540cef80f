#include "desktop/sharing/receive_card.h"

#include "desktop/servers/server_address.h"
#include "desktop/sharing/received_view.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kHttpPort = 80;
constexpr int kHttpsPort = 443;

int portOf(const QUrl &server)
{
    return server.port(server.scheme() == "https"_L1 ? kHttpsPort : kHttpPort);
}

bool isSameServer(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace

ReceiveCard::ReceiveCard(Theme &theme, ShareModel &model, QUrl server, const ProfileStore &profiles, QWidget *parent)
    : Card(tr("Receive"), parent)
    , m_model(model)
    , m_server(std::move(server))
    , m_profiles(profiles)
    , m_link(new QLineEdit)
    , m_passphrase(new QLineEdit)
    , m_open(makeButton(theme, tr("Open"), ButtonKind::Ordinary, Icon::Receive))
    , m_notice(new NoticeBar(theme))
    , m_received(new ReceivedView(theme))
{
    m_link->setPlaceholderText(tr("Link to a secret, on whatever server"));
    m_link->setAccessibleName(tr("Link to open"));
    m_passphrase->setPlaceholderText(tr("Passphrase, if it has one"));
    m_passphrase->setAccessibleName(tr("Passphrase of the secret"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_open->setEnabled(false);
    auto *const line = new QHBoxLayout;
    line->setSpacing(kGapSmall);
    line->addWidget(m_passphrase, 1);
    line->addWidget(m_open);
    body()->addWidget(m_link);
    body()->addLayout(line);
    body()->addWidget(m_notice);
    body()->addWidget(m_received);
    connect(m_link, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_agreed.clear(); // to that link, not to the next
        m_open->setEnabled(!text.trimmed().isEmpty());
    });
    connect(m_link, &QLineEdit::returnPressed, this, &ReceiveCard::open);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &ReceiveCard::open);
    connect(m_open, &QPushButton::clicked, this, &ReceiveCard::open);
    connect(m_received, &ReceivedView::told, m_notice, [this](Tone tone, const QString &text) { m_notice->say(tone, text); });
    connect(m_received, &ReceivedView::forgotten, m_notice, &QWidget::hide);
}

std::optional<ServerProfile> ReceiveCard::profileOf(const QUrl &server) const
{
    const auto &all = m_profiles.profiles();
    const auto found = std::ranges::find_if(
        all, [&server](const ServerProfile &profile) { return !profile.embedded && isSameServer(profile.url, server); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void ReceiveCard::open()
{
    if (!m_open->isEnabled())
        return;
    const QString text = m_link->text().trimmed();
    Result<client::SecretLink> link = client::SecretLink::parse(text);
    if (client::RequestLink::parse(text))
        return m_notice->say(
            Tone::Warning,
            tr("With this link somebody asks you for a secret. Open it in a browser, or with “gatehouse answer”."));
    if (!link || !link->key)
        return m_notice->say(Tone::Danger, tr("This is no whole link to a secret: it ends on # and a key."));
    if (!isSameServer(link->server, m_server) && !isSameServer(link->server, m_agreed))
        return askAbout(link->server);
    take(std::move(*link));
}

/// Whoever made a link chose the server; whoever opens it should know that it is another one.
void ReceiveCard::askAbout(const QUrl &server)
{
    const std::optional<ServerProfile> profile = profileOf(server);
    QString words = profile
        ? tr("The link leads to your server “%1” (%2), not to the one you are at. It is not told who you are.")
              .arg(profile->name, server.authority())
        : tr("The link leads to %1, not to the server you are at. It is not told who you are, but sees your address.")
              .arg(server.authority());
    if (isInTheClear(server))
        words += u'\n'
            + tr("The connection is not encrypted. What comes is, but others can see that you fetch it, or keep it from you.");
    m_notice->say(Tone::Warning, words, tr("Open it there"), [this, server] {
        m_agreed = server;
        open();
    });
}

void ReceiveCard::take(client::SecretLink link)
{
    m_open->setEnabled(false);
    m_notice->hide();
    const QString passphrase = m_passphrase->text();
    const QByteArray hash = passphrase.isEmpty() ? QByteArray() : client::passphraseHash(passphrase.toUtf8());
    const auto done = [self = QPointer(this)](Result<client::SecretPayload> payload) {
        if (self)
            self->showPayload(std::move(payload));
    };
    if (isSameServer(link.server, m_server))
        return m_model.take(std::move(link), hash, done);
    const std::optional<ServerProfile> profile = profileOf(link.server);
    const client::TlsTrust trust{.caFile = {}, .pin = profile ? profile->pin : QByteArray()};
    m_model.takeElsewhere(std::move(link), trust, hash, done);
}

void ReceiveCard::showPayload(Result<client::SecretPayload> payload)
{
    m_open->setEnabled(!m_link->text().trimmed().isEmpty());
    if (!payload) {
        m_notice->say(Tone::Danger, sentenceOf(payload.error()));
        if (payload.error().kind == ErrorKind::Unauthenticated)
            m_passphrase->setFocus();
        return;
    }
    m_link->clear();
    m_passphrase->clear();
    m_received->showPayload(std::move(*payload));
    m_notice->say(Tone::Good, tr("It is only here now: the server has nothing of it left."));
}

} // namespace gatehouse::desktop
