#include "desktop/health/dependency_card.h"

#include "desktop/health/health_words.h"
#include "desktop/theme/spacing.h"

#include <QLocale>

namespace gatehouse::desktop {

DependencyCard::DependencyCard(Theme &theme, const QString &name, QWidget *parent)
    : Card(HealthWords::checkName(name), parent)
    , m_state(new Badge)
    , m_latency(new Label(TextStyle::Figure))
    , m_detail((new Label(TextStyle::Body))->wrapped()->selectable())
    , m_failure((new Label(TextStyle::Caption))->muted()->wrapped())
    , m_line(new LatencyLine(theme))
{
    addAction(m_state);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *const unit = (new Label(TextStyle::Body, tr("ms to answer")))->muted();
    unit->setContentsMargins(0, 0, 0, kGapTiny);
    auto *const figure = new QHBoxLayout;
    figure->setSpacing(kGapTiny);
    figure->addWidget(m_latency, 0, Qt::AlignBottom);
    figure->addWidget(unit, 0, Qt::AlignBottom);
    figure->addStretch();
    auto *const words = new QVBoxLayout;
    words->setSpacing(kGapTiny);
    words->addLayout(figure);
    words->addWidget(m_detail);
    words->addWidget(m_failure);
    words->addStretch();
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(kGapHuge);
    columns->addLayout(words, 1);
    columns->addWidget(m_line, 2);
    body()->addLayout(columns);
    const QString consequence = HealthWords::consequence(name);
    if (!consequence.isEmpty())
        body()->addWidget((new Label(TextStyle::Caption, consequence))->muted()->wrapped());
}

void DependencyCard::showCheck(const client::HealthReport::Check &check, const HealthModel::Past &past)
{
    m_state->say(HealthWords::state(check.health), HealthWords::tone(check.health));
    m_latency->setText(QLocale().toString(check.latencyMs, 'f', 2));
    m_detail->setText(check.detail);
    m_detail->setVisible(!check.detail.isEmpty());
    const QLocale locale;
    m_failure->setText(
        past.lastFailure.isValid()
            ? tr("Last trouble seen at %1. %2").arg(locale.toString(past.lastFailure, QLocale::ShortFormat), past.lastDetail)
            : tr("No trouble seen since this console was opened."));
    m_line->setValues(past.latencies);
    setAccessibleDescription(HealthWords::state(check.health));
}

} // namespace gatehouse::desktop
