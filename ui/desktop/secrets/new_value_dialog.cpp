#include "desktop/secrets/new_value_dialog.h"

#include "core/random.h"
#include "desktop/secrets/copy_once.h"
#include "desktop/secrets/secret_words.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 500;
constexpr qsizetype kGeneratedBytes = 32;

/// 256 random bits, made here so that a person can be shown them; a server never shows what it made.
QString generatedValue()
{
    const SecretBytes random = randomSecret(kGeneratedBytes);
    return QString::fromLatin1(random.view().toByteArray().toHex());
}

} // namespace

NewValueDialog::NewValueDialog(Theme &theme, SecretModel &secrets, const client::ManagedSecret &secret, Way way, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_secret(secret)
    , m_way(way)
    , m_question(new QWidget)
    , m_outcome((new Label(TextStyle::Body))->wrapped()->selectable())
    , m_keep(makeButton(theme, way == Way::Typed ? tr("Set") : tr("Make another"), ButtonKind::Primary))
    , m_cancel(makeButton(theme, tr("Cancel")))
{
    theme.adopt(this);
    setWindowTitle(way == Way::Typed ? tr("Set %1").arg(secret.name) : tr("Make another %1").arg(secret.name));
    setMinimumWidth(kWidth);
    auto *const question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(kGap);
    question->addWidget((new Label(TextStyle::Body, consequence()))->muted()->wrapped());
    question->addWidget(way == Way::Typed ? makeTyped() : makeGenerated());
    question->addWidget(makePlaces());

    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_keep);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget((new Label(TextStyle::Heading, windowTitle()))->wrapped());
    layout->addWidget(m_question);
    layout->addWidget(m_outcome);
    if (way == Way::Generated) {
        m_once = new CopyOnce(theme);
        m_once->hide();
        layout->addWidget(m_once);
    }
    layout->addSpacing(kGapSmall);
    layout->addLayout(buttons);
    m_outcome->hide();
    m_keep->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &NewValueDialog::keep);
}

NewValueDialog::~NewValueDialog()
{
    if (m_value)
        m_value->clear();
    if (m_once)
        m_once->forget();
}

QWidget *NewValueDialog::makeTyped()
{
    auto *const box = new QWidget;
    auto *const form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(kGap);
    m_value = new QLineEdit;
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setAccessibleName(tr("Value"));
    m_value->setAccessibleDescription(tr("Sent to the server and never shown again"));
    m_value->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    form->addRow(tr("&Value"), m_value);
    m_keep->setEnabled(false);
    connect(m_value, &QLineEdit::textChanged, m_keep, [this](const QString &text) { m_keep->setEnabled(!text.isEmpty()); });
    m_value->setFocus();
    return box;
}

QWidget *NewValueDialog::makeGenerated()
{
    auto *const box = new QWidget;
    auto *const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapSmall);
    auto *const hidden = new QRadioButton(tr("&The server makes it, and nobody is shown"));
    m_shown = new QRadioButton(tr("&Show it to me this once, to hand it on"));
    // The signing key is nobody else's; whatever opens or signs something for others has to get there.
    (m_secret.canBeRotated ? hidden : m_shown)->setChecked(true);
    layout->addWidget(hidden);
    layout->addWidget(m_shown);
    return box;
}

QWidget *NewValueDialog::makePlaces()
{
    auto *const box = new QWidget;
    auto *const form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_place = new QComboBox;
    m_place->setAccessibleName(tr("Where it is kept"));
    auto *const items = qobject_cast<QStandardItemModel *>(m_place->model());
    for (const client::SecretPlace &place : m_secrets.page().places) {
        m_place->addItem(SecretWords::place(place), place.name);
        m_place->setItemData(m_place->count() - 1, place.problem, Qt::ToolTipRole);
        items->item(m_place->count() - 1)->setEnabled(place.problem.isEmpty());
        if (place.name == m_secrets.page().defaultPlace)
            m_place->setCurrentIndex(m_place->count() - 1);
    }
    m_place->setMinimumContentsLength(1);
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Kept in"), m_place);
    return box;
}

QString NewValueDialog::consequence() const
{
    QString then = tr("It goes to the server and is never shown again.");
    if (m_secret.canBeRotated)
        then = tr("It signs at once. What was signed before stays good for %1, so nobody is signed out.")
                   .arg(SecretWords::span(m_secrets.page().grace));
    else if (m_way == Way::Generated && m_secret.state == client::ManagedSecret::State::Set)
        then = tr("The one before ends. Whoever has it needs the new one.");
    return tr("%1. %2", "two sentences, of which the second has its full stop").arg(SecretWords::purpose(m_secret), then);
}

void NewValueDialog::keep()
{
    m_keep->setEnabled(false);
    m_outcome->hide();
    const QString place = m_place->currentData().toString();
    const auto done = [this](const SecretModel::Outcome<client::StoredSecret> &outcome) { finish(outcome); };
    if (m_way == Way::Generated && !m_shown->isChecked()) {
        m_secrets.generate(m_secret.name, place, this, done);
        return;
    }
    if (m_once)
        m_once->setSecret(generatedValue());
    QByteArray bytes = (m_once ? m_once->secret() : m_value->text()).toUtf8();
    m_secrets.set(m_secret.name, SecretBytes::takeFrom(bytes), place, this, done);
}

void NewValueDialog::finish(const SecretModel::Outcome<client::StoredSecret> &outcome)
{
    m_outcome->show();
    if (!outcome) {
        m_keep->setEnabled(true);
        m_outcome->setTone(Tone::Danger);
        QStringList lines{TroubleWords::sentences(outcome.error())};
        for (const FieldError &field : outcome.error().fields)
            lines.append(tr("It %1.").arg(field.problem));
        m_outcome->setText(lines.join(u'\n'));
        return;
    }
    const bool isPlain = outcome->effect == client::StoredSecret::Effect::Now && outcome->warnings.isEmpty();
    const bool isShown = m_once && !m_once->secret().isEmpty();
    if (m_value)
        m_value->clear();
    m_outcome->setTone(isPlain ? Tone::Good : Tone::Warning);
    m_outcome->setText(SecretWords::outcome(m_secret.name, *outcome));
    m_question->hide();
    m_keep->hide();
    if (isShown)
        m_once->show();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    adjustSize();
}

} // namespace gatehouse::desktop
