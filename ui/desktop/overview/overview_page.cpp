#include "desktop/overview/overview_page.h"

#include "desktop/events/event_list.h"
#include "desktop/health/health_words.h"
#include "desktop/overview/condition_line.h"
#include "desktop/overview/metric_tile.h"
#include "desktop/overview/traffic_chart.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QGridLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kOneRowWidth = 900; ///< in which all tiles stand beside each other
constexpr int kNarrowColumns = 3;
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

std::vector<double> trendOf(const std::vector<client::TrafficPoint> &points, double client::TrafficPoint::*value)
{
    std::vector<double> trend;
    const std::size_t from = points.size() > kTrendPoints ? points.size() - kTrendPoints : 0;
    for (std::size_t i = from; i < points.size(); ++i)
        trend.push_back(points[i].*value);
    return trend;
}

/// A number a second: with a digit behind the point while that says something.
QString rateText(double rate)
{
    return QLocale().toString(rate, 'f', rate < 100 ? 1 : 0);
}

QString milliseconds(double time)
{
    return QLocale().toString(time, 'f', time < 10 ? 1 : 0);
}

} // namespace

OverviewPage::OverviewPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, client::UserDirectory &users,
                           TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Overview"), {}, parent)
    , m_model(session, stream)
{
    m_area = new StatefulArea(theme, makeContent(users, tables));
    body()->addWidget(m_area);
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, &m_model, &OverviewModel::refresh);
    connect(m_area, &StatefulArea::retryRequested, &m_model, &OverviewModel::refresh);
    connect(&m_model, &OverviewModel::trafficChanged, this, &OverviewPage::showTraffic);
    connect(&m_model, &OverviewModel::changed, this, &OverviewPage::showOverview);
    connect(m_chart, &TrafficChart::spanChosen, &m_model, &OverviewModel::setSpan);
    connect(&m_model, &OverviewModel::eventsChanged, this, [this] {
        std::vector<client::AuditEntry> events = m_model.events();
        events.resize(std::min<std::size_t>(events.size(), kEventsShown));
        m_events->setEntries(std::move(events));
        showAttention();
    });
    connect(&m_model, &OverviewModel::troubled, m_area, &StatefulArea::showTrouble);
}

QWidget *OverviewPage::makeTiles()
{
    auto *const row = new QWidget;
    m_tiles = new QGridLayout(row);
    m_tiles->setContentsMargins(0, 0, 0, 0);
    m_tiles->setSpacing(kGapLarge);
    m_rate = new MetricTile(theme(), tr("Requests"));
    m_latency = new MetricTile(theme(), tr("Time to answer"));
    m_errors = new MetricTile(theme(), tr("Errors"));
    m_refusals = new MetricTile(theme(), tr("Refused"));
    m_sessions = new MetricTile(theme(), tr("Sessions"));
    arrangeTiles();
    m_latency->setToolTip(tr("95 of 100 requests of the last moments were answered within this time."));
    m_refusals->setToolTip(tr("Requests over a rate limit, which were answered with 429."));
    return row;
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrangeTiles();
}

void OverviewPage::arrangeTiles()
{
    const QList<QWidget *> tiles{m_rate, m_latency, m_errors, m_refusals, m_sessions};
    const int columns = width() < kOneRowWidth ? kNarrowColumns : int(tiles.size());
    if (columns == m_tileColumns)
        return;
    m_tileColumns = columns;
    for (int i = 0; i < int(tiles.size()); ++i) {
        m_tiles->removeWidget(tiles[i]);
        m_tiles->addWidget(tiles[i], i / columns, i % columns);
        m_tiles->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

QWidget *OverviewPage::makeContent(client::UserDirectory &users, TableMemory &tables)
{
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);

    layout->addWidget(makeTiles());

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

    for (Card *const side : {attention, health}) // their words are broken as there is room
        side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *const middle = new QHBoxLayout;
    middle->setSpacing(kGapLarge);
    middle->addWidget(m_chart = new TrafficChart(theme(), tables), 2);
    middle->addWidget(attention, 1);
    auto *const bottom = new QHBoxLayout;
    bottom->setSpacing(kGapLarge);
    bottom->addWidget(events, 2);
    bottom->addWidget(health, 1);
    layout->addLayout(middle, 1);
    layout->addLayout(bottom, 1);

    return makeScrollPane(content, Qt::NoFocus);
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
    m_chart->setPoints(m_model.traffic());
    using Point = client::TrafficPoint;
    const std::vector<Point> recent = m_model.recentTraffic();
    m_rate->setTrend(trendOf(recent, &Point::requests));
    m_latency->setTrend(trendOf(recent, &Point::p95));
    m_errors->setTrend(trendOf(recent, &Point::errors));
    m_refusals->setTrend(trendOf(recent, &Point::refusals));
}

void OverviewPage::showOverview()
{
    const client::Overview &overview = *m_model.overview();
    const HealthWords::Duration uptime = HealthWords::duration(overview.health.uptime);
    setExplanation(tr("Version %1, running for %2 %3, %4.", "3.1, running for 5 hours, for production")
                       .arg(overview.health.version, uptime.figure, uptime.unit,
                            overview.production ? tr("for production") : tr("for development")));
    showRates();
    showHealth();
    showAttention();
    m_area->showContent();
}

void OverviewPage::showRates()
{
    const QLocale locale;
    const client::Overview &overview = *m_model.overview();
    const client::TrafficRates &now = overview.now;
    m_rate->setFigure(rateText(now.requests), tr("a second"), tr("open connections: %1").arg(locale.toString(now.connections)));
    m_latency->setFigure(milliseconds(now.p95), tr("ms (p95)"),
                         tr("p50 %1 · p99 %2 ms").arg(milliseconds(now.p50), milliseconds(now.p99)));
    m_errors->setFigure(locale.toString(now.errorShare * 100, 'f', 1), tr("%"), tr("of the requests fail"),
                        now.errorShare > 0.05 ? Tone::Danger : Tone::Neutral);
    m_refusals->setFigure(rateText(now.refusals), tr("a second"), tr("over a limit"),
                          now.refusals > now.requests / 4 && now.refusals > 1 ? Tone::Warning : Tone::Neutral);
    m_sessions->setFigure(overview.sessions ? locale.toString(*overview.sessions) : u"–"_s, {},
                          overview.users ? tr("users: %1").arg(locale.toString(*overview.users)) : tr("not known"));
}

/// Each second: lines that are there say something else, and only where the server needs something else are there others.
void OverviewPage::showHealth()
{
    const std::vector<client::HealthReport::Check> &checks = m_model.overview()->health.checks;
    if (m_healthLines.size() != checks.size()) {
        clear(m_health);
        m_healthLines.clear();
        for (std::size_t i = 0; i < checks.size(); ++i)
            m_health->addWidget(m_healthLines.emplace_back(new ConditionLine(theme())));
    }
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const client::HealthReport::Check &check = checks[i];
        m_healthLines[i]->say(
            HealthWords::icon(check.health), HealthWords::tone(check.health), HealthWords::checkName(check.name),
            tr("%1 · %2 ms").arg(HealthWords::state(check.health), QLocale().toString(check.latencyMs, 'f', 2)));
    }
}

void OverviewPage::showAttention()
{
    if (!m_model.overview())
        return;
    const std::vector<Attention> all = Attention::from(*m_model.overview(), m_model.events());
    if (m_shownAttention == all)
        return; // a button must not go away beneath the mouse
    m_shownAttention = all;
    clear(m_attention);
    for (const Attention &attention : all) {
        QPushButton *const button = makeButton(theme(), attention.action);
        connect(button, &QPushButton::clicked, this, [this, page = attention.page] { Q_EMIT pageRequested(page); });
        const Icon icon = attention.tone == Tone::Danger ? Icon::Failed : Icon::Warning;
        auto *const line = new ConditionLine(theme(), button);
        line->say(icon, attention.tone, attention.title, attention.explanation);
        m_attention->addWidget(line);
    }
    if (all.empty()) {
        auto *const nothing = new ConditionLine(theme());
        nothing->say(Icon::Done, Tone::Good, tr("Nothing at the moment"),
                     tr("Everything the server needs works, and nobody is being refused unusually often."));
        m_attention->addWidget(nothing);
    }
}

} // namespace gatehouse::desktop
