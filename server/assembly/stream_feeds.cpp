#include "assembly/stream_feeds.h"

#include "administration/limit_routes.h"
#include "administration/overview_routes.h"
#include "audit/audit_reader.h"
#include "audit/entry_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::assembly {

using stream::Topic;

namespace {

constexpr std::chrono::seconds kTick{1};
constexpr unsigned kHealthTicks = 5;
constexpr int kMostEntries = 200; ///< at once; more come with the next tick

/// Tells what was written since `position` was last here.
Result<void> tellEntries(QSqlDatabase &database, std::optional<quint64> &next, stream::StreamHub &hub)
{
    if (!next) { // from now on
        const Result<audit::TreeHead> head = audit::storedHead(database);
        if (!head)
            return std::unexpected(head.error());
        next = head->size;
        return {};
    }
    const std::optional<quint64> after = *next == 0 ? std::nullopt : std::optional(*next - 1);
    const Result<audit::Page> page = audit::readPage(database, {}, audit::Order::OldestFirst, after, kMostEntries);
    if (!page)
        return std::unexpected(page.error());
    for (const audit::Entry &entry : page->entries) {
        hub.publish(Topic::Audit, audit::describe(entry));
        next = entry.sequence + 1;
    }
    return {};
}

} // namespace

stream::StillAllowed stillAllowed(const auth::Revocations &revocations)
{
    // Shared, as a std::function is copied.
    auto reader = std::make_shared<SnapshotReader<auth::RevocationList>>(revocations.list());
    return [reader](const http::Principal &caller) {
        const auth::RevocationList &list = reader->get();
        return !list.sessions.contains(caller.session) && !list.disabledUsers.contains(caller.id);
    };
}

StreamFeeds::StreamFeeds(Sources sources)
    : m_sources(std::move(sources))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    QObject::connect(&m_health, &QFutureWatcherBase::finished, &m_health,
                     [this] { m_sources.hub.publish(Topic::Health, administration::describeHealth(*m_health.result())); });
    m_timer.start(kTick);
}

void StreamFeeds::tick()
{
    ++m_ticks;
    tellMetrics();
    tellLimits();
    if (m_ticks % kHealthTicks == 0)
        tellHealth();
    tellAudit();
}

void StreamFeeds::tellMetrics()
{
    if (!m_sources.hub.isWanted(Topic::Metrics)) {
        m_seconds.reset();
        return;
    }
    const telemetry::MetricsSnapshot metrics = m_sources.metrics();
    const bool isFirst = !m_seconds;
    if (isFirst)
        m_seconds.emplace(m_sources.clock.now());
    m_seconds->add(metrics, m_sources.clock.now());
    if (!isFirst) // which was told from the start on, and not of a second
        m_sources.hub.publish(Topic::Metrics, administration::describeTraffic(m_seconds->lastHour().back(), metrics));
}

void StreamFeeds::tellLimits()
{
    if (!m_sources.hub.isWanted(Topic::Limits)) {
        m_usage = {};
        return;
    }
    QJsonArray usage = administration::describeUsage(m_sources.usage, m_sources.clock.steadyNow());
    if (usage == m_usage)
        return;
    m_usage = std::move(usage);
    m_sources.hub.publish(Topic::Limits, m_usage);
}

void StreamFeeds::tellHealth()
{
    if (!m_sources.hub.isWanted(Topic::Health))
        return;
    if (!m_health.isRunning()) // what hangs is asked once
        m_health.setFuture(m_sources.health.request());
}

void StreamFeeds::tellAudit()
{
    if (m_audit->reading.load())
        return;
    if (!m_sources.hub.isWanted(Topic::Audit)) {
        m_audit->next.reset();
        return;
    }
    m_audit->reading = true;
    m_sources.database.runDetached(
        [position = m_audit, &hub = m_sources.hub](QSqlDatabase &database) { return tellEntries(database, position->next, hub); },
        [position = m_audit](const Result<void> &) { position->reading = false; }); // what failed is tried again
}

void StreamFeeds::showLogLine(const telemetry::LogRecord &record) const
{
    if (m_sources.hub.isWanted(Topic::Log)) // as JSON, whatever the log's own format, with secrets masked
        m_sources.hub.publish(Topic::Log, QJsonDocument::fromJson(telemetry::jsonLine(record)).object());
}

} // namespace gatehouse::assembly
