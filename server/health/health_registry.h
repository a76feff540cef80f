#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QFuture>
#include <QPromise>
#include <QString>
#include <QThreadPool>

#include <qcoro/qcorotask.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gatehouse::health {

enum class Status { Healthy, Degraded, Unhealthy };

[[nodiscard]] QByteArray toText(Status status);

/// What one check found.
struct CheckResult {
    Status status = Status::Healthy;
    QString detail; ///< for operators; never a secret
    /// How long the dependency took, where the check only tells what was found before.
    std::optional<std::chrono::microseconds> latency = {};
};

/// A dependency that is looked at when somebody asks.
struct HealthCheck {
    QByteArray name; ///< "database"
    bool critical = true; ///< the server is of no use without it; otherwise it is merely degraded
    std::chrono::milliseconds timeout{1000}; ///< no answer by then counts as unhealthy
    std::function<CheckResult()> run; ///< called in a thread of the registry, one call at a time; may block, must end some day
};

/// The outcome of all checks at one moment.
struct HealthReport {
    struct Entry {
        QByteArray name;
        CheckResult result;
        std::chrono::microseconds latency{};
    };
    Status status = Status::Healthy;
    std::vector<Entry> entries;
    SteadyTime at{};
};

/// Shared because a reader may still use the report that a newer one replaced.
using HealthReportPtr = std::shared_ptr<const HealthReport>;

/// Knows how the server and what it needs are doing. Checks run when somebody asks, at most once a second however many
/// ask, each in a thread of its own with a time limit; at rest nothing runs. Thread-safe.
class HealthRegistry
{
public:
    /// Told of each check whose status is another one than in the report before, at first than healthy; in a thread of the
    /// registry, before the report is answered. Must not wait.
    using Listener = std::function<void(const QByteArray &name, const CheckResult &result)>;

    /// Checks are fixed from here on, and what they refer to outlives the registry. A report is answered from memory for
    /// `freshness`.
    HealthRegistry(std::vector<HealthCheck> checks, const Clock &clock,
                   std::chrono::milliseconds freshness = std::chrono::seconds(1), Listener changed = {});
    /// Waits for checks that are running.
    ~HealthRegistry();
    HealthRegistry(const HealthRegistry &) = delete;
    HealthRegistry &operator=(const HealthRegistry &) = delete;

    /// A report that is at most `freshness` old, within the longest timeout of the checks. Resumes in the caller's thread,
    /// which runs an event loop.
    [[nodiscard]] QCoro::Task<HealthReportPtr> report();
    /// The same as a future, for threads without coroutines.
    [[nodiscard]] QFuture<HealthReportPtr> request();

    /// A server that is about to stop is not ready for new requests, though alive and healthy.
    void setDraining(bool draining) { m_draining.store(draining, std::memory_order_relaxed); }
    [[nodiscard]] bool isDraining() const { return m_draining.load(std::memory_order_relaxed); }

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Runner {
        HealthCheck check;
        bool running = false;
        Moment started{};
        CheckResult result;
        std::chrono::microseconds latency{};
    };

    void supervise();
    void start(Runner &runner);
    void waitForChecks(std::unique_lock<std::mutex> &lock);
    [[nodiscard]] HealthReportPtr collect() const;
    void tellOfChanges(const HealthReport *before, const HealthReport &now) const;

    const Clock &m_clock;
    const std::chrono::milliseconds m_freshness;
    const Listener m_listener;
    std::atomic<bool> m_draining = false;

    std::mutex m_mutex; ///< of all below
    std::condition_variable m_changed;
    std::vector<Runner> m_runners;
    HealthReportPtr m_latest;
    std::vector<QPromise<HealthReportPtr>> m_waiting;
    bool m_stopping = false;

    QThreadPool m_pool; ///< its threads end by themselves when there is nothing to check
    std::jthread m_supervisor;
};

} // namespace gatehouse::health
