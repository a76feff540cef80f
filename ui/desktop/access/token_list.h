#pragma once

#include "desktop/access/token_model.h"
#include "desktop/shell/server_profile.h"
#include "desktop/state/stateful_area.h"
#include "desktop/theme/card.h"

class QAction;

namespace gatehouse::desktop {

class Table;
class TableMemory;

/// The share tokens of a server: who may send secrets without an account, and until when.
class TokenList : public Card
{
    Q_OBJECT

public:
    /// All but `profile` live longer.
    TokenList(Theme &theme, ServerProfile profile, client::AdminSession &session, client::UserDirectory &users,
              TableMemory &tables, QWidget *parent = nullptr);

    void refresh() { m_model.refresh(); }
    [[nodiscard]] TokenModel &model() { return m_model; }
    /// For the command palette.
    [[nodiscard]] QList<QAction *> acts() const { return {m_new, m_revoke}; }

private:
    void addActs();
    void showLoaded();
    void showSelected();
    void make();
    void revoke();
    [[nodiscard]] const client::ShareToken *selected() const;

    Theme &m_theme;
    const ServerProfile m_profile;
    client::AdminSession &m_session;
    TokenModel m_model;
    Table *m_table;
    StatefulArea *m_area;
    QAction *m_new;
    QAction *m_revoke;
    QString m_selectedId; ///< chosen again after the list was read
};

} // namespace gatehouse::desktop
