#pragma once

#include "desktop/secrets/new_value_dialog.h"
#include "desktop/secrets/secret_model.h"
#include "desktop/shell/page.h"
#include "desktop/shell/server_profile.h"
#include "desktop/state/stateful_area.h"

namespace gatehouse::desktop {

class KeyTimeline;
class Table;
class TableMemory;

/// Every secret the product uses: where it is from, how strong and how old it is, and what can be done about it.
class SecretsPage : public Page
{
    Q_OBJECT

public:
    SecretsPage(Theme &theme, ServerProfile profile, client::AdminSession &session, TableMemory &tables,
                QWidget *parent = nullptr);

    void resume() override;
    [[nodiscard]] SecretModel &model() { return m_model; }

private:
    [[nodiscard]] QWidget *makeContent(TableMemory &tables);
    [[nodiscard]] QWidget *makeNotice();
    void addActs();
    void addButtons();
    void showPage();
    void showNotice();
    void showSelected();
    void openDialog(QDialog *dialog);
    void newValue(NewValueDialog::Way way);
    void rotate();
    [[nodiscard]] const client::ManagedSecret *selected() const;

    const ServerProfile m_profile;
    client::AdminSession &m_session;
    SecretModel m_model;
    StatefulArea *m_area = nullptr;
    QFrame *m_notice = nullptr;
    Label *m_noticeText;
    Table *m_table = nullptr;
    KeyTimeline *m_timeline;
    QAction *m_set = nullptr;
    QAction *m_generate = nullptr;
    QAction *m_rotate = nullptr;
    QAction *m_import = nullptr;
    QAction *m_export = nullptr;
    QString m_selectedName; ///< chosen again after the list was read
};

} // namespace gatehouse::desktop
