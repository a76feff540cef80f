#include "desktop/sharing/receive_card.h"

#include "client/local_file.h"
#include "desktop/shell/secret_clipboard.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kTextHeight = 88;

} // namespace

ReceiveCard::ReceiveCard(Theme &theme, ShareModel &model, QUrl server, QWidget *parent)
    : Card(tr("Receive"), parent)
    , m_model(model)
    , m_server(std::move(server))
    , m_link(new QLineEdit)
    , m_passphrase(new QLineEdit)
    , m_open(makeButton(theme, tr("Open"), ButtonKind::Ordinary, Icon::Receive))
    , m_notice(new NoticeBar(theme))
{
    m_link->setPlaceholderText(tr("Link to a secret on this server"));
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
    m_content = makeContent(theme);
    body()->addWidget(m_content);
    connect(m_link, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_open->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_link, &QLineEdit::returnPressed, this, &ReceiveCard::open);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &ReceiveCard::open);
    connect(m_open, &QPushButton::clicked, this, &ReceiveCard::open);
}

QWidget *ReceiveCard::makeContent(Theme &theme)
{
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, kGapSmall, 0, 0);
    layout->setSpacing(kGapSmall);
    m_what = new Label(TextStyle::Strong);
    m_text = new QPlainTextEdit;
    m_text->setReadOnly(true);
    m_text->setFont(fontFor(TextStyle::Mono));
    m_text->setAccessibleName(tr("What was received"));
    m_text->setMaximumHeight(kTextHeight);
    m_reveal = makeButton(theme, tr("Show"));
    m_reveal->setCheckable(true);
    m_copy = makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy);
    m_copy->setAccessibleName(tr("Copy what was received"));
    QPushButton *const save = makeButton(theme, tr("Save as…"), ButtonKind::Ordinary, Icon::Save);
    QPushButton *const close = makeButton(theme, tr("Forget it"), ButtonKind::Plain);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    for (QPushButton *const button : {m_reveal, m_copy, save, close})
        buttons->addWidget(button);
    buttons->addStretch();
    layout->addWidget(m_what);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_reveal, &QPushButton::toggled, this, &ReceiveCard::reveal);
    connect(m_copy, &QPushButton::clicked, this, [this] { secret_clipboard::put(QString::fromUtf8(m_payload.data.view())); });
    connect(save, &QPushButton::clicked, this, &ReceiveCard::save);
    connect(close, &QPushButton::clicked, this, &ReceiveCard::forget);
    content->hide();
    return content;
}

void ReceiveCard::open()
{
    Result<client::SecretLink> link = client::SecretLink::parse(m_link->text().trimmed());
    if (!link || !link->key)
        return m_notice->say(Tone::Danger, tr("This is no whole link to a secret: it ends on # and a key."));
    if (link->server.host() != m_server.host() || link->server.port() != m_server.port())
        return m_notice->say(
            Tone::Danger,
            tr("It is on %1, not on this server. Open it in a browser, or with “gatehouse get”.").arg(link->server.authority()));
    m_open->setEnabled(false);
    m_notice->hide();
    const QString passphrase = m_passphrase->text();
    m_model.take(std::move(*link), passphrase.isEmpty() ? QByteArray() : client::passphraseHash(passphrase.toUtf8()),
                 [self = QPointer(this)](Result<client::SecretPayload> payload) {
                     if (self)
                         self->showPayload(std::move(payload));
                 });
}

void ReceiveCard::showPayload(Result<client::SecretPayload> payload)
{
    m_open->setEnabled(true);
    if (!payload) {
        m_notice->say(Tone::Danger, sentenceOf(payload.error()));
        if (payload.error().kind == ErrorKind::Unauthenticated)
            m_passphrase->setFocus();
        return;
    }
    m_payload = std::move(*payload);
    m_link->clear();
    m_passphrase->clear();
    const bool isFile = m_payload.filename.has_value();
    const QString size = QLocale().formattedDataSize(m_payload.data.view().size());
    m_what->setText(isFile ? u"%1, %2"_s.arg(client::localName(*m_payload.filename).value_or(tr("A file")), size)
                           : tr("A text, %1").arg(size));
    m_text->setVisible(!isFile);
    m_reveal->setVisible(!isFile);
    m_copy->setVisible(!isFile);
    m_reveal->setChecked(false);
    reveal(false);
    m_content->show();
    m_notice->say(Tone::Good, tr("It is only here now: the server has nothing of it left."));
}

void ReceiveCard::reveal(bool shown)
{
    m_text->setPlainText(shown ? QString::fromUtf8(m_payload.data.view()) : u"••••••••••••"_s);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
}

void ReceiveCard::save()
{
    auto *const dialog = new QFileDialog(this, tr("Save what was received"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten: another name is taken
    const QString name = m_payload.filename ? client::localName(*m_payload.filename).value_or(u"secret"_s) : u"secret.txt"_s;
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<QString> saved = client::saveNew(path, m_payload.data.view());
        m_notice->say(saved ? Tone::Good : Tone::Danger, saved ? tr("Saved as %1.").arg(*saved) : sentenceOf(saved.error()));
    });
    dialog->open();
}

void ReceiveCard::forget()
{
    m_payload = {};
    m_text->clear();
    m_content->hide();
    m_notice->hide();
}

} // namespace gatehouse::desktop
