#include "desktop/guide/local_setup_step.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHash>
#include <QLineEdit>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

LocalSetupStep::LocalSetupStep(Theme &theme, LocalServer &server, QWidget *parent)
    : Entrance(theme, tr("Set up your server"), tr("Return takes what is proposed. All of it can be changed later."), parent)
    , m_theme(theme)
    , m_server(server)
    , m_redisUrl(new QLineEdit)
    , m_test(makeButton(theme, tr("&Test the connection")))
    , m_problem((new Label(TextStyle::Body))->wrapped()->selectable())
    , m_progress(new QProgressBar)
    , m_continue(makeButton(theme, tr("Continue"), ButtonKind::Primary))
{
    addDataFolder();
    m_keychain =
        addPart(tr("Use the &keychain of this system"),
                tr("It keeps the passwords of the server, and what its keys are sealed with. Without it, whoever can read "
                   "the data folder has the keys."));
    m_keychain.box->setChecked(true);
    addRedis();
    addCertificate();
    addButtons();
    connect(m_keychain.box, &QCheckBox::toggled, this, &LocalSetupStep::followKeychain);
    connect(m_test, &QPushButton::clicked, this, &LocalSetupStep::test);
    connect(m_redisUrl, &QLineEdit::returnPressed, this, &LocalSetupStep::test);
    connect(m_continue, &QPushButton::clicked, this, &LocalSetupStep::adopt);
    connect(&server, &LocalServer::tried, this, &LocalSetupStep::showReport);
    connect(&server, &LocalServer::adopted, this, &LocalSetupStep::showAdopted);
}

LocalSetupStep::Part LocalSetupStep::addPart(const QString &name, const QString &explanation)
{
    auto *const fields = new QWidget;
    const Part part{.box = new QCheckBox(name),
                    .fields = fields,
                    .form = new QFormLayout(fields),
                    .result = (new Label(TextStyle::Caption))->wrapped()->selectable()};
    auto *const words = (new Label(TextStyle::Caption, explanation))->muted()->wrapped();
    for (QWidget *const widget : {static_cast<QWidget *>(words), static_cast<QWidget *>(part.result), fields})
        widget->setContentsMargins(kGapHuge, 0, 0, 0);
    part.form->setSpacing(kGapSmall);
    part.form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    part.form->setContentsMargins(0, 0, 0, 0);
    part.form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    part.box->setAccessibleDescription(explanation);
    auto *const column = new QVBoxLayout;
    column->setSpacing(kGapTiny);
    column->addWidget(part.box);
    column->addWidget(words);
    column->addWidget(fields);
    column->addWidget(part.result);
    body()->addLayout(column);
    fields->hide();
    part.result->hide();
    connect(part.box, &QCheckBox::toggled, part.result, &QWidget::hide);
    return part;
}

QLineEdit *LocalSetupStep::addFileField(QFormLayout *form, const QString &name, const QString &purpose, bool isFolder)
{
    auto *const field = new QLineEdit;
    field->setAccessibleName(purpose);
    QPushButton *const choose = makeButton(m_theme, tr("Choose…"));
    choose->setAccessibleName(tr("Choose: %1").arg(purpose));
    auto *const row = new QHBoxLayout;
    row->setSpacing(kGapSmall);
    row->addWidget(field, 1);
    row->addWidget(choose);
    auto *const label = new QLabel(name);
    label->setBuddy(field);
    form->addRow(label, row);
    connect(choose, &QPushButton::clicked, this, [this, field, purpose, isFolder] { browse(field, purpose, isFolder); });
    connect(field, &QLineEdit::returnPressed, this, &LocalSetupStep::adopt);
    return field;
}

void LocalSetupStep::addDataFolder()
{
    auto *const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_dataFolder = addFileField(form, tr("&Data"), tr("Folder of the server's data"), true);
    m_dataFolder->setText(m_server.dataFolder());
    body()->addLayout(form);
}

void LocalSetupStep::addRedis()
{
    m_redis =
        addPart(tr("Count limits in a &Redis"), tr("So that several servers count together, and a restart forgets nothing."));
    m_redisUrl->setAccessibleName(tr("Address of Redis"));
    m_redisUrl->setPlaceholderText(u"redis://user:password@host:6379/0"_s);
    m_redis.form->addRow(tr("Add&ress"), m_redisUrl);
    m_redis.form->addRow(QString(), m_test);
    m_test->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_redis.box, &QCheckBox::toggled, m_redis.fields, &QWidget::setVisible);
    connect(m_redis.box, &QCheckBox::toggled, m_redisUrl, [this](bool isOn) {
        if (isOn)
            m_redisUrl->setFocus();
    });
}

void LocalSetupStep::addCertificate()
{
    m_tls = addPart(tr("Speak T&LS"),
                    tr("With a certificate of your own. Only this computer can reach the server, so it also does without."));
    m_certificate = addFileField(m_tls.form, tr("&Certificate"), tr("File of the certificate and its chain"), false);
    m_certificateKey = addFileField(m_tls.form, tr("Its ke&y"), tr("File of the certificate's key"), false);
    connect(m_tls.box, &QCheckBox::toggled, m_tls.fields, &QWidget::setVisible);
}

void LocalSetupStep::addButtons()
{
    m_problem->hide();
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Trying it out"));
    m_progress->hide();
    QPushButton *const other = makeButton(m_theme, tr("Use another server"), ButtonKind::Plain);
    body()->addWidget(m_problem);
    body()->addWidget(m_progress);
    body()->addSpacing(kGapTiny);
    body()->addWidget(m_continue);
    body()->addWidget(other);
    connect(other, &QPushButton::clicked, this, &LocalSetupStep::serverChangeRequested);
}

void LocalSetupStep::showEvent(QShowEvent *event)
{
    Entrance::showEvent(event);
    m_continue->setFocus();
}

void LocalSetupStep::browse(QLineEdit *field, const QString &title, bool isFolder)
{
    auto *const dialog = new QFileDialog(this, title, QFileInfo(field->text()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, field,
            [field](const QString &path) { field->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

/// The address of a Redis may hold a password, for which there is no other place.
void LocalSetupStep::followKeychain() const
{
    const bool isUsed = m_keychain.box->isChecked();
    m_redis.box->setEnabled(isUsed);
    if (isUsed)
        return;
    m_redis.box->setChecked(false);
    say(m_redis.result, Tone::Neutral,
        tr("Without a keychain there is no safe place for its address: start this program with the variable REDIS_URL instead."));
}

LocalSetup LocalSetupStep::setup() const
{
    LocalSetup setup{.dataFolder = QDir::fromNativeSeparators(m_dataFolder->text().trimmed()),
                     .usesKeychain = m_keychain.box->isChecked(),
                     .redisUrl = {},
                     .certificate = {},
                     .certificateKey = {}};
    if (m_redis.box->isChecked()) {
        QByteArray url = m_redisUrl->text().trimmed().toUtf8();
        setup.redisUrl = SecretBytes::takeFrom(url);
    }
    if (m_tls.box->isChecked()) {
        setup.certificate = m_certificate->text().trimmed();
        setup.certificateKey = m_certificateKey->text().trimmed();
    }
    return setup;
}

void LocalSetupStep::test()
{
    if (m_progress->isVisible())
        return;
    setBusy(true);
    m_server.tryOut(setup());
}

void LocalSetupStep::adopt()
{
    if (m_progress->isVisible())
        return;
    if (m_redis.box->isChecked() && m_redisUrl->text().trimmed().isEmpty()) {
        say(m_redis.result, Tone::Danger, tr("Enter the address of the Redis, or leave it out."));
        m_redisUrl->setFocus();
        return;
    }
    if (m_tls.box->isChecked() && (m_certificate->text().trimmed().isEmpty() || m_certificateKey->text().trimmed().isEmpty())) {
        say(m_tls.result, Tone::Danger, tr("Choose the files of the certificate and of its key, or leave them out."));
        (m_certificate->text().trimmed().isEmpty() ? m_certificate : m_certificateKey)->setFocus();
        return;
    }
    setBusy(true);
    m_server.adopt(setup());
}

void LocalSetupStep::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_continue->setEnabled(!busy);
    m_test->setEnabled(!busy);
    if (!busy)
        return;
    m_problem->hide();
    for (const Part &part : {m_keychain, m_redis, m_tls}) {
        if (part.box->isEnabled())
            part.result->hide();
    }
}

void LocalSetupStep::say(Label *label, Tone tone, const QString &text)
{
    label->setTone(tone);
    label->setText(text);
    label->show();
}

Label *LocalSetupStep::placeOf(const QString &field) const
{
    if (field.startsWith(u"REDIS"))
        return m_redis.result;
    if (field.startsWith(u"tls."))
        return m_tls.result;
    return field.startsWith(u"secrets.") ? m_keychain.result : m_problem;
}

void LocalSetupStep::showReport(const SetupReport &report)
{
    setBusy(false);
    QHash<Label *, QStringList> problems;
    for (const FieldError &problem : report.problems)
        problems[placeOf(problem.field)].append(problem.problem);
    if (problems.contains(m_redis.result))
        problems[m_redis.result].append(
            tr("Is Redis running there, may this computer reach it, and are user and password right? With "
               "TLS the address begins with rediss://."));
    for (auto it = problems.cbegin(); it != problems.cend(); ++it)
        say(it.key(), Tone::Danger, it.value().join(u'\n'));
    QStringList found;
    for (const FieldError &note : report.notes) {
        if (placeOf(note.field) == m_redis.result)
            found.append(note.problem);
    }
    if (!found.isEmpty() && !problems.contains(m_redis.result))
        say(m_redis.result, found.size() == 1 ? Tone::Good : Tone::Warning, tr("It answers: %1").arg(found.join(u'\n')));
}

void LocalSetupStep::showAdopted(const SetupReport &report)
{
    if (report.problems.empty()) {
        m_redisUrl->clear();
        Q_EMIT done();
        return;
    }
    showReport(report);
    const bool keychainFailed = !m_keychain.result->isHidden();
    if (keychainFailed) { // Return goes on without
        const QString why = m_keychain.result->text();
        m_keychain.box->setChecked(false);
        say(m_keychain.result, Tone::Warning, tr("It cannot be used here (%1). Return goes on without it.").arg(why));
    }
    m_continue->setFocus();
}

} // namespace gatehouse::desktop
