#pragma once

#include "client/overview.h"
#include "desktop/overview/traffic_span.h"
#include "desktop/overview/traffic_table.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

#include <QStackedWidget>

QT_FORWARD_DECLARE_CLASS(QChart)
QT_FORWARD_DECLARE_CLASS(QDateTimeAxis)
QT_FORWARD_DECLARE_CLASS(QLineSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace gatehouse::desktop {

class TableMemory;

/// Requests, refusals and errors a second over time, as lines or, for reading and copying, as a table of the same numbers.
class TrafficChart : public Card
{
    Q_OBJECT

public:
    TrafficChart(Theme &theme, TableMemory &tables, QWidget *parent = nullptr);

    /// What happened in the span that is shown, oldest first.
    void setPoints(const std::vector<client::TrafficPoint> &points);
    void showTable(bool table);

Q_SIGNALS:
    void spanChosen(gatehouse::desktop::TrafficSpan span);

private:
    [[nodiscard]] QWidget *makeChart();
    void addSpans();
    void paintAs(const Colours &colours);

    Theme &m_theme;
    TrafficSpan m_span = TrafficSpan::Live;
    QStackedWidget *m_stack;
    QChart *m_chart = nullptr;
    QLineSeries *m_requests = nullptr;
    QLineSeries *m_refusals = nullptr;
    QLineSeries *m_errors = nullptr;
    QDateTimeAxis *m_time = nullptr;
    QValueAxis *m_rate = nullptr;
    TrafficTable *m_table;
};

} // namespace gatehouse::desktop
