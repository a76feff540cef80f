#include "desktop/health/health_page.h"

#include "desktop/health/dependency_card.h"
#include "desktop/health/health_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

HealthPage::HealthPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, QWidget *parent)
    : Page(theme, tr("Health"), tr("What the server needs, how fast it answers, and what goes without it."), parent)
    , m_model(session, stream)
    , m_state(new Badge)
    , m_rows(new QVBoxLayout)
{
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kGapLarge);
    layout->addLayout(m_rows);
    layout->addStretch();
    m_area = new StatefulArea(theme, makeScrollPane(content));
    body()->addWidget(m_area);
    addControl(m_state);
    m_state->hide();

    QAction *const refresh = addAct(tr("Check now"), Icon::Refresh, QKeySequence::Refresh);
    QPushButton *const button = makeButton(theme, refresh->text(), ButtonKind::Ordinary, Icon::Refresh);
    connect(button, &QPushButton::clicked, refresh, &QAction::trigger);
    addControl(button);
    connect(refresh, &QAction::triggered, &m_model, &HealthModel::refresh);
    connect(m_area, &StatefulArea::retryRequested, &m_model, &HealthModel::refresh);
    connect(&m_model, &HealthModel::changed, this, &HealthPage::showReport);
    connect(&m_model, &HealthModel::troubled, m_area, &StatefulArea::showTrouble);
}

DependencyCard *HealthPage::cardFor(const QString &check)
{
    DependencyCard *&card = m_cards[check];
    if (!card) {
        card = new DependencyCard(theme(), check);
        m_rows->addWidget(card);
    }
    return card;
}

void HealthPage::showReport()
{
    const client::HealthReport &report = *m_model.report();
    for (const client::HealthReport::Check &check : report.checks)
        cardFor(check.name)->showCheck(check, m_model.past(check.name));
    m_state->say(HealthWords::state(report.health), HealthWords::tone(report.health));
    m_state->setVisible(true);
    m_area->showContent();
}

} // namespace gatehouse::desktop
