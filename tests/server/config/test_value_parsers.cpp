#include "config/value_parsers.h"

#include <QTest>

using namespace gatehouse::config;

class TestValueParsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void readsSizes_data();
    void readsSizes();
    void readsWholeNumbers_data();
    void readsWholeNumbers();
    void readsBooleans_data();
    void readsBooleans();
    void readsOrigins_data();
    void readsOrigins();
    void readsNetworks_data();
    void readsNetworks();
};

namespace {

constexpr qint64 kRefused = -1;
constexpr qint64 kDay = 86'400'000;

} // namespace

void TestValueParsers::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *text, qint64 milliseconds) {
        QTest::addRow("'%.40s'", text) << QByteArray(text) << milliseconds;
    };
    row("250ms", 250);
    row("30s", 30'000);
    row("15m", 900'000);
    row("24h", kDay);
    row("7d", 7 * kDay);
    row("900", 900'000);
    row("0", 0);
    row("0s", 0);
    row("0.2", 200);
    row("1.5h", 5'400'000);
    row("0.001", 1);
    row("36500d", 36'500 * kDay);
    for (const char *refused : {"",
                                " ",
                                "s",
                                ".",
                                "5.",
                                ".5",
                                "1.2.3",
                                "-1s",
                                "+1s",
                                "1 s",
                                " 1s",
                                "1s ",
                                "1S",
                                "1M",
                                "1w",
                                "1min",
                                "1h30m",
                                "1e3",
                                "1e3s",
                                "0x10",
                                "010s",
                                "1_000",
                                "1,5s",
                                "nan",
                                "inf",
                                "infinity",
                                "0.0001",
                                "1.0000001s",
                                "36501d",
                                "9223372036854775807",
                                "9223372036854775808d",
                                "99999999999999999999999999999999s",
                                "\xd9\xa1s",
                                "\xef\xbc\x91s",
                                "1\xc2\xb5s",
                                "30\xcf\x82"})
        row(refused, kRefused);
    QTest::newRow("NUL behind the number") << QByteArray("1s\0", 3) << kRefused;
}

void TestValueParsers::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto parsed = parseDuration(text, std::chrono::seconds(1));
    QCOMPARE(parsed ? static_cast<qint64>(parsed->count()) : kRefused, milliseconds);
}

void TestValueParsers::readsSizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes");
    const auto row = [](const char *text, qint64 bytes) { QTest::addRow("'%.40s'", text) << QByteArray(text) << bytes; };
    row("0", 0);
    row("65536", 65536);
    row("32k", 32'768);
    row("10m", 10'485'760);
    row("10M", 10'485'760);
    row("1g", 1'073'741'824);
    row("1.5k", 1536);
    row("8589934591g", 9'223'372'035'781'033'984);
    for (const char *refused : {"",
                                "k",
                                "10 m",
                                "-1",
                                "-1k",
                                "+1",
                                "10mb",
                                "10mib",
                                "1t",
                                "0.3k",
                                "1.k",
                                ".5k",
                                "1e3",
                                "007",
                                "0x10",
                                "8589934592g",
                                "9223372036854775808",
                                "18446744073709551616",
                                "99999999999999999999m",
                                "\xd9\xa1k",
                                "1\xe2\x84\xaa"})
        row(refused, kRefused);
}

void TestValueParsers::readsSizes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, bytes);
    QCOMPARE(parseSize(text).value_or(kRefused), bytes);
}

void TestValueParsers::readsWholeNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    for (const char *text : {"0", "1", "65535", "-5"})
        QTest::addRow("'%s'", text) << QByteArray(text) << true;
    for (const char *text : {"",
                             "-",
                             "--1",
                             "-6",
                             "65536",
                             "+1",
                             " 1",
                             "1 ",
                             "1\n",
                             "01",
                             "-01",
                             "1.0",
                             "1e2",
                             "0x1",
                             "0o7",
                             "1_0",
                             "1,0",
                             "9223372036854775808",
                             "-9223372036854775809",
                             "99999999999999999999999999",
                             "\xd9\xa1",
                             "\xef\xbc\x91"})
        QTest::addRow("'%s'", text) << QByteArray(text) << false;
    QTest::newRow("NUL") << QByteArray("1\0", 2) << false;
}

void TestValueParsers::readsWholeNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    const auto parsed = parseInteger(text, -5, 65535);
    QCOMPARE(parsed.has_value(), accepted);
    if (accepted)
        QCOMPARE(*parsed, text.toLongLong());
}

void TestValueParsers::readsBooleans_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("value");
    for (const char *text : {"true", "True", "TRUE", "yes", "on", "1"})
        QTest::addRow("'%s'", text) << QByteArray(text) << 1;
    for (const char *text : {"false", "no", "off", "0", "OFF"})
        QTest::addRow("'%s'", text) << QByteArray(text) << 0;
    for (const char *text : {"", "y", "n", "2", "truee", " true", "enabled", "null", "~"})
        QTest::addRow("'%s'", text) << QByteArray(text) << -1;
}

void TestValueParsers::readsBooleans()
{
    QFETCH(QByteArray, text);
    QFETCH(int, value);
    const auto parsed = parseBool(text);
    QCOMPARE(parsed ? static_cast<int>(*parsed) : -1, value);
}

void TestValueParsers::readsOrigins_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("origins");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("none") << QByteArray() << QByteArrayList() << true;
    QTest::newRow("any") << QByteArray("*") << QByteArrayList{"*"} << true;
    QTest::newRow("two, in capitals") << QByteArray("https://A.example , http://localhost:3000")
                                      << QByteArrayList{"https://a.example", "http://localhost:3000"} << true;
    QTest::newRow("IPv6") << QByteArray("http://[::1]:8080") << QByteArrayList{"http://[::1]:8080"} << true;
    for (const char *refused :
         {"https://a.example/", "https://a.example/path", "a.example", "https://", "null", "https://u@a.example",
          "https://a.example?x", "https://*.a.example", "//a.example", "https://a.example#", "https://a b.example"})
        QTest::addRow("'%s'", refused) << QByteArray(refused) << QByteArrayList() << false;
}

void TestValueParsers::readsOrigins()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, origins);
    QFETCH(bool, accepted);
    const auto parsed = parseOrigins(text);
    QCOMPARE(parsed.has_value(), accepted);
    if (accepted)
        QCOMPARE(*parsed, origins);
}

void TestValueParsers::readsNetworks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("three") << QByteArray("10.0.0.0/8, ::1 ,192.0.2.7,") << 3;
    for (const char *refused :
         {"10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "localhost", "::/129", "10.0.0.0/-1", "10.0.0.0/+8", "1.2.3.4/ 8"})
        QTest::addRow("'%s'", refused) << QByteArray(refused) << -1;
}

void TestValueParsers::readsNetworks()
{
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    const auto parsed = parseNetworks(text);
    QCOMPARE(parsed ? static_cast<int>(parsed->size()) : -1, count);
}

QTEST_APPLESS_MAIN(TestValueParsers)
#include "test_value_parsers.moc"
