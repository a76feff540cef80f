#include "desktop/sharing/send_card.h"

#include "client/file_archive.h"
#include "desktop/sharing/life_choice.h"
#include "desktop/sharing/link_box.h"
#include "desktop/sharing/restriction_fields.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kFilesHeight = 96;
constexpr int kTextHeight = 96;
constexpr qint64 kLargestFile = 512LL * 1024 * 1024; ///< bytes; all of it is held in memory

SecretBytes secretOf(QByteArray bytes)
{
    return SecretBytes::takeFrom(bytes);
}

Result<SecretBytes> contentOf(const QString &path)
{
    QFile file(path);
    if (file.size() > kLargestFile)
        return failure(ErrorKind::TooLarge, SendCard::tr("%1 is too large to be handed over.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unavailable, SendCard::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return secretOf(file.readAll());
}

} // namespace

SendCard::SendCard(Theme &theme, ShareModel &model, QWidget *parent)
    : Card(tr("Send"), parent)
    , m_model(model)
    , m_text(new QPlainTextEdit)
    , m_files(new QListWidget)
    , m_life(new LifeChoice(tr("How long it can be opened")))
    , m_receipt(new QCheckBox(tr("Tell &me when it is opened, and from where")))
    , m_restrictions(new RestrictionFields)
    , m_notice(new NoticeBar(theme))
    , m_send(makeButton(theme, tr("Make the link"), ButtonKind::Primary, Icon::Share))
    , m_link(new LinkBox(theme, tr("The link opens it once. Whoever has the link has the secret."), tr("Link to the secret")))
{
    setAcceptDrops(true);
    m_text->setPlaceholderText(tr("What is to be handed over, once. It is encrypted before it leaves this computer."));
    m_text->setAccessibleName(tr("Text to send"));
    m_text->setMinimumHeight(kTextHeight);
    m_text->setTabChangesFocus(true);
    m_files->setAccessibleName(tr("Files to send"));
    m_files->setMaximumHeight(kFilesHeight);
    m_files->hide();
    QPushButton *const choose = makeButton(theme, tr("Add files…"), ButtonKind::Ordinary, Icon::File);
    connect(choose, &QPushButton::clicked, this, &SendCard::chooseFiles);
    addAction(choose);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_send);
    body()->setSpacing(kGap);
    body()->addWidget(m_text, 1);
    body()->addWidget(m_files);
    body()->addWidget(makeOptions());
    body()->addWidget(m_notice);
    body()->addLayout(buttons);
    body()->addWidget(m_link);
    connect(m_link, &LinkBox::copied, this,
            [this] { m_notice->say(Tone::Good, tr("Copied; it is taken off the clipboard after half a minute.")); });
    connect(m_text, &QPlainTextEdit::textChanged, this, &SendCard::enable);
    connect(m_files, &QListWidget::itemActivated, this, &SendCard::removeFile);
    connect(m_send, &QPushButton::clicked, this, &SendCard::send);
    enable();
}

QWidget *SendCard::makeOptions()
{
    m_receipt->setChecked(true);
    auto *const label = new Label(TextStyle::Body, tr("Can be &opened for"));
    label->setBuddy(m_life);
    auto *const life = new QHBoxLayout;
    life->setSpacing(kGapLarge);
    life->addWidget(label);
    life->addWidget(m_life);
    life->addStretch();
    auto *const options = new QWidget;
    auto *const layout = new QVBoxLayout(options);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(life);
    layout->addWidget(m_receipt);
    layout->addWidget(m_restrictions);
    return options;
}

void SendCard::focusText()
{
    m_text->setFocus();
}

void SendCard::chooseFiles()
{
    auto *const dialog = new QFileDialog(this, tr("Files to send"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &SendCard::addFiles);
    dialog->open();
}

void SendCard::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        auto *const item = new QListWidgetItem(
            u"%1  (%2)"_s.arg(QFileInfo(path).fileName(), QLocale().formattedDataSize(QFileInfo(path).size())), m_files);
        item->setData(Qt::UserRole, path);
        item->setToolTip(tr("%1 – Return takes it away again").arg(path));
    }
    enable();
}

void SendCard::removeFile()
{
    delete m_files->currentItem();
    enable();
}

void SendCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void SendCard::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            paths.append(url.toLocalFile());
    }
    addFiles(paths);
}

/// Files or a text, not both: what is sent must be what is seen.
void SendCard::enable()
{
    const bool hasFiles = m_files->count() > 0;
    m_files->setVisible(hasFiles);
    m_text->setVisible(!hasFiles);
    m_send->setEnabled(!m_sending && (hasFiles || !m_text->toPlainText().isEmpty()));
}

Result<client::SecretPayload> SendCard::payload() const
{
    if (m_files->count() == 0)
        return client::SecretPayload{secretOf(m_text->toPlainText().toUtf8()), std::nullopt};
    std::vector<client::NamedFile> files;
    for (int row = 0; row < m_files->count(); ++row) {
        const QString path = m_files->item(row)->data(Qt::UserRole).toString();
        Result<SecretBytes> content = contentOf(path);
        if (!content)
            return std::unexpected(content.error());
        files.push_back({QFileInfo(path).fileName(), std::move(*content)});
    }
    if (files.size() == 1)
        return client::SecretPayload{std::move(files.front().content), files.front().name};
    Result<SecretBytes> archive = client::toZip(files);
    if (!archive)
        return std::unexpected(archive.error());
    return client::SecretPayload{std::move(*archive), u"files.zip"_s};
}

QString SendCard::description() const
{
    if (m_files->count() == 0)
        return tr("Text");
    return m_files->count() == 1 ? QFileInfo(m_files->item(0)->data(Qt::UserRole).toString()).fileName()
                                 : tr("%1 files").arg(QLocale().toString(m_files->count()));
}

void SendCard::send()
{
    Result<client::SecretPayload> payload = this->payload();
    const Result<client::Restrictions> restrictions = m_restrictions->restrictions();
    if (!payload || !restrictions) {
        m_notice->say(Tone::Danger, sentenceOf(payload ? restrictions.error() : payload.error()));
        return;
    }
    m_sending = true;
    m_notice->hide();
    m_link->hide();
    enable();
    const client::SendOptions options{m_life->life(), *restrictions, m_receipt->isChecked()};
    m_model.send(std::move(*payload), description(), options, [self = QPointer(this)](const Result<QString> &link) {
        if (self)
            self->showLink(link);
    });
}

void SendCard::showLink(const Result<QString> &link)
{
    m_sending = false;
    if (!link) {
        m_notice->say(Tone::Danger, sentenceOf(link.error()));
        enable();
        return;
    }
    m_text->clear();
    m_files->clear();
    m_restrictions->clear();
    m_link->showLink(*link);
    enable();
}

} // namespace gatehouse::desktop
