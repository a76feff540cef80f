#pragma once

#include "desktop/logs/log_model.h"
#include "desktop/shell/page.h"
#include "desktop/state/stateful_area.h"

class QPushButton;

namespace gatehouse::desktop {

class LogDetail;
class LogFilterBar;
class Table;
class TableMemory;

/// The server's log as it is written. Follows its end; who scrolls back has it stand still.
class LogsPage : public Page
{
    Q_OBJECT

public:
    LogsPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, TableMemory &tables,
             QWidget *parent = nullptr);

    [[nodiscard]] LogModel &model() { return m_model; }

private:
    [[nodiscard]] QWidget *makeContent(TableMemory &tables);
    [[nodiscard]] QWidget *makeWaitingBar();
    void addActs();
    void showState();
    void showSelected();
    void setDetailShown(bool shown);
    void followScrolling();
    void setFollowing(bool following);
    void saveAs();
    void save(const QString &path);

    client::LiveStream &m_stream;
    LogModel m_model;
    LogFilterBar *m_filter;
    StatefulArea *m_area = nullptr;
    Table *m_table = nullptr;
    LogDetail *m_detail = nullptr;
    QWidget *m_waitingBar = nullptr;
    Label *m_waiting = nullptr;
    QAction *m_pause = nullptr;
    bool m_scrollingToEnd = false;
};

} // namespace gatehouse::desktop
