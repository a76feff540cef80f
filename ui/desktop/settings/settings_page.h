#pragma once

#include "desktop/settings/setting_model.h"
#include "desktop/shell/page.h"
#include "desktop/shell/preferences.h"
#include "desktop/shell/server_profile.h"
#include "desktop/state/stateful_area.h"

class QAbstractButton;
class QComboBox;
class QLineEdit;

namespace gatehouse::desktop {

class NoticeBar;
class SettingEditor;
class Table;
class TableMemory;

/// What the server goes by, where each value comes from, and what may be changed while it runs; and what a person wants of
/// this console.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Theme &theme, ServerProfile profile, client::AdminSession &session, Preferences &preferences,
                 TableMemory &tables, QWidget *parent = nullptr);

    void resume() override { m_model.refresh(); }
    [[nodiscard]] bool holdsWork() const override { return !m_model.wanted().isEmpty(); }
    [[nodiscard]] QString place() const override;
    void setPlace(const QString &place) override;
    [[nodiscard]] SettingModel &model() { return m_model; }

private:
    [[nodiscard]] QWidget *makeServerSide(TableMemory &tables);
    [[nodiscard]] QWidget *makeFilter();
    [[nodiscard]] QWidget *makeContent(TableMemory &tables);
    [[nodiscard]] QWidget *makeWantedBar();
    void addActs();
    void addSides();
    void setFilter();
    void showLoaded();
    void showSelected();
    void showWanted();
    void review(const SettingModel::Wanted &wanted);
    void tellApplied(int changes);

    const ServerProfile m_profile;
    client::AdminSession &m_session;
    SettingModel m_model;
    QStackedWidget *m_sides;
    QAbstractButton *m_consoleSide = nullptr;
    NoticeBar *m_notice;
    StatefulArea *m_area = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_section = nullptr;
    QComboBox *m_which = nullptr;
    Table *m_table = nullptr;
    SettingEditor *m_editor = nullptr;
    QWidget *m_wantedBar = nullptr;
    Label *m_wanted = nullptr;
    QAction *m_review = nullptr;
    QAction *m_discard = nullptr;
};

} // namespace gatehouse::desktop
