#pragma once

#include "client/admin_session.h"
#include "client/audit_entry.h"
#include "client/health_report.h"
#include "desktop/overview/traffic_history.h"

#include <QTimer>

namespace gatehouse::desktop {

/// What the overview shows, kept fresh. Traffic is read all the time, so that its history has no holes; the rest while live.
class OverviewModel : public QObject
{
    Q_OBJECT

public:
    explicit OverviewModel(client::AdminSession &session, QObject *parent = nullptr);

    void setLive(bool live);
    void refresh();

    [[nodiscard]] const TrafficHistory &history() const { return m_history; }
    [[nodiscard]] const std::optional<client::TrafficCounts> &traffic() const { return m_traffic; }
    [[nodiscard]] const std::optional<client::HealthReport> &health() const { return m_health; }
    [[nodiscard]] const std::vector<client::AuditEntry> &events() const { return m_events; }

Q_SIGNALS:
    void trafficChanged();
    void healthChanged();
    void eventsChanged();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void readTraffic();
    void readHealth();
    void readEvents();

    client::AdminSession &m_session;
    QTimer m_trafficTimer;
    QTimer m_slowTimer;
    QPointer<client::ApiCall> m_trafficCall;
    QPointer<client::ApiCall> m_healthCall;
    QPointer<client::ApiCall> m_eventsCall;
    TrafficHistory m_history;
    std::optional<client::TrafficCounts> m_traffic;
    std::optional<client::HealthReport> m_health;
    std::vector<client::AuditEntry> m_events;
};

} // namespace gatehouse::desktop
