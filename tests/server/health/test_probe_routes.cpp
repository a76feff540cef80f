#include "health/probe_routes.h"

#include <qcoro/qcorotask.h>

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::health;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

/// What a request for a probe looks like once the pipeline has passed it on.
http::RequestPtr requestFrom(const char *client, const QByteArrayList &fields = {}, const char *peer = nullptr)
{
    auto request = std::make_shared<http::Request>();
    request->peer.address = address(peer == nullptr ? client : peer);
    request->client = address(client);
    request->head.bytes = fields.join('\n');
    request->head.host = "localhost";
    QByteArrayView rest(request->head.bytes);
    for (const QByteArray &field : fields) {
        const QByteArrayView line = rest.first(field.size());
        const qsizetype colon = line.indexOf(':');
        request->head.fields.append({line.first(colon), line.sliced(colon + 1).trimmed()});
        rest = rest.sliced(std::min(field.size() + 1, rest.size()));
    }
    return request;
}

http::RequestPtr requestOf(http::Principal::Kind kind, Role role)
{
    const http::RequestPtr request = requestFrom("203.0.113.7");
    request->caller.kind = kind;
    request->caller.role = role;
    return request;
}

} // namespace

class TestProbeRoutes : public QObject
{
    Q_OBJECT

private:
    struct Fixture {
        explicit Fixture(Status status = Status::Healthy, MetricsAccess access = {})
            : registry({{.name = "database", .run = [status] { return CheckResult{status, u"/secret/path"_s}; }}}, clock)
            , metricsAccess(std::make_shared<const MetricsAccess>(std::move(access)))
        {
            declareProbeRoutes(
                routes, {registry, process, [this] { return metrics.snapshot(); }, metricsAccess, [] { return quint64(0); }});
        }

        Result<http::Response> get(const QByteArray &path, const http::RequestPtr &request) const
        {
            const http::Route *route = routes.match(http::Method::Get, path).route;
            if (route == nullptr)
                return failure(ErrorKind::NotFound, {});
            return route->immediate ? route->immediate(*request) : QCoro::waitFor(route->handler(request));
        }

        SystemClock clock;
        HealthRegistry registry;
        ProcessInfo process{clock, "0.1.0"};
        telemetry::Metrics metrics{{.routes = {{"GET", "/health"}}, .policies = {}, .dropReasons = {}}, 1};
        Snapshot<MetricsAccess> metricsAccess;
        http::RouteTable routes;
    };

private Q_SLOTS:
    void everyProbeAnswers_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("well");
        QTest::addColumn<int>("sick");
        QTest::addColumn<int>("draining");
        for (const char *path : {"/health", "/monitoring/health", "/healthy"})
            QTest::newRow(path) << QByteArray(path) << 200 << 503 << 200;
        for (const char *path : {"/health/ready", "/monitoring/ready", "/ready"})
            QTest::newRow(path) << QByteArray(path) << 200 << 503 << 503;
        for (const char *path : {"/health/live", "/monitoring/live"})
            QTest::newRow(path) << QByteArray(path) << 200 << 200 << 200;
    }

    void everyProbeAnswers()
    {
        QFETCH(QByteArray, path);
        Fixture well;
        QTEST(well.get(path, requestFrom("203.0.113.7")).value().status, "well");
        well.registry.setDraining(true);
        QTEST(well.get(path, requestFrom("203.0.113.7")).value().status, "draining");
        Fixture sick(Status::Unhealthy);
        QTEST(sick.get(path, requestFrom("203.0.113.7")).value().status, "sick");
    }

    void allAreUnderTheProbeLimitAndOpenToAnybody()
    {
        Fixture fixture;
        QCOMPARE(fixture.routes.all().size(), 10U);
        for (const auto &route : fixture.routes.all()) {
            QCOMPARE(route->limitClass, http::LimitClass::Probe);
            QCOMPARE(route->access, http::Access::AnybodyLenient);
        }
    }

    void detailIsForOperators_data()
    {
        using Kind = http::Principal::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("detail");
        QTest::newRow("anonymous") << int(Kind::Anonymous) << int(Role::User) << false;
        QTest::newRow("anonymous with a role by mistake") << int(Kind::Anonymous) << int(Role::Admin) << false;
        QTest::newRow("agent") << int(Kind::Agent) << int(Role::Admin) << false;
        QTest::newRow("share token") << int(Kind::ShareToken) << int(Role::Operator) << false;
        QTest::newRow("user") << int(Kind::User) << int(Role::User) << false;
        QTest::newRow("operator") << int(Kind::User) << int(Role::Operator) << true;
        QTest::newRow("admin") << int(Kind::User) << int(Role::Admin) << true;
    }

    void detailIsForOperators()
    {
        QFETCH(int, kind);
        QFETCH(int, role);
        QFETCH(bool, detail);
        Fixture fixture;
        const http::RequestPtr request = requestOf(http::Principal::Kind(kind), Role(role));
        const QByteArray body = fixture.get("/health", request).value().body;
        QCOMPARE(body.contains("/secret/path"), detail);
        const QJsonObject json = QJsonDocument::fromJson(body).object();
        QCOMPARE(json["status"_L1].toString(), u"healthy");
        QCOMPARE(json["version"_L1].toString(), u"0.1.0");
        QVERIFY(json["uptime_seconds"_L1].isDouble());
        QVERIFY(json["checks"_L1]["database"_L1]["latency_ms"_L1].isDouble());
        QCOMPARE(fixture.get("/monitoring/metrics", request).has_value(), detail);
    }

    void metricsAreForLoopbackUnlessSaidOtherwise_data()
    {
        QTest::addColumn<http::RequestPtr>("request");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("loopback") << requestFrom("127.0.0.1") << true;
        QTest::newRow("loopback of IPv6") << requestFrom("::1") << true;
        QTest::newRow("mapped loopback") << requestFrom("::ffff:127.0.0.1") << true;
        const http::RequestPtr rebound = requestFrom("127.0.0.1");
        rebound->head.host = "evil.example";
        QTest::newRow("loopback, by a name that was pointed there") << rebound << false;
        QTest::newRow("elsewhere") << requestFrom("203.0.113.7") << false;
        QTest::newRow("through a proxy nobody configured") << requestFrom("127.0.0.1", {"X-Forwarded-For: 203.0.113.7"}) << false;
        QTest::newRow("the same, claiming to be local") << requestFrom("127.0.0.1", {"X-Forwarded-For: 127.0.0.1"}) << false;
        QTest::newRow("through a trusted proxy")
            << requestFrom("203.0.113.7", {"X-Forwarded-For: 203.0.113.7"}, "127.0.0.1") << false;
        QTest::newRow("an empty bearer token") << requestFrom("203.0.113.7", {"Authorization: Bearer "}) << false;
    }

    void metricsAreForLoopbackUnlessSaidOtherwise()
    {
        QFETCH(http::RequestPtr, request);
        QFETCH(bool, allowed);
        Fixture fixture;
        for (const char *path : {"/metrics", "/monitoring/metrics"}) {
            const auto response = fixture.get(path, request);
            QCOMPARE(response.has_value(), allowed);
            if (!allowed)
                QCOMPARE(response.error().kind, ErrorKind::Forbidden);
        }
    }

    void metricsObeyTheListAndTheToken()
    {
        Fixture fixture(Status::Healthy, {.addresses = {IpNetwork::parse("10.0.0.0/8").value()}, .token = SecretBytes("s3cret")});
        QVERIFY(fixture.get("/metrics", requestFrom("10.1.1.1")).has_value());
        QVERIFY(!fixture.get("/metrics", requestFrom("127.0.0.1")).has_value());
        QVERIFY(fixture.get("/metrics", requestFrom("203.0.113.7", {"Authorization: Bearer s3cret"})).has_value());
        QVERIFY(fixture.get("/metrics", requestFrom("203.0.113.7", {"authorization: bearer s3cret"})).has_value());
        for (const char *wrong : {"Authorization: Bearer s3cre", "Authorization: Bearer s3cret1", "Authorization: Basic s3cret",
                                  "Authorization: s3cret", "Authorization: Bearer", "X-Token: s3cret"})
            QVERIFY(!fixture.get("/metrics", requestFrom("203.0.113.7", {wrong})).has_value());
        fixture.metricsAccess.set(std::make_shared<const MetricsAccess>());
        QVERIFY(!fixture.get("/metrics", requestFrom("10.1.1.1")).has_value());
    }

    void metricsComeInTheFormatOfPrometheus()
    {
        Fixture fixture;
        fixture.metrics.shard(0).requestFinished(0, 200, 1ms, 1, 1);
        const http::Response text = fixture.get("/metrics", requestFrom("127.0.0.1")).value();
        QCOMPARE(text.contentType, "text/plain; version=0.0.4; charset=utf-8");
        QVERIFY(text.body.contains("gatehouse_http_requests_total{method=\"GET\",route=\"/health\",status=\"2xx\"} 1\n"));
        const http::Response json = fixture.get("/monitoring/metrics", requestFrom("127.0.0.1")).value();
        QCOMPARE(QJsonDocument::fromJson(json.body)["metrics"_L1]["/health"_L1]["request_count"_L1].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestProbeRoutes)
#include "test_probe_routes.moc"
