#include "desktop/overview/overview_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

using client::StreamTopic;

namespace {

constexpr std::chrono::milliseconds kInterval = 10s; ///< as often as the server's history gets a step
constexpr std::size_t kEventsKept = 30;

void keepOnly(std::vector<client::TrafficPoint> &points, std::chrono::seconds span, const QDateTime &now)
{
    const QDateTime from = now.addSecs(-span.count());
    std::erase_if(points, [&from](const client::TrafficPoint &point) { return point.until < from; });
}

} // namespace

OverviewModel::OverviewModel(client::AdminSession &session, client::LiveStream &stream, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_stream(stream)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        readOverview();
        if (!m_stream.isLive())
            readEvents();
    });
    const auto again = [this] {
        if (m_timer.isActive())
            refresh();
    };
    connect(&stream, &client::LiveStream::liveChanged, this, again);
    connect(&session.link(), &client::LinkWatch::returned, this, again);
    connect(&session.link(), &client::LinkWatch::lost, this, &OverviewModel::troubled);
}

void OverviewModel::setLive(bool live)
{
    if (!live) {
        m_timer.stop();
        for (const StreamTopic topic : {StreamTopic::Metrics, StreamTopic::Health, StreamTopic::Audit})
            m_stream.leave(topic, this);
        m_heard.clear(); // what is missed from now on, the server remembers
        return;
    }
    if (m_timer.isActive())
        return;
    m_timer.start(kInterval);
    m_stream.listen(StreamTopic::Metrics, this, [this](const QJsonValue &data) { hearMetrics(data); });
    m_stream.listen(StreamTopic::Health, this, [this](const QJsonValue &data) { hearHealth(data); });
    m_stream.listen(StreamTopic::Audit, this, [this](const QJsonValue &data) { hearEvent(data); });
    refresh();
}

void OverviewModel::refresh()
{
    readOverview();
    readEvents();
}

void OverviewModel::setSpan(TrafficSpan span)
{
    m_span = span;
    if (span == TrafficSpan::Day)
        readDay();
    Q_EMIT trafficChanged();
}

std::vector<client::TrafficPoint> OverviewModel::traffic() const
{
    if (m_span == TrafficSpan::Live)
        return recentTraffic();
    if (m_span == TrafficSpan::Day)
        return m_day;
    return m_overview ? m_overview->traffic : std::vector<client::TrafficPoint>();
}

/// What was heard, and before it what the server remembers in longer steps.
std::vector<client::TrafficPoint> OverviewModel::recentTraffic() const
{
    std::vector<client::TrafficPoint> points;
    if (!m_overview)
        return points;
    for (const client::TrafficPoint &point : m_overview->traffic) {
        if (m_heard.empty() || point.until < m_heard.front().until)
            points.push_back(point);
    }
    points.insert(points.end(), m_heard.begin(), m_heard.end());
    if (!points.empty())
        keepOnly(points, lengthOf(TrafficSpan::Live), points.back().until);
    return points;
}

void OverviewModel::readOverview()
{
    if (m_overviewCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_overviewCall = m_session.get(u"/api/v1/admin/overview"_s, {}, this, [this](const client::ApiAnswer &answer) {
        if (const auto trouble = client::Trouble::of(answer)) {
            Q_EMIT troubled(*trouble);
            return;
        }
        const std::optional<client::Overview> before = std::exchange(m_overview, client::Overview::fromJson(answer.json()));
        if (before && !m_heard.empty())
            m_overview->now = before->now; // which is fresher
        Q_EMIT changed();
        Q_EMIT trafficChanged();
    });
    if (m_span == TrafficSpan::Day)
        readDay();
}

void OverviewModel::readDay()
{
    if (m_dayCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_dayCall = m_session.get(u"/api/v1/admin/overview"_s, u"range=day"_s, this, [this](const client::ApiAnswer &answer) {
        if (answer.status != 200)
            return;
        m_day = client::Overview::fromJson(answer.json()).traffic;
        Q_EMIT trafficChanged();
    });
}

void OverviewModel::readEvents()
{
    if (m_eventsCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    const QString query = u"limit=%1"_s.arg(kEventsKept);
    m_eventsCall = m_session.get(u"/api/v1/admin/audit"_s, query, this, [this](const client::ApiAnswer &answer) {
        if (answer.status != 200)
            return;
        m_events = client::AuditEntries::fromJson(answer.json()).items;
        Q_EMIT eventsChanged();
    });
}

void OverviewModel::hearMetrics(const QJsonValue &data)
{
    if (!m_overview)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_overview->now = client::TrafficRates::fromJson(data.toObject());
    m_heard.push_back(client::TrafficPoint::of(m_overview->now, now));
    keepOnly(m_heard, lengthOf(TrafficSpan::Live), now);
    Q_EMIT changed();
    if (m_span == TrafficSpan::Live)
        Q_EMIT trafficChanged();
}

void OverviewModel::hearHealth(const QJsonValue &data)
{
    if (!m_overview)
        return;
    client::HealthReport heard = client::HealthReport::fromJson(data.toObject());
    m_overview->health.health = heard.health;
    m_overview->health.checks = std::move(heard.checks);
    Q_EMIT changed();
}

void OverviewModel::hearEvent(const QJsonValue &data)
{
    client::AuditEntry entry = client::AuditEntry::fromJson(data.toObject());
    if (!m_events.empty() && entry.sequence <= m_events.front().sequence)
        return; // read already
    m_events.insert(m_events.begin(), std::move(entry));
    m_events.resize(std::min(m_events.size(), kEventsKept));
    Q_EMIT eventsChanged();
}

} // namespace gatehouse::desktop
