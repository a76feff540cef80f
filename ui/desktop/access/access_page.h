#pragma once

#include "desktop/access/user_model.h"
#include "desktop/shell/page.h"
#include "desktop/shell/server_profile.h"
#include "desktop/state/stateful_area.h"

namespace gatehouse::desktop {

class SessionList;
class Table;
class TableMemory;
class TokenList;

/// Who may sign in, as what, and where they are signed in; and who may send secrets without an account.
class AccessPage : public Page
{
    Q_OBJECT

public:
    AccessPage(Theme &theme, ServerProfile profile, client::AdminSession &session, client::UserDirectory &users,
               TableMemory &tables, QWidget *parent = nullptr);

    void resume() override;
    [[nodiscard]] UserModel &model() { return m_model; }
    [[nodiscard]] TokenList &tokens() { return *m_tokens; }

protected:
    void resizeEvent(QResizeEvent *event) override;

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
    Table *m_table;
    SessionList *m_sessions;
    TokenList *m_tokens;
    QList<QAction *> m_onSelected;
    QAction *m_disable = nullptr;
    QString m_selectedId; ///< chosen again after the list was read
};

} // namespace gatehouse::desktop
