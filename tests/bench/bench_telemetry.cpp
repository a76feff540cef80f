#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/request_log.h"

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::telemetry;
using namespace std::chrono_literals;

/// What each request pays for being seen.
class BenchTelemetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countARequest()
    {
        Metrics metrics({.routes = {{"GET", "/a"}}, .policies = {"general", "account"}, .dropReasons = {}}, 1);
        MetricsShard &shard = metrics.shard(0);
        QBENCHMARK
        {
            shard.requestStarted();
            shard.limitDecided("account", LimitOutcome::Allowed);
            shard.requestFinished(0, 200, 300us, 200, 400);
        }
    }

    void accessLine()
    {
        const SystemClock clock;
        const int null = open("/dev/null", O_WRONLY);
        {
            const auto logger = Logger::install({}, clock, null);
            QBENCHMARK
            {
                logAccess({.method = "GET",
                           .route = "/auth/verify",
                           .status = 200,
                           .bytesSent = 512,
                           .client = "203.0.113.7",
                           .stages = {.admit = 20us, .body = 0us, .handle = 5us, .write = 3us}});
            }
        }
        close(null);
    }

    void exposition()
    {
        std::vector<RouteLabel> routes(60, RouteLabel{"GET", "/a/route/of/usual/length"});
        Metrics metrics({.routes = routes, .policies = {"general"}, .dropReasons = {}}, 2);
        for (int i = 0; i < 60; ++i)
            metrics.shard(0).requestFinished(i, 200, 1ms, 1, 1);
        QBENCHMARK
        {
            (void)metrics.snapshot();
        }
    }
};

QTEST_APPLESS_MAIN(BenchTelemetry)
#include "bench_telemetry.moc"
