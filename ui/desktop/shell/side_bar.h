#pragma once

#include "desktop/shell/page.h"
#include "desktop/shell/server_profile.h"

#include <QListWidget>

namespace gatehouse::desktop {

/// The list of pages. Arrow keys move in it.
class SideBar : public QWidget
{
    Q_OBJECT

public:
    SideBar(Theme &theme, const std::vector<PageEntry> &pages, QWidget *parent = nullptr);

    void select(const QString &id);
    /// At its foot.
    void setFoot(QWidget *foot);

Q_SIGNALS:
    void selected(const QString &id);

private:
    void addSection(const QString &name);
    void addPage(const PageEntry &page);

    QListWidget *m_list;
};

} // namespace gatehouse::desktop
