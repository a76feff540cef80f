#include "core/command.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheLongestThatFits_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("found");
        QTest::newRow("one word") << QStringList{u"serve"_s, u"--port"_s, u"1"_s} << u"serve"_s;
        QTest::newRow("two words") << QStringList{u"users"_s, u"add"_s, u"alice"_s} << u"users add"_s;
        QTest::newRow("the shorter one") << QStringList{u"users"_s, u"alice"_s} << u"users"_s;
        QTest::newRow("unknown") << QStringList{u"user"_s} << QString();
        QTest::newRow("half a command") << QStringList{u"secrets"_s} << QString();
        QTest::newRow("nothing") << QStringList() << QString();
        QTest::newRow("another case") << QStringList{u"Serve"_s} << QString();
    }

    void findsTheLongestThatFits()
    {
        QFETCH(QStringList, arguments);
        const std::vector<Command> commands{{.words = {u"serve"_s}, .arguments = {}, .summary = {}, .run = {}},
                                            {.words = {u"users"_s}, .arguments = {}, .summary = {}, .run = {}},
                                            {.words = {u"users"_s, u"add"_s}, .arguments = {}, .summary = {}, .run = {}},
                                            {.words = {u"secrets"_s, u"set"_s}, .arguments = {}, .summary = {}, .run = {}}};
        const Command *command = findCommand(commands, arguments);
        QTEST(command == nullptr ? QString() : command->words.join(u' '), "found");
    }

    void endsAsItsWorkDid_data()
    {
        QTest::addColumn<std::optional<ErrorKind>>("failure");
        QTest::addColumn<ExitCode>("exitCode");
        QTest::newRow("done") << std::optional<ErrorKind>() << ExitCode::Success;
        QTest::newRow("not understood") << std::optional(ErrorKind::Malformed) << ExitCode::Usage;
        QTest::newRow("not allowed to be asked") << std::optional(ErrorKind::Invalid) << ExitCode::Usage;
        QTest::newRow("not there") << std::optional(ErrorKind::NotFound) << ExitCode::Failure;
        QTest::newRow("not possible now") << std::optional(ErrorKind::Unavailable) << ExitCode::Failure;
    }

    void endsAsItsWorkDid()
    {
        QFETCH(std::optional<ErrorKind>, failure);
        Terminal terminal;
        const auto run = reportingFailure([failure](const QStringList &arguments, Terminal &) -> Result<void> {
            return failure ? gatehouse::failure(*failure, arguments.join(u' ')) : Result<void>();
        });
        QTEST(run({u"wrong"_s}, terminal), "exitCode");
    }
};

QTEST_APPLESS_MAIN(TestCommand)
#include "test_command.moc"
