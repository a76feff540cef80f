#include "desktop/limits/usage_list.h"

#include "desktop/limits/quota_bar.h"
#include "desktop/state/state_panel.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QHeaderView>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kLeastHeight = 160;

Table *makeTable(Theme &theme, UsageModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"usage"_s, Table::Rows::Sortable);
    table->setItemDelegateForColumn(UsageModel::Left, new QuotaBar(theme, table));
    table->setAccessibleName(UsageList::tr("Who is near or over a limit"));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    theme.follow(table, [table] { table->viewport()->update(); });
    return table;
}

} // namespace

UsageList::UsageList(Theme &theme, TableMemory &tables, bool mayAct, QWidget *parent)
    : Card(tr("Near or over a limit"), parent)
    , m_mayAct(mayAct)
    , m_model(theme)
    , m_stack(new QStackedWidget)
    , m_table(makeTable(theme, m_model, tables))
    , m_nobody(new StatePanel(theme))
    , m_reset(new QAction(tr("Give the caller everything back"), this))
    , m_exempt(new QAction(tr("Never limit the caller"), this))
{
    m_nobody->showEmpty(Icon::Done, tr("Nobody"), tr("Every caller has more than a fifth left."));
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(m_table);
    m_stack->setMinimumHeight(kLeastHeight);
    setFlush();
    body()->addWidget(m_stack);
    addActs(theme);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UsageList::showSelected);
    showSelected();
}

void UsageList::addActs(Theme &theme)
{
    theme.follow(m_reset, [this, &theme] { m_reset->setIcon(theme.icon(Icon::Undo)); });
    theme.follow(m_exempt, [this, &theme] { m_exempt->setIcon(theme.icon(Icon::Proven)); });
    connect(m_reset, &QAction::triggered, this, [this] {
        if (const client::LimitUsage *const usage = selected())
            Q_EMIT resetRequested(*usage);
    });
    connect(m_exempt, &QAction::triggered, this, [this] {
        if (const client::LimitUsage *const usage = selected())
            Q_EMIT exemptionRequested(usage->caller);
    });
    m_reset->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_exempt->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_table->addActions({m_reset, m_exempt});
    QPushButton *const exempt = makeButton(theme, tr("Never limit"));
    QPushButton *const reset = makeButton(theme, tr("Reset"), ButtonKind::Ordinary, Icon::Undo);
    for (const auto &[button, act] : {std::pair(exempt, m_exempt), std::pair(reset, m_reset)}) {
        connect(button, &QPushButton::clicked, act, &QAction::trigger);
        connect(act, &QAction::changed, button, [button, act] { button->setEnabled(act->isEnabled()); });
        addAction(button);
    }
}

void UsageList::setUsages(std::vector<client::LimitUsage> usages)
{
    const client::LimitUsage *const before = selected();
    const QString key = before ? before->key + before->policy : QString();
    m_model.setUsages(std::move(usages));
    m_stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_nobody);
    for (int row = 0; row < m_model.rowCount() && !key.isEmpty(); ++row) {
        if (m_model.usageAt(row)->key + m_model.usageAt(row)->policy == key)
            m_table->setCurrentRow(row);
    }
    showSelected();
}

const client::LimitUsage *UsageList::selected() const
{
    return m_model.usageAt(m_table->currentRow());
}

void UsageList::showSelected()
{
    const client::LimitUsage *const usage = selected();
    m_reset->setEnabled(m_mayAct && usage);
    m_exempt->setEnabled(m_mayAct && usage && !usage->isAccount);
}

} // namespace gatehouse::desktop
