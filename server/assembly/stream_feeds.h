#pragma once

#include "auth/revocations.h"
#include "health/health_registry.h"
#include "limits/usage_board.h"
#include "storage/database.h"
#include "stream/stream_session.h"
#include "telemetry/log_line.h"
#include "telemetry/traffic_history.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace gatehouse::assembly {

/// Finds out what those who listen want to hear of, and nothing else. Lives in the thread that made it.
class StreamFeeds
{
public:
    struct Sources {
        stream::StreamHub &hub;
        storage::Database &database; ///< its work may go on after this, and not after the hub
        health::HealthRegistry &health;
        const limits::UsageBoard &usage;
        std::function<telemetry::MetricsSnapshot()> metrics; ///< any thread
        const Clock &clock;
    };
    explicit StreamFeeds(Sources sources);

    /// Any thread.
    void showLogLine(const telemetry::LogRecord &record) const;

private:
    /// How far the record has been told; read and written by one piece of work in the database at a time.
    struct AuditPosition {
        std::atomic<bool> reading = false;
        std::optional<quint64> next;
    };

    void tick();
    void tellMetrics();
    void tellLimits();
    void tellHealth();
    void tellAudit();

    const Sources m_sources;
    std::optional<telemetry::TrafficHistory> m_seconds; ///< nothing while nobody listens
    QJsonArray m_usage; ///< as told last
    std::shared_ptr<AuditPosition> m_audit = std::make_shared<AuditPosition>(); ///< shared with work in the database
    unsigned m_ticks = 0;
    QTimer m_timer;
    QFutureWatcher<health::HealthReportPtr> m_health;
};

/// Lets who was let in go on until the session, or the user, is revoked. To be made and called in one thread.
[[nodiscard]] stream::StillAllowed stillAllowed(const auth::Revocations &revocations);

} // namespace gatehouse::assembly
