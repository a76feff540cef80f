#include "postgres_database.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Storage on a real PostgreSQL: what differs from SQLite.
class TestPostgres : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void bothDialectsHaveTheSameScripts();
    void bothDialectsMakeTheSameTables();
    void startsAtOnceMigrateOnce();
    void schemaOfANewerProgramIsRefused();
    void keepsValuesAsTheyAre();
    void textThatCannotBeStoredIsRefused();
    void failuresAreToldApart();
    void failuresShowNoValue();
    void transactionWithoutCommitIsUndone();
    void aFailedTransactionIsNotCommitted();
    void anExclusiveTransactionIsAlone();
    void sharedTransactionsRunBesideEachOther();
    void aSerializationFailureIsRunAgain();
    void connectionsStayWithinTheirNumber();
    void idleConnectionsEnd();
    void connectionsEndWithTheirLife();
    void aStatementThatTakesTooLongFails();
    void aLockThatIsNotToBeHadFails();
    void changeByAnotherInstanceIsHeardAtOnce();
    void changeDuringAnInterruptionIsHeardAfterIt();
    void passwordsAndCertificates_data();
    void passwordsAndCertificates();
    void encryptionIsChecked_data();
    void encryptionIsChecked();
    void theEnvironmentDoesNotSayWhereTo();
    void errorsShowNoPassword();
    void whatTheServerRemarksGoesToTheLog();
    void workGivenBeforeTheEndIsFinished();

private:
    [[nodiscard]] PostgresSettings settings() const { return settingsFor(m_server.socketUrl(m_name)); }
    [[nodiscard]] std::unique_ptr<Database> open() const { return openedWith(settings()); }

    PostgresServer m_server;
    QByteArray m_name; ///< of this test's database
};

void TestPostgres::initTestCase()
{
    QLoggingCategory::setFilterRules(u"gatehouse.storage.warning=false\ngatehouse.storage.info=false"_s);
    QVERIFY2(m_server.start(), m_server.output().constData());
}

void TestPostgres::init()
{
    m_name = m_server.makeDatabase();
}

void TestPostgres::bothDialectsHaveTheSameScripts()
{
    (void)open();
    const QStringList names = QDir(u":/gatehouse/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    QCOMPARE(QDir(u":/gatehouse/migrations-postgresql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name), names);
}

void TestPostgres::bothDialectsMakeTheSameTables()
{
    const auto columnsOf = [](Database &database, const char *sql) {
        return database
            .runBlocking([sql](QSqlDatabase &connection) -> Result<QByteArrayList> {
                Statement statement(connection, sql);
                QByteArrayList columns;
                if (const Result<void> done = statement.execute(); !done)
                    return std::unexpected(done.error());
                while (statement.next())
                    columns << statement.text(0) + ' ' + statement.text(1) + ' ' + statement.text(2);
                return columns;
            })
            .value();
    };
    const auto sqlite = Database::openSqlite(u":memory:"_s).value();
    const QByteArrayList expected =
        columnsOf(*sqlite,
                  "SELECT t.name, c.name, c.\"notnull\" FROM sqlite_master t, pragma_table_info(t.name) c"
                  " WHERE t.type = 'table' ORDER BY t.name, c.cid");
    QVERIFY(expected.size() > 10);
    QCOMPARE(columnsOf(*open(),
                       "SELECT table_name::text, column_name::text, CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END"
                       " FROM information_schema.columns WHERE table_schema = 'public'"
                       " ORDER BY table_name COLLATE \"C\", ordinal_position"),
             expected);
}

void TestPostgres::startsAtOnceMigrateOnce()
{
    std::atomic<int> opened = 0;
    {
        std::vector<std::jthread> starts;
        for (int i = 0; i < 8; ++i)
            starts.emplace_back([&] { opened += Database::openPostgres(settings()).has_value() ? 1 : 0; });
    }
    QCOMPARE(opened.load(), 8);
    QCOMPARE(numberOf(*open(), "SELECT count(*) FROM schema_migrations").value(),
             QDir(u":/gatehouse/migrations"_s).entryList({u"*.sql"_s}).size());
}

void TestPostgres::schemaOfANewerProgramIsRefused()
{
    QVERIFY(run(*open(), "INSERT INTO schema_migrations VALUES (999, 0)"));
    const auto again = Database::openPostgres(settings());
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

void TestPostgres::keepsValuesAsTheyAre()
{
    const auto database = open();
    QByteArray everyByte;
    for (int i = 0; i < 256; ++i)
        everyByte.append(static_cast<char>(i));
    const QByteArray odd = "'; DROP TABLE users; -- \\' \" ? $1 :name \xc3\xa9 \xf0\x9f\x94\x91 \n";
    const auto kept = [&](QSqlDatabase &connection) -> Result<bool> {
        Statement insert(connection, "INSERT INTO server_keys (name, material) VALUES (?, ?)");
        if (const Result<void> done = insert.bindText(odd).bindBytes(everyByte).execute(); !done)
            return std::unexpected(done.error());
        Statement empty(connection, "INSERT INTO server_keys (name, material) VALUES (?, ?)");
        if (const Result<void> done = empty.bindText({}).bindBytes({}).execute(); !done)
            return std::unexpected(done.error());
        Statement read(connection, "SELECT name, material FROM server_keys WHERE name = ?");
        const bool first = read.bindText(odd).execute() && read.next() && read.text(0) == odd && read.bytes(1) == everyByte;
        Statement none(connection, "SELECT name, material FROM server_keys WHERE name = ?");
        const bool second = none.bindText({}).execute() && none.next() && !none.isNull(1) && none.bytes(1).isEmpty();
        return first && second;
    };
    const Result<bool> same = database->runBlocking(kept);
    QVERIFY2(same && *same, same ? "" : qPrintable(same.error().detail));
    const qint64 largest = std::numeric_limits<qint64>::max();
    QVERIFY(database->runBlocking([&](QSqlDatabase &connection) {
        return Statement(connection, "INSERT INTO deleted_users VALUES ('x', ?)").bind(largest).execute();
    }));
    QCOMPARE(numberOf(*database, "SELECT deleted_at FROM deleted_users").value(), largest);
}

void TestPostgres::textThatCannotBeStoredIsRefused()
{
    const auto database = open();
    const auto find = [](QSqlDatabase &connection) {
        return Statement(connection, "SELECT 1 FROM users WHERE id = ?").bindText(QByteArrayView("a\0b", 3)).execute();
    };
    QCOMPARE(kindOf(database->runBlocking(find)), ErrorKind::Invalid);
    QCOMPARE(numberOf(*database, "SELECT 1").value(), 1);
}

void TestPostgres::failuresAreToldApart()
{
    const auto database = open();
    QVERIFY(run(*database, "INSERT INTO setup_codes VALUES ('\\x00')"));
    QCOMPARE(kindOf(run(*database, "INSERT INTO setup_codes VALUES ('\\x00')")), ErrorKind::Conflict);
    QCOMPARE(kindOf(run(*database, "INSERT INTO refresh_tokens VALUES ('\\x00', 'no session', 0)")), ErrorKind::Conflict);
    QCOMPARE(kindOf(run(*database, "INSERT INTO users VALUES ('1', 'a', 'a', '', 'king', 0, 0)")), ErrorKind::Conflict);
    QCOMPARE(kindOf(run(*database, "SELECT nonsense")), ErrorKind::Internal);
    const auto readOnly = [](QSqlDatabase &connection) {
        const Result<void> begun = execute(connection, "BEGIN READ ONLY");
        return begun ? execute(connection, "DELETE FROM users") : begun;
    };
    QCOMPARE(kindOf(database->runBlocking(readOnly)), ErrorKind::Unavailable);
    QCOMPARE(numberOf(*database, "SELECT 1").value(), 1); // and what that left behind is gone
}

void TestPostgres::failuresShowNoValue()
{
    const auto database = open();
    const auto wrong = [](QSqlDatabase &connection) {
        return Statement(connection, "SELECT ?::bigint").bindText("very-secret").execute();
    };
    const Result<void> done = database->runBlocking(wrong);
    QVERIFY(!done);
    QVERIFY2(!done.error().detail.contains(u"very-secret"_s), qPrintable(done.error().detail));
}

void TestPostgres::transactionWithoutCommitIsUndone()
{
    const auto database = open();
    QVERIFY(database->runBlocking([](QSqlDatabase &connection) -> Result<void> {
        const Result<Transaction> transaction = Transaction::begin(connection);
        return execute(connection, "INSERT INTO setup_codes VALUES ('\\x00')");
    }));
    QCOMPARE(numberOf(*database, "SELECT count(*) FROM setup_codes").value(), 0);
}

void TestPostgres::aFailedTransactionIsNotCommitted()
{
    const auto database = open();
    const auto work = [](QSqlDatabase &connection) {
        return inTransaction(connection, Beside::Nobody, [&] {
            (void)execute(connection, "INSERT INTO setup_codes VALUES ('\\x00')");
            (void)execute(connection, "SELECT nonsense");
            return Result<void>();
        });
    };
    QVERIFY(!database->runBlocking(work));
    QCOMPARE(numberOf(*database, "SELECT count(*) FROM setup_codes").value(), 0);
}

void TestPostgres::anExclusiveTransactionIsAlone()
{
    const auto one = open();
    const auto two = open();
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::atomic<int> failed = 0;
    const auto enter = [&](Database &database, Beside beside) {
        const auto work = [&](QSqlDatabase &connection) {
            return inTransaction(connection, beside, [&] {
                const int weight = beside == Beside::Nobody ? 100 : 1;
                const int now = inside += weight;
                for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) { }
                std::this_thread::sleep_for(2ms);
                inside -= weight;
                return Result<void>();
            });
        };
        failed += database.runBlocking(work) ? 0 : 1;
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                for (int round = 0; round < 10; ++round)
                    enter(i % 2 == 0 ? *one : *two, (i + round) % 3 == 0 ? Beside::Nobody : Beside::Others);
            });
        }
    }
    QCOMPARE(failed.load(), 0);
    QCOMPARE(most.load(), 100);
}

void TestPostgres::sharedTransactionsRunBesideEachOther()
{
    const auto database = open();
    // Each waits for the other within its transaction.
    std::atomic<int> inside = 0;
    const auto work = [&](QSqlDatabase &connection) {
        return inTransaction(connection, Beside::Others, [&] {
            ++inside;
            return QTest::qWaitFor([&] { return inside == 2; }, 1500) ? Result<void>() : failure(ErrorKind::Internal, u"alone"_s);
        });
    };
    Result<void> other;
    {
        const std::jthread thread([&] { other = database->runBlocking(work); });
        QVERIFY(database->runBlocking(work));
    }
    QVERIFY(other);
}

void TestPostgres::aSerializationFailureIsRunAgain()
{
    const auto database = open();
    int runs = 0;
    const auto work = [&](QSqlDatabase &connection) -> Result<void> {
        ++runs;
        if (runs < 3)
            return execute(connection, "DO $$ BEGIN RAISE serialization_failure; END $$");
        return {};
    };
    QVERIFY(database->runBlocking(work));
    QCOMPARE(runs, 3);
    const auto hopeless = [&](QSqlDatabase &connection) {
        ++runs;
        return execute(connection, "DO $$ BEGIN RAISE deadlock_detected; END $$");
    };
    runs = 0;
    QCOMPARE(kindOf(database->runBlocking(hopeless)), ErrorKind::Unavailable);
    QCOMPARE(runs, 4);
}

void TestPostgres::connectionsStayWithinTheirNumber()
{
    const auto database = open();
    std::atomic<int> failed = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 30; ++i)
            threads.emplace_back([&] { failed += run(*database, "SELECT pg_sleep(0.05)") ? 0 : 1; });
    }
    QCOMPARE(failed.load(), 0);
    QCOMPARE(database->counts().engine.connections, 8);
    QTRY_COMPARE(database->counts().engine.busy, 0); // the answer comes a moment before the connection is free
    QVERIFY(m_server.query("postgres", "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + m_name + "'").value().toInt()
            <= 8);
}

void TestPostgres::idleConnectionsEnd()
{
    PostgresSettings wanted = settings();
    wanted.connectionIdleTime = 1s;
    const auto database = openedWith(std::move(wanted));
    QCOMPARE(numberOf(*database, "SELECT 1").value(), 1);
    QCOMPARE(database->counts().engine.connections, 1);
    QTRY_COMPARE_WITH_TIMEOUT(database->counts().engine.connections, 0, 5000);
    QCOMPARE(numberOf(*database, "SELECT 1").value(), 1);
}

void TestPostgres::connectionsEndWithTheirLife()
{
    PostgresSettings wanted = settings();
    wanted.connectionLifetime = 0s;
    wanted.maxConnections = 1; // else another may be opened before the first is idle
    const auto database = openedWith(std::move(wanted));
    const qint64 first = numberOf(*database, "SELECT pg_backend_pid()").value();
    QVERIFY(numberOf(*database, "SELECT pg_backend_pid()").value() != first);
    QCOMPARE(database->counts().engine.connections, 1);
    QCOMPARE(database->counts().engine.broken, 0);
}

void TestPostgres::aStatementThatTakesTooLongFails()
{
    const auto database = open();
    QElapsedTimer since;
    since.start();
    QCOMPARE(kindOf(run(*database, "SELECT pg_sleep(30)")), ErrorKind::Unavailable);
    QVERIFY2(since.elapsed() < 5000 * TEST_TIME_FACTOR, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(numberOf(*database, "SELECT 1").value(), 1);
}

void TestPostgres::aLockThatIsNotToBeHadFails()
{
    const auto one = open();
    const auto two = open();
    const auto nested = [&](QSqlDatabase &connection) -> Result<void> {
        const auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(transaction.error());
        const auto other = [](QSqlDatabase &sql) {
            const auto begun = Transaction::beginShared(sql);
            return begun ? Result<void>() : std::unexpected(begun.error());
        };
        return two->runBlocking(other);
    };
    QCOMPARE(kindOf(one->runBlocking(nested)), ErrorKind::Unavailable);
    QVERIFY(note(*two, 1));
}

void TestPostgres::changeByAnotherInstanceIsHeardAtOnce()
{
    const auto one = open();
    const auto two = open();
    std::atomic<int> heard = 0;
    one->onExternalChange([&](QSqlDatabase &) {
        ++heard;
        return Result<void>();
    });
    QTRY_COMPARE(heard.load(), 1); // at first
    for (const char *sql :
         {"UPDATE users SET disabled = 1", "UPDATE sessions SET revoked_at = 1", "INSERT INTO deleted_users VALUES ('x', 0)"}) {
        const int before = heard;
        QVERIFY(run(*two, sql));
        QTRY_VERIFY2_WITH_TIMEOUT(heard > before, sql, 400);
    }
    const int before = heard;
    QVERIFY(run(*two, "INSERT INTO setup_codes VALUES ('\\x00')"));
    QTest::qWait(50);
    QCOMPARE(heard.load(), before); // does not concern who may come in
}

void TestPostgres::changeDuringAnInterruptionIsHeardAfterIt()
{
    const auto one = open();
    std::atomic<int> heard = 0;
    std::atomic<qint64> sum = 0;
    one->onExternalChange([&](QSqlDatabase &connection) -> Result<void> {
        const Result<qint64> count = numberOf(connection, "SELECT count(*) FROM deleted_users");
        if (!count)
            return std::unexpected(count.error());
        sum = *count;
        ++heard;
        return {};
    });
    QTRY_COMPARE(heard.load(), 1);
    QVERIFY(
        m_server.query(m_name,
                       "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1';"
                       "INSERT INTO deleted_users VALUES ('x', 0)"));
    QTRY_COMPARE_WITH_TIMEOUT(sum.load(), 1, 2000);
}

void TestPostgres::passwordsAndCertificates_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("accepted");
    (void)m_server.query("postgres", "CREATE ROLE certified LOGIN SUPERUSER");
    m_name = m_server.makeDatabase();
    const QByteArray files = "?sslmode=verify-full&sslrootcert=" + m_server.path(u"server.pem"_s).toUtf8()
        + "&sslcert=" + m_server.path(u"client.pem"_s).toUtf8() + "&sslkey=" + m_server.path(u"client.key"_s).toUtf8();
    QTest::newRow("password") << m_server.url(m_name) << true;
    QTest::newRow("wrong password") << m_server.url(m_name).replace("pass", "fail") << false;
    QTest::newRow("certificate") << m_server.certifiedUrl(m_name, files) << true;
    QTest::newRow("no certificate") << m_server.certifiedUrl(m_name, "?sslmode=require") << false;
    QTest::newRow("no such database") << m_server.url("nowhere") << false;
    QTest::newRow("service") << m_server.url(m_name, "?service=x") << false;
    QTest::newRow("unknown option") << m_server.url(m_name, "?colour=red") << false;
}

void TestPostgres::passwordsAndCertificates()
{
    QFETCH(QByteArray, url);
    QFETCH(bool, accepted);
    const auto opened = Database::openPostgres(settingsFor(url));
    QVERIFY2(opened.has_value() == accepted, opened ? "" : qPrintable(opened.error().detail));
}

void TestPostgres::encryptionIsChecked_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<bool>("encrypted");
    const QByteArray trusted = "&sslrootcert=" + m_server.path(u"server.pem"_s).toUtf8();
    const QByteArray untrusted = "&sslrootcert=" + m_server.path(u"client.pem"_s).toUtf8();
    QTest::newRow("disable") << QByteArray("?sslmode=disable") << true << false;
    QTest::newRow("require") << QByteArray("?sslmode=require") << true << true;
    QTest::newRow("said twice") << QByteArray("?sslmode=disable&sslmode=require") << true << true;
    QTest::newRow("verify-full") << "?sslmode=verify-full" + trusted << true << true;
    QTest::newRow("other CA") << "?sslmode=verify-full" + untrusted << false << false;
    QTest::newRow("other name") << "?sslmode=verify-full&host=example.org&hostaddr=127.0.0.1" + trusted << false << false;
}

void TestPostgres::encryptionIsChecked()
{
    QFETCH(QByteArray, query);
    QFETCH(bool, accepted);
    QFETCH(bool, encrypted);
    const auto opened = Database::openPostgres(settingsFor(m_server.url(m_name, query)));
    QVERIFY2(opened.has_value() == accepted, opened ? "" : qPrintable(opened.error().detail));
    if (opened)
        QCOMPARE(numberOf(**opened, "SELECT ssl::int FROM pg_stat_ssl WHERE pid = pg_backend_pid()").value(), qint64(encrypted));
}

void TestPostgres::theEnvironmentDoesNotSayWhereTo()
{
    for (const char *name : {"PGHOST", "PGHOSTADDR", "PGSSLMODE", "PGTARGETSESSIONATTRS"})
        qputenv(name, "nonsense.invalid");
    const auto opened = Database::openPostgres(settingsFor(m_server.url(m_name)));
    for (const char *name : {"PGHOST", "PGHOSTADDR", "PGSSLMODE", "PGTARGETSESSIONATTRS"})
        qunsetenv(name);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
}

void TestPostgres::errorsShowNoPassword()
{
    for (const char *url : {"postgres://u:hunter2@127.0.0.1:1/g", "postgres://u:hunter2%@127.0.0.1/g", "postgres://u:hunter2@[/g",
                            "postgres://u:hunter2@127.0.0.1/g?sslmode=hunter2", "hunter2"}) {
        const auto opened = Database::openPostgres(settingsFor(url));
        QVERIFY(!opened);
        QVERIFY2(!opened.error().detail.contains(u"hunter2"_s), qPrintable(opened.error().detail));
    }
}

void TestPostgres::whatTheServerRemarksGoesToTheLog()
{
    const auto database = open();
    QLoggingCategory::setFilterRules(u"gatehouse.storage.debug=true"_s);
    const auto quiet = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    QTest::ignoreMessage(QtDebugMsg, "PostgreSQL: WARNING:  careful");
    QVERIFY(run(*database, "DO $$ BEGIN RAISE WARNING 'careful'; END $$"));
}

void TestPostgres::workGivenBeforeTheEndIsFinished()
{
    {
        const auto database = open();
        for (int i = 0; i < 100; ++i) {
            auto work = [i](QSqlDatabase &connection) {
                return Statement(connection, "INSERT INTO setup_codes VALUES (?)").bindBytes(QByteArray::number(i)).execute();
            };
            (void)database->run(std::move(work));
        }
    }
    QCoreApplication::processEvents(); // resumes those who waited
    QCOMPARE(numberOf(*open(), "SELECT count(*) FROM setup_codes").value(), 100);
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "test_postgres.moc"
