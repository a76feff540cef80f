#include "core/strict_json.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray nested(int levels)
{
    return QByteArray("{\"a\":").repeated(levels - 1) + "{}" + QByteArray("}").repeated(levels - 1);
}

QByteArray nestedArrays(int levels)
{
    return "{\"a\":" + QByteArray("[").repeated(levels - 1) + QByteArray("]").repeated(levels - 1) + '}';
}

} // namespace

/// The cases follow the classes of Nicolas Seriot's JSONTestSuite, each as the value of a member where it was alone.
class TestStrictJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("empty object", "{}");
        row("whitespace all around", " \t\r\n{ \"a\" : 1 , \"b\" : [ ] } \n");
        row("every kind of value",
            "{\"s\":\"x\",\"n\":-1.5e+3,\"t\":true,\"f\":false,\"z\":null,\"a\":[1,\"2\",{}],\"o\":{\"p\":{}}}");
        row("numbers", "{\"a\":[0,-0,0.5,-0.5,1e5,1E5,1e+5,1e-5,1.5E-10,20e1,123456789]}");
        row("a number very close to zero", "{\"a\":-0.000000000000000000000000000000000000000000000000000000000000001}");
        row("empty key", "{\"\":0}");
        row("escapes", "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}");
        row("an escaped zero", "{\"a\":\"\\u0000\"}");
        row("a surrogate pair", "{\"a\":\"\\uD834\\uDd1e\"}");
        row("a noncharacter", "{\"a\":\"\\uFFFF\"}");
        row("raw UTF-8", "{\"\xc3\xa9\":\"\xe2\x82\xac\xf0\x9d\x84\x9e\"}");
        row("delete is no control character of JSON", "{\"a\":\"\x7f\"}");
        row("line separators of Unicode", "{\"a\":\"\xe2\x80\xa8\xe2\x80\xa9\"}");
        row("the same key in different objects", "{\"a\":{\"x\":1},\"b\":{\"x\":1}}");
        row("keys that differ in case", "{\"a\":1,\"A\":2}");
        row("64 levels", nested(64));
        row("64 levels of arrays", nestedArrays(64));
        row("scalars below the last level", QByteArray("{\"a\":").repeated(64) + '1' + QByteArray("}").repeated(64));
    }

    void acceptsJson()
    {
        QFETCH(QByteArray, text);
        const auto object = parseStrictJsonObject(text);
        QVERIFY2(object.has_value(), object.has_value() ? "" : qPrintable(object.error().detail));
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        int count = 0;
        const auto row = [&count](const QByteArray &text) { QTest::addRow("%03d %.60s", ++count, text.constData()) << text; };
        for (const char *text : {
                 "",
                 " ",
                 "null",
                 "true",
                 "1",
                 "\"a\"",
                 "[]",
                 "[{}]", // not an object
                 "{",
                 "}",
                 "{\"a\"",
                 "{\"a\":",
                 "{\"a\":1",
                 "{\"a\":1,",
                 "{\"a\":1,}",
                 "{,}",
                 "{\"a\" 1}",
                 "{\"a\"::1}",
                 "{\"a\":1 \"b\":2}",
                 "{\"a\":1,,\"b\":2}",
                 "{a:1}",
                 "{'a':1}",
                 "{1:1}",
                 "{null:1}",
                 "{\"a\":a}",
                 "{\"a\":'b'}",
                 "{\"a\":}",
                 "{:1}",
                 "{\"a\",1}",
                 "{\"a\":[1,]}",
                 "{\"a\":[,1]}",
                 "{\"a\":[1 2]}",
                 "{\"a\":[1}",
                 "{\"a\":[",
                 "{\"a\":[1]]}",
                 "{\"a\":{]}",
                 "{[\"a\"]:1}",
                 "{}{}",
                 "{} {}",
                 "{}x",
                 "{},",
                 "{}]",
                 "{}//c",
                 "{}#c",
                 "/**/{}",
                 "{/**/}",
                 "{\"a\":1}/**/",
                 "//\n{}",
                 "{\"a\":01}",
                 "{\"a\":-01}",
                 "{\"a\":00}",
                 "{\"a\":+1}",
                 "{\"a\":-}",
                 "{\"a\":--1}",
                 "{\"a\":.5}",
                 "{\"a\":-.5}",
                 "{\"a\":1.}",
                 "{\"a\":1.e5}",
                 "{\"a\":1e}",
                 "{\"a\":1e+}",
                 "{\"a\":1eE2}",
                 "{\"a\":0x1}",
                 "{\"a\":1_000}",
                 "{\"a\":1 000}",
                 "{\"a\":NaN}",
                 "{\"a\":Infinity}",
                 "{\"a\":-Infinity}",
                 "{\"a\":1a}",
                 "{\"a\":1.2.3}",
                 "{\"a\":0e+-1}",
                 "{\"a\":1+2}",
                 "{\"a\":0.1.2}",
                 "{\"a\":tru}",
                 "{\"a\":True}",
                 "{\"a\":truex}",
                 "{\"a\":nul}",
                 "{\"a\":fals",
                 "{\"a\":undefined}",
                 "{\"a\":\"",
                 "{\"a\":\"b}",
                 "{\"a\":\"\\x41\"}",
                 "{\"a\":\"\\'\"}",
                 "{\"a\":\"\\a\"}",
                 "{\"a\":\"\\\"}",
                 "{\"a\":\"\\",
                 "{\"a\\",
                 "{\"a\":\"\\u\"}",
                 "{\"a\":\"\\u12\"}",
                 "{\"a\":\"\\u12G4\"}",
                 "{\"a\":\"\\U1234\"}",
                 "{\"a\":\"\\u00\"}",
                 "{\"a\":\"\\u",
                 "{\"a\":\"\\uD800\"}",
                 "{\"a\":\"\\uDC00\"}",
                 "{\"a\":\"\\uD800\\u0041\"}",
                 "{\"a\":\"\\uD800\\uD800\"}",
                 "{\"a\":\"\\uDd1e\\uD834\"}",
                 "{\"a\":\"\\uD800x\"}",
                 "{\"\\uD800\":1}", // lone surrogates
                 "{\"a\":\"\n\"}",
                 "{\"a\":\"\t\"}",
                 "{\"a\":\"\x1f\"}",
                 "{\"\r\":1}", // raw control characters
                 "{\"a\":1,\"a\":2}",
                 "{\"a\":1,\"\\u0061\":2}",
                 "{\"b\":{\"a\":1,\"a\":1}}",
                 "{\"b\":[{\"a\":1,\"a\":1}]}",
                 "{\"\":1,\"\":2}",
                 "{\"\\/\":1,\"/\":2}",
                 "{\"\\ud834\\udd1e\":1,\"\xf0\x9d\x84\x9e\":2}", // repeated keys
                 "\xef\xbb\xbf{}",
                 "{\"a\":\"\xff\"}",
                 "{\"a\":\"\xc0\xaf\"}",
                 "{\"a\":\"\xe0\x80\xaf\"}",
                 "{\"a\":\"\xed\xa0\x80\"}",
                 "{\"a\":\"\xf4\x90\x80\x80\"}",
                 "{\"a\":\"\xe2\x82\"}",
                 "{\"a\":\"\x80\"}",
                 "{\"a\":\"\xfc\x83\xbf\xbf\xbf\xbf\"}",
                 "{}\xc3", // not UTF-8
                 "\xc2\xa0{}",
                 "{\xe2\x81\xa0}",
                 "{\"a\":1\x0c}",
                 "{\x0b}", // other whitespace
                 "{\"a\":1e400}",
                 "{\"a\":-1e400}", // no number can hold it
             })
            row(text);
        QTest::newRow("a zero after the end") << QByteArray("{}\0", 3);
        QTest::newRow("a zero in a string") << QByteArray("{\"a\":\"\0\"}", 9);
        QTest::newRow("a zero as whitespace") << QByteArray("{\0}", 3);
        QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4);
        QTest::newRow("65 levels") << nested(65);
        QTest::newRow("65 levels of arrays") << nestedArrays(65);
        QTest::newRow("a hundred thousand levels") << nestedArrays(100'000);
        QTest::newRow("never closed") << QByteArray("{\"a\":[").repeated(50'000);
    }

    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        const auto object = parseStrictJsonObject(text);
        QVERIFY(!object.has_value());
        QCOMPARE(object.error().kind, ErrorKind::Malformed);
        QVERIFY(!object.error().detail.isEmpty());
    }

    void keepsValues()
    {
        const QJsonObject object =
            parseStrictJsonObject("{\"s\":\"\\u00e9\\n\",\"i\":9007199254740993,\"d\":0.1,\"a\":[true,null]}").value();
        QCOMPARE(object["s"_L1].toString(), u"\u00e9\n");
        QCOMPARE(object["i"_L1].toInteger(), 9007199254740993);
        QCOMPARE(object["d"_L1].toDouble(), 0.1);
        QCOMPARE(object["a"_L1].toArray().size(), 2);
    }

    void neverReadsPastTheEnd()
    {
        // Cut at every byte, in a buffer of exactly that size: the address sanitizer would tell.
        const QByteArray whole = "{\"k\\u00e9y\":\"\\ud834\\udd1e\\\"\",\"n\":-1.5e+3,\"t\":true,\"a\":[null,{\"f\":false}]}";
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            const std::vector<char> exact(whole.begin(), whole.begin() + size);
            QCOMPARE(parseStrictJsonObject(QByteArrayView(exact.data(), size)).has_value(), size == whole.size());
        }
    }

    void survivesRandomChanges()
    {
        QRandomGenerator random(99);
        const QByteArray whole = "{\"key\":\"\\ud834\\udd1e\",\"n\":-1.5e+3,\"t\":true,\"a\":[null,{\"f\":false}]}";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text = whole;
            for (int i = random.bounded(4); i >= 0; --i)
                text[random.bounded(int(text.size()))] = static_cast<char>(random.bounded(256));
            (void)parseStrictJsonObject(text);
        }
    }
};

QTEST_APPLESS_MAIN(TestStrictJson)
#include "test_strict_json.moc"
