#pragma once

#include "desktop/limits/limit_model.h"
#include "desktop/limits/usage_model.h"
#include "desktop/theme/card.h"

class QAction;
class QStackedWidget;

namespace gatehouse::desktop {

class StatePanel;
class Table;
class TableMemory;

/// Who is near or over a limit, and what can be done for them.
class UsageList : public Card
{
    Q_OBJECT

public:
    UsageList(Theme &theme, TableMemory &tables, bool mayAct, QWidget *parent = nullptr);

    void setUsages(std::vector<client::LimitUsage> usages);
    /// For the command palette.
    [[nodiscard]] QList<QAction *> acts() const { return {m_reset, m_exempt}; }

Q_SIGNALS:
    void resetRequested(const gatehouse::client::LimitUsage &usage);
    void exemptionRequested(const QString &address);

private:
    void addActs(Theme &theme);
    void showSelected();
    [[nodiscard]] const client::LimitUsage *selected() const;

    const bool m_mayAct;
    UsageModel m_model;
    QStackedWidget *m_stack;
    Table *m_table;
    StatePanel *m_nobody;
    QAction *m_reset;
    QAction *m_exempt;
};

} // namespace gatehouse::desktop
