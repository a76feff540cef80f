#include "desktop/overview/traffic_chart.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QButtonGroup>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QHeaderView>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QTableView>
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

QTableView *makeTable(QAbstractItemModel *model)
{
    auto *const table = new QTableView;
    table->setModel(model);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAccessibleName(TrafficChart::tr("Requests and errors over time"));
    return table;
}

} // namespace

TrafficChart::TrafficChart(Theme &theme, const TrafficHistory &history, QWidget *parent)
    : Card(tr("Requests a second"), parent)
    , m_theme(theme)
    , m_history(history)
    , m_stack(new QStackedWidget)
    , m_table(new TrafficTable(this))
{
    m_stack->addWidget(makeChart());
    m_stack->addWidget(makeTable(m_table));
    m_stack->setMinimumHeight(kLeastHeight);
    setFlush();
    body()->addWidget(m_stack);
    addSpans();
    theme.follow(this, [this] { paintAs(m_theme.colours()); });
    refresh();
}

QWidget *TrafficChart::makeChart()
{
    m_chart = new QChart;
    m_requests = new QLineSeries(m_chart);
    m_errors = new QLineSeries(m_chart);
    m_requests->setName(tr("Requests"));
    m_errors->setName(tr("Errors"));
    m_time = new QDateTimeAxis(m_chart);
    m_time->setTickCount(kTimeTicks);
    m_rate = new QValueAxis(m_chart);
    m_rate->setTickCount(kRateTicks);
    m_rate->setLabelFormat(u"%g"_s);
    m_chart->addSeries(m_requests);
    m_chart->addSeries(m_errors);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_rate, Qt::AlignLeft);
    for (QLineSeries *series : {m_requests, m_errors}) {
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
    view->setAccessibleName(tr("Chart of requests and errors a second; the table has the numbers"));
    return view;
}

void TrafficChart::addSpans()
{
    auto *const spans = new QButtonGroup(this);
    const auto add = [&](const QString &text, TrafficHistory::Span span) {
        auto *const button = new QToolButton;
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(span == m_span);
        spans->addButton(button);
        addAction(button);
        connect(button, &QToolButton::clicked, this, [this, span] { setSpan(span); });
    };
    add(tr("5 minutes"), TrafficHistory::Span::Live);
    add(tr("Hour"), TrafficHistory::Span::Hour);
    add(tr("Day"), TrafficHistory::Span::Day);
    QToolButton *const table = makeIconButton(m_theme, Icon::Table, tr("Show the numbers"));
    table->setCheckable(true);
    connect(table, &QToolButton::toggled, this, &TrafficChart::showTable);
    addAction(table);
}

void TrafficChart::paintAs(const Colours &colours)
{
    m_requests->setPen(QPen(colours.accent, 2));
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

void TrafficChart::setSpan(TrafficHistory::Span span)
{
    m_span = span;
    refresh();
}

void TrafficChart::showTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
}

void TrafficChart::refresh()
{
    const std::vector<TrafficSample> &samples = m_history.samples(m_span);
    QList<QPointF> requests;
    QList<QPointF> errors;
    double top = 0;
    for (const TrafficSample &sample : samples) {
        const auto time = double(sample.time.toMSecsSinceEpoch());
        requests.append({time, sample.requestsPerSecond});
        errors.append({time, sample.errorsPerSecond});
        top = std::max(top, sample.requestsPerSecond);
    }
    m_requests->replace(requests);
    m_errors->replace(errors);
    const QDateTime now = samples.empty() ? QDateTime::currentDateTimeUtc() : samples.back().time;
    m_time->setFormat(m_span == TrafficHistory::Span::Live ? u"HH:mm:ss"_s : u"HH:mm"_s);
    m_time->setRange(now.addSecs(-TrafficHistory::length(m_span).count()).toLocalTime(), now.toLocalTime());
    m_rate->setRange(0, roundedAbove(top));
    m_table->setSamples(samples);
}

} // namespace gatehouse::desktop
