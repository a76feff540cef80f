#include "postgres_server.h"
#include "tools.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What becomes of administration while the record cannot be written, and when checkpoints come.
class AuditOutagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whileTheDatabaseIsGoneNobodyIsAdministered();
    void aFileThatWasCutOffIsNoticed();
    void checkpointsComeAfterSoManyEntries();

private:
    void start(const QByteArray &settings)
    {
        m_folder->configure(QByteArray(kGenerous) + settings);
        m_server = std::make_unique<ServerProcess>(*m_folder);
        QVERIFY2(m_server->start(), m_server->output().constData());
        QCOMPARE(registerAdmin(*m_server).status, 201);
        m_admin = accessToken(*m_server, "admin");
        QVERIFY(!m_admin.isEmpty());
    }
    [[nodiscard]] Answer addUser(const QString &name) const
    {
        return askJson(*m_server, "POST", "/api/v1/admin/users", m_admin,
                       {{u"username"_s, name}, {u"password"_s, QLatin1StringView(kPassword)}, {u"role"_s, u"user"_s}});
    }
    [[nodiscard]] int health() const { return askJson(*m_server, "GET", "/health", {}).status; }
    /// How many entries the record has of an action.
    [[nodiscard]] qsizetype count(const QByteArray &action) const
    {
        return askJson(*m_server, "GET", "/api/v1/admin/audit?action=" + action, m_admin)
            .json()
            .value("items"_L1)
            .toArray()
            .size();
    }

    PostgresServer m_postgres;
    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
};

void AuditOutagesTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
}

void AuditOutagesTest::whileTheDatabaseIsGoneNobodyIsAdministered()
{
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
    m_folder->setVariable(u"DATABASE_URL"_s, QString::fromUtf8(m_postgres.url(m_postgres.makeDatabase())));
    start("database:\n  max_connections: 4\n  statement_timeout: 2s\n  connect_timeout: 2s\n");
    QCOMPARE(addUser(u"bob"_s).status, 201);
    m_postgres.kill();
    const Answer refused = addUser(u"carol"_s);
    QCOMPARE(refused.status, 503);
    QVERIFY2(!refused.body.contains("postgres"), refused.body.constData());
    QTRY_COMPARE_WITH_TIMEOUT(health(), 503, 15'000);
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
    QTRY_COMPARE_WITH_TIMEOUT(health(), 200, 20'000);
    QCOMPARE(addUser(u"carol"_s).status, 201); // it was not made before
    QCOMPARE(count("user.create"), 2);
    const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
    QVERIFY2(sound.exitCode == 0, sound.errors.constData());
}

void AuditOutagesTest::aFileThatWasCutOffIsNoticed()
{
    start({});
    QCOMPARE(addUser(u"bob"_s).status, 201);
    const QString file = m_folder->path(u"data/gatehouse.db"_s);
    QVERIFY(QFile::resize(file, QFileInfo(file).size() / 2));
    QCOMPARE(addUser(u"carol"_s).status, 503);
    QTRY_COMPARE(health(), 503);
    QVERIFY(m_server->output().contains("was cut off"));
}

void AuditOutagesTest::checkpointsComeAfterSoManyEntries()
{
    start("audit:\n  origin: example.com/audit\n  anchors: stdout\n  checkpoint_entries: 10\n  checkpoint_interval: 24h\n");
    const auto signedSizes = [this] {
        QList<int> sizes;
        const QByteArrayList lines = m_server->output().split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            if (lines[i] == "example.com/audit")
                sizes.append(lines[i + 1].toInt());
        }
        return sizes;
    };
    for (int i = 0; i < 12; ++i)
        QCOMPARE(signIn(*m_server, "nobody", "Wrong-Horse-7!").status, 401);
    QTRY_VERIFY(!signedSizes().isEmpty());
    QVERIFY(signedSizes().first() >= 10);
    QVERIFY(m_server->output().contains("\xe2\x80\x94 example.com/audit "));
    m_server->signal(SIGTERM); // and at the end, of the rest
    QCOMPARE(m_server->waitForEnd(10s), std::optional(0));
    QVERIFY(signedSizes().size() >= 2);
}

QTEST_GUILESS_MAIN(AuditOutagesTest)
#include "test_audit_outages.moc"
