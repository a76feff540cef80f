#include "desktop/audit/audit_detail.h"

#include "client/merkle_proof.h"
#include "desktop/events/event_words.h"
#include "desktop/shell/local_time.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QFormLayout>
#include <QGuiApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 380;

QByteArrayList hashesOf(const QJsonArray &array)
{
    QByteArrayList hashes;
    for (const auto &hash : array)
        hashes.append(QByteArray::fromBase64(hash.toString().toLatin1()));
    return hashes;
}

} // namespace

AuditDetail::AuditDetail(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QWidget *parent)
    : Card(tr("Entry"), parent)
    , m_theme(theme)
    , m_session(session)
    , m_users(users)
    , m_facts(new QFormLayout)
    , m_raw(new QPlainTextEdit)
    , m_verdict((new Label(TextStyle::Body))->wrapped())
{
    setFixedWidth(kWidth);
    QToolButton *const close = makeIconButton(theme, Icon::Close, tr("Close the entry"));
    connect(close, &QToolButton::clicked, this, &AuditDetail::closed);
    addAction(close);

    m_facts->setHorizontalSpacing(kGap);
    m_facts->setVerticalSpacing(kGapSmall);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    body()->addLayout(m_facts);
    body()->addSpacing(kGapSmall);
    body()->addWidget(new Label(TextStyle::Strong, tr("As the server keeps it")));
    m_raw->setReadOnly(true);
    m_raw->setFont(fontFor(TextStyle::Mono));
    m_raw->setAccessibleName(tr("The raw entry"));
    m_raw->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_raw->setWordWrapMode(QTextOption::WrapAnywhere);
    body()->addWidget(m_raw, 1);
    body()->addWidget(m_verdict);
    m_verdict->hide();

    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    QPushButton *const proof = makeButton(theme, tr("Prove"), ButtonKind::Ordinary, Icon::Proven);
    proof->setToolTip(tr("Has the server prove that this entry is in the signed record"));
    connect(proof, &QPushButton::clicked, this, &AuditDetail::prove);
    QPushButton *const copy = makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_raw->toPlainText()); });
    buttons->addWidget(proof);
    buttons->addWidget(copy);
    buttons->addStretch();
    body()->addLayout(buttons);
}

void AuditDetail::addFact(const QString &name, const QString &value, bool mono)
{
    if (value.isEmpty())
        return;
    auto *const text = (new Label(mono ? TextStyle::Mono : TextStyle::Body, value))->wrapped()->selectable();
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    auto *const label = (new Label(TextStyle::Body, name))->muted();
    m_facts->addRow(label, text);
}

void AuditDetail::showEntry(const client::AuditEntry &entry)
{
    m_sequence = entry.sequence;
    setHeading(EventWords::action(entry.action));
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    addFact(tr("Number"), QLocale().toString(entry.sequence));
    addFact(tr("Time"), dateTimeText(entry.time, Precision::Milliseconds));
    addFact(tr("Outcome"), EventWords::outcome(entry.outcome));
    addFact(tr("By"), EventWords::actor(entry, m_users.nameOf(entry.actor)));
    addFact(tr("To"), entry.target.size() == 26 ? m_users.nameOf(entry.target) : entry.target);
    addFact(tr("From"), entry.address);
    for (const auto &[name, value] : entry.detail)
        addFact(name, value);
    m_verdict->hide();
    readRaw();
}

void AuditDetail::readRaw()
{
    if (m_call)
        m_call->cancel();
    m_raw->setPlainText(tr("Loading…"));
    m_call = m_session.get(u"/api/v1/admin/audit/%1"_s.arg(m_sequence), {}, this, [this](const client::ApiAnswer &answer) {
        if (const auto trouble = client::Trouble::of(answer)) {
            m_raw->setPlainText(trouble->title + u"\n"_s + trouble->remedy);
            return;
        }
        m_raw->setPlainText(QString::fromUtf8(QJsonDocument(answer.json()).toJson(QJsonDocument::Indented)));
    });
}

void AuditDetail::prove()
{
    if (m_proofCall)
        m_proofCall->cancel();
    m_proofCall = m_session.get(u"/api/v1/admin/audit/%1/proof"_s.arg(m_sequence), {}, this,
                                [this](const client::ApiAnswer &answer) { judge(answer); });
}

void AuditDetail::judge(const client::ApiAnswer &answer)
{
    m_verdict->setVisible(true);
    if (answer.status == 409) {
        m_verdict->setTone(Tone::Warning);
        m_verdict->setText(tr("No checkpoint covers this entry yet. The next is signed within a minute; then try again."));
        return;
    }
    if (const auto trouble = client::Trouble::of(answer)) {
        m_verdict->setTone(Tone::Danger);
        m_verdict->setText(TroubleWords::sentences(*trouble));
        return;
    }
    const QJsonObject proof = answer.json();
    const auto checkpoint = client::CheckpointBody::parse(proof.value("checkpoint"_L1).toString().toUtf8());
    const QByteArray content = QByteArray::fromBase64(proof.value("content"_L1).toString().toLatin1());
    const bool holds = checkpoint
        && client::isIncluded(client::leafHash(content), m_sequence, checkpoint->size, hashesOf(proof.value("path"_L1).toArray()),
                              checkpoint->root);
    m_verdict->setTone(holds ? Tone::Good : Tone::Danger);
    m_verdict->setText(holds ? tr("Proven: these bytes are entry %1 of the %2 that the checkpoint of %3 commits to.")
                                   .arg(QLocale().toString(m_sequence), QLocale().toString(checkpoint->size),
                                        QString::fromUtf8(checkpoint->origin))
                             : tr("The proof does not hold. Keep a copy of the record and look into it."));
}

} // namespace gatehouse::desktop
