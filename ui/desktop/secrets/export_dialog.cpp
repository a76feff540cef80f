#include "desktop/secrets/export_dialog.h"

#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

using export_forms::Form;

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 560;

} // namespace

ExportDialog::ExportDialog(Theme &theme, const SecretModel &secrets, QWidget *parent)
    : QDialog(parent)
    , m_form(new QComboBox)
    , m_text(new QPlainTextEdit)
    , m_note((new Label(TextStyle::Caption))->muted()->wrapped())
    , m_outcome((new Label(TextStyle::Body))->wrapped())
{
    theme.adopt(this);
    setWindowTitle(tr("Export the names of secrets"));
    resize(kWidth, kHeight);
    for (const client::ManagedSecret &secret : secrets.page().secrets) {
        if (secret.state == client::ManagedSecret::State::Set)
            m_names.append(secret.name);
    }
    if (m_names.isEmpty())
        m_names.append(u"JWT_SECRET"_s);
    m_form->addItem(tr("A .env file"), int(Form::DotEnv));
    m_form->addItem(tr("Docker secrets, for Compose"), int(Form::DockerSecrets));
    m_form->addItem(tr("Kubernetes Secret"), int(Form::KubernetesSecret));
    m_form->addItem(tr("Kubernetes ExternalSecret"), int(Form::ExternalSecret));
    m_form->addItem(tr("systemd credentials"), int(Form::SystemdCredentials));
    m_form->setAccessibleName(tr("Form"));
    m_text->setReadOnly(true);
    m_text->setFont(fontFor(TextStyle::Mono));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("The file"));
    QPushButton *const copy = makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy);
    QPushButton *const saveAs = makeButton(theme, tr("Save…"), ButtonKind::Primary, Icon::Save);
    QPushButton *const close = makeButton(theme, tr("Close"));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(saveAs);
    auto *const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Form"), m_form);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, windowTitle()));
    layout->addWidget((new Label(TextStyle::Body,
                                 tr("No server gives values away, so this has places for them. With values, on the "
                                    "server's own machine:")))
                          ->muted()
                          ->wrapped());
    layout->addWidget(m_note);
    layout->addLayout(form);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_outcome);
    layout->addLayout(buttons);
    m_note->setFont(fontFor(TextStyle::Mono));
    m_note->selectable();
    m_outcome->hide();
    connect(m_form, &QComboBox::currentIndexChanged, this, &ExportDialog::showForm);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(saveAs, &QPushButton::clicked, this, &ExportDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    showForm();
}

Form ExportDialog::form() const
{
    return Form(m_form->currentData().toInt());
}

void ExportDialog::showForm()
{
    m_text->setPlainText(export_forms::textOf(form(), m_names));
    m_outcome->hide();
    const QString format = form() == Form::DotEnv ? u"env"_s
        : form() == Form::DockerSecrets           ? u"docker"_s
        : form() == Form::SystemdCredentials      ? u"systemd"_s
                                                  : u"kubernetes"_s;
    m_note->setText(u"gatehouse secrets export --format %1 --output PATH"_s.arg(format));
}

void ExportDialog::save()
{
    auto *const dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(export_forms::fileNameOf(form()));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::write);
    dialog->open();
}

/// For its owner alone from the start, as values come into it.
void ExportDialog::write(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner);
    const bool done = opened && file.write(m_text->toPlainText().toUtf8()) >= 0 && file.flush();
    m_outcome->show();
    m_outcome->setTone(done ? Tone::Good : Tone::Danger);
    m_outcome->setText(done ? tr("Written to %1").arg(path) : tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace gatehouse::desktop
