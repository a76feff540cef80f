#include "desktop/secrets/import_dialog.h"

#include "desktop/secrets/secret_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QFile>
#include <QFileDialog>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 560;
constexpr qint64 kLargestFile = 1024 * 1024;

} // namespace

ImportDialog::ImportDialog(Theme &theme, SecretModel &secrets, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_list(new QListWidget)
    , m_explanation((new Label(TextStyle::Body))->muted()->wrapped())
    , m_outcome((new Label(TextStyle::Body))->wrapped())
    , m_choose(makeButton(theme, tr("Choose file…")))
    , m_take(makeButton(theme, tr("Take over"), ButtonKind::Primary))
    , m_cancel(makeButton(theme, tr("Cancel")))
{
    theme.adopt(this);
    setWindowTitle(tr("Import from a .env file"));
    setMinimumWidth(kWidth);
    m_list->setAccessibleName(tr("Secrets in the file"));
    m_list->setSpacing(1);
    m_explanation->setText(
        tr("Choose a file of lines like NAME=value. Only names that this server knows are taken; values go to the "
           "server and are not shown."));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addWidget(m_choose);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_take);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, windowTitle()));
    layout->addWidget(m_explanation);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_outcome);
    layout->addLayout(buttons);
    m_list->hide();
    m_outcome->hide();
    m_take->setEnabled(false);
    m_choose->setDefault(true);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, [this] {
        m_take->setEnabled(false);
        m_next = 0;
        m_failed = 0;
        takeNext();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] { m_take->setEnabled(chosen() > 0); });
}

void ImportDialog::say(const QString &words, Tone tone)
{
    m_outcome->setText(words);
    m_outcome->setTone(tone);
    m_outcome->setVisible(!words.isEmpty());
}

void ImportDialog::chooseFile()
{
    auto *const dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot); // its name begins with a dot
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::readFile);
    dialog->open();
}

void ImportDialog::readFile(const QString &path)
{
    m_found.clear();
    m_others.clear();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) {
        say(file.isOpen() ? tr("%1 is larger than 1 MiB.").arg(path) : tr("%1 cannot be read: %2").arg(path, file.errorString()),
            Tone::Danger);
        return;
    }
    QByteArray bytes = file.readAll();
    const SecretBytes text = SecretBytes::takeFrom(bytes);
    auto assignments = parseDotenv(text.view());
    if (!assignments) {
        QStringList lines{tr("The file cannot be taken:")};
        for (const FieldError &problem : assignments.error().fields)
            lines.append(problem.field + u' ' + problem.problem);
        say(lines.join(u'\n'), Tone::Danger);
        return;
    }
    for (Assignment &assignment : *assignments) {
        const QString name = QString::fromLatin1(assignment.name);
        const client::ManagedSecret *const secret = m_secrets.find(name);
        const bool isTwice = secret && std::ranges::find(m_found, secret->name, &Found::name) != m_found.end();
        if (!secret || !secret->canBeSet || assignment.value.isEmpty() || isTwice)
            m_others.append(name);
        else
            m_found.push_back({secret->name, std::move(assignment.value)});
    }
    say({}, Tone::Neutral);
    showFound();
}

void ImportDialog::showFound()
{
    m_list->clear();
    for (const Found &found : m_found) {
        const client::ManagedSecret *const secret = m_secrets.find(found.name);
        const bool isThere = secret && secret->state == client::ManagedSecret::State::Set;
        auto *const item = new QListWidgetItem(
            isThere ? tr("%1 – in place of the one from: %2").arg(found.name, SecretWords::source(*secret)) : found.name, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_list->setVisible(!m_found.empty());
    m_take->setEnabled(chosen() > 0);
    (m_found.empty() ? m_choose : m_take)->setDefault(true);
    m_explanation->setText(
        m_found.empty() ? tr("There is no secret of this server in the file.")
            : m_others.isEmpty()
            ? tr("All of the file is known here.")
            : tr("Left alone, as no secret of this server, twice, or without a value: %1").arg(m_others.join(u", "_s)));
    adjustSize();
}

int ImportDialog::chosen() const
{
    int count = 0;
    for (int row = 0; row < m_list->count(); ++row)
        count += m_list->item(row)->checkState() == Qt::Checked ? 1 : 0;
    return count;
}

void ImportDialog::takeNext()
{
    while (m_next < m_list->count() && m_list->item(m_next)->checkState() != Qt::Checked)
        ++m_next;
    if (m_next >= m_list->count()) {
        m_found.clear();
        m_cancel->setText(tr("Close"));
        m_failed == 0 ? say(tr("All of it is taken over."), Tone::Good)
                      : say(tr("Some could not be taken over; the list says why."), Tone::Danger);
        return;
    }
    const Found &found = m_found[std::size_t(m_next)];
    say(tr("Taking over %1…").arg(found.name), Tone::Neutral);
    const auto done = [this, name = found.name](const SecretModel::Outcome<client::StoredSecret> &outcome) {
        QListWidgetItem *const item = m_list->item(m_next++);
        item->setText(outcome ? SecretWords::outcome(name, *outcome) : name + u": "_s + outcome.error().remedy);
        item->setCheckState(Qt::Unchecked);
        item->setFlags(Qt::ItemIsEnabled);
        m_failed += outcome ? 0 : 1;
        takeNext();
    };
    m_secrets.set(found.name, found.value.clone(), {}, this, done);
}

} // namespace gatehouse::desktop
