#pragma once

#include "../auth/account_database.h"
#include "../auth/auth_fixture.h"
#include "core/ulid.h"
#include "sharing/secret_store.h"
#include "sharing/share_tokens.h"
#include "storage/statement.h"

#include <QCryptographicHash>

#include <qcoro/qcorotask.h>

#include <mutex>

namespace gatehouse::sharing::tests {

using auth::tests::ManualClock;

/// Keeps acts for a test to look at, and fails to record when told to. Thread-safe.
class CollectedShares final : public ShareEvents
{
public:
    Result<void> recordWithin(QSqlDatabase & /*database*/, std::span<const ShareEvent> events) override
    {
        const std::lock_guard lock(m_mutex);
        if (broken)
            return failure(ErrorKind::Unavailable, QStringLiteral("the record cannot be written"));
        m_events.insert(m_events.end(), events.begin(), events.end());
        return {};
    }
    QCoro::Task<> record(ShareEvent event) override
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
        co_return;
    }
    /// What came since the last call.
    [[nodiscard]] std::vector<ShareEvent> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }

    std::atomic<bool> broken = false;

private:
    std::mutex m_mutex;
    std::vector<ShareEvent> m_events;
};

inline QByteArray sha256Hex(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

inline const Visitor kVisitor{IpAddress::fromIpv4(0xc0000207)}; // 192.0.2.7

/// Secrets over a real database.
class Secrets
{
public:
    explicit Secrets(SharingSettings chosen = {})
        : settings(std::move(chosen))
        , store({*database, events, statistics, clock}, settings)
    {
    }

    [[nodiscard]] NewSecret made(const QByteArray &data = "QUJD", std::chrono::seconds ttl = std::chrono::hours(1)) const
    {
        NewSecret secret;
        secret.created = clock.now();
        secret.id = newUlid(secret.created);
        secret.data = data;
        secret.expires = secret.created + ttl;
        return secret;
    }
    [[nodiscard]] Result<void> put(NewSecret secret) { return QCoro::waitFor(store.put(std::move(secret))); }
    [[nodiscard]] TakeRequest asking(const QByteArray &id, const QByteArray &passphraseHash = {},
                                     const Visitor &visitor = kVisitor) const
    {
        return {.id = id, .visitor = visitor, .passphraseHash = passphraseHash, .now = clock.now()};
    }
    [[nodiscard]] TakeOutcome take(const QByteArray &id, const QByteArray &passphraseHash = {}, const Visitor &visitor = kVisitor)
    {
        const auto outcome = QCoro::waitFor(store.take(asking(id, passphraseHash, visitor)));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail));
        return *outcome;
    }
    [[nodiscard]] Result<Receipt> receipt(const QByteArray &id, const QByteArray &token)
    {
        return QCoro::waitFor(store.receipt(id, tokenHash(token)));
    }
    [[nodiscard]] Result<void> burn(const QByteArray &id, const QByteArray &token)
    {
        return QCoro::waitFor(store.burn(id, tokenHash(token), {}));
    }
    /// Adds a share token.
    [[nodiscard]] QByteArray addToken(bool oneTime = false, std::optional<qint64> limit = {},
                                      ShareToken::Kind kind = ShareToken::Kind::Share)
    {
        const QByteArray token = newToken();
        const ShareToken stored{.id = newUlid(clock.now()),
                                .kind = kind,
                                .label = "test",
                                .uploadSizeLimit = limit,
                                .oneTime = oneTime,
                                .created = clock.now(),
                                .expires = clock.now() + std::chrono::days(1)};
        const auto added = database->runBlocking(
            [&](QSqlDatabase &connection) { return share_token_table::add(connection, stored, tokenHash(token)); });
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
        return token;
    }
    /// Ends and forgets what is due, and waits for that.
    void sweep()
    {
        store.sweep();
        (void)count("SELECT 1");
    }
    [[nodiscard]] qint64 count(const char *sql) const
    {
        auto work = [sql](QSqlDatabase &connection) -> Result<qint64> {
            storage::Statement statement(connection, sql);
            return statement.execute() && statement.next() ? statement.number(0) : -1;
        };
        return database->runBlocking(work).value_or(-2);
    }

    SharingSettings settings;
    ManualClock clock;
    CollectedShares events;
    Statistics statistics;
    auth::tests::AccountDatabase file;
    std::unique_ptr<storage::Database> database = file.open();
    SecretStore store;
};

} // namespace gatehouse::sharing::tests
