#include "core/terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

/// Puts a file in place of one of the standard streams for as long as it lives.
class Redirected
{
public:
    Redirected(int stream, FILE *file)
        : m_stream(stream)
        , m_before(dup(stream))
    {
        (void)std::fflush(stdout);
        dup2(fileno(file), stream);
    }
    ~Redirected()
    {
        (void)std::fflush(stdout);
        dup2(m_before, m_stream);
        close(m_before);
    }
    Redirected(const Redirected &) = delete;
    Redirected &operator=(const Redirected &) = delete;

private:
    int m_stream;
    int m_before;
};

QByteArray printedBy(const std::function<void(Terminal &)> &work)
{
    FILE *file = std::tmpfile();
    if (file == nullptr)
        qFatal("no temporary file");
    {
        const Redirected output(STDOUT_FILENO, file);
        Terminal terminal;
        work(terminal);
    }
    (void)std::fseek(file, 0, SEEK_SET);
    QByteArray text(64 * 1024, '\0');
    text.truncate(static_cast<qsizetype>(std::fread(text.data(), 1, static_cast<size_t>(text.size()), file)));
    (void)std::fclose(file);
    return text;
}

template<typename Work> auto withInput(const QByteArray &input, Work work)
{
    FILE *file = std::tmpfile();
    if (file == nullptr)
        qFatal("no temporary file");
    (void)std::fwrite(input.constData(), 1, static_cast<size_t>(input.size()), file);
    (void)std::fseek(file, 0, SEEK_SET);
    const Redirected redirected(STDIN_FILENO, file);
    Terminal terminal;
    auto result = work(terminal);
    (void)std::fclose(file);
    return result;
}

} // namespace

class TestTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsColumns()
    {
        const QByteArray text = printedBy([](Terminal &terminal) {
            terminal.printTable({u"NAME"_s, u"ROLE"_s, u"ID"_s},
                                {{u"alice"_s, u"admin"_s, u"1"_s}, {u"b"_s, u"user"_s, u"22"_s}});
        });
        QCOMPARE(text, QByteArray("NAME   ROLE   ID\nalice  admin  1\nb      user   22\n"));
    }

    void takesRowsOfAnyLength()
    {
        const QByteArray text =
            printedBy([](Terminal &terminal) { terminal.printTable({u"A"_s}, {{u"1"_s, u"more"_s, u"x"_s}, {}, {u"22"_s}}); });
        QCOMPARE(text, QByteArray("A\n1   more  x\n\n22\n"));
    }

    void aCellCannotSteerTheTerminal()
    {
        const QString hostile = u"\x1b[2J\r\nfake\u009b31m\u202e"_s;
        const QByteArray text =
            printedBy([&](Terminal &terminal) { terminal.printTable({u"A"_s, hostile}, {{hostile, hostile}}); });
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(!text.contains('\x1b') && !text.contains('\r') && !text.contains("\xc2\x9b") && !text.contains("\xe2\x80\xae"));
    }

    void jsonCannotSteerTheTerminalAndMeansTheSame()
    {
        const QJsonDocument document(QJsonArray{u"\x1b[2J\n\u009b31m\u202e\u00fc\U0001f389"_s});
        const QByteArray text = printedBy([&](Terminal &terminal) { terminal.printJson(document); });
        QVERIFY(!text.contains('\x1b') && !text.contains("\xc2\x9b") && !text.contains("\xe2\x80\xae"));
        QVERIFY(text.contains("\u00fc"));
        QCOMPARE(QJsonDocument::fromJson(text), document);
    }

    void readsASecretFromTheFirstLine_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("with a line end") << QByteArray("hunter2\nmore\n") << QByteArray("hunter2");
        QTest::newRow("without one") << QByteArray("hunter2") << QByteArray("hunter2");
        QTest::newRow("from Windows") << QByteArray("hunter2\r\n") << QByteArray("hunter2");
        QTest::newRow("spaces belong to it") << QByteArray("  a b  \n") << QByteArray("  a b  ");
        QTest::newRow("an empty line") << QByteArray("\n") << QByteArray();
    }

    void readsASecretFromTheFirstLine()
    {
        QFETCH(QByteArray, input);
        const auto secret = withInput(input, [](Terminal &terminal) { return terminal.readSecret(u"Password"_s); });
        QVERIFY(secret.has_value());
        QTEST(secret->view().toByteArray(), "secret");
    }

    void refusesASecretThatWouldBeCutOff()
    {
        const auto secret =
            withInput(QByteArray(70'000, 'x'), [](Terminal &terminal) { return terminal.readSecret(u"Password"_s); });
        QVERIFY(!secret.has_value());
        QCOMPARE(secret.error().kind, ErrorKind::TooLarge);
    }

    void failsWhenThereIsNothingToRead()
    {
        QVERIFY(!withInput({}, [](Terminal &terminal) { return terminal.readSecret(u"Password"_s); }).has_value());
    }

    void readsAllUpToALimit()
    {
        const auto all = [](Terminal &terminal) { return terminal.readAll(10); };
        QCOMPARE(withInput("0123456789", all).value().view(), "0123456789");
        QCOMPARE(withInput("0123456789a", all).error().kind, ErrorKind::TooLarge);
        QVERIFY(withInput("", all).value().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestTerminal)
#include "test_terminal.moc"
