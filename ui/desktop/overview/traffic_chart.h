#pragma once

#include "desktop/overview/traffic_table.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

#include <QStackedWidget>

QT_FORWARD_DECLARE_CLASS(QChart)
QT_FORWARD_DECLARE_CLASS(QDateTimeAxis)
QT_FORWARD_DECLARE_CLASS(QLineSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace gatehouse::desktop {

/// Requests and errors a second over time, as lines or, for reading and copying, as a table of the same numbers.
class TrafficChart : public Card
{
    Q_OBJECT

public:
    TrafficChart(Theme &theme, const TrafficHistory &history, QWidget *parent = nullptr);

    /// Takes over what the history has become.
    void refresh();
    void setSpan(TrafficHistory::Span span);
    void showTable(bool table);

private:
    [[nodiscard]] QWidget *makeChart();
    void addSpans();
    void paintAs(const Colours &colours);

    Theme &m_theme;
    const TrafficHistory &m_history;
    TrafficHistory::Span m_span = TrafficHistory::Span::Live;
    QStackedWidget *m_stack;
    QChart *m_chart = nullptr;
    QLineSeries *m_requests = nullptr;
    QLineSeries *m_errors = nullptr;
    QDateTimeAxis *m_time = nullptr;
    QValueAxis *m_rate = nullptr;
    TrafficTable *m_table;
};

} // namespace gatehouse::desktop
