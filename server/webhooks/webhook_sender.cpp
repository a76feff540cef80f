#include "webhooks/webhook_sender.h"

#include "audit/audit_reader.h"
#include "core/ulid.h"
#include "storage/statement.h"

#include <QEventLoop>
#include <QLoggingCategory>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::webhooks {

namespace {

Q_LOGGING_CATEGORY(lcWebhook, "gatehouse.webhook", QtInfoMsg)

constexpr int kPage = 100;
/// So many failures in a row open the breaker.
constexpr int kFailuresToOpen = 5;
/// What one instance has to itself before another takes over; longer than an attempt.
constexpr std::chrono::seconds kLease = 30s;

/// Statuses that say something about this one delivery, not about the receiver's condition.
bool refusesTheEntry(int status)
{
    return status == 400 || status == 413 || status == 415 || status == 422;
}

bool areSame(const std::optional<SecretBytes> &one, const std::optional<SecretBytes> &other)
{
    return one && other ? equalInConstantTime(one->view(), other->view()) : !one && !other;
}

/// Beside each other: the state, and how far to go.
template<typename Work> Result<void> inOne(storage::Database &database, Work work)
{
    return database.runBlocking(
        [&work](QSqlDatabase &sql) { return storage::inTransaction(sql, storage::Beside::Others, [&] { return work(sql); }); });
}

} // namespace

QByteArrayView toText(WebhookStatus::State state)
{
    static constexpr std::array<QByteArrayView, 4> kNames{"closed", "open", "ended", "idle"};
    return kNames[static_cast<std::size_t>(state)];
}

bool areSame(const WebhookSettings &one, const WebhookSettings &other)
{
    return one.url == other.url && one.events == other.events && one.attempts == other.attempts && areSame(one.token, other.token)
        && areSame(one.signingKey, other.signingKey);
}

WebhookSender::WebhookSender(storage::Database &database, const Clock &clock, WebhookSettings settings)
    : m_database(database)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_owner(newUlid(clock.now()))
    , m_backoff(m_settings.shortestPause, m_settings.longestPause)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

WebhookSender::~WebhookSender()
{
    stop();
}

void WebhookSender::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

WebhookStatus WebhookSender::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void WebhookSender::show(WebhookStatus::State state, const QString &problem)
{
    const std::lock_guard lock(m_mutex);
    if (m_status.problem.isEmpty() && !problem.isEmpty())
        qCWarning(lcWebhook).noquote() << "not delivered:" << problem;
    else if (!m_status.problem.isEmpty() && problem.isEmpty())
        qCInfo(lcWebhook) << "delivered again";
    m_status.state = state;
    m_status.problem = problem;
}

bool WebhookSender::pause(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

Result<Claim> WebhookSender::renew()
{
    Claim granted;
    const Result<void> done = inOne(m_database, [&](QSqlDatabase &sql) -> Result<void> {
        const Result<Claim> claimed = claim(sql, m_owner, m_clock.now(), m_clock.now() + kLease);
        if (!claimed)
            return std::unexpected(claimed.error());
        granted = *claimed;
        return {};
    });
    return done ? Result<Claim>(granted) : std::unexpected(done.error());
}

void WebhookSender::run(const std::stop_token &stop)
{
    const QEventLoop loop; // makes this thread one that sockets work in
    m_poster = std::make_unique<outbound::HttpPoster>(m_settings.patience);
    do {
        Result<bool> more = true;
        while (!stop.stop_requested() && more && *more)
            more = sendSome(stop);
        if (stop.stop_requested() || (!more && more.error().kind == ErrorKind::Gone))
            break;
        if (!more && more.error().kind == ErrorKind::Conflict)
            show(WebhookStatus::State::Idle, {});
        else if (!more) // the database's trouble
            show(WebhookStatus::State::Closed, more.error().detail);
    } while (pause(m_settings.lookInterval, stop));
    m_poster.reset();
    // If it cannot be said, the lease ends by itself.
    (void)inOne(m_database, [this](QSqlDatabase &sql) { return release(sql, m_owner); });
}

/// Whether there may be more to send.
Result<bool> WebhookSender::sendSome(const std::stop_token &stop)
{
    const Result<Claim> claimed = renew();
    if (!claimed)
        return std::unexpected(claimed.error());
    if (!claimed->granted) {
        show(WebhookStatus::State::Idle, {});
        return false;
    }
    if (status().state == WebhookStatus::State::Idle)
        show(WebhookStatus::State::Closed, {});
    const auto again = m_database.runBlocking(&nextRetry);
    if (!again)
        return std::unexpected(again.error());
    return *again ? sendAgain(**again, stop) : sendNext(claimed->next, stop);
}

Result<bool> WebhookSender::sendNext(quint64 next, const std::stop_token &stop)
{
    const auto after = next == 0 ? std::nullopt : std::optional(next - 1);
    const Result<audit::Page> page = m_database.runBlocking(
        [after](QSqlDatabase &sql) { return audit::readPage(sql, {}, audit::Order::OldestFirst, after, kPage); });
    if (!page)
        return std::unexpected(page.error());
    bool unwanted = false; // entries that were only gone past
    for (const audit::Entry &entry : page->entries) {
        unwanted = !m_settings.events.lets(entry.action);
        if (unwanted)
            continue;
        if (const Result<void> delivered = deliver(entry, false, stop); !delivered)
            return std::unexpected(delivered.error());
    }
    if (unwanted) {
        const quint64 beyond = page->entries.back().sequence + 1;
        const Result<void> gone = inOne(m_database, [&](QSqlDatabase &sql) { return advance(sql, m_owner, beyond); });
        if (!gone)
            return std::unexpected(gone.error());
    }
    return page->next.has_value();
}

Result<bool> WebhookSender::sendAgain(quint64 sequence, const std::stop_token &stop)
{
    const Result<audit::Entry> entry =
        m_database.runBlocking([sequence](QSqlDatabase &sql) { return audit::readEntry(sql, sequence); });
    if (!entry) { // it was sealed and dropped
        const Result<void> forgotten = inOne(m_database, [&](QSqlDatabase &sql) {
            return bury(sql, m_owner, {sequence, m_clock.now(), 0, entry.error().detail.toUtf8()});
        });
        return forgotten ? Result<bool>(true) : std::unexpected(forgotten.error());
    }
    const Result<void> delivered = deliver(*entry, true, stop);
    return delivered ? Result<bool>(true) : std::unexpected(delivered.error());
}

WebhookSender::Attempt WebhookSender::attempt(const audit::Entry &entry, const std::stop_token &stop)
{
    const QByteArray body = bodyOf(entry);
    const QByteArray id = idOf(entry);
    const QByteArray timestamp =
        QByteArray::number(std::chrono::floor<std::chrono::seconds>(m_clock.now()).time_since_epoch().count());
    outbound::HttpPoster::Headers headers{
        {"Content-Type", "application/json"}, {"webhook-id", id}, {"webhook-timestamp", timestamp}};
    if (m_settings.token)
        headers.append({"Authorization", "Bearer " + m_settings.token->view().toByteArray()});
    if (m_settings.signingKey)
        headers.append({"webhook-signature", signatureOf(*m_settings.signingKey, id, timestamp, body)});
    const Result<outbound::PostAnswer> answer = m_poster->post(m_settings.url, headers, body, stop);
    if (!answer)
        return {Fate::Unreachable, answer.error().detail.toUtf8(), {}};
    const QByteArray reason = "the receiver answered " + QByteArray::number(answer->status);
    if (answer->status < 300)
        return {Fate::Delivered, {}, {}};
    if (answer->status == 410)
        return {Fate::Ended, reason + ": it wants no more", {}};
    if (refusesTheEntry(answer->status))
        return {Fate::Refused, reason, {}};
    return {Fate::Failed, reason, answer->retryAfter.value_or(0s)};
}

void WebhookSender::note(const Attempt &attempt, int failures)
{
    {
        const std::lock_guard lock(m_mutex);
        attempt.fate == Fate::Delivered ? ++m_status.delivered : ++m_status.failed;
    }
    // What is refused by itself says that the receiver works.
    const bool works = attempt.fate == Fate::Delivered || attempt.fate == Fate::Refused;
    const auto state = attempt.fate == Fate::Ended  ? WebhookStatus::State::Ended
        : !works && failures + 1 >= kFailuresToOpen ? WebhookStatus::State::Open
                                                    : WebhookStatus::State::Closed;
    show(state, QString::fromUtf8(attempt.reason));
}

/// Tries until the entry was delivered or is given up. Fails when it was stopped, or another instance sends now.
Result<void> WebhookSender::deliver(const audit::Entry &entry, bool again, const std::stop_token &stop)
{
    for (int answered = 0;;) {
        const Attempt made = attempt(entry, stop);
        if (stop.stop_requested() && made.fate != Fate::Delivered)
            return failure(ErrorKind::Unavailable, u"it was stopped"_s);
        note(made, m_backoff.failures());
        if (made.fate == Fate::Ended)
            return failure(ErrorKind::Gone, QString::fromUtf8(made.reason));
        answered += made.fate == Fate::Unreachable ? 0 : 1;
        if (made.fate == Fate::Delivered) {
            m_backoff.reset();
            return inOne(m_database, [&](QSqlDatabase &sql) {
                return again ? forget(sql, entry.sequence) : advance(sql, m_owner, entry.sequence + 1);
            });
        }
        if (made.fate == Fate::Refused || answered >= m_settings.attempts) {
            {
                const std::lock_guard lock(m_mutex);
                ++m_status.buried;
            }
            return inOne(m_database, [&](QSqlDatabase &sql) {
                return bury(sql, m_owner, {entry.sequence, m_clock.now(), answered, made.reason});
            });
        }
        if (!pause(m_backoff.next(made.retryAfter), stop))
            return failure(ErrorKind::Unavailable, u"it was stopped"_s);
        const Result<Claim> claimed = renew();
        if (!claimed)
            return std::unexpected(claimed.error());
        if (!claimed->granted)
            return failure(ErrorKind::Conflict, u"another instance sends"_s);
    }
}

} // namespace gatehouse::webhooks
