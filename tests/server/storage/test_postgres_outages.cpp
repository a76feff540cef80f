#include "postgres_database.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

/// What becomes of work when PostgreSQL is killed, halts or is away.
class TestPostgresOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void idleConnectionsTheServerClosedAreReplacedUnnoticed();
    void anAbsentServerIsRefusedAtOnceAndFoundAgain();
    void aServerThatHaltsHangsNobody();
    void nothingAcknowledgedIsLostWhenTheServerIsKilled();
    void aStandbyThatIsPromotedIsFound();

private:
    [[nodiscard]] std::unique_ptr<Database> open() const { return openedWith(settingsFor(m_server.socketUrl(m_name))); }

    PostgresServer m_server;
    QByteArray m_name;
};

void TestPostgresOutages::initTestCase()
{
    QLoggingCategory::setFilterRules(u"gatehouse.storage.warning=false\ngatehouse.storage.info=false"_s);
    QVERIFY2(m_server.start(), m_server.output().constData());
}

void TestPostgresOutages::init()
{
    m_name = m_server.makeDatabase();
}

void TestPostgresOutages::idleConnectionsTheServerClosedAreReplacedUnnoticed()
{
    const auto database = open();
    QCOMPARE(numberOf(*database, "SELECT 1").value(), 1);
    m_server.kill();
    QVERIFY(m_server.start());
    QVERIFY(note(*database, 1));
    QCOMPARE(database->counts().engine.broken, 1);
}

void TestPostgresOutages::anAbsentServerIsRefusedAtOnceAndFoundAgain()
{
    const auto database = open();
    QVERIFY(note(*database, 0));
    m_server.kill();
    QElapsedTimer since;
    since.start();
    for (int i = 0; i < 200; ++i) {
        const Result<void> done = note(*database, i);
        QCOMPARE(kindOf(done), ErrorKind::Unavailable);
        QVERIFY(!done.error().detail.contains(m_server.path({})));
    }
    QVERIFY2(since.elapsed() < 2000 * TEST_TIME_FACTOR, qPrintable(QString::number(since.elapsed())));
    QVERIFY(m_server.start());
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(numberOf(*database, "SELECT 1"), 3000);
    QVERIFY2(since.elapsed() < 1500 * TEST_TIME_FACTOR, qPrintable(QString::number(since.elapsed())));
}

void TestPostgresOutages::aServerThatHaltsHangsNobody()
{
    const auto database = open();
    QVERIFY(note(*database, 0));
    m_server.signal(SIGSTOP);
    QElapsedTimer since;
    since.start();
    std::atomic<int> unavailable = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 20; ++i)
            threads.emplace_back([&, i] { unavailable += kindOf(note(*database, 100 + i)) == ErrorKind::Unavailable ? 1 : 0; });
    }
    const qint64 took = since.elapsed();
    m_server.signal(SIGCONT);
    QCOMPARE(unavailable.load(), 20);
    QVERIFY2(took < 8000 * TEST_TIME_FACTOR, qPrintable(QString::number(took)));
    QTRY_VERIFY_WITH_TIMEOUT(numberOf(*database, "SELECT 1"), 5000);
}

void TestPostgresOutages::nothingAcknowledgedIsLostWhenTheServerIsKilled()
{
    const auto database = open();
    std::vector<qint64> acknowledged[6];
    for (int round = 0; round < 3; ++round) {
        std::atomic<bool> ended = false;
        std::atomic<qint64> longest = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 6; ++i) {
                threads.emplace_back([&, i] {
                    for (qint64 n = 0; !ended; ++n) {
                        const qint64 number = qint64(round * 6 + i) * 1'000'000 + n;
                        QElapsedTimer since;
                        since.start();
                        if (note(*database, number))
                            acknowledged[i].push_back(number);
                        longest = std::max<qint64>(longest, since.elapsed());
                    }
                });
            }
            const auto end = qScopeGuard([&ended] { ended = true; }); // before they are waited for, whatever fails
            QTest::qWait(150 + round * 40);
            m_server.kill();
            QTest::qWait(50);
            QVERIFY2(m_server.start(), m_server.output().constData());
            QTRY_VERIFY_WITH_TIMEOUT(numberOf(*database, "SELECT 1"), 5000);
        }
        QVERIFY2(longest < 5000 * TEST_TIME_FACTOR, qPrintable(QString::number(longest)));
    }
    qsizetype all = 0;
    for (const std::vector<qint64> &numbers : acknowledged) {
        all += static_cast<qsizetype>(numbers.size());
        for (const qint64 number : numbers) {
            QVERIFY2(isNoted(*database, number), qPrintable(QString::number(number)));
        }
    }
    QVERIFY(all > 20);
}

void TestPostgresOutages::aStandbyThatIsPromotedIsFound()
{
    PostgresServer primary;
    QVERIFY2(primary.start(), primary.output().constData());
    PostgresServer standby(&primary);
    QVERIFY2(standby.start(), standby.output().constData());
    // From here on, what is acknowledged is on both.
    QVERIFY(primary.query("postgres", "ALTER SYSTEM SET synchronous_standby_names TO '*'"));
    QVERIFY(primary.query("postgres", "SELECT pg_reload_conf()"));
    const QByteArray host = "127.0.0.1:";
    QByteArray url = primary.url("postgres");
    url.replace(host + QByteArray::number(primary.port()),
                host + QByteArray::number(standby.port()) + ",127.0.0.1:" + QByteArray::number(primary.port()));
    const auto database = openedWith(settingsFor(url));
    QVERIFY(note(*database, 1)); // the standby is asked first, and passed over

    primary.kill();
    QCOMPARE(kindOf(note(*database, 2)), ErrorKind::Unavailable);
    QVERIFY(!isNoted(*database, 1)); // the standby may be behind, and is not asked
    QVERIFY(standby.query("postgres", "SELECT pg_promote()"));
    QTRY_VERIFY_WITH_TIMEOUT(isNoted(*database, 1), 5000 * TEST_TIME_FACTOR);
    QVERIFY(note(*database, 3));
    QVERIFY(isNoted(*database, 1) && !isNoted(*database, 2));
}

QTEST_GUILESS_MAIN(TestPostgresOutages)
#include "test_postgres_outages.moc"
