#pragma once

#include "desktop/audit/audit_model.h"
#include "desktop/shell/page.h"
#include "desktop/state/stateful_area.h"

namespace gatehouse::desktop {

class AuditDetail;
class AuditFilterBar;
class RecordCheckBar;
class Table;
class TableMemory;

/// The record: who did what, searched, followed and proven.
class AuditPage : public Page
{
    Q_OBJECT

public:
    AuditPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, client::UserDirectory &users,
              TableMemory &tables, QWidget *parent = nullptr);

    void resume() override;
    void pause() override;
    [[nodiscard]] AuditModel &model() { return m_model; }

private:
    [[nodiscard]] QWidget *makeContent(client::AdminSession &session, client::UserDirectory &users, TableMemory &tables);
    void addActs();
    void showCount();
    void showSelected();
    void setDetailShown(bool shown);
    void saveAs();

    AuditModel m_model;
    AuditFilterBar *m_filter;
    RecordCheckBar *m_check;
    StatefulArea *m_area = nullptr;
    Table *m_table = nullptr;
    AuditDetail *m_detail = nullptr;
};

} // namespace gatehouse::desktop
