#include "config/masking.h"
#include "config/variable_expansion.h"

#include <QTest>

using namespace gatehouse::config;

class TestVariableExpansion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsVariablesIn_data();
    void putsVariablesIn();
    void refusesAndNamesTheVariable_data();
    void refusesAndNamesTheVariable();
    void masksWhatIsSecretInUrls_data();
    void masksWhatIsSecretInUrls();
};

void TestVariableExpansion::putsVariablesIn_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expanded");
    const auto row = [](const char *value, const char *expanded) {
        QTest::addRow("%s", value) << QByteArray(value) << QByteArray(expanded);
    };
    row("plain", "plain");
    row("", "");
    row("${A}", "a");
    row("x${A}y${A}z", "xayaz");
    row("${NESTED}", "${A}");
    row("${NESTED}${A}", "${A}a");
    row("${HALF}A}", "${A}"); // what two values make together is no reference either
    row("${EMPTY}", "");
    row("${EMPTY:-d}", "d");
    row("${A:-d}", "a");
    row("${NONE:-d}", "d");
    row("${NONE:-}", "");
    row("${NONE:-:-}", ":-");
    row("${NONE:-${A}", "${A");
    row("$${A}", "${A}");
    row("$$${A}", "$${A}");
    row("$$", "$$");
    row("$A", "$A");
    row("5$", "5$");
    row("a}b", "a}b");
    row("\xc3\xa4${A}\xc3\xa4",
        "\xc3\xa4"
        "a\xc3\xa4");
}

void TestVariableExpansion::putsVariablesIn()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expanded);
    const auto result = expandReferences(value, {{"A", "a"}, {"EMPTY", ""}, {"NESTED", "${A}"}, {"HALF", "${"}});
    QVERIFY(result);
    QCOMPARE(*result, expanded);
}

void TestVariableExpansion::refusesAndNamesTheVariable_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("mentioned");
    QTest::newRow("unset") << QByteArray("a-value${NONE}") << QStringLiteral("NONE");
    QTest::newRow("never closed") << QByteArray("a-value${A") << QStringLiteral("$${");
    QTest::newRow("nameless") << QByteArray("a-value${}") << QStringLiteral("${NAME}");
    QTest::newRow("a digit first") << QByteArray("a-value${1A}") << QStringLiteral("${NAME}");
    QTest::newRow("what only a shell knows") << QByteArray("a-value${A:?no}") << QStringLiteral("${NAME}");
    QTest::newRow("blank") << QByteArray("a-value${ A }") << QStringLiteral("${NAME}");
    QTest::newRow("a name no letter of which is ASCII") << QByteArray("a-value${\xc3\xa4}") << QStringLiteral("${NAME}");
    QTest::newRow("a bomb") << QByteArray("${LONG}").repeated(100) << QStringLiteral("64 KiB");
}

void TestVariableExpansion::refusesAndNamesTheVariable()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, mentioned);
    const auto result = expandReferences(value, {{"A", "a"}, {"LONG", QByteArray(1024, 'x')}});
    QVERIFY(!result);
    QVERIFY2(result.error().contains(mentioned), qPrintable(result.error()));
    QVERIFY(!result.error().contains(QStringLiteral("a-value")));
}

void TestVariableExpansion::masksWhatIsSecretInUrls_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char *text, const char *masked) {
        QTest::addRow("%s", text) << QByteArray(text) << QByteArray(masked);
    };
    row("info", "info");
    row("https://a.example,https://b.example", "https://a.example,https://b.example");
    row("rediss://user:pass@host:6379/0", "rediss://***@host:6379/0");
    row("redis://:pass@host", "redis://***@host");
    row("postgres://u:p@ss@host/db?sslmode=require&password=x", "postgres://***@host/db?sslmode=***&password=***");
    row("https://a:b@x,https://c:d@y", "https://***@x,https://***@y");
    row("https://token@host", "https://***@host");
    row("a@b", "a@b");
}

void TestVariableExpansion::masksWhatIsSecretInUrls()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, masked);
    QCOMPARE(withSecretsMasked(text), masked);
}

QTEST_APPLESS_MAIN(TestVariableExpansion)
#include "test_variable_expansion.moc"
