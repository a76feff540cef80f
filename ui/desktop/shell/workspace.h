#pragma once

#include "client/admin_session.h"
#include "desktop/shell/page.h"
#include "desktop/shell/server_profile.h"

#include <QMap>
#include <QSet>
#include <QStackedWidget>

namespace gatehouse::desktop {

class NoticeBar;
class SideBar;

/// What somebody who is signed in works with: the pages of one server.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    /// `pages` is not empty; the first is shown.
    Workspace(Theme &theme, const ServerProfile &profile, client::AdminSession &session, std::vector<PageEntry> pages,
              QWidget *parent = nullptr);

    void showPage(const QString &id);
    /// Goes on where somebody was in `before`, which goes. Pages of it that hold work are taken over as they are, and made anew
    /// when they hold none and are shown again.
    void succeed(Workspace &before);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QStringList pageIds() const;
    void openPalette();
    /// What is of no page: said above all of them.
    void warn(const QString &text);

Q_SIGNALS:
    /// Somebody leaves their place.
    void lockRequested();

private:
    void addActions(client::AdminSession &session);
    void add(const QString &id, Page *page);

    Theme &m_theme;
    std::vector<PageEntry> m_pages;
    SideBar *m_sideBar;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    QMap<QString, Page *> m_made;
    QSet<QString> m_outdated; ///< pages that were taken over
};

} // namespace gatehouse::desktop
