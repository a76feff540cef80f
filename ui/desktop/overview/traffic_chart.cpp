#include "desktop/overview/traffic_chart.h"

#include "desktop/shell/local_time.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QButtonGroup>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QHeaderView>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kTimeTicks = 6;
constexpr int kRateTicks = 5;
constexpr int kLeastHeight = 180;

/// The next of 1, 2, 5, 10 … that leaves room above `value`, in four equal steps that read well.
double roundedAbove(double value)
{
    double size = 1;
    for (int i = 0; size * 4 < value && i < 12; ++i)
        size *= i % 3 == 1 ? 2.5 : 2;
    return size * 4;
}

Table *makeTable(TrafficTable &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"traffic"_s, Table::Rows::Sortable);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setAccessibleName(TrafficChart::tr("Requests, refusals and errors over time"));
    return table;
}

} // namespace

TrafficChart::TrafficChart(Theme &theme, TableMemory &tables, QWidget *parent)
    : Card(tr("Requests a second"), parent)
    , m_theme(theme)
    , m_stack(new QStackedWidget)
    , m_table(new TrafficTable(this))
{
    m_stack->addWidget(makeChart());
    m_stack->addWidget(makeTable(*m_table, tables));
    m_stack->setMinimumHeight(kLeastHeight);
    setFlush();
    body()->addWidget(m_stack);
    addSpans();
    theme.follow(this, [this] { paintAs(m_theme.colours()); });
    setPoints({});
}

QWidget *TrafficChart::makeChart()
{
    m_chart = new QChart;
    m_requests = new QLineSeries(m_chart);
    m_refusals = new QLineSeries(m_chart);
    m_errors = new QLineSeries(m_chart);
    m_requests->setName(tr("Requests"));
    m_refusals->setName(tr("Refused"));
    m_errors->setName(tr("Errors"));
    m_time = new QDateTimeAxis(m_chart);
    m_time->setTickCount(kTimeTicks);
    m_rate = new QValueAxis(m_chart);
    m_rate->setTickCount(kRateTicks);
    m_rate->setLabelFormat(u"%g"_s);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_rate, Qt::AlignLeft);
    for (QLineSeries *series : {m_requests, m_refusals, m_errors}) {
        m_chart->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_rate);
    }
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins(QMargins(kGapSmall, 0, kGap, kGapTiny));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->setAlignment(Qt::AlignTop);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeCircle);
    auto *const view = new QChartView(m_chart);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setBackgroundBrush(Qt::NoBrush);
    for (QWidget *const part : {static_cast<QWidget *>(view), view->viewport()})
        part->setFocusPolicy(Qt::NoFocus); // keys do nothing in it
    view->setAccessibleName(tr("Chart of requests, refusals and errors a second; the table has the numbers"));
    return view;
}

void TrafficChart::addSpans()
{
    auto *const spans = new QButtonGroup(this);
    const auto add = [&](const QString &text, TrafficSpan span) {
        auto *const button = new QToolButton;
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(span == m_span);
        spans->addButton(button);
        addAction(button);
        connect(button, &QToolButton::clicked, this, [this, span] {
            m_span = span;
            Q_EMIT spanChosen(span);
        });
    };
    add(tr("5 minutes"), TrafficSpan::Live);
    add(tr("Hour"), TrafficSpan::Hour);
    add(tr("Day"), TrafficSpan::Day);
    QToolButton *const table = makeIconButton(m_theme, Icon::Table, tr("Show the numbers"));
    table->setCheckable(true);
    connect(table, &QToolButton::toggled, this, &TrafficChart::showTable);
    addAction(table);
}

void TrafficChart::paintAs(const Colours &colours)
{
    m_requests->setPen(QPen(colours.accent, 2));
    m_refusals->setPen(QPen(colours.warning, 2));
    m_errors->setPen(QPen(colours.danger, 2));
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_time, m_rate}) {
        axis->setLabelsColor(colours.muted);
        axis->setLabelsFont(fontFor(TextStyle::Caption));
        axis->setGridLinePen(QPen(colours.border, 1));
        axis->setLinePen(QPen(colours.border, 1));
    }
    m_time->setGridLineVisible(false);
    m_chart->legend()->setLabelColor(colours.muted);
    m_chart->legend()->setFont(fontFor(TextStyle::Caption));
}

void TrafficChart::showTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
}

void TrafficChart::setPoints(const std::vector<client::TrafficPoint> &points)
{
    QList<QPointF> requests;
    QList<QPointF> refusals;
    QList<QPointF> errors;
    double top = 0;
    for (const client::TrafficPoint &point : points) {
        const auto time = double(point.until.toMSecsSinceEpoch());
        requests.append({time, point.requests});
        refusals.append({time, point.refusals});
        errors.append({time, point.errors});
        top = std::max(top, point.requests);
    }
    m_requests->replace(requests);
    m_refusals->replace(refusals);
    m_errors->replace(errors);
    const QDateTime now = points.empty() ? QDateTime::currentDateTimeUtc() : points.back().until;
    m_time->setFormat(timeFormat(m_span == TrafficSpan::Live ? Precision::Seconds : Precision::Minutes));
    m_time->setRange(now.addSecs(-lengthOf(m_span).count()).toLocalTime(), now.toLocalTime());
    m_rate->setRange(0, roundedAbove(top));
    m_table->setPoints(points);
}

} // namespace gatehouse::desktop
