#include "storage/database.h"
#include "storage/statement.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsReadableByItsOwnerOnly();
    void connectionIsDurableAndChecksForeignKeys();
    void migrationsThatRunTwiceAtOnceBothSucceed();
    void schemaOfANewerProgramIsRefused();
    void emptyIsNotNull();
    void transactionWithoutCommitIsUndone();
    void changeByAnotherConnectionIsSeenWithin100Milliseconds();
    void changeThatCouldNotBeTakenInIsReportedAgain();
    void everybodyHearsOfAChangeWhoeverCannotTakeItIn();
    void workThatNobodyWaitsForIsDone();
    void ownChangeIsNotReportedAsExternal();
    void workGivenBeforeTheEndIsFinished();
    void fileThatCannotBeOpenedIsAnError();
    void processesThatStartAtOnceMigrateOnce();
    void whatWasCommittedSurvivesAKill();

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"gatehouse.db"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// How many numbered scripts the program carries.
qint64 migrations()
{
    return QDir(u":/gatehouse/migrations"_s).count();
}

const QString kOpenOnly = u"--open-only"_s;
const QString kCommitAndDie = u"--commit-and-die"_s;

qint64 numberOf(Database &database, const char *sql)
{
    return database
        .runBlocking([sql](QSqlDatabase &connection) -> Result<qint64> {
            Statement statement(connection, sql);
            if (const Result<void> done = statement.execute(); !done)
                return std::unexpected(done.error());
            return statement.next() ? statement.number(0) : -1;
        })
        .value_or(-2);
}

bool run(Database &database, const char *sql)
{
    return database.runBlocking([sql](QSqlDatabase &connection) { return execute(connection, sql); }).has_value();
}

} // namespace

void TestDatabase::fileIsReadableByItsOwnerOnly()
{
    const auto database = Database::openSqlite(path());
    QVERIFY(database);
    QVERIFY(run(**database, "INSERT INTO setup_codes VALUES (x'00')"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(path()).permissions() & others));
    QVERIFY(!(QFileInfo(path() + u"-wal"_s).permissions() & others));
}

void TestDatabase::connectionIsDurableAndChecksForeignKeys()
{
    const auto database = Database::openSqlite(path());
    QVERIFY(database);
    QCOMPARE(numberOf(**database, "PRAGMA synchronous"), 2);
    QCOMPARE(numberOf(**database, "PRAGMA foreign_keys"), 1);
    QCOMPARE(numberOf(**database, "PRAGMA secure_delete"), 1);
    QVERIFY(!run(**database, "INSERT INTO refresh_tokens VALUES (x'00', 'no session', 0, NULL, NULL, NULL)"));
}

void TestDatabase::migrationsThatRunTwiceAtOnceBothSucceed()
{
    std::atomic<int> opened = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { opened += Database::openSqlite(path()).has_value() ? 1 : 0; });
    }
    QCOMPARE(opened.load(), 8);
    QCOMPARE(numberOf(**Database::openSqlite(path()), "SELECT count(*) FROM schema_migrations"), migrations());
}

void TestDatabase::schemaOfANewerProgramIsRefused()
{
    QVERIFY(run(**Database::openSqlite(path()), "INSERT INTO schema_migrations VALUES (999, 0)"));
    const auto database = Database::openSqlite(path());
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Conflict);
}

void TestDatabase::emptyIsNotNull()
{
    const auto database = Database::openSqlite(path());
    const auto types = (*database)->runBlocking([](QSqlDatabase &sql) -> Result<QByteArray> {
        Statement statement(sql, "SELECT typeof(?) || typeof(?) || typeof(?) || typeof(?)");
        statement.bindText({}).bindText("").bindBytes({}).bindBytes("");
        return statement.execute() && statement.next() ? statement.text(0) : QByteArray();
    });
    QCOMPARE(types.value(), QByteArray("texttextblobblob"));
}

void TestDatabase::transactionWithoutCommitIsUndone()
{
    const auto database = Database::openSqlite(path());
    QVERIFY((*database)->runBlocking([](QSqlDatabase &sql) -> Result<void> {
        const Result<Transaction> transaction = Transaction::begin(sql);
        return execute(sql, "INSERT INTO setup_codes VALUES (x'00')");
    }));
    QCOMPARE(numberOf(**database, "SELECT count(*) FROM setup_codes"), 0);
}

void TestDatabase::changeByAnotherConnectionIsSeenWithin100Milliseconds()
{
    std::atomic<int> changes = 0;
    const auto server = Database::openSqlite(path());
    (*server)->onExternalChange([&changes](QSqlDatabase &) {
        ++changes;
        return Result<void>();
    });
    QCOMPARE(numberOf(**server, "SELECT 1"), 1); // the watch has begun
    const auto commandLine = Database::openSqlite(path());
    QVERIFY(run(**commandLine, "INSERT INTO setup_codes VALUES (x'00')"));
    QTRY_VERIFY_WITH_TIMEOUT(changes > 0, 100);
}

void TestDatabase::changeThatCouldNotBeTakenInIsReportedAgain()
{
    const auto server = Database::openSqlite(path());
    const auto commandLine = Database::openSqlite(path());
    std::atomic<int> calls = 0;
    (*server)->onExternalChange(
        [&calls](QSqlDatabase &) { return ++calls < 3 ? failure(ErrorKind::Unavailable, u"locked"_s) : Result<void>(); });
    QVERIFY(run(**commandLine, "INSERT INTO setup_codes VALUES (x'01')"));
    QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 3, 2000);
    QTest::qWait(200);
    QCOMPARE(calls.load(), 3); // and no more once it was taken in
}

void TestDatabase::everybodyHearsOfAChangeWhoeverCannotTakeItIn()
{
    const auto server = Database::openSqlite(path());
    const auto commandLine = Database::openSqlite(path());
    std::atomic<int> first = 0;
    std::atomic<int> second = 0;
    (*server)->onExternalChange(
        [&first](QSqlDatabase &) { return ++first < 2 ? failure(ErrorKind::Unavailable, u"locked"_s) : Result<void>(); });
    (*server)->onExternalChange([&second](QSqlDatabase &) {
        ++second;
        return Result<void>();
    });
    QVERIFY(run(**commandLine, "INSERT INTO setup_codes VALUES (x'01')"));
    QTRY_COMPARE_WITH_TIMEOUT(first.load(), 2, 2000);
    QTRY_COMPARE(second.load(), 2);
}

void TestDatabase::workThatNobodyWaitsForIsDone()
{
    const auto database = Database::openSqlite(path());
    std::atomic<int> failed = 0;
    std::atomic<int> done = 0;
    const auto count = [&](const Result<void> &outcome) { ++(outcome ? done : failed); };
    (*database)->runDetached([](QSqlDatabase &sql) { return execute(sql, "INSERT INTO setup_codes VALUES (x'00')"); }, count);
    (*database)->runDetached([](QSqlDatabase &sql) { return execute(sql, "nonsense"); }, count);
    QTRY_COMPARE(done + failed, 2);
    QCOMPARE(failed.load(), 1);
    QCOMPARE(numberOf(**database, "SELECT count(*) FROM setup_codes"), 1);
}

void TestDatabase::ownChangeIsNotReportedAsExternal()
{
    std::atomic<int> changes = 0;
    const auto server = Database::openSqlite(path());
    (*server)->onExternalChange([&changes](QSqlDatabase &) {
        ++changes;
        return Result<void>();
    });
    QVERIFY(run(**server, "INSERT INTO setup_codes VALUES (x'00')"));
    QTest::qWait(120);
    QCOMPARE(changes.load(), 0);
}

void TestDatabase::workGivenBeforeTheEndIsFinished()
{
    {
        const auto database = Database::openSqlite(path());
        for (int i = 0; i < 100; ++i)
            (void)(*database)->run(
                [](QSqlDatabase &sql) { return execute(sql, "INSERT INTO setup_codes VALUES (randomblob(16))"); });
    }
    QCoreApplication::processEvents(); // resumes those who waited
    QCOMPARE(numberOf(**Database::openSqlite(path()), "SELECT count(*) FROM setup_codes"), 100);
}

void TestDatabase::fileThatCannotBeOpenedIsAnError()
{
    QVERIFY(!Database::openSqlite(m_folder->filePath(u"missing/gatehouse.db"_s)));
}

void TestDatabase::processesThatStartAtOnceMigrateOnce()
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < 6; ++i) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->start(QCoreApplication::applicationFilePath(), {kOpenOnly, path()});
    }
    for (const auto &process : processes) {
        QVERIFY(process->waitForFinished());
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    }
    QCOMPARE(numberOf(**Database::openSqlite(path()), "SELECT count(*) FROM schema_migrations"), migrations());
}

void TestDatabase::whatWasCommittedSurvivesAKill()
{
    for (int round = 1; round <= 5; ++round) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {kCommitAndDie, path()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.readAllStandardOutput(), QByteArray("acknowledged"));
        QCOMPARE(numberOf(**Database::openSqlite(path()), "SELECT count(*) FROM setup_codes"), round);
    }
}

namespace {

/// What the test's own processes do when they are started again with a role.
int openOnly(const QString &path)
{
    const auto database = Database::openSqlite(path);
    if (!database)
        (void)std::fprintf(stderr, "%s\n", qPrintable(database.error().detail));
    return database ? 0 : 1;
}

int commitAndDie(const QString &path)
{
    const auto database = Database::openSqlite(path);
    if (!database || !run(**database, "INSERT INTO setup_codes VALUES (randomblob(16))"))
        return 1;
    (void)std::fputs("acknowledged", stdout);
    (void)std::fflush(stdout);
    return std::raise(SIGKILL);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == kOpenOnly)
        return openOnly(arguments.value(2));
    if (arguments.value(1) == kCommitAndDie)
        return commitAndDie(arguments.value(2));
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_database.moc"
