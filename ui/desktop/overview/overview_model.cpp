#include "desktop/overview/overview_model.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kTrafficInterval = 2s;
constexpr std::chrono::milliseconds kSlowInterval = 5s;

} // namespace

OverviewModel::OverviewModel(client::AdminSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_trafficTimer, &QTimer::timeout, this, &OverviewModel::readTraffic);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        readHealth();
        readEvents();
    });
    connect(&session.link(), &client::LinkWatch::changed, this, [this] {
        if (m_session.link().state() == client::LinkWatch::State::Up)
            refresh();
    });
    m_trafficTimer.start(kTrafficInterval);
    readTraffic();
}

void OverviewModel::setLive(bool live)
{
    if (!live) {
        m_slowTimer.stop();
        return;
    }
    m_slowTimer.start(kSlowInterval);
    refresh();
}

void OverviewModel::refresh()
{
    readTraffic();
    readHealth();
    readEvents();
}

void OverviewModel::readTraffic()
{
    if (m_trafficCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_trafficCall = m_session.get(u"/monitoring/metrics"_s, {}, this, [this](const client::ApiAnswer &answer) {
        if (const auto trouble = client::Trouble::of(answer)) {
            Q_EMIT troubled(*trouble);
            return;
        }
        m_traffic = client::TrafficCounts::fromJson(answer.json());
        m_history.add(QDateTime::currentDateTimeUtc(), *m_traffic);
        Q_EMIT trafficChanged();
    });
}

void OverviewModel::readHealth()
{
    if (m_healthCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_healthCall = m_session.get(u"/health"_s, {}, this, [this](const client::ApiAnswer &answer) {
        const QJsonObject report = answer.json();
        if (!report.contains("checks"_L1)) // an unhealthy server answers 503 and still says what is wrong
            return;
        m_health = client::HealthReport::fromJson(report);
        Q_EMIT healthChanged();
    });
}

void OverviewModel::readEvents()
{
    if (m_eventsCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_eventsCall = m_session.get(u"/api/v1/admin/audit"_s, u"limit=30"_s, this, [this](const client::ApiAnswer &answer) {
        if (answer.status != 200)
            return;
        m_events = client::AuditEntries::fromJson(answer.json()).items;
        Q_EMIT eventsChanged();
    });
}

} // namespace gatehouse::desktop
