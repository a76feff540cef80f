#include "tools.h"

#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What signals do to a server that is busy.
class ShutdownAndReloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsCleanlyWhenIdle();
    void finishesWhatIsInFlight();
    void finishesEveryAcceptedRequestUnderLoad();
    void takesNewLimitsWithoutDroppingAConnection();
    void keepsItsSettingsWhenTheNewOnesAreWrong_data();
    void keepsItsSettingsWhenTheNewOnesAreWrong();

private:
    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void ShutdownAndReloadTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kGenerous);
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start(), m_server->output().constData());
}

void ShutdownAndReloadTest::endsCleanlyWhenIdle()
{
    RawClient idle({.port = m_server->port()});
    QVERIFY(idle.isConnected());
    m_server->signal(SIGTERM);
    QCOMPARE(m_server->waitForEnd(5s), std::optional<int>(0));
}

void ShutdownAndReloadTest::finishesWhatIsInFlight()
{
    m_folder->configure(kGenerous + QByteArray("http:\n  workers: 1\n"));
    m_server->kill();
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray body = R"({"username":"admin","password":"Correct-Horse-7!"})";
    RawClient busy({.port = m_server->port(), .from = freshAddress()});
    QVERIFY(busy.send("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body.first(10)));
    // The head has been read when another connection of the same worker has had its answer.
    QCOMPARE(HttpClient({.port = m_server->port()}).get("/health/live").status, 200);
    m_server->signal(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(HttpClient({.port = m_server->port()}, 500ms).get("/health/ready").status != 200, 3000);
    QVERIFY(m_server->isRunning());
    QVERIFY(busy.send(body.sliced(10)));
    const Answer answer = HttpClient::readAnswer(busy);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection").toLower(), QByteArray("close"));
    QCOMPARE(m_server->waitForEnd(10s), std::optional<int>(0));
}

void ShutdownAndReloadTest::finishesEveryAcceptedRequestUnderLoad()
{
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const quint16 port = m_server->port();
    std::atomic<bool> ended = false;
    std::atomic<int> torn = 0;
    std::atomic<int> answered = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([port, from = freshAddress(), &ended, &torn, &answered] {
            while (!ended) {
                RawClient client({.port = port, .from = from}, 5s);
                if (!client.isConnected() || !client.send("GET /auth/me HTTP/1.1\r\nHost: a\r\n\r\n"))
                    continue;
                const QByteArray head = client.readUntil("\r\n\r\n");
                if (head.endsWith("\r\n\r\n"))
                    ++answered;
                else if (!head.isEmpty())
                    ++torn;
            }
        });
    }
    QTRY_VERIFY_WITH_TIMEOUT(answered > 200, 10000);
    m_server->signal(SIGTERM);
    const std::optional<int> code = m_server->waitForEnd(15s);
    ended = true;
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(code, std::optional<int>(0));
    QCOMPARE(torn.load(), 0);
}

void ShutdownAndReloadTest::takesNewLimitsWithoutDroppingAConnection()
{
    RawClient connection({.port = m_server->port(), .from = freshAddress()});
    const auto quota = [&connection] {
        (void)connection.send("GET /auth/me HTTP/1.1\r\nHost: a\r\n\r\n");
        return HttpClient::readAnswer(connection).header("X-RateLimit-Limit");
    };
    QCOMPARE(quota(), QByteArray("1000000"));
    m_folder->configure(QByteArray(kGenerous).replace("general: {quota: 1000000}", "general: {quota: 4321}"));
    m_server->signal(SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(quota(), QByteArray("4321"), 5000);
    QVERIFY(connection.isConnected());
}

void ShutdownAndReloadTest::keepsItsSettingsWhenTheNewOnesAreWrong_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("no YAML") << QByteArray("app: [\n");
    QTest::newRow("unknown key") << QByteArray(kGenerous).replace("general: {quota: 1000000}",
                                                                  "general: {quota: 4321, qouta: 1}");
    QTest::newRow("out of range") << QByteArray(kGenerous).replace("general: {quota: 1000000}", "general: {quota: 4321}")
            + "http:\n  workers: -3\n";
}

void ShutdownAndReloadTest::keepsItsSettingsWhenTheNewOnesAreWrong()
{
    QFETCH(QByteArray, yaml);
    const qsizetype before = m_server->output().size();
    m_folder->configure(yaml);
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().size() > before, 5000);
    HttpClient client({.port = m_server->port(), .from = freshAddress()});
    QCOMPARE(client.get("/auth/me").header("X-RateLimit-Limit"), QByteArray("1000000"));
    QVERIFY(m_server->isRunning());
}

QTEST_GUILESS_MAIN(ShutdownAndReloadTest)
#include "test_shutdown_and_reload.moc"
