#include "http/trace_context.h"

#include "core/ulid.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

class TestTraceContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void continuesOnlyAValidTrace_data();
    void continuesOnlyAValidTrace();
    void keepsOnlyARequestIdThatIsOne_data();
    void keepsOnlyARequestIdThatIsOne();
};

namespace {
constexpr char kTrace[] = "4bf92f3577b34da6a3ce929d0e0e4736";
}

void TestTraceContext::continuesOnlyAValidTrace_data()
{
    QTest::addColumn<QByteArray>("traceparent");
    QTest::addColumn<bool>("continued");
    const auto row = [](const char *name, const QByteArray &traceparent, bool continued = false) {
        QTest::newRow(name) << traceparent << continued;
    };
    const QByteArray rest = QByteArray("-") + kTrace + "-00f067aa0ba902b7-01";
    row("version 00", "00" + rest, true);
    row("not sampled", QByteArray("00-") + kTrace + "-00f067aa0ba902b7-00", true);
    row("unknown flags", QByteArray("00-") + kTrace + "-00f067aa0ba902b7-ff", true);
    row("later version", "cc" + rest, true);
    row("later version that says more", "cc" + rest + "-what-comes", true);
    row("later version that says more without a dash", "cc" + rest + ".what");
    row("version 00 that says more", "00" + rest + "-more");
    row("version ff", "ff" + rest);
    row("version that is no number", "0x" + rest);
    row("version in capitals", "CC" + rest);
    row("trace in capitals", QByteArray("00-") + QByteArray(kTrace).toUpper() + "-00f067aa0ba902b7-01");
    row("span in capitals", QByteArray("00-") + kTrace + "-00F067AA0BA902B7-01");
    row("trace of zeros", "00-00000000000000000000000000000000-00f067aa0ba902b7-01");
    row("span of zeros", QByteArray("00-") + kTrace + "-0000000000000000-01");
    row("flags that are no number", QByteArray("00-") + kTrace + "-00f067aa0ba902b7-0x");
    row("short trace", "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01");
    row("other separators", QByteArray("00_") + kTrace + "_00f067aa0ba902b7_01");
    row("line end for a digit", QByteArray("00-") + QByteArray(kTrace).replace('4', '\n') + "-00f067aa0ba902b7-01");
    row("half of it", "00-4bf92f35");
    row("nothing", "");
}

void TestTraceContext::continuesOnlyAValidTrace()
{
    QFETCH(QByteArray, traceparent);
    QFETCH(bool, continued);
    TraceContextSource source;
    const TraceContext context = source.next({}, traceparent, WallTime{});
    QCOMPARE(context.traceId == kTrace, continued);
    QCOMPARE(context.parentSpan, continued ? QByteArray("00f067aa0ba902b7") : QByteArray());
    QCOMPARE(context.traceId.size(), 32);
}

void TestTraceContext::keepsOnlyARequestIdThatIsOne_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("kept");
    QTest::newRow("ULID") << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FAV") << true;
    QTest::newRow("UUID") << QByteArray("123e4567-e89b-12d3-a456-426614174000") << true;
    QTest::newRow("ULID that is too large") << QByteArray("81ARZ3NDEKTSV4RRFFQ69G5FAV") << false;
    QTest::newRow("ULID with a letter that is none") << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FAU") << false;
    QTest::newRow("UUID without dashes") << QByteArray("123e4567e89b12d3a456426614174000") << false;
    QTest::newRow("UUID in braces") << QByteArray("{123e4567-e89b-12d3-a456-426614174000}") << false;
    QTest::newRow("two") << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FAV, 01ARZ3NDEKTSV4RRFFQ69G5FAV") << false;
    QTest::newRow("markup") << QByteArray("<script>") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestTraceContext::keepsOnlyARequestIdThatIsOne()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, kept);
    TraceContextSource source;
    const QByteArray used = source.next(id, {}, WallTime{}).requestId;
    QCOMPARE(used == id, kept);
    QVERIFY(kept || isUlid(used));
}

QTEST_APPLESS_MAIN(TestTraceContext)
#include "test_trace_context.moc"
