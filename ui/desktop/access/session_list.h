#pragma once

#include "client/list_reader.h"
#include "client/managed_user.h"
#include "desktop/state/stateful_area.h"
#include "desktop/theme/card.h"

#include <memory>

namespace gatehouse::desktop {

/// Where one user is signed in; each session can be ended.
class SessionList : public Card
{
    Q_OBJECT

public:
    SessionList(Theme &theme, client::AdminSession &session, QWidget *parent = nullptr);

    void showUser(const client::ManagedUser &user);
    void refresh();

private:
    void fill(std::vector<client::UserSession> sessions);
    void addRow(const client::UserSession &session);
    void end(const QString &id);
    void endAll();

    Theme &m_theme;
    client::AdminSession &m_session;
    client::ManagedUser m_user;
    std::vector<client::UserSession> m_shown;
    StatefulArea *m_area = nullptr;
    QVBoxLayout *m_rows;
    QPushButton *m_endAll;
    std::unique_ptr<client::ListReader> m_reader; ///< of m_user's
};

} // namespace gatehouse::desktop
