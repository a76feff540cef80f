#include "postgres_database.h"
#include "storage/backup.h"
#include "storage/maintenance_connection.h"
#include "storage/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace gatehouse::storage::tests;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

namespace {

using Access = MaintenanceConnection::Access;

Result<QByteArrayList> contentOf(QSqlDatabase &database)
{
    QByteArrayList all;
    for (const char *sql : {"SELECT id, username, password_hash, disabled FROM users ORDER BY id",
                            "SELECT id, user_id, revoked_at, client_address FROM sessions ORDER BY id",
                            "SELECT hash, session_id, successor_salt, expires_at FROM refresh_tokens ORDER BY session_id"}) {
        Statement statement(database, sql);
        if (const Result<void> done = statement.execute(); !done)
            return std::unexpected(done.error());
        while (statement.next()) {
            QByteArray row;
            for (int i = 0; i < 4; ++i)
                row += (statement.isNull(i) ? QByteArray("NULL") : statement.bytes(i).toHex() + statement.text(i)) + '|';
            all << row;
        }
    }
    return all;
}

Result<void> fill(QSqlDatabase &database)
{
    for (const char *sql :
         {"INSERT INTO users VALUES ('1', 'Zo\xc3\xab', 'zo\xc3\xab', '$argon2id$''\"\\', 'admin', 0, 9007199254740993)",
          "INSERT INTO users VALUES ('2', 'bob', 'bob', 'x', 'user', 1, -1)",
          "INSERT INTO sessions VALUES ('s1', '1', 1, 2, 3, NULL, '')",
          "INSERT INTO sessions VALUES ('s2', '2', 1, 2, 3, 4, '::1')"}) {
        if (const Result<void> done = execute(database, sql); !done)
            return done;
    }
    Statement token(database, "INSERT INTO refresh_tokens (hash, session_id, expires_at, successor_salt) VALUES (?, ?, ?, ?)");
    return token.bindBytes(QByteArray("\0\xff'\\\n", 5)).bindText("s1").bind(5).bindNull().execute();
}

} // namespace

/// Backups from and to either engine.
class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.output().constData()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatWasBackedUpIsRestored_data();
    void whatWasBackedUpIsRestored();
    void aBackupIsItsOwnersAndNeverOverwritten();
    void aDatabaseWithUsersIsReplacedOnlyWhenToldTo();
    void whatEndedSinceDoesNotHoldAgain_data() { engines(); }
    void whatEndedSinceDoesNotHoldAgain();
    void theKeysThatAStartMadeAreReplacedUntold();
    void anAlteredBackupChangesNothing_data();
    void anAlteredBackupChangesNothing();
    void aBackupOfANewerProgramIsRefused();
    void aBackupIsOfOneMoment_data() { engines(); }
    void aBackupIsOfOneMoment();
    void aServerThatIsConnectedKeepsItsDatabase();
    void tablesOfOthersStay();

private:
    void engines()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }
    [[nodiscard]] DatabaseTarget makeTarget(bool postgres, const QString &name)
    {
        DatabaseTarget target;
        target.sqliteFile = m_folder->filePath(name);
        if (postgres)
            target.postgres = settingsFor(m_server.socketUrl(m_server.makeDatabase()));
        return target;
    }
    [[nodiscard]] QString backup() const { return m_folder->filePath(u"backup"_s); }
    /// A backup of a database with users, in backup(). False when that fails.
    [[nodiscard]] bool makeBackup()
    {
        const auto source = MaintenanceConnection::open(makeTarget(false, u"source.db"_s), Access::Write);
        return source && migrate((*source)->database()) && fill((*source)->database())
            && writeBackup((*source)->database(), backup(), {});
    }

    PostgresServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBackup::whatWasBackedUpIsRestored_data()
{
    QTest::addColumn<bool>("fromPostgres");
    QTest::addColumn<bool>("toPostgres");
    QTest::newRow("SQLite to SQLite") << false << false;
    QTest::newRow("SQLite to PostgreSQL") << false << true;
    QTest::newRow("PostgreSQL to SQLite") << true << false;
    QTest::newRow("PostgreSQL to PostgreSQL") << true << true;
}

void TestBackup::whatWasBackedUpIsRestored()
{
    QFETCH(bool, fromPostgres);
    QFETCH(bool, toPostgres);
    QByteArrayList expected;
    {
        const auto source = MaintenanceConnection::open(makeTarget(fromPostgres, u"source.db"_s), Access::Write);
        QVERIFY(source);
        QSqlDatabase &database = (*source)->database();
        QVERIFY(migrate(database));
        QVERIFY(fill(database));
        expected = contentOf(database).value();
        QCOMPARE(expected.size(), 5);
        const Result<BackupSummary> written = writeBackup(database, backup(), {});
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QCOMPARE(written->rows, 5);
    }
    const auto target = MaintenanceConnection::open(makeTarget(toPostgres, u"target.db"_s), Access::Write);
    QVERIFY(target);
    const Result<BackupSummary> restored = restoreBackup((*target)->database(), backup(), {.keepSessions = true}, {});
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
    QCOMPARE(restored->rows, 5);
    QCOMPARE(contentOf((*target)->database()).value(), expected);
    QVERIFY(migrationStatus((*target)->database())->pending.isEmpty());
    QCOMPARE(kindOf(execute((*target)->database(), "INSERT INTO sessions VALUES ('s3', 'nobody', 1, 2, 3, 4, '')")),
             ErrorKind::Conflict); // the rules of the schema are there too
}

void TestBackup::aBackupIsItsOwnersAndNeverOverwritten()
{
    QVERIFY(makeBackup());
    QVERIFY(!(QFileInfo(backup()).permissions()
              & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther)));
    const auto source = MaintenanceConnection::open(makeTarget(false, u"source.db"_s), Access::Read);
    const Result<BackupSummary> again = writeBackup((*source)->database(), backup(), {});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

void TestBackup::aDatabaseWithUsersIsReplacedOnlyWhenToldTo()
{
    QVERIFY(makeBackup());
    const auto target = MaintenanceConnection::open(makeTarget(true, {}), Access::Write);
    QSqlDatabase &database = (*target)->database();
    QVERIFY(migrate(database));
    QVERIFY(execute(database, "INSERT INTO users VALUES ('9', 'carol', 'carol', 'x', 'admin', 0, 0)"));
    const Result<BackupSummary> refused = restoreBackup(database, backup(), {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM users WHERE username = 'carol'").value(), 1);
    QVERIFY(restoreBackup(database, backup(), {.replace = true}, {}));
    QCOMPARE(numberOf(database, "SELECT count(*) FROM users WHERE username = 'carol'").value(), 0);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM users").value(), 2);
}

void TestBackup::whatEndedSinceDoesNotHoldAgain()
{
    QFETCH(bool, postgres);
    const WallTime now{std::chrono::days(20'000)};
    const auto target = MaintenanceConnection::open(makeTarget(postgres, u"target.db"_s), Access::Write);
    QSqlDatabase &database = (*target)->database();
    QVERIFY(migrate(database) && fill(database));
    for (const char *sql : {"INSERT INTO share_tokens (id, hash, kind, label, one_time, created_at, expires_at)"
                            " VALUES ('t1', 'a', 'share', '', 1, 1, 2), ('t2', 'b', 'share', '', 0, 1, 2)"})
        QVERIFY(execute(database, sql));
    QVERIFY(writeBackup(database, backup(), now));
    // One of a user who stays, one of a user whom the backup does not know, one that is too old to matter.
    QVERIFY(execute(database, "INSERT INTO users VALUES ('9', 'carol', 'carol', 'x', 'user', 0, 0)"));
    for (const auto &[id, user, used] : {std::tuple("s7", "2", now), {"s8", "9", now}, {"s9", "2", now - std::chrono::days(3)}}) {
        Statement session(database, "INSERT INTO sessions VALUES (?, ?, 1, ?, ?, NULL, '')");
        QVERIFY(session.bindText(id).bindText(user).bind(used).bind(now + std::chrono::days(7)).execute());
    }
    QVERIFY(restoreBackup(database, backup(), {.replace = true}, now));
    const auto ended = [&](const char *id) {
        Statement session(database, "SELECT revoked_at FROM sessions WHERE id = ?");
        if (!session.bindText(id).execute() || !session.next())
            return QByteArray("unknown");
        if (session.isNull(0))
            return QByteArray("live");
        return QByteArray(session.time(0) == now ? "now" : "before");
    };
    QCOMPARE(ended("s1"), QByteArray("now"));
    QCOMPARE(ended("s2"), QByteArray("before"));
    QCOMPARE(ended("s7"), QByteArray("now"));
    QCOMPARE(ended("s8"), QByteArray("unknown"));
    QCOMPARE(ended("s9"), QByteArray("unknown"));
    QCOMPARE(numberOf(database, "SELECT count(*) FROM deleted_users WHERE id = '9'").value(), 1);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM share_tokens WHERE id = 't1'").value(), 0);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM share_tokens WHERE id = 't2'").value(), 1);
}

void TestBackup::theKeysThatAStartMadeAreReplacedUntold()
{
    QVERIFY(makeBackup());
    const auto target = MaintenanceConnection::open(makeTarget(true, {}), Access::Write);
    QSqlDatabase &database = (*target)->database();
    QVERIFY(migrate(database));
    QVERIFY(execute(database, "INSERT INTO signing_keys VALUES (1, 1, 'sealed')"));
    QVERIFY(execute(database, "INSERT INTO server_keys VALUES ('limits', 'random')"));
    QVERIFY(restoreBackup(database, backup(), {}, {}));
    QCOMPARE(numberOf(database, "SELECT count(*) FROM signing_keys").value(), 0);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM users").value(), 2);
}

void TestBackup::anAlteredBackupChangesNothing_data()
{
    QTest::addColumn<int>("alteration");
    QTest::newRow("a letter") << 0;
    QTest::newRow("without its end") << 1;
    QTest::newRow("without a line") << 2;
    QTest::newRow("a line twice") << 3;
    QTest::newRow("something after the end") << 4;
    QTest::newRow("without a newline at the end") << 5;
    QTest::newRow("empty") << 6;
    QTest::newRow("something else") << 7;
}

void TestBackup::anAlteredBackupChangesNothing()
{
    QFETCH(int, alteration);
    QVERIFY(makeBackup());
    QFile file(backup());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QByteArrayList lines = text.split('\n');
    switch (alteration) {
    case 0: text.replace("bob", "bop"); break;
    case 1: text.truncate(text.lastIndexOf("{\"rows\"")); break;
    case 2:
        lines.removeAt(3);
        text = lines.join('\n');
        break;
    case 3:
        lines.insert(3, lines.at(3));
        text = lines.join('\n');
        break;
    case 4: text += "[]\n"; break;
    case 5: text.chop(1); break;
    case 6: text.clear(); break;
    default: text = "SQLite format 3"; break;
    }
    QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size() && file.flush());
    const auto target = MaintenanceConnection::open(makeTarget(false, u"target.db"_s), Access::Write);
    QSqlDatabase &database = (*target)->database();
    QVERIFY(migrate(database) && fill(database));
    const QByteArrayList before = contentOf(database).value();
    const Result<BackupSummary> restored = restoreBackup(database, backup(), {.replace = true}, {});
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, ErrorKind::Invalid);
    QCOMPARE(contentOf(database).value(), before);
}

void TestBackup::aBackupOfANewerProgramIsRefused()
{
    QVERIFY(makeBackup());
    QFile file(backup());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    const qsizetype schema = text.indexOf("\"schema\":") + 9;
    text.replace(schema, 1, "9999");
    QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size() && file.flush());
    const auto target = MaintenanceConnection::open(makeTarget(false, u"target.db"_s), Access::Write);
    const Result<BackupSummary> restored = restoreBackup((*target)->database(), backup(), {}, {});
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, ErrorKind::Conflict);
}

void TestBackup::aBackupIsOfOneMoment()
{
    QFETCH(bool, postgres);
    DatabaseTarget target = makeTarget(postgres, u"source.db"_s);
    DatabaseTarget same;
    same.sqliteFile = target.sqliteFile;
    if (postgres)
        same.postgres = settingsFor(target.postgres->url.view().toByteArray());
    const auto database = Database::open(std::move(target)).value();
    QVERIFY(database->runBlocking(fill));
    // Writes a session with its token in one transaction, again and again: a backup has both or neither.
    std::atomic<bool> ended = false;
    std::atomic<int> written = 0;
    std::jthread writer([&] {
        for (int i = 0; !ended; ++i) {
            const auto work = [i](QSqlDatabase &sql) {
                return inTransaction(sql, Beside::Others, [&]() -> Result<void> {
                    const QByteArray id = "w" + QByteArray::number(i);
                    Statement session(sql, "INSERT INTO sessions VALUES (?, '1', 1, 2, 3, NULL, '')");
                    if (const Result<void> done = session.bindText(id).execute(); !done)
                        return done;
                    Statement token(sql, "INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (?, ?, 1)");
                    return token.bindBytes(id).bindText(id).execute();
                });
            };
            written += database->runBlocking(work) ? 1 : 0;
        }
    });
    for (int round = 0; round < 5; ++round) {
        const QString path = backup() + QString::number(round);
        {
            const auto source = MaintenanceConnection::open(same, Access::Read);
            const Result<BackupSummary> made = writeBackup((*source)->database(), path, {});
            QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        }
        const auto copy = MaintenanceConnection::open(makeTarget(false, u"copy%1.db"_s.arg(round)), Access::Write);
        QVERIFY(restoreBackup((*copy)->database(), path, {}, {}));
        const qint64 sessions = numberOf((*copy)->database(), "SELECT count(*) FROM sessions WHERE id LIKE 'w%'").value();
        QCOMPARE(numberOf((*copy)->database(), "SELECT count(*) FROM refresh_tokens WHERE session_id LIKE 'w%'").value(),
                 sessions);
    }
    ended = true;
    writer.join();
    QVERIFY(written > 0);
}

void TestBackup::aServerThatIsConnectedKeepsItsDatabase()
{
    QVERIFY(makeBackup());
    DatabaseTarget target = makeTarget(true, {});
    const auto server = openedWith(settingsFor(target.postgres->url.view().toByteArray()));
    QCOMPARE(numberOf(*server, "SELECT 1").value(), 1);
    const auto connection = MaintenanceConnection::open(target, Access::Write);
    const Result<BackupSummary> restored = restoreBackup((*connection)->database(), backup(), {.replace = true}, {});
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, ErrorKind::Conflict);
}

void TestBackup::tablesOfOthersStay()
{
    QVERIFY(makeBackup());
    const auto target = MaintenanceConnection::open(makeTarget(true, {}), Access::Write);
    QVERIFY(execute((*target)->database(), "CREATE TABLE somebody_elses (a INTEGER)"));
    QVERIFY(restoreBackup((*target)->database(), backup(), {.replace = true}, {}));
    QVERIFY(restoreBackup((*target)->database(), backup(), {.replace = true}, {}));
    QCOMPARE(numberOf((*target)->database(), "SELECT count(*) FROM somebody_elses").value(), 0);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "test_backup.moc"
