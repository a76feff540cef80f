#include "desktop/limits/policy_dialog.h"

#include "desktop/limits/limit_words.h"
#include "desktop/limits/policy_preview.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 520;
constexpr int kMostRequests = 1'000'000'000; // as the API takes them
constexpr int kLongestWindow = 86'400; ///< seconds

QSpinBox *makeNumber(const QString &name, int least, int most)
{
    auto *const number = new QSpinBox;
    number->setRange(least, most);
    number->setGroupSeparatorShown(true);
    number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    number->setAccessibleName(name);
    return number;
}

/// The largest unit of which the window is a whole number.
int unitOf(double seconds)
{
    for (const int unit : {3600, 60}) {
        if (seconds >= unit && std::fmod(seconds, unit) == 0)
            return unit;
    }
    return 1;
}

} // namespace

PolicyDialog::PolicyDialog(Theme &theme, LimitModel &model, const client::LimitPolicy &policy, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_before(policy)
    , m_quota(makeNumber(tr("Requests"), 1, kMostRequests))
    , m_window(makeNumber(tr("In a time of"), 1, kLongestWindow))
    , m_unit(new QComboBox)
    , m_sameBurst(new QCheckBox(tr("As many as in the whole time")))
    , m_burst(makeNumber(tr("Requests at once"), 1, kMostRequests))
    , m_mode(new QComboBox)
    , m_outage(new QComboBox)
    , m_meaning((new Label(TextStyle::Body))->muted()->wrapped())
    , m_difference((new Label(TextStyle::Body))->wrapped())
    , m_preview(new PolicyPreview(theme, model))
    , m_notice(new NoticeBar(theme))
{
    theme.adopt(this);
    setWindowTitle(tr("Limit: %1").arg(LimitWords::policyName(policy.name)));
    setMinimumWidth(kWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, LimitWords::policyName(policy.name)));
    layout->addWidget((new Label(TextStyle::Body, LimitWords::purpose(policy.name)))->muted()->wrapped());
    layout->addLayout(makeForm());
    layout->addWidget(m_meaning);
    layout->addWidget(m_difference);
    layout->addWidget(m_preview);
    layout->addWidget(m_notice);
    layout->addSpacing(kGapTiny);
    layout->addLayout(makeButtons(theme));
    show(policy);
    for (QSpinBox *number : {m_quota, m_window, m_burst})
        connect(number, &QSpinBox::valueChanged, this, &PolicyDialog::explain);
    for (QComboBox *choice : {m_unit, m_mode, m_outage})
        connect(choice, &QComboBox::currentIndexChanged, this, &PolicyDialog::explain);
    connect(m_sameBurst, &QCheckBox::toggled, this, &PolicyDialog::explain);
    explain();
}

QFormLayout *PolicyDialog::makeForm()
{
    m_unit->addItem(tr("seconds"), 1);
    m_unit->addItem(tr("minutes"), 60);
    m_unit->addItem(tr("hours"), 3600);
    m_unit->setAccessibleName(tr("Unit of the time"));
    m_mode->addItem(tr("Refuse it (429)"), false);
    m_mode->addItem(tr("Only count it (shadow mode)"), true);
    m_mode->setAccessibleName(tr("What is over the limit"));
    for (const QString &outage : {u"local"_s, u"refuse"_s, u"allow"_s})
        m_outage->addItem(LimitWords::outage(outage), outage);
    m_outage->setAccessibleName(tr("While Redis is away"));
    auto *const window = new QHBoxLayout;
    window->setSpacing(kGapSmall);
    window->addWidget(m_window, 1);
    window->addWidget(m_unit, 1);
    auto *const burst = new QHBoxLayout;
    burst->setSpacing(kGap);
    burst->addWidget(m_burst, 1);
    burst->addWidget(m_sameBurst, 1);
    auto *const form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(kGapLarge);
    form->setVerticalSpacing(kGap);
    form->addRow(tr("&Requests"), m_quota);
    const auto addRow = [form](const QString &text, QLayout *fields, QWidget *first) {
        auto *const label = new Label(TextStyle::Body, text); // a row of several has no buddy by itself
        label->setBuddy(first);
        form->addRow(label, fields);
    };
    addRow(tr("&In a time of"), window, m_window);
    addRow(tr("At &once"), burst, m_burst);
    form->addRow(tr("What is o&ver it"), m_mode);
    form->addRow(tr("While Redis is &away"), m_outage);
    return form;
}

QLayout *PolicyDialog::makeButtons(Theme &theme)
{
    QPushButton *const configured = makeButton(theme, tr("As configured"), ButtonKind::Plain, Icon::Undo);
    configured->setToolTip(
        tr("Takes back what was changed here: what the configuration file or the environment says holds again."));
    configured->setAutoDefault(false);
    QPushButton *const cancel = makeButton(theme, tr("Cancel"));
    m_apply = makeButton(theme, tr("Apply"), ButtonKind::Primary);
    m_apply->setDefault(true);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addWidget(configured);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    connect(configured, &QPushButton::clicked, this, &PolicyDialog::restore);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &PolicyDialog::apply);
    return buttons;
}

void PolicyDialog::show(const client::LimitPolicy &policy)
{
    const int unit = unitOf(policy.windowSeconds);
    m_quota->setValue(int(policy.quota));
    m_window->setValue(int(policy.windowSeconds) / unit);
    m_unit->setCurrentIndex(m_unit->findData(unit));
    m_sameBurst->setChecked(policy.burst == policy.quota);
    m_burst->setValue(int(policy.burst));
    m_mode->setCurrentIndex(m_mode->findData(policy.shadow));
    m_outage->setCurrentIndex(m_outage->findData(policy.outage));
}

client::LimitPolicy PolicyDialog::entered() const
{
    client::LimitPolicy policy = m_before;
    policy.quota = m_quota->value();
    policy.windowSeconds = double(m_window->value()) * m_unit->currentData().toInt();
    policy.burst = m_sameBurst->isChecked() ? policy.quota : m_burst->value();
    policy.shadow = m_mode->currentData().toBool();
    policy.outage = m_outage->currentData().toString();
    return policy;
}

void PolicyDialog::explain()
{
    const client::LimitPolicy policy = entered();
    m_burst->setEnabled(!m_sameBurst->isChecked());
    if (m_sameBurst->isChecked())
        m_burst->setValue(int(policy.quota));
    const bool isTooLong = policy.windowSeconds > kLongestWindow;
    m_window->setProperty("invalid", isTooLong);
    restyle(m_window);
    m_meaning->setText(isTooLong ? tr("The longest time is 24 hours.") : LimitWords::meaning(policy));
    const bool isSame = policy.hasSameNumbers(m_before);
    m_difference->setText(isSame ? tr("Nothing changes yet.")
                                 : tr("%1  →  %2").arg(LimitWords::numbers(m_before), LimitWords::numbers(policy)));
    m_difference->setTone(isSame ? Tone::Neutral : Tone::Accent);
    m_apply->setEnabled(!isSame && !isTooLong);
    if (isTooLong)
        m_preview->clear();
    else
        m_preview->ask(policy);
}

void PolicyDialog::apply()
{
    m_apply->setEnabled(false);
    m_model.change(entered(), this, [this](const auto &trouble) { finish(trouble); });
}

void PolicyDialog::restore()
{
    m_model.restore(m_before.name, this, [this](const auto &trouble) { finish(trouble); });
}

void PolicyDialog::finish(const std::optional<client::Trouble> &trouble)
{
    if (trouble) {
        m_notice->showTrouble(*trouble);
        m_apply->setEnabled(true);
        return;
    }
    Q_EMIT applied(m_before);
    accept();
}

} // namespace gatehouse::desktop
