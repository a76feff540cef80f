#include "auth/cookies.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;

class TestCookies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carryTheAttributesTheirPrefixNeeds();
    void lackThePrefixOnlyInPlainDevelopment();
    void areForgottenAtTheEnd();
    void areFoundByTheirExactName_data();
    void areFoundByTheirExactName();
    void areFoundAcrossSeveralFields();

private:
    static QByteArrayList linesOf(const http::Response &response)
    {
        QByteArrayList lines;
        for (const auto &[name, value] : response.headers) {
            if (name == "Set-Cookie")
                lines << value;
        }
        return lines;
    }
};

void TestCookies::carryTheAttributesTheirPrefixNeeds()
{
    http::Response response;
    setSessionCookies(response, {.secure = true}, {"access", "refresh", "csrf", std::chrono::seconds(900), std::chrono::days(7)});
    const QByteArrayList lines = linesOf(response);
    QCOMPARE(lines.size(), 3);
    // RFC 6265bis, 4.1.3.2: `__Host-` asks for Secure, Path=/ and no Domain.
    QCOMPARE(lines.at(0), "__Host-gatehouse-access=access; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure");
    QCOMPARE(lines.at(1), "__Host-gatehouse-refresh=refresh; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure");
    QCOMPARE(lines.at(2), "__Host-gatehouse-csrf=csrf; Path=/; Max-Age=604800; SameSite=Lax; Secure"); // scripts read it
}

void TestCookies::lackThePrefixOnlyInPlainDevelopment()
{
    http::Response response;
    setSessionCookies(response, {.secure = false}, {"a", "r", "c", std::chrono::seconds(900), std::chrono::days(7)});
    for (const QByteArray &line : linesOf(response))
        QVERIFY2(line.startsWith("gatehouse-") && !line.contains("Secure"), line.constData());
}

void TestCookies::areForgottenAtTheEnd()
{
    http::Response response;
    clearSessionCookies(response, {.secure = true});
    const QByteArrayList lines = linesOf(response);
    QCOMPARE(lines.size(), 3);
    for (const QByteArray &line : lines) {
        // With the attributes they were set with, or a browser refuses the prefix and keeps the old one.
        QVERIFY2(line.startsWith("__Host-") && line.contains("=; Path=/; Max-Age=0;") && line.contains("; Secure"),
                 line.constData());
        QVERIFY(!line.contains("Domain"));
    }
}

void TestCookies::areFoundByTheirExactName_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value"); // null: not found
    const QByteArray none;
    const QByteArray ambiguous("");
    QTest::newRow("alone") << QByteArray("__Host-x=v") << QByteArray("v");
    QTest::newRow("among others") << QByteArray("a=b; __Host-x=v; c=d") << QByteArray("v");
    QTest::newRow("without spaces") << QByteArray("a=b;__Host-x=v;c=d") << QByteArray("v");
    QTest::newRow("spaces and tabs") << QByteArray("a=b; \t __Host-x=v \t;c") << QByteArray("v");
    QTest::newRow("empty parts") << QByteArray(";;; ;__Host-x=v;;") << QByteArray("v");
    QTest::newRow("equals in the value") << QByteArray("__Host-x=v=w==") << QByteArray("v=w==");
    QTest::newRow("quoted") << QByteArray("__Host-x=\"v\"") << QByteArray("\"v\"");
    QTest::newRow("empty value") << QByteArray("__Host-x=") << ambiguous;
    QTest::newRow("twice") << QByteArray("__Host-x=v; __Host-x=w") << ambiguous;
    QTest::newRow("twice the same") << QByteArray("__Host-x=v; __Host-x=v") << ambiguous;
    QTest::newRow("thrice") << QByteArray("__Host-x=v; __Host-x=w; __Host-x=v") << ambiguous;
    QTest::newRow("empty field") << none << none;
    QTest::newRow("other case") << QByteArray("__host-x=v; __HOST-X=w") << none;
    QTest::newRow("without prefix") << QByteArray("x=v") << none;
    QTest::newRow("longer name") << QByteArray("__Host-xx=v") << none;
    QTest::newRow("prefix of the name") << QByteArray("__Host-=v") << none;
    QTest::newRow("name within a value") << QByteArray("a=__Host-x=v") << none;
    QTest::newRow("name within quotes") << QByteArray("a=\"b,__Host-x=v\"") << none;
    QTest::newRow("no equals") << QByteArray("__Host-x") << none;
    QTest::newRow("space before the equals") << QByteArray("__Host-x =v") << none;
    QTest::newRow("comma for a semicolon") << QByteArray("a=b, __Host-x=v") << none;
    QTest::newRow("only separators") << QByteArray(30'000, ';') << none;
}

void TestCookies::areFoundByTheirExactName()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    http::RequestHead head;
    head.fields.append({"Cookie", field});
    const QByteArrayView found = cookieValue(head, "__Host-x");
    QCOMPARE(found.toByteArray(), value);
    QCOMPARE(found.isNull(), value.isNull());
}

void TestCookies::areFoundAcrossSeveralFields()
{
    http::RequestHead head;
    head.fields.append({"cookie", "a=b"});
    head.fields.append({"COOKIE", "__Host-x=v"});
    head.fields.append({"X-Cookie", "__Host-x=w"});
    QCOMPARE(cookieValue(head, "__Host-x"), QByteArrayView("v"));
    head.fields.append({"Cookie", "__Host-x=w"});
    QVERIFY(cookieValue(head, "__Host-x").isEmpty());
}

QTEST_GUILESS_MAIN(TestCookies)
#include "test_cookies.moc"
