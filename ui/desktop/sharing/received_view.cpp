#include "desktop/sharing/received_view.h"

#include "client/local_file.h"
#include "desktop/sharing/share_model.h"
#include "desktop/shell/secret_clipboard.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kTextHeight = 88;

} // namespace

ReceivedView::ReceivedView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_what((new Label(TextStyle::Strong))->wrapped())
    , m_text(new QPlainTextEdit)
    , m_reveal(makeButton(theme, tr("Show")))
    , m_copy(makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy))
{
    m_text->setReadOnly(true);
    m_text->setFont(fontFor(TextStyle::Mono));
    m_text->setAccessibleName(tr("What was received"));
    m_text->setMaximumHeight(kTextHeight);
    m_reveal->setCheckable(true);
    m_copy->setAccessibleName(tr("Copy what was received"));
    QPushButton *const save = makeButton(theme, tr("Save as…"), ButtonKind::Ordinary, Icon::Save);
    QPushButton *const close = makeButton(theme, tr("Forget it"), ButtonKind::Plain);
    auto *const buttons = new QGridLayout; // two by two: they stand in a narrow column
    buttons->setSpacing(kGapSmall);
    buttons->addWidget(m_reveal, 0, 0);
    buttons->addWidget(m_copy, 0, 1);
    buttons->addWidget(save, 1, 0);
    buttons->addWidget(close, 1, 1);
    buttons->setColumnStretch(2, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGapSmall, 0, 0);
    layout->setSpacing(kGapSmall);
    layout->addWidget(m_what);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_reveal, &QPushButton::toggled, this, &ReceivedView::reveal);
    connect(m_copy, &QPushButton::clicked, this, [this] { secret_clipboard::put(QString::fromUtf8(m_payload.data.view())); });
    connect(save, &QPushButton::clicked, this, &ReceivedView::save);
    connect(close, &QPushButton::clicked, this, &ReceivedView::forget);
    hide();
}

void ReceivedView::showPayload(client::SecretPayload payload)
{
    m_payload = std::move(payload);
    const bool isFile = m_payload.filename.has_value();
    const QString size = QLocale().formattedDataSize(m_payload.data.view().size());
    m_what->setText(isFile ? u"%1, %2"_s.arg(client::localName(*m_payload.filename).value_or(tr("A file")), size)
                           : tr("A text, %1").arg(size));
    m_text->setVisible(!isFile);
    m_reveal->setVisible(!isFile);
    m_copy->setVisible(!isFile);
    m_reveal->setChecked(false);
    reveal(false);
    show();
}

void ReceivedView::reveal(bool shown)
{
    m_text->setPlainText(shown ? QString::fromUtf8(m_payload.data.view()) : u"••••••••••••"_s);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
}

void ReceivedView::save()
{
    auto *const dialog = new QFileDialog(this, tr("Save what was received"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten: another name is taken
    const QString name = m_payload.filename ? client::localName(*m_payload.filename).value_or(u"secret"_s) : u"secret.txt"_s;
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<QString> saved = client::saveNew(path, m_payload.data.view());
        Q_EMIT told(saved ? Tone::Good : Tone::Danger, saved ? tr("Saved as %1.").arg(*saved) : sentenceOf(saved.error()));
    });
    dialog->open();
}

void ReceivedView::forget()
{
    m_payload = {};
    m_text->clear();
    hide();
    Q_EMIT forgotten();
}

} // namespace gatehouse::desktop
