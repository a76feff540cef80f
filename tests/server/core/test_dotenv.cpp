#include "core/dotenv.h"

#include <QTest>

using namespace gatehouse;

class TestDotenv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void readsWholeFiles();
    void refusesWhatIsUnclear_data();
    void refusesWhatIsUnclear();
    void namesEveryBadLineAndNoValue();
    void readsWhatItWrote_data();
    void readsWhatItWrote();
};

void TestDotenv::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("bare") << QByteArray("NAME=value") << QByteArray("value");
    QTest::newRow("with signs") << QByteArray("NAME=a=b+/==#c") << QByteArray("a=b+/==#c");
    QTest::newRow("comment after") << QByteArray("NAME=value # why") << QByteArray("value");
    QTest::newRow("empty") << QByteArray("NAME=") << QByteArray();
    QTest::newRow("empty with comment") << QByteArray("NAME= # none") << QByteArray();
    QTest::newRow("export") << QByteArray("export NAME=value") << QByteArray("value");
    QTest::newRow("indented") << QByteArray("  \tNAME=value  ") << QByteArray("value");
    QTest::newRow("CRLF") << QByteArray("NAME=value\r\n") << QByteArray("value");
    QTest::newRow("CR at the very end") << QByteArray("NAME=value\r") << QByteArray("value");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFNAME=value") << QByteArray("value");
    QTest::newRow("double quotes") << QByteArray(R"(NAME="a b # c")") << QByteArray("a b # c");
    QTest::newRow("escapes") << QByteArray(R"(NAME="a\n\t\"\\\$b")") << QByteArray("a\n\t\"\\$b");
    QTest::newRow("single quotes") << QByteArray(R"(NAME='a "b" \n $c')") << QByteArray("a \"b\" \\n $c");
    QTest::newRow("more lines") << QByteArray("NAME=\"-----BEGIN\r\nend\"\r\n") << QByteArray("-----BEGIN\nend");
    QTest::newRow("no expansion") << QByteArray("NAME=$HOME${X}$(id)`id`~") << QByteArray("$HOME${X}$(id)`id`~");
    QTest::newRow("no expansion in quotes") << QByteArray("NAME=\"$HOME\"") << QByteArray("$HOME");
    QTest::newRow("not ASCII") << QByteArray("NAME=p\xC3\xA4ss") << QByteArray("p\xC3\xA4ss");
    QTest::newRow("comment after quotes") << QByteArray("NAME='v' # why") << QByteArray("v");
}

void TestDotenv::readsWhatPeopleWrite()
{
    QFETCH(QByteArray, line);
    const auto parsed = parseDotenv(line);
    QVERIFY(parsed);
    QCOMPARE(parsed->size(), std::size_t(1));
    QCOMPARE(parsed->front().name, QByteArray("NAME"));
    QTEST(parsed->front().value.view().toByteArray(), "value");
}

void TestDotenv::readsWholeFiles()
{
    const auto parsed = parseDotenv("# comment\n\nA=1\r\n   # another\nexport B='2'\nC=\"x\ny\"\nD=4");
    QVERIFY(parsed);
    QCOMPARE(parsed->size(), std::size_t(4));
    QCOMPARE(parsed->at(2).line, 6);
    QCOMPARE(parsed->at(3).line, 8);
    QCOMPARE(parseDotenv("")->size(), std::size_t(0));
}

void TestDotenv::refusesWhatIsUnclear_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no sign") << QByteArray("NAME");
    QTest::newRow("no name") << QByteArray("=value");
    QTest::newRow("digit first") << QByteArray("1NAME=value");
    QTest::newRow("dash in name") << QByteArray("MY-NAME=value");
    QTest::newRow("space before the sign") << QByteArray("NAME =value");
    QTest::newRow("space after the sign") << QByteArray("NAME= value");
    QTest::newRow("two words") << QByteArray("NAME=two words");
    QTest::newRow("after quotes") << QByteArray("NAME='a'b");
    QTest::newRow("comment glued to quotes") << QByteArray("NAME='a'#b");
    QTest::newRow("quote inside") << QByteArray("NAME=a\"b\"");
    QTest::newRow("open double quote") << QByteArray("NAME=\"abc\nB=1");
    QTest::newRow("open single quote") << QByteArray("NAME='abc");
    QTest::newRow("unknown escape") << QByteArray("NAME=\"a\\qb\"");
    QTest::newRow("escape at the end") << QByteArray("NAME=\"a\\");
    QTest::newRow("repeated") << QByteArray("A=1\nA=1");
    QTest::newRow("control character") << QByteArray("A=1\x01");
    QTest::newRow("CR inside") << QByteArray("A=1\rB=2");
    QTest::newRow("zero") << QByteArray("A='1\0002'", 7);
    QTest::newRow("shell") << QByteArray("if true; then A=1; fi");
    QTest::newRow("YAML") << QByteArray("A: 1");
}

void TestDotenv::refusesWhatIsUnclear()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseDotenv(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Malformed);
}

void TestDotenv::namesEveryBadLineAndNoValue()
{
    const auto parsed = parseDotenv("A=hunter2 hunter2\nB=fine\nC=\"hunter2\" hunter2\n");
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().fields.size(), std::size_t(2));
    QCOMPARE(parsed.error().fields[0].field, QStringLiteral("line 1"));
    QCOMPARE(parsed.error().fields[1].field, QStringLiteral("line 3"));
    for (const FieldError &field : parsed.error().fields)
        QVERIFY(!field.problem.contains(QStringLiteral("hunter2")));
}

void TestDotenv::readsWhatItWrote_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("hex") << QByteArray("00ff");
    QTest::newRow("base64") << QByteArray("a+/=");
    QTest::newRow("URL") << QByteArray("redis://:p%40ss@host:6379/0?x=1&y=2#z");
    QTest::newRow("spaces") << QByteArray("a b");
    QTest::newRow("quotes") << QByteArray("a'b\"c\\d$e`f#");
    QTest::newRow("lines") << QByteArray("a\nb\r\nc\r\td");
    QTest::newRow("not ASCII") << QByteArray("p\xC3\xA4ss");
}

void TestDotenv::readsWhatItWrote()
{
    QFETCH(QByteArray, value);
    const SecretBytes line = toDotenv("NAME", value);
    const auto parsed = parseDotenv(line.view());
    QVERIFY(parsed);
    QCOMPARE(parsed->front().value.view().toByteArray(), value);
}

QTEST_APPLESS_MAIN(TestDotenv)
#include "test_dotenv.moc"
