#include "sharing/secret_body.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace Qt::StringLiterals;

namespace {

const http::SchemaValidator &validator()
{
    static const http::SchemaValidator compiled = http::SchemaValidator::compile(
        "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"data\",\"expires_in\"],\"properties\":{"
        "\"data\":{\"type\":\"string\"},\"expires_in\":{\"type\":\"integer\"},\"note\":{\"type\":\"object\"}}}");
    return compiled;
}

} // namespace

/// That megabytes are read beside the parser does not make it any less strict.
class TestSecretBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheDataOut_data();
    void takesTheDataOut();
    void refusesWhatTheParserWould_data();
    void refusesWhatTheParserWould();
    void readsTenMebibytes();
};

void TestSecretBody::takesTheDataOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &data) {
        QTest::newRow(name) << text << data;
    };
    row("data first", R"({"data":"QUJD","expires_in":1})", "QUJD");
    row("data last", R"({"expires_in":1,"data":"QUJD"})", "QUJD");
    row("white space", "\n{ \"expires_in\" : 1 ,\t\"data\"\r\n:  \"QUJD\" } ", "QUJD");
    row("both alphabets", R"({"data":"A+/-_==","expires_in":1})", "A+/-_==");
    row("an escaped slash", "{\"data\":\"A\\/B\",\"expires_in\":1}", "A/B");
    row("a name with escapes", "{\"d\\u0061ta\":\"QUJD\",\"expires_in\":1}", "QUJD");
    row("data inside another object", R"({"expires_in":1,"note":{"data":"no"},"data":"QUJD"})", "QUJD");
    row("data as a value", R"({"expires_in":1,"note":{"x":"data","y":["data",{"data":"no"}]},"data":"QUJD"})", "QUJD");
    row("quotes inside strings", "{\"note\":{\"x\":\"\\\",\\\"data\\\":\\\"no\"},\"data\":\"QUJD\",\"expires_in\":1}", "QUJD");
}

void TestSecretBody::takesTheDataOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, data);
    const Result<LargeBody> body = readLargeBody(text, validator());
    QVERIFY2(body, body ? "" : qPrintable(body.error().detail));
    QCOMPARE(body->data, data);
    QCOMPARE(body->fields.value("expires_in"_L1).toInteger(), 1);
    QVERIFY(!body->fields.contains("data"_L1));
}

void TestSecretBody::refusesWhatTheParserWould_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &text, ErrorKind kind) { QTest::newRow(name) << text << kind; };
    row("nothing", "", ErrorKind::Malformed);
    row("an array", R"(["data","QUJD"])", ErrorKind::Malformed);
    row("not closed", R"({"data":"QUJD","expires_in":1)", ErrorKind::Malformed);
    row("a string without end", R"({"data":"QUJD)", ErrorKind::Malformed);
    row("bytes after it", R"({"data":"QUJD","expires_in":1}x)", ErrorKind::Malformed);
    row("two objects", R"({"data":"QUJD","expires_in":1}{"data":"QUJD","expires_in":1})", ErrorKind::Malformed);
    row("data twice", R"({"data":"QUJD","expires_in":1,"data":"REVG"})", ErrorKind::Malformed);
    row("data twice, spelled differently", "{\"data\":\"QUJD\",\"expires_in\":1,\"d\\u0061ta\":\"REVG\"}", ErrorKind::Malformed);
    row("another field twice", R"({"expires_in":1,"data":"QUJD","expires_in":2})", ErrorKind::Malformed);
    row("an unknown field", R"({"data":"QUJD","expires_in":1,"admin":true})", ErrorKind::Invalid);
    row("no data", R"({"expires_in":1})", ErrorKind::Invalid);
    row("empty data", R"({"data":"","expires_in":1})", ErrorKind::Invalid);
    row("data that is a number", R"({"data":7,"expires_in":1})", ErrorKind::Invalid);
    row("data that is no base64", R"({"data":"QU JD","expires_in":1})", ErrorKind::Invalid);
    row("data with an escape", "{\"data\":\"QU\\nJD\",\"expires_in\":1}", ErrorKind::Invalid);
    row("data with a control character", "{\"data\":\"QU\nJD\",\"expires_in\":1}", ErrorKind::Invalid);
    row("data that is no UTF-8", "{\"data\":\"QU\xff\",\"expires_in\":1}", ErrorKind::Invalid);
    row("a number as text", R"({"data":"QUJD","expires_in":"1"})", ErrorKind::Invalid);
    row("too much beside it", "{\"data\":\"QUJD\"," + QByteArray(70'000, ' ') + "\"expires_in\":1}", ErrorKind::TooLarge);
    row("too much, and no data", "{" + QByteArray(70'000, ' ') + "\"expires_in\":1}", ErrorKind::TooLarge);
}

void TestSecretBody::refusesWhatTheParserWould()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorKind, kind);
    const Result<LargeBody> body = readLargeBody(text, validator());
    QVERIFY(!body);
    QCOMPARE(body.error().kind, kind);
}

void TestSecretBody::readsTenMebibytes()
{
    const QByteArray data(14 * 1024 * 1024, 'A');
    const QByteArray text = "{\"data\":\"" + data + "\",\"expires_in\":1}";
    const Result<LargeBody> body = readLargeBody(text, validator());
    QVERIFY(body);
    QCOMPARE(body->data.size(), data.size());
}

QTEST_GUILESS_MAIN(TestSecretBody)
#include "test_secret_body.moc"
