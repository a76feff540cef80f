#include "auth/credential_rules.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace Qt::StringLiterals;

class TestCredentialRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesUsernames_data();
    void judgesUsernames();
    void judgesPasswords_data();
    void judgesPasswords();
};

void TestCredentialRules::judgesUsernames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("fine");
    QTest::newRow("three") << QByteArray("abc") << true;
    QTest::newRow("fifty") << QByteArray(50, 'a') << true;
    QTest::newRow("all kinds") << QByteArray("Ab_9") << true;
    QTest::newRow("underscores") << QByteArray("___") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("two") << QByteArray("ab") << false;
    QTest::newRow("fifty-one") << QByteArray(51, 'a') << false;
    for (const char *name : {"al-ice", "al ice", "alice ", "al.ice", "al@ice", "al/ice", "al'ice", "al\"ice", "al\\ice",
                             "al\tice", "alice\n", "al\r\nice", "al\xc3\xafs", "al\xd0\xb0", "\xff\xff\xff", "a\u0301bc"})
        QTest::newRow(QByteArray(name).toPercentEncoding().constData()) << QByteArray(name) << false;
    QTest::newRow("NUL") << QByteArray("ali\0ce", 6) << false;
}

void TestCredentialRules::judgesUsernames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, fine);
    QCOMPARE(!usernameProblem(name), fine);
}

void TestCredentialRules::judgesPasswords_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("fine");
    QTest::newRow("eight") << QByteArray("Abcde1!x") << true;
    QTest::newRow("1,024 bytes") << QByteArray("Aa1!" + QByteArray(1020, 'x')) << true;
    QTest::newRow("space is special") << QByteArray("Abcde 12") << true;
    QTest::newRow("underscore is special") << QByteArray("Abcde_12") << true;
    QTest::newRow("beyond ASCII is special") << QByteArray("Abcde12\xc3\xa4") << true;
    QTest::newRow("the name and more") << QByteArray("Alice_12!") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("seven") << QByteArray("Abcde1!") << false;
    QTest::newRow("seven in more bytes") << QByteArray("Abcd1\xc3\xa4\xc3\xb6") << false;
    QTest::newRow("1,025 bytes") << QByteArray("Aa1!" + QByteArray(1021, 'x')) << false;
    QTest::newRow("no upper case") << QByteArray("abcde1!x") << false;
    QTest::newRow("no lower case") << QByteArray("ABCDE1!X") << false;
    QTest::newRow("no digit") << QByteArray("Abcdef!x") << false;
    QTest::newRow("no special") << QByteArray("Abcdef1x") << false;
    QTest::newRow("the name") << QByteArray("Alice_12") << false;
    QTest::newRow("the name in other case") << QByteArray("aLICE_12") << false;
}

void TestCredentialRules::judgesPasswords()
{
    QFETCH(QByteArray, password);
    QFETCH(bool, fine);
    const std::optional<FieldError> problem = passwordProblem(password, "Alice_12", u"new"_s);
    QCOMPARE(!problem, fine);
    if (problem) {
        QCOMPARE(problem->field, u"new"_s);
        QVERIFY(password.isEmpty() || !problem->problem.contains(QString::fromUtf8(password)));
    }
}

QTEST_GUILESS_MAIN(TestCredentialRules)
#include "test_credential_rules.moc"
