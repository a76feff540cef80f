#include "http/door.h"
#include "http/pipeline.h"
#include "limits/local_limiter.h"
#include "limits/redis_limiter.h"
#include "raw_client.h"
#include "redis_server.h"
#include "redis_test_client.h"
#include "silent_observer.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::http;
using namespace gatehouse::limits;
using namespace gatehouse::storage;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

namespace {

class NoAuthenticator final : public Authenticator
{
public:
    std::expected<Principal, AuthenticationFailure> authenticate(const RequestHead &) override
    {
        return std::unexpected(AuthenticationFailure{AuthenticationFailure::Kind::NoCredentials});
    }
    bool csrfTokenMatches(const Principal &, QByteArrayView) override { return false; }
};

Route routeFor(Method method, const QByteArray &name)
{
    Route route;
    route.methods = {method};
    route.path = '/' + name;
    route.operationId = name;
    route.tag = "test";
    route.access = Access::Anybody;
    return route;
}

void declareRoutes(RouteTable &routes)
{
    Route now = routeFor(Method::Get, "now");
    now.immediate = [](const Request &) -> Result<Response> { return Response::text(200, "now"); };
    routes.add(std::move(now));
    for (const QByteArray &name : {QByteArray("body"), QByteArray("tried")}) {
        Route route = routeFor(Method::Post, name);
        route.body = BodySchema{
            .name = "Named",
            .schema = R"({"type":"object","properties":{"name":{"type":"string"}},"additionalProperties":false})",
        };
        route.handler = [](RequestPtr request) -> QCoro::Task<Result<Response>> {
            co_return Response::text(200, "[" + request->body + "]");
        };
        if (name == "tried") {
            route.limitClass = LimitClass::SignIn;
            route.accountOf = [](RequestPtr request) -> QCoro::Task<QByteArray> {
                co_return request->json.value(u"name"_s).toString().toUtf8();
            };
        }
        routes.add(std::move(route));
    }
}

/// A server of one worker whose limits are in Redis: `/now` is answered at the guard, `/body` takes a body, `/tried` counts
/// by the name in its body.
class Instance
{
public:
    Instance(const RedisServer &redis, PolicyNumbers numbers)
        : m_policies(std::make_shared<const PolicySet>(std::move(numbers)))
        , m_options(RedisTestClient::optionsFor(redis.url()))
    {
        declareRoutes(m_routes);
        DoorSettings settings;
        settings.workers = 1;
        auto door = Door::open(std::move(settings), [this] { return makeGate(); }, m_clock);
        if (!door)
            qFatal("%s", qPrintable(door.error().detail));
        m_door = std::move(*door);
        if (!QTest::qWaitFor([this] { return isConnected(); }, 10'000))
            qFatal("no connection to Redis");
    }

    [[nodiscard]] bool isConnected() const { return redisStatistics.connected.load(); }
    [[nodiscard]] quint16 port() const { return m_door->port(); }

    RedisStatistics redisStatistics;
    RedisLimiterStatistics statistics;

private:
    std::unique_ptr<Gate> makeGate()
    {
        auto client = std::make_shared<RedisClient>(m_options, redisStatistics);
        client->start();
        auto limiter =
            std::make_unique<RedisLimiter>(std::move(client), m_local, RedisLimiterOptions{.hashKey = {7}}, statistics);
        return std::make_unique<Pipeline>(PipelineShared{m_routes, m_settings, m_policies, m_local, m_clock},
                                          std::make_unique<NoAuthenticator>(), std::make_unique<SilentObserver>(),
                                          std::move(limiter));
    }

    SystemClock m_clock;
    RouteTable m_routes;
    Snapshot<PipelineSettings> m_settings{std::make_shared<const PipelineSettings>()};
    Snapshot<PolicySet> m_policies;
    LocalLimiter m_local{1000};
    RedisOptions m_options;
    std::unique_ptr<Door> m_door;
};

Policy hourly(quint32 quota)
{
    return {.quota = quota, .window = std::chrono::hours(1), .burst = quota};
}

PolicyNumbers generous()
{
    return {.general = hourly(100'000), .signIn = hourly(100'000), .exempt = {}};
}

/// The whole answer: what Content-Length says of it.
QByteArray ask(RawClient &client, const QByteArray &request)
{
    client.send(request);
    const QByteArray head = client.readUntil("\r\n\r\n");
    const qsizetype field = head.indexOf("Content-Length: ");
    return field < 0 ? head : head + client.readBytes(head.mid(field + 16, 20).split('\r').front().toLongLong());
}

QByteArray get(RawClient &client, const QByteArray &path = "/now")
{
    return ask(client, "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
}

QByteArray post(RawClient &client, const QByteArray &path, const QByteArray &body)
{
    return ask(client,
               "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                   + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace

/// The whole way through the door of servers whose limits are in one Redis.
class TestSharedLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsForAllInstancesTogether()
    {
        const RedisServer redis;
        PolicyNumbers numbers = generous();
        numbers.general = hourly(6);
        Instance one(redis, numbers);
        Instance two(redis, numbers);
        RawClient first(one.port());
        RawClient second(two.port());
        QVERIFY(get(first).contains("X-RateLimit-Remaining: 5\r\n"));
        QVERIFY(get(second).contains("X-RateLimit-Remaining: 4\r\n"));
        QVERIFY(post(first, "/body", "{}").contains("X-RateLimit-Remaining: 3\r\n"));
        const QByteArray missing = get(second, "/nothing");
        QVERIFY(missing.startsWith("HTTP/1.1 404 ") && missing.contains("X-RateLimit-Remaining: 2\r\n"));
        QVERIFY(get(first).startsWith("HTTP/1.1 200 "));
        QVERIFY(get(second).contains("X-RateLimit-Remaining: 0\r\n"));
        for (RawClient *client : {&first, &second, &first, &second}) {
            const QByteArray refused = get(*client);
            QVERIFY2(refused.startsWith("HTTP/1.1 429 "), refused.constData());
            QVERIFY(refused.contains("\r\nRetry-After: "));
        }
        // Each had to be told once.
        QCOMPARE(one.statistics.shared.value() + two.statistics.shared.value(), 8U);
        QCOMPARE(one.statistics.remembered.value() + two.statistics.remembered.value(), 2U);
    }

    void letsExactlyTheQuotaPassThroughSeveralInstancesAtOnce()
    {
        constexpr int kQuota = 100;
        const RedisServer redis;
        PolicyNumbers numbers = generous();
        numbers.general = hourly(kQuota);
        Instance one(redis, numbers);
        Instance two(redis, numbers);
        std::atomic<int> passed = 0;
        std::vector<std::jthread> clients;
        for (int i = 0; i < 10; ++i) {
            clients.emplace_back([&passed, port = i % 2 == 0 ? one.port() : two.port()] {
                RawClient client(port);
                for (int n = 0; n < kQuota; ++n)
                    passed += get(client).startsWith("HTTP/1.1 200 ") ? 1 : 0;
            });
        }
        clients.clear();
        QCOMPARE(one.statistics.without.value() + two.statistics.without.value(), 0U);
        QCOMPARE(passed.load(), kQuota);
    }

    void countsByTheAccountInTheBody()
    {
        const RedisServer redis;
        PolicyNumbers numbers = generous();
        numbers.signIn = hourly(3);
        Instance one(redis, numbers);
        RawClient client(one.port());
        for (int i = 0; i < 3; ++i)
            QVERIFY(post(client, "/tried", R"({"name":"alice"})").contains(R"([{"name":"alice"}])"));
        QVERIFY(post(client, "/tried", R"({"name":"alice"})").startsWith("HTTP/1.1 429 "));
        QVERIFY(get(client).startsWith("HTTP/1.1 200 "));
        QVERIFY(!redis.command({"KEYS", "*"}).contains("alice"));
    }

    void answersByPolicyAndInTimeWhileRedisIsStopped_data()
    {
        QTest::addColumn<int>("outage");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("local") << int(Outage::Local) << QByteArray("HTTP/1.1 200 ");
        QTest::newRow("allow") << int(Outage::Allow) << QByteArray("HTTP/1.1 200 ");
        QTest::newRow("refuse") << int(Outage::Refuse) << QByteArray("HTTP/1.1 503 ");
    }
    void answersByPolicyAndInTimeWhileRedisIsStopped()
    {
        QFETCH(const int, outage);
        QFETCH(const QByteArray, status);
        RedisServer redis;
        PolicyNumbers numbers = generous();
        numbers.general.outage = static_cast<Outage>(outage);
        Instance one(redis, numbers);
        RawClient client(one.port());
        QVERIFY(get(client).startsWith("HTTP/1.1 200 "));
        redis.pause();
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer time;
            time.start();
            const QByteArray answer = get(client);
            QVERIFY2(time.elapsed() < 100 + 60 * TEST_TIME_FACTOR, qPrintable(QString::number(time.elapsed())));
            QVERIFY2(answer.startsWith(status), answer.constData());
            QCOMPARE(answer.contains("\r\nRetry-After: 1\r\n"), outage == int(Outage::Refuse));
        }
        redis.resume();
        QTRY_VERIFY_WITH_TIMEOUT(get(client).startsWith("HTTP/1.1 200 ") && one.statistics.shared.value() > 1, 5000);
    }

    void endsWhileARequestWaitsForRedis()
    {
        RedisServer redis;
        auto one = std::make_unique<Instance>(redis, generous());
        redis.pause();
        RawClient client(one->port());
        client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::qWait(20);
        one.reset();
        redis.resume();
    }
};

QTEST_GUILESS_MAIN(TestSharedLimits)
#include "test_shared_limits.moc"
