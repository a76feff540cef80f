#include "nginx_process.h"
#include "postgres_server.h"
#include "redis_server.h"
#include "tools.h"

#include <QScopeGuard>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Two servers behind nginx on one PostgreSQL and one Redis, as docs/operator-guide.md tells to set them up; one is killed and
/// replaced.
class ReplacedInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesNothingButWhatWasInFlight();
    void theReplacementServesAgain();
    void aSessionAndItsEndHoldOnBoth();

private:
    static constexpr int kClients = 4;

    [[nodiscard]] HttpClient throughNginx() const { return HttpClient({.port = m_nginx.port(), .from = freshAddress()}); }

    PostgresServer m_postgres;
    std::unique_ptr<RedisServer> m_redis;
    ServerFolder m_folders[2];
    ServerProcess m_servers[2]{ServerProcess(m_folders[0]), ServerProcess(m_folders[1])};
    NginxProcess m_nginx;
    QByteArray m_token;
};

namespace {

// Whoever does not answer is passed over for a second, and what can be asked again is asked of the other.
constexpr char kBalancer[] = R"(
    upstream gatehouse {
        server 127.0.0.1:@GATEHOUSE@ max_fails=1 fail_timeout=1s;
        server 127.0.0.1:@OTHER@ max_fails=1 fail_timeout=1s;
        keepalive 16;
    }
    server {
        listen 127.0.0.1:@PORT@;
        location / {
            proxy_pass http://gatehouse;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_next_upstream error timeout;
        }
    }
)";

} // namespace

void ReplacedInstanceTest::initTestCase()
{
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
    m_redis = std::make_unique<RedisServer>(QStringList{u"--maxmemory"_s, u"64mb"_s});
    const QByteArray database = m_postgres.makeDatabase();
    for (int i = 0; i < 2; ++i) {
        m_folders[i].configure(
            kGenerous
            + QByteArray("http:\n  behind_proxy: true\n  trusted_proxies: [127.0.0.1]\ndatabase:\n  max_connections: 8\n"));
        m_folders[i].setVariable(u"DATABASE_URL"_s, QString::fromUtf8(m_postgres.url(database)));
        m_folders[i].setVariable(u"REDIS_URL"_s, QString::fromUtf8(m_redis->url()));
        m_folders[i].setVariable(u"JWT_SECRET"_s, u"5f2b8c1e9d47a60338bd1c7fe2a59b04d6e8f13c7a2b9056e4d1837cfa60b29e"_s);
        QVERIFY2(m_servers[i].start(), m_servers[i].output().constData());
    }
    QByteArray balancer = kBalancer;
    balancer.replace("@OTHER@", QByteArray::number(m_servers[1].port()));
    QVERIFY2(m_nginx.start(m_servers[0].port(), balancer), m_nginx.errors().constData());
    QCOMPARE(registerAdmin(m_servers[0]).status, 201);
    m_token = accessToken(m_servers[0], "admin");
    QVERIFY(!m_token.isEmpty());
}

void ReplacedInstanceTest::losesNothingButWhatWasInFlight()
{
    std::atomic<bool> ended = false;
    std::atomic<int> passed = 0;
    std::atomic<int> failed = 0;
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.emplace_back([&] {
                HttpClient client = throughNginx();
                while (!ended)
                    ++(client.get("/auth/verify", bearer(m_token)).status == 200 ? passed : failed);
            });
        }
        const auto end = qScopeGuard([&ended] { ended = true; }); // before the clients are waited for, whatever fails
        QTest::qWait(300);
        const quint16 port = m_servers[1].port();
        m_servers[1].kill();
        QTest::qWait(300);
        QVERIFY2(m_servers[1].start({u"--port"_s, QString::number(port)}), m_servers[1].output().constData());
        QTest::qWait(1500); // until nginx has taken it back
    }
    QVERIFY(passed > 100);
    QVERIFY2(failed <= kClients, qPrintable(QString::number(failed)));
}

void ReplacedInstanceTest::theReplacementServesAgain()
{
    const auto served = [this] {
        const QByteArray metrics = HttpClient({.port = m_servers[1].port()}).get("/metrics").body;
        return metrics.contains(R"(route="/auth/verify",status="2xx"})");
    };
    HttpClient client = throughNginx();
    QTRY_VERIFY_WITH_TIMEOUT(client.get("/auth/verify", bearer(m_token)).status == 200 && served(), 5000 * TEST_TIME_FACTOR);
}

void ReplacedInstanceTest::aSessionAndItsEndHoldOnBoth()
{
    HttpClient client = throughNginx();
    QCOMPARE(client.request("POST", "/auth/logout", {}, bearer(m_token)).status, 204);
    for (const ServerProcess &server : m_servers) {
        HttpClient one({.port = server.port(), .from = freshAddress()});
        QTRY_COMPARE_WITH_TIMEOUT(one.get("/auth/verify", bearer(m_token)).status, 401, 1000 * TEST_TIME_FACTOR);
    }
}

QTEST_GUILESS_MAIN(ReplacedInstanceTest)
#include "test_replaced_instance.moc"
