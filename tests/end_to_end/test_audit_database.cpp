#include "tools.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The commands on the record, on databases that are older than the program or larger than they need be.
class AuditDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDatabaseOfAnOlderVersionIsReadAsItIs();
    void aDatabaseWithoutARecordSaysWhatToDo_data();
    void aDatabaseWithoutARecordSaysWhatToDo();
    void theFileIsCompactedWhileNoServerRuns();

private:
    [[nodiscard]] QString databaseFile() const { return m_folder->path(u"data/gatehouse.db"_s); }
    /// Runs `statements` on the database as another program would; the first number that the last one has, if it is a question.
    qint64 sql(const QStringList &statements) const
    {
        qint64 number = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            database.setDatabaseName(databaseFile());
            if (!database.open())
                qFatal("cannot open the database");
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                if (!query.exec(statement))
                    qFatal("%s", qPrintable(statement));
                if (query.next())
                    number = query.value(0).toLongLong();
            }
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        return number;
    }
    void start()
    {
        m_server = std::make_unique<ServerProcess>(*m_folder);
        QVERIFY2(m_server->start(), m_server->output().constData());
    }
    void stop()
    {
        m_server->signal(SIGTERM);
        QCOMPARE(m_server->waitForEnd(10s), std::optional(0));
    }
    /// Undoes the migrations from `version` on.
    void undoFrom(int version)
    {
        QStringList statements{u"DROP TABLE hand_overs"_s, u"DROP TABLE webhook_dead_letters"_s, u"DROP TABLE webhook_state"_s,
                               u"DROP TABLE audit_segments"_s};
        if (version <= 4) {
            for (const char *table : {"checkpoints", "state", "tiles", "entries"})
                statements.append(u"DROP TABLE audit_"_s + QLatin1StringView(table));
        }
        statements.append(u"DELETE FROM schema_migrations WHERE version >= %1"_s.arg(version));
        (void)sql(statements);
    }
    [[nodiscard]] qint64 version() const { return sql({u"SELECT max(version) FROM schema_migrations"_s}); }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void AuditDatabaseTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(QByteArray(kGenerous) + "audit:\n  checkpoint_interval: 1s\nsharing:\n  enabled: false\n");
}

void AuditDatabaseTest::aDatabaseOfAnOlderVersionIsReadAsItIs()
{
    start();
    QCOMPARE(registerAdmin(*m_server).status, 201);
    stop();
    const qint64 current = version();
    undoFrom(8); // from before there were sealed files
    const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
    QVERIFY2(sound.exitCode == 0 && sound.output.startsWith("sound: "), sound.errors.constData());
    QVERIFY(m_folder->run({u"audit"_s, u"list"_s}).output.contains("auth.register"));
    QVERIFY(m_folder->run({u"audit"_s, u"show"_s, u"0"_s}).output.contains("server.start"));
    QVERIFY(m_folder->run({u"audit"_s, u"show"_s, u"999"_s}).errors.contains("no such entry"));
    QVERIFY(m_folder->run({u"audit"_s, u"prove"_s, u"0"_s}).output.startsWith("c2sp.org/tlog-proof@v1\n"));
    const Outcome exported = m_folder->run({u"audit"_s, u"export"_s, m_folder->path(u"all.jsonl"_s)});
    QVERIFY2(exported.exitCode == 0, exported.errors.constData());
    QVERIFY2(exported.errors.contains("not in the record") && exported.errors.contains("gatehouse migrate"),
             exported.errors.constData());
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s, m_folder->path(u"all.jsonl"_s)}).exitCode, 0);
    const Outcome webhook = m_folder->run({u"webhook"_s, u"status"_s});
    QCOMPARE(webhook.exitCode, 1);
    QVERIFY2(webhook.errors.contains("gatehouse migrate"), webhook.errors.constData());
    QCOMPARE(version(), 7); // nobody was asked to change it

    (void)sql({u"UPDATE audit_entries SET content = replace(content, 'admin', 'nobod') WHERE sequence = 4"_s});
    QVERIFY(m_folder->run({u"audit"_s, u"verify"_s}).errors.contains("altered: entry 4 was altered"));
    (void)sql({u"UPDATE audit_entries SET content = replace(content, 'nobod', 'admin') WHERE sequence = 4"_s});
    (void)sql({u"DELETE FROM audit_entries WHERE sequence = 0"_s}); // and nobody could have sealed it
    QVERIFY(m_folder->run({u"audit"_s, u"verify"_s}).errors.contains("removed: entry 0"));

    const Outcome planned = m_folder->run({u"migrate"_s, u"--dry-run"_s});
    QVERIFY2(planned.exitCode == 0 && planned.output.contains("0010_hand_overs"), (planned.output + planned.errors).constData());
    QCOMPARE(version(), 7);
    QCOMPARE(m_folder->run({u"migrate"_s}).exitCode, 0);
    QCOMPARE(version(), current);
    const Outcome done = m_folder->run({u"migrate"_s, u"--dry-run"_s});
    QCOMPARE(done.output, "-- nothing to do: schema version " + QByteArray::number(current) + '\n');
    QCOMPARE(m_folder->run({u"webhook"_s, u"status"_s}).exitCode, 0);
}

void AuditDatabaseTest::aDatabaseWithoutARecordSaysWhatToDo_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("verify") << QStringList{u"verify"_s};
    QTest::newRow("list") << QStringList{u"list"_s};
    QTest::newRow("show") << QStringList{u"show"_s, u"0"_s};
    QTest::newRow("follow") << QStringList{u"follow"_s};
    QTest::newRow("prove") << QStringList{u"prove"_s, u"0"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"/nowhere/at/all"_s};
}

void AuditDatabaseTest::aDatabaseWithoutARecordSaysWhatToDo()
{
    QFETCH(QStringList, command);
    QCOMPARE(m_folder->run({u"migrate"_s}).exitCode, 0);
    undoFrom(4); // from before there was a record
    const Outcome outcome = m_folder->run(QStringList{u"audit"_s} + command);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("gatehouse migrate") && !outcome.errors.contains("no such table"),
             outcome.errors.constData());
    QCOMPARE(version(), 3);
}

void AuditDatabaseTest::theFileIsCompactedWhileNoServerRuns()
{
    QVERIFY(m_folder->run({u"compact"_s}).errors.contains("there is no database"));
    start();
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const Outcome refused = m_folder->run({u"compact"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains(QByteArray::number(m_server->processId())), refused.errors.constData());
    stop();
    // As a file of before the program could make it smaller, with much in it that is no longer needed.
    (void)sql({u"PRAGMA auto_vacuum = NONE"_s, u"VACUUM"_s, u"CREATE TABLE ballast (x BLOB)"_s,
               u"INSERT INTO ballast VALUES (zeroblob(20000000))"_s, u"DROP TABLE ballast"_s,
               u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
    QVERIFY(QFileInfo(databaseFile()).size() > 20'000'000);
    const Outcome compacted = m_folder->run({u"compact"_s});
    QVERIFY2(compacted.exitCode == 0, compacted.errors.constData());
    QVERIFY(QFileInfo(databaseFile()).size() < 1'000'000);
    QCOMPARE(sql({u"PRAGMA auto_vacuum"_s}), 2);
    QCOMPARE(QFile::permissions(databaseFile()) & 0x77, QFile::Permissions());
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s}).exitCode, 0);
    start();
    QCOMPARE(signIn(*m_server, "admin").status, 200);
}

QTEST_GUILESS_MAIN(AuditDatabaseTest)
#include "test_audit_database.moc"
