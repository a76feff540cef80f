#include "config/configuration_file.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace gatehouse::config;

class TestConfigurationFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSectionsValuesAndLists();
    void readsAnEmptyFileAsNothing_data();
    void readsAnEmptyFileAsNothing();
    void refusesWithTheLine_data();
    void refusesWithTheLine();
    void tellsEverythingThatIsWrong();
    void refusesABombAtOnce_data();
    void refusesABombAtOnce();
    void repeatsNoValueInAMessage_data();
    void repeatsNoValueInAMessage();
    void namesAreFitForATerminal();
};

void TestConfigurationFile::readsSectionsValuesAndLists()
{
    const FileContent content = parseConfigurationFile("# comment\n"
                                                       "app:\n"
                                                       "  mode: production\n"
                                                       "api:\n"
                                                       "  cors:\n"
                                                       "    allowed_origins:\n"
                                                       "      - https://a.example # one\n"
                                                       "      - 'https://b.example'\n"
                                                       "  empty:\n"
                                                       "http.port: \"8080\"\n",
                                                       QStringLiteral("g.yaml"));
    QVERIFY(content.problems.empty());
    QCOMPARE(content.values.size(), 4U);
    QCOMPARE(content.values[0].key, QByteArray("app.mode"));
    QCOMPARE(content.values[0].items, QByteArrayList{"production"});
    QCOMPARE(content.values[0].origin, QStringLiteral("g.yaml:3"));
    QCOMPARE(content.values[1].key, QByteArray("api.cors.allowed_origins"));
    QCOMPARE(content.values[1].shape, FileValue::Shape::List);
    QCOMPARE(content.values[1].items, (QByteArrayList{"https://a.example", "https://b.example"}));
    QCOMPARE(content.values[2].shape, FileValue::Shape::Nothing);
    QCOMPARE(content.values[3].key, QByteArray("http.port"));
    QCOMPARE(content.values[3].items, QByteArrayList{"8080"});
}

void TestConfigurationFile::readsAnEmptyFileAsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("comments") << QByteArray("# nothing\n\n");
    QTest::newRow("a document start") << QByteArray("---\n");
    QTest::newRow("an empty map") << QByteArray("{}\n");
}

void TestConfigurationFile::readsAnEmptyFileAsNothing()
{
    QFETCH(QByteArray, text);
    const FileContent content = parseConfigurationFile(text, QStringLiteral("g.yaml"));
    QVERIFY(content.problems.empty());
    QVERIFY(content.values.empty());
}

void TestConfigurationFile::refusesWithTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &text, const char *where, const char *what) {
        QTest::newRow(name) << text << QString::fromUtf8(where) << QString::fromUtf8(what);
    };
    row("anchor", "a:\n  b: &x 1\n", "a.b",
        "an anchor is not allowed; write the value without it, in quotes when it starts with & (g.yaml:2)");
    row("anchored map", "a: &x\n  b: 1\n", "a", "an anchor");
    row("alias", "a: &x 1\nb: *x\n", "b", "an alias is not allowed");
    row("alias of nothing", "a: *x\n", "g.yaml:1:4", "");
    row("alias in a list", "a: &x 1\nb: [*x]\n", "b", "(g.yaml:2)");
    row("merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", "c.<<", "is no name of a setting (g.yaml:3)");
    row("tag", "a: !!int 1\n", "a", "a tag is not allowed");
    row("local tag", "a: !secret 1\n", "a", "(g.yaml:1)");
    row("tagged map", "!x\na: 1\n", "g.yaml:1", "a tag");
    row("same key twice", "http:\n  port: 1\n  port: 2\n", "http.port", "is there twice (g.yaml:3)");
    row("same section twice", "http:\n  port: 1\nhttp:\n  workers: 2\n", "http", "is there twice (g.yaml:3)");
    row("the same in one piece and in its section", "http.port: 1\nhttp:\n  port: 2\n", "http.port", "is there twice (g.yaml:3)");
    row("two documents", "a: 1\n---\nb: 2\n", "g.yaml:3:1", "only one document is allowed");
    row("broken", "a: 1\nb: [\n", "g.yaml:3:1", "");
    row("tab for indentation", "a:\n\tb: 1\n", "g.yaml:2", "");
    row("list at the top", "- a\n", "g.yaml:1", "is no map of settings");
    row("text at the top", "a\n", "g.yaml:1", "is no map of settings");
    row("map in a list", "a:\n  - b: 1\n", "a", "may hold only plain values (g.yaml:2)");
    row("list in a list", "a: [[1]]\n", "a", "may hold only plain values");
    row("map for a key", "? {a: 1}\n: 2\n", "g.yaml", "is no name of a setting (g.yaml:1)");
    row("list for a key", "? [a]\n: 2\n", "g.yaml", "is no name of a setting");
    row("capitals", "Http:\n  port: 1\n", "Http", "is no name of a setting");
    row("NUL", QByteArray("a: 1\nb: x\0y\n", 11), "g.yaml:2", "holds a control character");
    row("escape sequence", "a: \x1b[31m\n", "g.yaml:1", "holds a control character");
    row("Latin-1", "a: 1\n# caf\xe9\n", "g.yaml:2", "is not UTF-8");
    row("overlong UTF-8", "a: \xc0\xaf\n", "g.yaml:1", "is not UTF-8");
    row("surrogate in UTF-8", "a: \xed\xa0\x80\n", "g.yaml:1", "is not UTF-8");
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0:\0",
                   6),
        "g.yaml:1", "is not UTF-8");
    row("too large", QByteArray(256 * 1024 + 1, '#'), "g.yaml", "is larger than 256 KiB");
    row("too deep", "a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}\n", "g.yaml:1", "nested too deeply");
    row("too many", "a: [" + QByteArray("1,").repeated(2000) + "1]\n", "g.yaml:1", "too many values");
}

void TestConfigurationFile::refusesWithTheLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const FileContent content = parseConfigurationFile(text, QStringLiteral("g.yaml"));
    const auto fits = [&](const gatehouse::FieldError &problem) {
        return problem.field.startsWith(where) && problem.problem.contains(what);
    };
    QVERIFY(std::ranges::any_of(content.problems, fits));
}

void TestConfigurationFile::tellsEverythingThatIsWrong()
{
    const FileContent content =
        parseConfigurationFile("a: &x 1\nb: *x\nA: 1\nc: !t 1\nd: 1\nd: 2\ne: [[]]\nf: fine\n", QStringLiteral("g.yaml"));
    QCOMPARE(content.problems.size(), 6U);
    QCOMPARE(content.values.size(), 2U);
}

void TestConfigurationFile::refusesABombAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray aliases = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        aliases +=
            "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (before + ',').repeated(8) + before + "]\n";
    }
    QTest::newRow("aliases of aliases") << aliases;
    QTest::newRow("an anchor that holds itself") << QByteArray("a: &a [*a, *a]\n");
    QTest::newRow("brackets") << QByteArray("[").repeated(200 * 1024);
    QTest::newRow("braces") << QByteArray("{a: ").repeated(60 * 1024);
    QTest::newRow("indentation") << QByteArray("- ").repeated(100 * 1024);
    QTest::newRow("questions") << QByteArray("? ").repeated(100 * 1024);
    QTest::newRow("one key") << QByteArray("a").repeated(250 * 1024) + ": 1\n";
    QTest::newRow("unknown keys") << [] {
        QByteArray text;
        for (int i = 0; i < 900; ++i)
            text += "k" + QByteArray::number(i) + QByteArray("x").repeated(90) + ": 1\n";
        return text;
    }();
}

void TestConfigurationFile::refusesABombAtOnce()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const FileContent content = parseConfigurationFile(text, QStringLiteral("g.yaml"));
    // Generous, for a busy machine under a sanitizer: the first of them took five seconds when aliases were followed.
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!content.problems.empty() || content.values.size() == 900);
}

void TestConfigurationFile::repeatsNoValueInAMessage_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"a: *hunter2\n", "a: &hunter2 [\n", "a: \"\\qhunter2\"\n", "a: !hunter2 b\n",
                             "a: [hunter2, {b: hunter2}]\n", "a: hunter2: b\n", "a: 'hunter2\n", "a: \"\\xhunter2\"\n",
                             "%hunter2 hunter2\n---\na: [\n", "a: @hunter2\n", "a: `hunter2\n", "a: |hunter2\n"})
        QTest::newRow(QByteArray(text).simplified()) << QByteArray(text);
}

void TestConfigurationFile::repeatsNoValueInAMessage()
{
    QFETCH(QByteArray, text);
    for (const gatehouse::FieldError &problem : parseConfigurationFile(text, QStringLiteral("g.yaml")).problems)
        QVERIFY2(!(problem.field + problem.problem).contains(QStringLiteral("hunter2")), qPrintable(problem.problem));
}

void TestConfigurationFile::namesAreFitForATerminal()
{
    QCOMPARE(shownName("http.port"), QStringLiteral("http.port"));
    QCOMPARE(shownName("a\x1b[31m\nb"), QStringLiteral("a?[31m?b"));
    QCOMPARE(shownName(QByteArray(5000, 'a')).size(), 101);
    const FileContent content = parseConfigurationFile("\"a\\e[31m\": 1\n", QStringLiteral("g.yaml"));
    QCOMPARE(content.problems.size(), 1U);
    QVERIFY(!content.problems.front().field.contains(QChar(0x1b)));
}

QTEST_APPLESS_MAIN(TestConfigurationFile)
#include "test_configuration_file.moc"
