#pragma once

#include "desktop/access/user_model.h"
#include "desktop/shell/page.h"
#include "desktop/shell/server_profile.h"
#include "desktop/state/stateful_area.h"

class QTableView;

namespace gatehouse::desktop {

class SessionList;

/// Who may sign in, as what, and where they are signed in.
class AccessPage : public Page
{
    Q_OBJECT

public:
    AccessPage(Theme &theme, ServerProfile profile, client::AdminSession &session, client::UserDirectory &users,
               QWidget *parent = nullptr);

    void resume() override;
    [[nodiscard]] UserModel &model() { return m_model; }

private:
    [[nodiscard]] QWidget *makeContent();
    void addActs();
    void showSelected();
    void changeRole(Role role);
    void toggleDisabled();
    void removeSelected();
    void report(const std::optional<client::Trouble> &trouble);
    [[nodiscard]] const client::ManagedUser *selected() const;
    [[nodiscard]] QString typedOnProduction(const QString &name) const;

    ServerProfile m_profile;
    client::AdminSession &m_session;
    UserModel m_model;
    StatefulArea *m_area = nullptr;
    Label *m_problem;
    QTableView *m_table;
    SessionList *m_sessions;
    QList<QAction *> m_onSelected;
    QAction *m_disable = nullptr;
    QString m_selectedId; ///< chosen again after the list was read
};

} // namespace gatehouse::desktop
