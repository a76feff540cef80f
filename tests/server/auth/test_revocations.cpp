#include "accounts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using namespace std::chrono_literals;

/// What workers know of sessions that ended and users that may not come in.
class TestRevocations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyWorkerKnowsBeforeTheCallReturns();
    void whatAnotherProcessChangedIsKnownWithin100Milliseconds_data();
    void whatAnotherProcessChangedIsKnownWithin100Milliseconds();
    void whatAnotherProcessChangedIsKnownUnderLoad();
    void aReloadThatFailedIsTriedAgain();
    void aFailedReadLeavesTheOldListAndUndoesTheChange();
    void aListIsKeptUntilTheLastTokenHasEnded();
    void aRestartForgetsNothing();

private:
    [[nodiscard]] qint64 medianWaitFor(const QByteArray &sql);

    std::unique_ptr<Accounts> m_accounts;
    TokenPair m_pair;
};

void TestRevocations::init()
{
    m_accounts = std::make_unique<Accounts>();
    QVERIFY(m_accounts->add("alice"));
    m_pair = m_accounts->signIn("alice").value();
    QVERIFY(m_accounts->isAccepted(m_pair.accessToken));
}

/// How long it takes until `sql`, run over a connection of its own, keeps the token out: the median of five, in milliseconds,
/// as the machine may be busy with something else. -1 when it never does.
qint64 TestRevocations::medianWaitFor(const QByteArray &sql)
{
    const auto other = m_accounts->store.open();
    const auto run = [&](const QByteArray &statement) {
        auto work = [&](QSqlDatabase &connection) { return storage::execute(connection, statement.constData()); };
        return other->runBlocking(work).has_value();
    };
    const auto becomes = [this](bool accepted) {
        return QTest::qWaitFor([&] { return m_accounts->isAccepted(m_pair.accessToken) == accepted; }, 2000);
    };
    QList<qint64> waits;
    for (int i = 0; i < 5; ++i) {
        if (!run("UPDATE users SET disabled = 0") || !run("UPDATE sessions SET revoked_at = NULL") || !becomes(true) || !run(sql))
            return -1;
        QElapsedTimer since;
        since.start();
        if (!becomes(false))
            return -1;
        waits << since.elapsed();
    }
    std::ranges::sort(waits);
    return waits.at(2);
}

void TestRevocations::everyWorkerKnowsBeforeTheCallReturns()
{
    // Each thread is a worker with its own authenticator, which has seen the token to be good.
    std::atomic<int> ready = 0;
    std::atomic<bool> revoked = false;
    std::atomic<int> late = 0;
    http::RequestHead head;
    head.bytes = "Bearer " + m_pair.accessToken;
    head.fields.append({"Authorization", head.bytes});
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < 4; ++i) {
            workers.emplace_back([&] {
                AccessTokenAuthenticator authenticator(TokenVerifier(m_accounts->keys, kTokenSettings, m_accounts->clock),
                                                       m_accounts->revocations, m_accounts->csrfTokens, {});
                bool counted = false;
                while (!revoked) {
                    if (authenticator.authenticate(head) && !std::exchange(counted, true))
                        ++ready;
                }
                late += authenticator.authenticate(head) ? 1 : 0;
            });
        }
        QTRY_COMPARE(ready.load(), 4);
        QVERIFY(QCoro::waitFor(m_accounts->service.logout(kRemote, m_accounts->callerOf(m_pair))));
        revoked = true;
    }
    QCOMPARE(late.load(), 0);
}

void TestRevocations::whatAnotherProcessChangedIsKnownWithin100Milliseconds_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("session revoked") << QByteArray("UPDATE sessions SET revoked_at = 1800000000000");
    QTest::newRow("user disabled") << QByteArray("UPDATE users SET disabled = 1");
}

void TestRevocations::whatAnotherProcessChangedIsKnownWithin100Milliseconds()
{
    QFETCH(QByteArray, sql);
    const qint64 wait = medianWaitFor(sql);
    QVERIFY2(wait >= 0 && wait <= 100, qPrintable(QString::number(wait)));
}

void TestRevocations::whatAnotherProcessChangedIsKnownUnderLoad()
{
    // A database whose queue is never empty still looks what others did.
    std::atomic<bool> ended = false;
    std::vector<std::jthread> load;
    for (int i = 0; i < 8; ++i) {
        load.emplace_back([&] {
            while (!ended)
                (void)m_accounts->count("SELECT count(*) FROM users");
        });
    }
    const qint64 wait = medianWaitFor("UPDATE users SET disabled = 1");
    ended = true;
    QVERIFY2(wait >= 0 && wait <= 100, qPrintable(QString::number(wait)));
}

void TestRevocations::aReloadThatFailedIsTriedAgain()
{
    const auto other = m_accounts->store.open();
    const auto run = [&](const char *sql) {
        return other->runBlocking([sql](QSqlDatabase &db) { return storage::execute(db, sql); }).has_value();
    };
    QLoggingCategory::setFilterRules(QStringLiteral("gatehouse.auth.accounts.warning=false"));
    QVERIFY(run("UPDATE users SET disabled = 1"));
    QVERIFY(run("ALTER TABLE sessions RENAME TO away"));
    QTest::qWait(150); // at least two looks, of which every one fails once the table is away
    QVERIFY(run("ALTER TABLE away RENAME TO sessions"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_accounts->isAccepted(m_pair.accessToken), 1000);
}

void TestRevocations::aFailedReadLeavesTheOldListAndUndoesTheChange()
{
    QVERIFY(m_accounts->execute("ALTER TABLE users RENAME COLUMN disabled TO away")); // makes only the list unreadable
    QCOMPARE(kindOf(QCoro::waitFor(m_accounts->service.logout(kRemote, m_accounts->callerOf(m_pair)))), ErrorKind::Internal);
    QCOMPARE(m_accounts->count("SELECT count(*) FROM sessions WHERE revoked_at IS NOT NULL"), 0);
    QVERIFY(m_accounts->isAccepted(m_pair.accessToken));
    const std::vector<SecurityEvent> events = m_accounts->events.take();
    QVERIFY(events.back().action == SecurityAction::SignOut && !events.back().succeeded);
    QVERIFY(m_accounts->execute("ALTER TABLE users RENAME COLUMN away TO disabled"));
    QVERIFY(QCoro::waitFor(m_accounts->service.logout(kRemote, m_accounts->callerOf(m_pair))));
    QVERIFY(!m_accounts->isAccepted(m_pair.accessToken));
}

void TestRevocations::aListIsKeptUntilTheLastTokenHasEnded()
{
    QVERIFY(QCoro::waitFor(m_accounts->service.logout(kRemote, m_accounts->callerOf(m_pair))));
    const auto revoked = [&] {
        return m_accounts->database->runBlocking([&](QSqlDatabase &sql) { return m_accounts->revocations.read(sql); })
            .value()
            ->sessions.size();
    };
    m_accounts->clock.advance(kTokenSettings.life + kTokenSettings.skew - 1ms);
    QCOMPARE(revoked(), 1);
    m_accounts->clock.advance(1ms);
    QCOMPARE(revoked(), 0);
    QVERIFY(!m_accounts->isAccepted(m_pair.accessToken)); // by then it is too old
}

void TestRevocations::aRestartForgetsNothing()
{
    QVERIFY(QCoro::waitFor(m_accounts->service.logout(kRemote, m_accounts->callerOf(m_pair))));
    const auto reopened = m_accounts->store.open();
    Revocations fresh(kTokenSettings.life, m_accounts->clock);
    QVERIFY(reopened->runBlocking([&](QSqlDatabase &sql) { return fresh.reload(sql); }));
    QCOMPARE(fresh.list().get()->sessions.size(), 1);
}

QTEST_GUILESS_MAIN(TestRevocations)
#include "test_revocations.moc"
