#include "desktop/limits/policy_card.h"

#include "desktop/limits/limit_words.h"
#include "desktop/limits/load_line.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QLocale>

namespace gatehouse::desktop {

namespace {

QString rate(double value)
{
    return QLocale().toString(value, 'f', value > 0 && value < 100 ? 1 : 0);
}

} // namespace

PolicyCard::PolicyCard(Theme &theme, const QString &policy, bool mayEdit, QWidget *parent)
    : Card(LimitWords::policyName(policy), parent)
    , m_state(new Badge)
    , m_numbers(new Label(TextStyle::Strong))
    , m_load((new Label(TextStyle::Caption))->muted()->wrapped())
    , m_line(new LoadLine(theme))
{
    addAction(m_state);
    QToolButton *const edit = makeIconButton(theme, Icon::Edit, tr("Change the limit “%1”").arg(LimitWords::policyName(policy)));
    edit->setEnabled(mayEdit);
    connect(edit, &QToolButton::clicked, this, [this, policy] { Q_EMIT editRequested(policy); });
    addAction(edit);
    m_numbers->setWordWrap(true);
    body()->setSpacing(kGapTiny);
    body()->addWidget(m_numbers);
    body()->addWidget((new Label(TextStyle::Caption, LimitWords::purpose(policy)))->muted()->wrapped());
    body()->addStretch();
    body()->addWidget(m_line);
    body()->addWidget(m_load);
}

void PolicyCard::showPolicy(const client::LimitPolicy &policy, bool enabled, const std::vector<LimitModel::Load> &loads)
{
    if (!enabled)
        m_state->say(tr("Off"), Tone::Danger);
    else if (policy.shadow)
        m_state->say(tr("Only counts"), Tone::Warning);
    else
        m_state->say(tr("Enforced"), Tone::Good);
    m_numbers->setText(LimitWords::numbers(policy));
    const LimitModel::Load now = loads.empty() ? LimitModel::Load() : loads.back();
    const QString past = QLocale().toString(policy.shadow ? policy.shadowed : policy.refused);
    m_load->setText(policy.shadow ? tr("%1/s let through · would have refused %2").arg(rate(now.allowed), past)
                                  : tr("%1/s let through · refused %2 so far").arg(rate(now.allowed), past));
    m_line->setLoads(loads);
    setAccessibleDescription(m_numbers->text());
}

} // namespace gatehouse::desktop
