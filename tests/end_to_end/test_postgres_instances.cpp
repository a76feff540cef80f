#include "postgres_server.h"
#include "tools.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Two servers on one PostgreSQL, and the commands beside them.
class PostgresInstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aSessionHoldsOnBothAndEndsOnBoth();
    void commandsWorkOnTheSharedDatabase();
    void healthAndMetricsNameTheDatabase();
    void aBackupOfServersThatRunIsRestoredElsewhere();
    void anUnreachableDatabaseIsNamedWithoutItsPassword();
    void nothingAcknowledgedIsLostWhenTheDatabaseIsKilled();

private:
    [[nodiscard]] HttpClient client(const ServerProcess &server) const
    {
        return HttpClient({.port = server.port(), .from = freshAddress()});
    }

    PostgresServer m_postgres;
    QByteArray m_database;
    std::unique_ptr<ServerFolder> m_folders[2];
    std::unique_ptr<ServerProcess> m_servers[2];
};

void PostgresInstancesTest::initTestCase()
{
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
}

void PostgresInstancesTest::init()
{
    m_database = m_postgres.makeDatabase();
    for (int i = 0; i < 2; ++i) {
        m_folders[i] = std::make_unique<ServerFolder>();
        m_folders[i]->configure(
            kGenerous + QByteArray("database:\n  max_connections: 8\n  statement_timeout: 2s\n  connect_timeout: 2s\n"));
        m_folders[i]->setVariable(u"DATABASE_URL"_s, QString::fromUtf8(m_postgres.url(m_database)));
        m_folders[i]->setVariable(u"JWT_SECRET"_s, u"5f2b8c1e9d47a60338bd1c7fe2a59b04d6e8f13c7a2b9056e4d1837cfa60b29e"_s);
        m_servers[i] = std::make_unique<ServerProcess>(*m_folders[i]);
        QVERIFY2(m_servers[i]->start(), m_servers[i]->output().constData());
    }
    QCOMPARE(registerAdmin(*m_servers[0]).status, 201);
}

void PostgresInstancesTest::cleanup()
{
    for (int i = 0; i < 2; ++i) {
        m_servers[i].reset();
        m_folders[i].reset();
    }
}

void PostgresInstancesTest::aSessionHoldsOnBothAndEndsOnBoth()
{
    QVERIFY(!QFile::exists(m_folders[0]->path(u"data/gatehouse.db"_s)));
    const QByteArray token = accessToken(*m_servers[0], "admin");
    QCOMPARE(client(*m_servers[1]).get("/auth/verify", bearer(token)).status, 200);
    QCOMPARE(client(*m_servers[1]).request("POST", "/auth/logout", {}, bearer(token)).status, 204);
    HttpClient first = client(*m_servers[0]);
    QTRY_COMPARE_WITH_TIMEOUT(first.get("/auth/verify", bearer(token)).status, 401, 1000);
    QCOMPARE(registerAdmin(*m_servers[1]).status, 401); // the first user is there already
}

void PostgresInstancesTest::commandsWorkOnTheSharedDatabase()
{
    QCOMPARE(m_folders[0]->run({u"users"_s, u"add"_s, u"alice"_s}, QByteArray(kPassword) + '\n').exitCode, 0);
    QVERIFY(m_folders[1]->run({u"users"_s, u"list"_s}).output.contains("alice"));
    const QByteArray token = accessToken(*m_servers[1], "alice");
    QVERIFY(!token.isEmpty());
    QCOMPARE(m_folders[0]->run({u"users"_s, u"disable"_s, u"alice"_s}).exitCode, 0);
    for (const auto &server : m_servers) {
        HttpClient one = client(*server);
        QTRY_COMPARE_WITH_TIMEOUT(one.get("/auth/verify", bearer(token)).status, 401, 1000);
    }
    const Outcome status = m_folders[0]->run({u"migrate"_s, u"--status"_s});
    QVERIFY(status.exitCode == 0 && status.output.contains("applied") && !status.output.contains("pending"));
    QVERIFY(m_folders[0]->run({u"migrate"_s}).output.contains("nothing to do"));
    const Outcome check = m_folders[0]->run({u"check"_s});
    QVERIFY2(check.exitCode == 0 && check.output.contains("PostgreSQL"), (check.output + check.errors).constData());
}

void PostgresInstancesTest::healthAndMetricsNameTheDatabase()
{
    HttpClient one = client(*m_servers[0]);
    const QByteArray health = one.get("/health", bearer(accessToken(*m_servers[0], "admin"))).body;
    QVERIFY2(health.contains("PostgreSQL 1") && health.contains("primary") && health.contains("latency_ms"), health.constData());
    QVERIFY(!client(*m_servers[0]).get("/health").body.contains("PostgreSQL")); // not for everybody
    const QByteArray metrics = HttpClient({.port = m_servers[0]->port()}).get("/metrics").body;
    QVERIFY2(metrics.contains("gatehouse_database_calls_total{engine=\"postgresql\"}"), metrics.constData());
}

void PostgresInstancesTest::aBackupOfServersThatRunIsRestoredElsewhere()
{
    const QString file = m_folders[0]->path(u"backup"_s);
    const Outcome made = m_folders[0]->run({u"backup"_s, file});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const Outcome refused = m_folders[0]->run({u"restore"_s, file, u"--replace"_s});
    QVERIFY2(refused.exitCode == 1 && refused.errors.contains("stop them first"), refused.errors.constData());

    ServerFolder embedded; // without DATABASE_URL
    embedded.configure(kGenerous);
    const Outcome restored = embedded.run({u"restore"_s, file});
    QVERIFY2(restored.exitCode == 0, restored.errors.constData());
    QVERIFY(embedded.run({u"restore"_s, file}).errors.contains("--replace"));
    ServerProcess server(embedded);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(signIn(server, "admin").status, 200);
    const Outcome running = embedded.run({u"restore"_s, file, u"--replace"_s});
    QVERIFY2(running.exitCode == 1 && running.errors.contains("serves from the data folder"), running.errors.constData());
}

void PostgresInstancesTest::anUnreachableDatabaseIsNamedWithoutItsPassword()
{
    ServerFolder folder;
    folder.configure(kGenerous);
    folder.setVariable(u"DATABASE_URL"_s, u"postgres://gatehouse:hunter2secret@127.0.0.1:%1/g"_s.arg(freePort()));
    for (const QString &command : {u"serve"_s, u"check"_s, u"migrate"_s}) {
        const Outcome outcome = folder.run({command});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("the database cannot be reached"), outcome.errors.constData());
        QVERIFY(!outcome.errors.contains("hunter2secret"));
    }
}

void PostgresInstancesTest::nothingAcknowledgedIsLostWhenTheDatabaseIsKilled()
{
    const QByteArray admin = accessToken(*m_servers[0], "admin");
    std::atomic<bool> ended = false;
    std::atomic<int> wrong = 0;
    std::atomic<int> refused = 0;
    std::atomic<qint64> longest = 0;
    QStringList acknowledged[4];
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&, i] {
                HttpClient one = client(*m_servers[i % 2]);
                for (int n = 0; !ended; ++n) {
                    const QString name = u"c%1n%2"_s.arg(i).arg(n);
                    QElapsedTimer since;
                    since.start();
                    const int status = one.post("/auth/register",
                                                {{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}}, bearer(admin))
                                           .status;
                    longest = std::max<qint64>(longest, since.elapsed());
                    if (status == 201)
                        acknowledged[i].append(name);
                    refused += status == 503 ? 1 : 0;
                    wrong += status == 201 || status == 503 ? 0 : 1;
                    // Who is signed in stays so: that needs no database.
                    wrong += one.get("/auth/verify", bearer(admin)).status == 200 ? 0 : 1;
                }
            });
        }
        const auto end = qScopeGuard([&ended] { ended = true; }); // before the clients are waited for, whatever fails
        QTest::qWait(500);
        m_postgres.kill();
        QTest::qWait(500);
        QVERIFY2(m_postgres.start(), m_postgres.output().constData());
        HttpClient probe = client(*m_servers[1]);
        QTRY_COMPARE_WITH_TIMEOUT(probe.get("/health/ready").status, 200, 5000);
        QTest::qWait(500);
    }
    QCOMPARE(wrong.load(), 0);
    QVERIFY(refused > 0);
    // Who had to connect first waited for that, 2 s at most, and then for a statement, 2 s and one more; besides a busy machine.
    QVERIFY2(longest < 6000 * TEST_TIME_FACTOR, qPrintable(QString::number(longest)));
    const QByteArray users = m_folders[0]->run({u"users"_s, u"list"_s}).output;
    for (const QStringList &names : acknowledged) {
        QVERIFY(!names.isEmpty());
        for (const QString &name : names)
            QVERIFY2(users.contains(name.toUtf8()), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(PostgresInstancesTest)
#include "test_postgres_instances.moc"
