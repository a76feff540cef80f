#pragma once

#include "core/clock.h"
#include "outbound/http_poster.h"
#include "storage/database.h"
#include "webhooks/delivery_backoff.h"
#include "webhooks/delivery_queue.h"
#include "webhooks/webhook_message.h"

#include <QString>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace gatehouse::webhooks {

/// What is to be sent, where to, and how patiently.
struct WebhookSettings {
    QUrl url;
    EventFilter events = {};
    std::optional<SecretBytes> token = {}; ///< sent as a bearer
    std::optional<SecretBytes> signingKey = {}; ///< nothing: deliveries are not signed
    int attempts = 10; ///< that a receiver may answer with a failure, before an entry is given up
    std::chrono::milliseconds patience{5000}; ///< with one attempt
    std::chrono::milliseconds shortestPause{1000}; ///< after the first failure
    std::chrono::milliseconds longestPause = std::chrono::minutes(5);
    std::chrono::milliseconds lookInterval{300}; ///< for what is new
};

/// Whether both send the same to the same.
[[nodiscard]] bool areSame(const WebhookSettings &one, const WebhookSettings &other);

/// How it goes.
struct WebhookStatus {
    enum class State {
        Closed, ///< deliveries pass
        Open, ///< the receiver fails: tried only now and then
        Ended, ///< the receiver answered 410: it wants no more
        Idle, ///< another instance sends
    };
    State state = State::Closed;
    quint64 delivered = 0; ///< by this process
    quint64 failed = 0; ///< attempts
    quint64 buried = 0; ///< by this process
    QString problem; ///< of the last attempt; empty: there was none
};
[[nodiscard]] QByteArrayView toText(WebhookStatus::State state);

/// Sends the record's entries to a receiver, in their order and each at least once, from a thread of its own. Nothing waits for
/// it: what waits to be sent is the record. Of several instances one sends at a time. Public functions are for any thread.
class WebhookSender
{
public:
    /// `database` and `clock` outlive this. Begins at once.
    WebhookSender(storage::Database &database, const Clock &clock, WebhookSettings settings);
    ~WebhookSender();
    WebhookSender(const WebhookSender &) = delete;
    WebhookSender &operator=(const WebhookSender &) = delete;

    [[nodiscard]] WebhookStatus status() const;
    [[nodiscard]] const WebhookSettings &settings() const { return m_settings; }
    /// Ends; what was not sent is by the next start.
    void stop();

private:
    enum class Fate {
        Delivered,
        Refused, ///< this entry will never be taken
        Failed, ///< answered, but not well
        Unreachable,
        Ended,
    };
    struct Attempt {
        Fate fate = Fate::Unreachable;
        QByteArray reason;
        std::chrono::seconds retryAfter{0};
    };

    void run(const std::stop_token &stop);
    [[nodiscard]] Result<bool> sendSome(const std::stop_token &stop);
    [[nodiscard]] Result<bool> sendNext(quint64 next, const std::stop_token &stop);
    [[nodiscard]] Result<bool> sendAgain(quint64 sequence, const std::stop_token &stop);
    [[nodiscard]] Result<void> deliver(const audit::Entry &entry, bool again, const std::stop_token &stop);
    [[nodiscard]] Attempt attempt(const audit::Entry &entry, const std::stop_token &stop);
    void note(const Attempt &attempt, int failures);
    void show(WebhookStatus::State state, const QString &problem);
    /// False when it was stopped meanwhile.
    [[nodiscard]] bool pause(std::chrono::milliseconds time, const std::stop_token &stop);
    [[nodiscard]] Result<Claim> renew();

    storage::Database &m_database;
    const Clock &m_clock;
    const WebhookSettings m_settings;
    const QByteArray m_owner;
    DeliveryBackoff m_backoff; ///< of the thread
    std::unique_ptr<outbound::HttpPoster> m_poster; ///< of the thread

    mutable std::mutex m_mutex; ///< of all below
    std::condition_variable_any m_changed;
    WebhookStatus m_status;
    std::jthread m_thread;
};

} // namespace gatehouse::webhooks
