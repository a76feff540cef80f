#include "desktop/overview/overview_page.h"

#include "desktop/events/event_list.h"
#include "desktop/health/health_words.h"
#include "desktop/overview/attention.h"
#include "desktop/overview/metric_tile.h"
#include "desktop/overview/traffic_chart.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QLocale>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kEventsShown = 6;
constexpr int kTrendPoints = 60;

void clear(QLayout *layout)
{
    while (QLayoutItem *const item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

/// A mark, two lines of words and, where there is something to do, a button.
QWidget *makeLine(Theme &theme, Icon icon, Tone tone, const QString &title, const QString &note, QWidget *button)
{
    auto *const line = new QWidget;
    auto *const layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, kGapTiny, 0, kGapTiny);
    layout->setSpacing(kGap);
    auto *const mark = new QLabel;
    theme.follow(mark, [&theme, mark, icon, tone] {
        mark->setPixmap(theme.icon(icon, tone).pixmap(QSize(kIcon, kIcon), mark->devicePixelRatioF()));
    });
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget((new Label(TextStyle::Body, title))->wrapped());
    if (!note.isEmpty())
        words->addWidget((new Label(TextStyle::Caption, note))->muted()->wrapped());
    layout->addLayout(words, 1);
    if (button)
        layout->addWidget(button, 0, Qt::AlignVCenter);
    line->setAccessibleName(title);
    line->setAccessibleDescription(note);
    return line;
}

std::vector<double> trendOf(const std::vector<TrafficSample> &samples, double TrafficSample::*value)
{
    std::vector<double> trend;
    const std::size_t from = samples.size() > kTrendPoints ? samples.size() - kTrendPoints : 0;
    for (std::size_t i = from; i < samples.size(); ++i)
        trend.push_back(samples[i].*value);
    return trend;
}

} // namespace

OverviewPage::OverviewPage(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QWidget *parent)
    : Page(theme, tr("Overview"), {}, parent)
    , m_model(session)
{
    m_area = new StatefulArea(theme, makeContent(users));
    body()->addWidget(m_area);
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, &m_model, &OverviewModel::refresh);
    connect(m_area, &StatefulArea::retryRequested, &m_model, &OverviewModel::refresh);
    connect(&m_model, &OverviewModel::trafficChanged, this, &OverviewPage::showTraffic);
    connect(&m_model, &OverviewModel::healthChanged, this, &OverviewPage::showHealth);
    connect(&m_model, &OverviewModel::eventsChanged, this, [this] {
        std::vector<client::AuditEntry> events = m_model.events();
        events.resize(std::min<std::size_t>(events.size(), kEventsShown));
        m_events->setEntries(std::move(events));
        showAttention();
    });
    connect(&m_model, &OverviewModel::troubled, m_area, &StatefulArea::showTrouble);
}

QWidget *OverviewPage::makeContent(client::UserDirectory &users)
{
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);

    auto *const tiles = new QHBoxLayout;
    tiles->setSpacing(kGapLarge);
    tiles->addWidget(m_rate = new MetricTile(theme(), tr("Requests")), 1);
    tiles->addWidget(m_latency = new MetricTile(theme(), tr("Time to answer")), 1);
    tiles->addWidget(m_errors = new MetricTile(theme(), tr("Errors")), 1);
    tiles->addWidget(m_uptime = new MetricTile(theme(), tr("Running for")), 1);
    layout->addLayout(tiles);

    auto *const attention = new Card(tr("Needs attention"));
    attention->body()->addLayout(m_attention = new QVBoxLayout);
    attention->body()->addStretch();
    auto *const health = new Card(tr("What it needs"));
    QPushButton *const seeHealth = makeButton(theme(), tr("All"), ButtonKind::Plain);
    connect(seeHealth, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"health"_s); });
    health->addAction(seeHealth);
    health->body()->addLayout(m_health = new QVBoxLayout);
    health->body()->addStretch();
    auto *const events = new Card(tr("Latest events"));
    events->setFlush();
    QPushButton *const seeEvents = makeButton(theme(), tr("All"), ButtonKind::Plain);
    connect(seeEvents, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"audit"_s); });
    events->addAction(seeEvents);
    events->body()->addWidget(m_events = new EventList(theme(), users));

    auto *const middle = new QHBoxLayout;
    middle->setSpacing(kGapLarge);
    middle->addWidget(m_chart = new TrafficChart(theme(), m_model.history()), 2);
    middle->addWidget(attention, 1);
    auto *const bottom = new QHBoxLayout;
    bottom->setSpacing(kGapLarge);
    bottom->addWidget(events, 2);
    bottom->addWidget(health, 1);
    layout->addLayout(middle, 1);
    layout->addLayout(bottom, 1);

    auto *const scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void OverviewPage::resume()
{
    m_model.setLive(true);
}

void OverviewPage::pause()
{
    m_model.setLive(false);
}

void OverviewPage::showTraffic()
{
    const QLocale locale;
    const client::TrafficCounts &counts = *m_model.traffic();
    const TrafficSample now = m_model.history().latest().value_or(TrafficSample{});
    m_rate->setFigure(locale.toString(now.requestsPerSecond, 'f', now.requestsPerSecond < 100 ? 1 : 0), tr("a second"),
                      tr("%1 since the start").arg(locale.toString(counts.requests())));
    using Route = client::TrafficCounts::Route;
    m_latency->setFigure(locale.toString(now.meanMs, 'f', now.meanMs < 10 ? 2 : 0), tr("ms mean"),
                         tr("p50 %1 · p95 %2 · p99 %3 ms")
                             .arg(locale.toString(counts.weighted(&Route::p50Ms), 'f', 1),
                                  locale.toString(counts.weighted(&Route::p95Ms), 'f', 1),
                                  locale.toString(counts.weighted(&Route::p99Ms), 'f', 1)));
    m_latency->setToolTip(
        tr("The mean of the last seconds; percentiles since the start, of each route, weighted by its requests."));
    const double share = now.requestsPerSecond > 0 ? now.errorsPerSecond / now.requestsPerSecond : 0;
    m_errors->setFigure(locale.toString(share * 100, 'f', 1), tr("% of requests"),
                        tr("%1 since the start").arg(locale.toString(counts.errors())),
                        share > 0.05 ? Tone::Danger : Tone::Neutral);
    const auto &live = m_model.history().samples(TrafficHistory::Span::Live);
    m_rate->setTrend(trendOf(live, &TrafficSample::requestsPerSecond));
    m_latency->setTrend(trendOf(live, &TrafficSample::meanMs));
    m_errors->setTrend(trendOf(live, &TrafficSample::errorsPerSecond));
    m_chart->refresh();
    m_area->showContent();
}

void OverviewPage::showHealth()
{
    const client::HealthReport &report = *m_model.health();
    const HealthWords::Duration uptime = HealthWords::duration(report.uptime);
    m_uptime->setFigure(uptime.figure, uptime.unit, tr("Version %1").arg(report.version));
    clear(m_health);
    for (const client::HealthReport::Check &check : report.checks) {
        m_health->addWidget(makeLine(
            theme(), HealthWords::icon(check.health), HealthWords::tone(check.health), HealthWords::checkName(check.name),
            tr("%1 · %2 ms").arg(HealthWords::state(check.health), QLocale().toString(check.latencyMs, 'f', 2)), nullptr));
    }
    showAttention();
}

void OverviewPage::showAttention()
{
    const std::vector<Attention> all = Attention::from(m_model.health(), m_model.history().latest(), m_model.events());
    clear(m_attention);
    for (const Attention &attention : all) {
        QPushButton *const button = makeButton(theme(), attention.action);
        connect(button, &QPushButton::clicked, this, [this, page = attention.page] { Q_EMIT pageRequested(page); });
        const Icon icon = attention.tone == Tone::Danger ? Icon::Failed : Icon::Warning;
        m_attention->addWidget(makeLine(theme(), icon, attention.tone, attention.title, attention.explanation, button));
    }
    if (all.empty()) {
        m_attention->addWidget(makeLine(theme(), Icon::Done, Tone::Good, tr("Nothing at the moment"),
                                        tr("Everything the server needs works, and nobody is being refused unusually often."),
                                        nullptr));
    }
}

} // namespace gatehouse::desktop
