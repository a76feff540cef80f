#pragma once

#include "client/admin_session.h"
#include "client/audit_entry.h"
#include "client/live_stream.h"
#include "client/overview.h"
#include "desktop/overview/traffic_span.h"

#include <QTimer>

namespace gatehouse::desktop {

/// What the overview shows: read when it begins to show and every ten seconds, and in between as the server tells it.
class OverviewModel : public QObject
{
    Q_OBJECT

public:
    OverviewModel(client::AdminSession &session, client::LiveStream &stream, QObject *parent = nullptr);

    void setLive(bool live);
    void refresh();
    /// Which traffic is read and kept fresh beside the last minutes.
    void setSpan(TrafficSpan span);
    [[nodiscard]] TrafficSpan span() const { return m_span; }

    /// Nothing before the first answer.
    [[nodiscard]] const std::optional<client::Overview> &overview() const { return m_overview; }
    /// Of the span that was set, oldest first.
    [[nodiscard]] std::vector<client::TrafficPoint> traffic() const;
    /// Of the last minutes.
    [[nodiscard]] std::vector<client::TrafficPoint> recentTraffic() const;
    /// The latest of the record, newest first.
    [[nodiscard]] const std::vector<client::AuditEntry> &events() const { return m_events; }

Q_SIGNALS:
    void changed(); ///< the overview
    void trafficChanged();
    void eventsChanged();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void readOverview();
    void readDay();
    void readEvents();
    void hearMetrics(const QJsonValue &data);
    void hearHealth(const QJsonValue &data);
    void hearEvent(const QJsonValue &data);

    client::AdminSession &m_session;
    client::LiveStream &m_stream;
    TrafficSpan m_span = TrafficSpan::Live;
    QTimer m_timer;
    QPointer<client::ApiCall> m_overviewCall;
    QPointer<client::ApiCall> m_dayCall;
    QPointer<client::ApiCall> m_eventsCall;
    std::optional<client::Overview> m_overview; ///< with the traffic of the hour
    std::vector<client::TrafficPoint> m_day;
    std::vector<client::TrafficPoint> m_heard; ///< second by second since it shows
    std::vector<client::AuditEntry> m_events;
};

} // namespace gatehouse::desktop
