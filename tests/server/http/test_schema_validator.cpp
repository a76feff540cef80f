#include "http/schema_validator.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse::http;
using namespace Qt::StringLiterals;

/// What valijson and Qt make of our schemas together.
class TestSchemaValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesIntegersOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QString>("problem");
        const auto row = [](const QByteArray &number, const QString &problem = {}) {
            QTest::newRow(number) << number << problem;
        };
        row("0");
        row("2147483647");
        row("2147483648");
        row("4294967295");
        row("4e9");
        row("9007199254740992");
        row("-2147483649");
        row("1.5", u"has the wrong type"_s);
        row("4294967295.5", u"has the wrong type"_s);
        row("1e300", u"has the wrong type"_s);
        row("\"1\"", u"has the wrong type"_s);
        row("true", u"has the wrong type"_s);
        row("null", u"has the wrong type"_s);
    }

    void takesIntegersOfAnySize()
    {
        QFETCH(QByteArray, number);
        QFETCH(QString, problem);
        const auto validator = SchemaValidator::compile(R"({"type":"object","properties":{"n":{"type":"integer"}}})");
        const auto problems = validator.problemsOf(QJsonDocument::fromJson("{\"n\":" + number + '}').object());
        QCOMPARE(problems.empty(), problem.isEmpty());
        if (!problems.empty()) {
            QCOMPARE(problems.front().field, u"n"_s);
            QCOMPARE(problems.front().problem, problem);
        }
    }

    void holdsLargeIntegersToTheirBounds()
    {
        const auto validator = SchemaValidator::compile(
            R"({"type":"object","properties":{"n":{"type":["integer","null"],"minimum":1,"maximum":4294967295}}})");
        const auto allows = [&](qint64 number) { return validator.problemsOf({{u"n"_s, number}}).empty(); };
        QVERIFY(allows(4294967295));
        QVERIFY(!allows(4294967296));
        QVERIFY(!allows(-4294967296));
        QVERIFY(!allows(0));
        QVERIFY(validator.problemsOf({{u"n"_s, QJsonValue::Null}}).empty());
    }
};

QTEST_APPLESS_MAIN(TestSchemaValidator)
#include "test_schema_validator.moc"
