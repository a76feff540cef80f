#include "telemetry/metrics_export.h"
#include "telemetry/prometheus_text.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <cmath>
#include <limits>

using namespace gatehouse::telemetry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

MetricsSnapshot someTraffic()
{
    Metrics metrics({.routes = {{"GET", "/vault/{token}"}, {"DELETE", "/vault/{token}"}, {"POST", "/never"}},
                     .policies = {"general", "sign_in"},
                     .dropReasons = {"idle", "too_many"}},
                    1);
    MetricsShard &shard = metrics.shard(0);
    for (int i = 0; i < 8; ++i)
        shard.requestFinished(0, 200, 2ms, 100, 1000);
    shard.requestFinished(1, 204, 2ms, 100, 1000);
    shard.requestFinished(1, 503, 12ms, 100, 1000);
    shard.requestFinished(-1, 404, 20s, 100, 1000);
    return metrics.snapshot();
}

} // namespace

class TestMetricsExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promtoolAccepts()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty() && !qEnvironmentVariableIsSet("CI"))
            QSKIP("promtool is not installed");
        QProcess process;
        process.start(promtool, {u"check"_s, u"metrics"_s});
        QVERIFY(process.waitForStarted());
        process.write(toPrometheus(someTraffic(), readProcessStats(), "0.1.0 \"quoted\" \\ \n", 3));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAllStandardError() + process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0 && said.isEmpty(), said.constData());
    }

    void bucketsAreCumulative()
    {
        const QByteArray text = toPrometheus(someTraffic(), {}, "0.1.0", 0);
        const QByteArray prefix = "gatehouse_http_request_duration_seconds_bucket{method=\"DELETE\",route=\"/vault/{token}\",le=";
        QVERIFY(text.contains(prefix + "\"0.001\"} 0\n"));
        QVERIFY(text.contains(prefix + "\"0.0025\"} 1\n"));
        QVERIFY(text.contains(prefix + "\"0.025\"} 2\n"));
        QVERIFY(text.contains(prefix + "\"+Inf\"} 2\n"));
        QVERIFY(text.contains("gatehouse_http_request_duration_seconds_sum{method=\"DELETE\",route=\"/vault/{token}\"} 0.014\n"));
        QVERIFY(text.contains("gatehouse_http_request_duration_seconds_count{method=\"DELETE\",route=\"/vault/{token}\"} 2\n"));
        QVERIFY(text.contains("gatehouse_http_requests_total{method=\"\",route=\"unmatched\",status=\"4xx\"} 1\n"));
        QVERIFY(text.contains("gatehouse_http_responses_total{code=\"503\"} 1\n"));
        QVERIFY(text.contains("process_start_time_seconds 0\n"));
        QVERIFY(!text.contains("/never"));
    }

    void escapesLabelsAndHelp()
    {
        PrometheusText text;
        text.family("a_total", PrometheusText::Type::Counter, "back\\slash\nnew \"line\"");
        text.sample({{"l", "q\"b\\n\nend"}}, 1.5);
        text.sample({}, std::nan(""));
        text.sample({}, -std::numeric_limits<double>::infinity());
        text.sample({}, 12'345'678'901'234.0);
        QCOMPARE(text.take(),
                 QByteArray("# HELP a_total back\\\\slash\\nnew \"line\"\n# TYPE a_total counter\n"
                            "a_total{l=\"q\\\"b\\\\n\\nend\"} 1.5\na_total NaN\na_total -Inf\na_total 12345678901234\n"));
    }

    void jsonAddsUpTheMethodsOfAPath()
    {
        const QJsonObject routes = toJson(someTraffic())["metrics"_L1].toObject();
        QCOMPARE(routes.keys(), (QStringList{u"/vault/{token}"_s, u"unmatched"_s}));
        const QJsonObject vault = routes["/vault/{token}"_L1].toObject();
        QCOMPARE(vault["request_count"_L1].toInt(), 10);
        QCOMPARE(vault["avg_response_time_ms"_L1].toDouble(), 3.0);
        QCOMPARE(vault["error_count"_L1].toInt(), 1);
        QCOMPARE(vault["error_rate"_L1].toDouble(), 0.1);
        QCOMPARE(vault["p50_ms"_L1].toDouble(), 1.833);
        QVERIFY(vault["p99_ms"_L1].toDouble() > 10);
        QVERIFY(vault.contains("p95_ms"_L1));
    }

    void theProcessKnowsItself()
    {
        const ProcessStats stats = readProcessStats();
        QVERIFY(stats.residentBytes > 1'000'000);
        QVERIFY(stats.openDescriptors >= 3);
        QVERIFY(stats.startTime > 1.7e9);
        QVERIFY(stats.cpuSeconds >= 0);
    }
};

QTEST_GUILESS_MAIN(TestMetricsExport)
#include "test_metrics_export.moc"
