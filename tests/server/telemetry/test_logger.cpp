#include "telemetry/log_context.h"
#include "telemetry/logger.h"
#include "telemetry/request_log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::telemetry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLogger : public QObject
{
    Q_OBJECT

private:
    /// What `work` logs, line by line.
    template<typename Work> QList<QJsonObject> linesOf(const LoggerOptions &options, Work work)
    {
        QTemporaryFile file;
        if (!file.open())
            return {};
        {
            const auto logger = Logger::install(options, m_clock, file.handle());
            work();
        }
        QFile written(file.fileName());
        QList<QJsonObject> lines;
        if (written.open(QIODevice::ReadOnly)) {
            while (!written.atEnd())
                lines.append(QJsonDocument::fromJson(written.readLine()).object());
        }
        return lines;
    }

    SystemClock m_clock;

private Q_SLOTS:
    void writesEventsAndQtMessagesInOneFormat()
    {
        const auto lines = linesOf({}, [] {
            logEvent(lcServer(), LogLevel::Info, "started", {{"port", 8080}});
            qWarning("from elsewhere, password=%s", "hunter2");
        });
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0]["message"_L1].toString(), u"started");
        QCOMPARE(lines[0]["port"_L1].toInt(), 8080);
        QCOMPARE(lines[1]["message"_L1].toString(), u"from elsewhere, password=[redacted]");
        QCOMPARE(lines[1]["level"_L1].toString(), u"warning");
    }

    void knowsTheRequestOfTheThread()
    {
        const auto lines = linesOf({}, [] {
            const LogContext outer({.requestId = "outer", .traceId = "trace"});
            {
                const LogContext inner({.requestId = "inner", .traceId = {}});
                logEvent(lcHttp(), LogLevel::Info, "one");
            }
            logEvent(lcHttp(), LogLevel::Info, "two");
            std::thread([] { logEvent(lcHttp(), LogLevel::Info, "three"); }).join();
        });
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0]["request_id"_L1].toString(), u"inner");
        QVERIFY(!lines[0].contains("trace_id"_L1));
        QCOMPARE(lines[1]["request_id"_L1].toString(), u"outer");
        QVERIFY(!lines[2].contains("request_id"_L1));
    }

    void obeysLevelsByCategory()
    {
        const auto lines = linesOf({.level = LogLevel::Warning, .categories = {"gatehouse.http=debug"}}, [] {
            logEvent(lcHttp(), LogLevel::Debug, "heard");
            logEvent(lcAuth(), LogLevel::Info, "not heard");
            logEvent(lcAuth(), LogLevel::Warning, "heard");
        });
        QCOMPARE(lines.size(), 2);
    }

    void refusesLevelsThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("entry");
        for (const char *entry :
             {"gatehouse.http", "=debug", "gatehouse.http=loud", "a\n*=true=debug", "A=debug", "gatehouse.http="})
            QTest::newRow(entry) << QByteArray(entry);
    }

    void refusesLevelsThatCannotBeRead()
    {
        QFETCH(QByteArray, entry);
        QVERIFY(!Logger::install({.categories = {entry}}, m_clock, STDERR_FILENO).has_value());
    }

    void linesOfManyThreadsStayWhole()
    {
        constexpr int kThreads = 4;
        constexpr int kLines = 500;
        int pipeEnds[2];
        QCOMPARE(pipe(pipeEnds), 0);
        QByteArray all;
        std::thread reader([&] {
            std::array<char, 65536> buffer{};
            for (ssize_t got = 0; (got = read(pipeEnds[0], buffer.data(), buffer.size())) > 0;)
                all.append(buffer.data(), got);
        });
        quint64 dropped = 0;
        {
            const auto logger = Logger::install({}, m_clock, pipeEnds[1]).value();
            std::vector<std::jthread> threads;
            for (int i = 0; i < kThreads; ++i) {
                threads.emplace_back([] {
                    const QByteArray text(300, 'x');
                    for (int line = 0; line < kLines; ++line)
                        logEvent(lcHttp(), LogLevel::Info, text);
                });
            }
            threads.clear();
            dropped = logger->droppedLines();
        }
        close(pipeEnds[1]);
        reader.join();
        close(pipeEnds[0]);
        const QByteArrayList lines = all.split('\n');
        QCOMPARE(quint64(lines.size() - 1), quint64(kThreads * kLines) - dropped);
        for (const QByteArray &line : lines.first(lines.size() - 1))
            QVERIFY(QJsonDocument::fromJson(line).isObject());
    }

    void aReaderThatIsStuckHoldsNobodyUp_data()
    {
        QTest::addColumn<bool>("socket");
        QTest::newRow("pipe") << false;
        QTest::newRow("socket") << true;
    }

    void aReaderThatIsStuckHoldsNobodyUp()
    {
        QFETCH(bool, socket);
        int ends[2];
        QCOMPARE(socket ? socketpair(AF_UNIX, SOCK_STREAM, 0, ends) : pipe(ends), 0);
        {
            const auto logger = Logger::install({}, m_clock, ends[1]).value();
            const auto begin = std::chrono::steady_clock::now();
            const QByteArray text(900, 'x');
            for (int i = 0; i < 2000; ++i)
                logEvent(lcHttp(), LogLevel::Info, text);
            QVERIFY(logger->droppedLines() > 0);
            QVERIFY(std::chrono::steady_clock::now() - begin < 900ms * TEST_TIME_FACTOR);
        }
        QCOMPARE(fcntl(ends[1], F_GETFL) & O_NONBLOCK, 0); // nobody else's descriptor was changed
        close(ends[0]);
        close(ends[1]);
    }

    void theAccessLogTellsTheRouteAndNotThePath()
    {
        const auto lines = linesOf({}, [] {
            logAccess({.method = "GET",
                       .route = "/s/{id}",
                       .status = 200,
                       .bytesSent = 512,
                       .client = "203.0.113.7",
                       .stages = {.admit = 100us, .body = 0us, .handle = 1400us, .write = 0us}});
        });
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0]["category"_L1].toString(), u"gatehouse.access");
        QCOMPARE(lines[0]["route"_L1].toString(), u"/s/{id}");
        QCOMPARE(lines[0]["duration_ms"_L1].toDouble(), 1.5);
        QCOMPARE(lines[0]["client"_L1].toString(), u"203.0.113.7");
        QVERIFY(!lines[0].contains("error_id"_L1));
    }

    void theAccessLogHasTheIdentifierOfTheProblem()
    {
        const auto lines = linesOf({}, [] {
            logAccess({.method = "GET",
                       .route = "/s/{id}",
                       .status = 404,
                       .bytesSent = 512,
                       .client = "203.0.113.7",
                       .errorId = "01KAHWD0E1Q6V8J9M4S5T6W7X8",
                       .stages = {.admit = 100us, .body = 0us, .handle = 1400us, .write = 0us}});
        });
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0]["error_id"_L1].toString(), u"01KAHWD0E1Q6V8J9M4S5T6W7X8");
    }

    void onlySlowRequestsAreToldWithTheirStages()
    {
        const SlowRequestLog slow(200ms);
        const auto lines = linesOf({}, [&] {
            RequestSummary request{.method = "POST",
                                   .route = "/auth/login",
                                   .status = 200,
                                   .bytesSent = 1,
                                   .client = "::1",
                                   .stages = {.admit = 1ms, .body = 2ms, .handle = 197ms, .write = 0ms}};
            slow.consider(request);
            request.stages.write = 1us;
            slow.consider(request);
        });
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0]["message"_L1].toString(), u"slow request");
        QCOMPARE(lines[0]["handle_ms"_L1].toDouble(), 197.0);
        QCOMPARE(lines[0]["body_ms"_L1].toDouble(), 2.0);
    }
};

QTEST_APPLESS_MAIN(TestLogger)
#include "test_logger.moc"
