#pragma once

#include "client/audit_entry.h"
#include "client/user_directory.h"
#include "desktop/theme/theme.h"

#include <QAbstractListModel>
#include <QListView>

namespace gatehouse::desktop {

/// A few entries of the record, newest first, one line each.
class EventList : public QListView
{
    Q_OBJECT

public:
    EventList(Theme &theme, client::UserDirectory &users, QWidget *parent = nullptr);
    ~EventList() override;

    void setEntries(std::vector<client::AuditEntry> entries);
    [[nodiscard]] QSize sizeHint() const override;

private:
    class Model;
    std::unique_ptr<Model> m_entries;
};

} // namespace gatehouse::desktop
