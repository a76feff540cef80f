#pragma once

#include "client/user_directory.h"
#include "desktop/overview/attention.h"
#include "desktop/overview/overview_model.h"
#include "desktop/shell/page.h"
#include "desktop/state/stateful_area.h"

class QGridLayout;

namespace gatehouse::desktop {

class ConditionLine;
class EventList;
class MetricTile;
class TableMemory;
class TrafficChart;

/// How the server does, at a glance, and what needs somebody.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    OverviewPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, client::UserDirectory &users,
                 TableMemory &tables, QWidget *parent = nullptr);

    void resume() override;
    void pause() override;
    [[nodiscard]] OverviewModel &model() { return m_model; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// The tiles in one row where there is room, else in two.
    void arrangeTiles();
    [[nodiscard]] QWidget *makeContent(client::UserDirectory &users, TableMemory &tables);
    [[nodiscard]] QWidget *makeTiles();
    void showTraffic();
    void showOverview();
    void showRates();
    void showHealth();
    void showAttention();

    OverviewModel m_model;
    StatefulArea *m_area = nullptr;
    QGridLayout *m_tiles = nullptr;
    int m_tileColumns = 0;
    MetricTile *m_rate = nullptr;
    MetricTile *m_latency = nullptr;
    MetricTile *m_errors = nullptr;
    MetricTile *m_refusals = nullptr;
    MetricTile *m_sessions = nullptr;
    TrafficChart *m_chart = nullptr;
    EventList *m_events = nullptr;
    QVBoxLayout *m_attention = nullptr;
    QVBoxLayout *m_health = nullptr;
    std::vector<ConditionLine *> m_healthLines; ///< one for each dependency
    std::optional<std::vector<Attention>> m_shownAttention; ///< nothing: none was shown yet
};

} // namespace gatehouse::desktop
