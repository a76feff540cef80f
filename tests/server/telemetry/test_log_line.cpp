#include "telemetry/log_line.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace gatehouse;
using namespace gatehouse::telemetry;
using namespace Qt::StringLiterals;

namespace {

LogRecord record(QByteArrayView message, std::span<const LogField> fields = {})
{
    return {.time = WallTime(std::chrono::milliseconds(1'769'860'800'123)),
            .level = LogLevel::Warning,
            .category = "gatehouse.http",
            .message = message,
            .requestId = "01JQZ5Y3M8K2V7W9X4N6P1R0ST",
            .traceId = "4bf92f3577b34da6a3ce929d0e0e4736",
            .fields = fields};
}

QJsonObject parsed(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    return error.error == QJsonParseError::NoError && line.endsWith('\n') && line.count('\n') == 1 ? document.object()
                                                                                                   : QJsonObject();
}

} // namespace

class TestLogLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappened()
    {
        const LogField fields[] = {{"status", 503}, {"duration_ms", 1.5}, {"cached", true}, {"route", "/health"}};
        const QJsonObject line = parsed(jsonLine(record("slow request", fields)));
        QCOMPARE(line["time"_L1].toString(), u"2026-01-31T12:00:00.123Z");
        QCOMPARE(line["level"_L1].toString(), u"warning");
        QCOMPARE(line["category"_L1].toString(), u"gatehouse.http");
        QCOMPARE(line["message"_L1].toString(), u"slow request");
        QCOMPARE(line["request_id"_L1].toString(), u"01JQZ5Y3M8K2V7W9X4N6P1R0ST");
        QCOMPARE(line["trace_id"_L1].toString(), u"4bf92f3577b34da6a3ce929d0e0e4736");
        QCOMPARE(line["status"_L1].toInt(), 503);
        QCOMPARE(line["duration_ms"_L1].toDouble(), 1.5);
        QCOMPARE(line["cached"_L1].toBool(), true);
        QCOMPARE(line["route"_L1].toString(), u"/health");
    }

    void masksFieldsByName()
    {
        const LogField fields[] = {{"password", "hunter2"}, {"otp", 123456}, {"user", "alice"}};
        const QByteArray line = jsonLine(record("x", fields));
        QVERIFY(!line.contains("hunter2"));
        QVERIFY(!line.contains("123456"));
        QVERIFY(line.contains("alice"));
    }

    void scrubsValuesAndMessages()
    {
        const LogField fields[] = {{"detail", "redis://u:hunter2@db"}};
        const QByteArray line = jsonLine(record("Bearer hunter2", fields));
        QVERIFY(!line.contains("hunter2"));
    }

    void staysOneLineOfJsonUnderHostileInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a forged line") << QByteArray("x\n{\"level\":\"info\",\"message\":\"all is well\"}");
        QTest::newRow("carriage returns") << QByteArray("x\r\ny\rz");
        QTest::newRow("quotes and backslashes") << QByteArray("\"\\\",\"admin\":true,\"");
        QTest::newRow("zero") << QByteArray("a\0b", 3);
        QTest::newRow("terminal escapes") << QByteArray("\x1b[2J\x1b]0;owned\x07");
        QTest::newRow("an eight-bit control") << QByteArray("\xc2\x9b"
                                                            "31m");
        QTest::newRow("line separators of Unicode") << QByteArray("\xe2\x80\xa8\xe2\x80\xa9\xc2\x85");
        QTest::newRow("right-to-left override") << QByteArray("\xe2\x80\xae"
                                                              "abc");
        QTest::newRow("bytes that are no UTF-8") << QByteArray("\xff\xfe\xc0\xaf\xed\xa0\x80\xf5\x80\x80\x80");
        QTest::newRow("a cut sequence") << QByteArray("abc\xe2\x82");
        QTest::newRow("very long") << QByteArray(1'000'000, 'x');
        QTest::newRow("long and all escapes") << QByteArray(100'000, '\x01');
    }

    void staysOneLineOfJsonUnderHostileInput()
    {
        QFETCH(QByteArray, text);
        const LogField fields[] = {{"value", text}, {text, 1}, {"last", text}};
        const QByteArray line = jsonLine(record(text, fields));
        QVERIFY2(!parsed(line).isEmpty(), line.left(300).constData());
        QVERIFY(line.size() <= 2 * kLongestLine);
        QCOMPARE(parsed(line).value("level"_L1).toString(), u"warning");

        const QByteArray person = textLine(record(text, fields), false);
        QCOMPARE(person.count('\n'), 1);
        QVERIFY(!person.contains('\r') && !person.contains('\x1b') && !person.contains("\xc2\x9b"));
    }

    void staysJsonForRandomBytes()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray text(random.bounded(200), Qt::Uninitialized);
            for (char &c : text)
                c = static_cast<char>(random.bounded(256));
            const LogField fields[] = {{"value", text}};
            QVERIFY2(!parsed(jsonLine(record(text, fields))).isEmpty(), text.toHex().constData());
        }
    }

    void numbersThatJsonLacksAreNull()
    {
        const LogField fields[] = {{"a", std::numeric_limits<double>::infinity()},
                                   {"b", std::numeric_limits<double>::quiet_NaN()}};
        const QJsonObject line = parsed(jsonLine(record("x", fields)));
        QVERIFY(line["a"_L1].isNull() && line.contains("a"_L1));
        QVERIFY(line["b"_L1].isNull() && line.contains("b"_L1));
    }

    void fitsAnAtomicWriteAndSaysWhenItWasCut()
    {
        const QByteArray big(10'000, 'y');
        std::vector<LogField> fields;
        for (int i = 0; i < 20; ++i)
            fields.emplace_back("field", big);
        const QByteArray line = jsonLine(record(big, fields));
        QVERIFY(line.size() <= kLongestLine);
        QVERIFY(parsed(line).value("truncated"_L1).toBool());
    }
};

QTEST_APPLESS_MAIN(TestLogLine)
#include "test_log_line.moc"
