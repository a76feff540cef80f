#include "health/health_registry.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace gatehouse::health {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QByteArray toText(Status status)
{
    switch (status) {
    case Status::Healthy: return QByteArrayLiteral("healthy");
    case Status::Degraded: return QByteArrayLiteral("degraded");
    case Status::Unhealthy: return QByteArrayLiteral("unhealthy");
    }
    Q_UNREACHABLE();
}

HealthRegistry::HealthRegistry(std::vector<HealthCheck> checks, const Clock &clock, std::chrono::milliseconds freshness,
                               Listener changed)
    : m_clock(clock)
    , m_freshness(freshness)
    , m_listener(std::move(changed))
{
    for (HealthCheck &check : checks)
        m_runners.push_back({.check = std::move(check), .result = {}});
    m_pool.setMaxThreadCount(std::max(1, static_cast<int>(m_runners.size())));
    m_supervisor = std::jthread([this] { supervise(); });
}

HealthRegistry::~HealthRegistry()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_supervisor.join();
    m_pool.waitForDone();
}

QCoro::Task<HealthReportPtr> HealthRegistry::report()
{
    co_return co_await request();
}

QFuture<HealthReportPtr> HealthRegistry::request()
{
    QPromise<HealthReportPtr> promise;
    QFuture<HealthReportPtr> future = promise.future();
    promise.start();
    const std::lock_guard lock(m_mutex);
    if (m_latest && m_clock.steadyNow() - m_latest->at < m_freshness) {
        promise.addResult(m_latest);
        promise.finish();
    } else {
        m_waiting.push_back(std::move(promise));
        m_changed.notify_all();
    }
    return future;
}

/// Runs the checks whenever somebody waits, and answers all who do.
void HealthRegistry::supervise()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (!m_stopping) {
            for (Runner &runner : m_runners) {
                if (!runner.running)
                    start(runner);
            }
            waitForChecks(lock);
        }
        const HealthReportPtr before = std::exchange(m_latest, collect());
        std::vector<QPromise<HealthReportPtr>> waiting = std::exchange(m_waiting, {});
        const HealthReportPtr report = m_latest;
        const bool stopping = m_stopping;
        lock.unlock(); // who waits may ask again at once
        if (!stopping)
            tellOfChanges(before.get(), *report);
        for (QPromise<HealthReportPtr> &promise : waiting) {
            promise.addResult(report);
            promise.finish();
        }
        if (stopping)
            return;
        lock.lock();
    }
}

void HealthRegistry::start(Runner &runner)
{
    runner.running = true;
    runner.started = std::chrono::steady_clock::now();
    m_pool.start([this, &runner] {
        CheckResult result;
        try {
            result = runner.check.run();
        } catch (const std::exception &) {
            result = {Status::Unhealthy, u"the check failed"_s}; // what it says may hold anything
        }
        const std::lock_guard lock(m_mutex);
        runner.result = std::move(result);
        runner.latency = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - runner.started);
        runner.running = false;
        m_changed.notify_all();
    });
}

void HealthRegistry::waitForChecks(std::unique_lock<std::mutex> &lock)
{
    while (!m_stopping) {
        const Moment now = std::chrono::steady_clock::now();
        std::optional<Moment> next;
        for (const Runner &runner : m_runners) {
            const Moment deadline = runner.started + runner.check.timeout;
            if (runner.running && deadline > now)
                next = next ? std::min(*next, deadline) : deadline;
        }
        if (!next)
            return;
        m_changed.wait_until(lock, *next);
    }
}

void HealthRegistry::tellOfChanges(const HealthReport *before, const HealthReport &now) const
{
    for (std::size_t i = 0; m_listener && i < now.entries.size(); ++i) {
        const HealthReport::Entry &entry = now.entries[i]; // reports have the same entries
        if (entry.result.status != (before != nullptr ? before->entries[i].result.status : Status::Healthy))
            m_listener(entry.name, entry.result);
    }
}

HealthReportPtr HealthRegistry::collect() const
{
    auto report = std::make_shared<HealthReport>();
    report->at = m_clock.steadyNow();
    for (const Runner &runner : m_runners) {
        HealthReport::Entry entry{runner.check.name, runner.result, runner.result.latency.value_or(runner.latency)};
        if (runner.running) {
            entry.latency =
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - runner.started);
            entry.result = {Status::Unhealthy, u"no answer for %1 ms"_s.arg(entry.latency / 1ms)};
        }
        const Status weight = runner.check.critical ? entry.result.status : std::min(entry.result.status, Status::Degraded);
        report->status = std::max(report->status, weight);
        report->entries.push_back(std::move(entry));
    }
    return report;
}

} // namespace gatehouse::health
