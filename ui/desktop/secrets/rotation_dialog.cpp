#include "desktop/secrets/rotation_dialog.h"

#include "desktop/secrets/key_timeline.h"
#include "desktop/secrets/secret_words.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/card.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 620;
const QString kTyped = u"JWT_SECRET"_s;

} // namespace

RotationDialog::RotationDialog(Theme &theme, SecretModel &secrets, const ServerProfile &profile, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_isProduction(profile.stage == ServerProfile::Stage::Production)
    , m_graceful(new QRadioButton(tr("&Gracefully: nobody is signed out")))
    , m_atOnce(new QRadioButton(tr("&At once: everything signed so far is void")))
    , m_future(new KeyTimeline(theme))
    , m_consequence((new Label(TextStyle::Body))->muted()->wrapped())
    , m_typed(new QLineEdit)
    , m_typedLabel(new Label(TextStyle::Body, tr("Type %1 to go on:").arg(kTyped)))
    , m_outcome((new Label(TextStyle::Body))->wrapped())
    , m_rotate(makeButton(theme, tr("Rotate"), ButtonKind::Primary))
    , m_cancel(makeButton(theme, tr("Cancel")))
{
    theme.adopt(this);
    setWindowTitle(tr("Rotate the signing key of %1").arg(profile.name));
    setMinimumWidth(kWidth);
    m_typed->setAccessibleName(tr("Type %1 to go on").arg(kTyped));
    auto *const ground = new Card(tr("From then on"));
    ground->body()->addWidget(m_future);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_rotate);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget((new Label(TextStyle::Heading, windowTitle()))->wrapped());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_graceful, m_atOnce, m_consequence, ground, m_typedLabel, m_typed, m_outcome})
        layout->addWidget(widget);
    layout->addSpacing(kGapSmall);
    layout->addLayout(buttons);
    m_outcome->hide();
    m_graceful->setChecked(true);
    m_rotate->setDefault(true);
    connect(m_graceful, &QRadioButton::toggled, this, &RotationDialog::showFuture);
    connect(m_typed, &QLineEdit::textChanged, this, &RotationDialog::showFuture);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rotate, &QPushButton::clicked, this, &RotationDialog::rotate);
    showFuture();
}

void RotationDialog::showFuture()
{
    const bool atOnce = m_atOnce->isChecked();
    const client::SecretPage &page = m_secrets.page();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_future->setKeys(KeyTimeline::rotated(page.keys, page.grace, atOnce, now), page.grace, now);
    m_consequence->setText(atOnce
                               ? tr("For when somebody else may have the key. Everybody, you too, has to show a refresh token or "
                                    "sign in anew.")
                               : tr("The key that signs now goes on verifying for %1, longer than any token it signed lives.")
                                     .arg(SecretWords::span(page.grace)));
    const bool asksToType = atOnce && m_isProduction;
    m_typed->setVisible(asksToType);
    m_typedLabel->setVisible(asksToType);
    m_rotate->setEnabled(!asksToType || m_typed->text() == kTyped);
    m_rotate->setProperty("kind", atOnce ? u"danger"_s : u"primary"_s);
    m_rotate->setText(atOnce ? tr("Void and rotate") : tr("Rotate"));
    restyle(m_rotate);
}

void RotationDialog::rotate()
{
    m_rotate->setEnabled(false);
    m_secrets.rotate(m_atOnce->isChecked(), this, [this](const SecretModel::Outcome<QStringList> &outcome) {
        if (outcome && outcome->isEmpty()) {
            accept();
            return;
        }
        m_rotate->setEnabled(!outcome);
        m_rotate->setVisible(!outcome);
        m_outcome->show();
        m_outcome->setTone(outcome ? Tone::Warning : Tone::Danger);
        m_outcome->setText(outcome ? tr("Another key signs. Mind: %1").arg(outcome->join(u' '))
                                   : TroubleWords::sentences(outcome.error()));
        m_cancel->setText(outcome ? tr("Close") : tr("Cancel"));
    });
}

} // namespace gatehouse::desktop
