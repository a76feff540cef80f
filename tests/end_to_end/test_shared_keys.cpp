#include "postgres_server.h"
#include "terminal_run.h"
#include "tools.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char kPassphrase[] = "nine words that all instances of this deployment know";
constexpr char kSecret[] = "5f2b8c1e9d47a60338bd1c7fe2a59b04d6e8f13c7a2b9056e4d1837cfa60b29e";
const QStringList kRotate{u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s};
constexpr int kSoon = 1000; ///< milliseconds

/// `kid` of a token.
QByteArray keyOf(const QByteArray &token)
{
    const QByteArray header = QByteArray::fromBase64(token.left(token.indexOf('.')), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(header).object().value(u"kid"_s).toString().toLatin1();
}

int verify(const ServerProcess &server, const QByteArray &token)
{
    return HttpClient({.port = server.port(), .from = freshAddress()}).get("/auth/verify", bearer(token)).status;
}

/// Whether `server` signs by another key than `old` was signed by.
bool signsAnew(const ServerProcess &server, const QByteArray &old)
{
    const QByteArray key = keyOf(accessToken(server, "admin"));
    return !key.isEmpty() && key != keyOf(old);
}

bool names(const Outcome &outcome, const char *secret)
{
    return (outcome.output + outcome.errors).contains(secret);
}

} // namespace

/// Several servers that sign by one ring, in their PostgreSQL.
class SharedKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aRotationHoldsOnTheOtherWithinASecond_data() { waysToHear(); }
    void aRotationHoldsOnTheOtherWithinASecond();
    void rotatingNowEndsOldTokensOnTheOtherWithinASecond_data() { waysToHear(); }
    void rotatingNowEndsOldTokensOnTheOtherWithinASecond();
    void rotationsOnBothAtOnceLeaveOneRing();
    void aGivenSecretThatARotationEndedStaysEndedOnBoth();
    void aServerWithoutThePassphraseIsRefused();
    void aPersonIsAskedForThePassphrase();
    void aWrongPassphraseIsRefusedAndNoneIsNamed();
    void anAlteredRingIsRefusedAndServersGoOn();
    void whatAFileSignedIsGoodOnAllOnceTheyShare();
    void withoutAPassphraseServersAndCommandsWarn();
    void aBackupCarriesTheRingEncrypted();
    void keysStayAndSettingsReloadWhileTheDatabaseIsAway();

private:
    enum class Way { Announced, ConnectionsLost, NeverAnnounced };
    void waysToHear();
    /// Brings about that the other instance hears of changes in the way of this row only.
    [[nodiscard]] bool prepareWay() const;
    [[nodiscard]] std::unique_ptr<ServerFolder> folderOn(const QByteArray &database, const char *passphrase = kPassphrase) const;
    [[nodiscard]] bool startBoth();
    /// A token that `server` signed just now.
    [[nodiscard]] QByteArray freshToken(const ServerProcess &server) const { return accessToken(server, "admin"); }

    PostgresServer m_postgres;
    QByteArray m_database;
    std::unique_ptr<ServerFolder> m_folders[2];
    std::unique_ptr<ServerProcess> m_servers[2];
};

void SharedKeysTest::initTestCase()
{
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
}

void SharedKeysTest::init()
{
    m_database = m_postgres.makeDatabase();
    for (auto &folder : m_folders)
        folder = folderOn(m_database);
}

void SharedKeysTest::cleanup()
{
    for (int i = 0; i < 2; ++i) {
        m_servers[i].reset();
        m_folders[i].reset();
    }
}

std::unique_ptr<ServerFolder> SharedKeysTest::folderOn(const QByteArray &database, const char *passphrase) const
{
    auto folder = std::make_unique<ServerFolder>();
    folder->configure(kGenerous
                      + QByteArray("database:\n  max_connections: 4\n  statement_timeout: 2s\n  connect_timeout: 2s\n"));
    folder->setVariable(u"DATABASE_URL"_s, QString::fromUtf8(m_postgres.url(database)));
    if (passphrase != nullptr)
        folder->setVariable(u"SECRETS_PASSPHRASE"_s, QString::fromLatin1(passphrase));
    return folder;
}

bool SharedKeysTest::startBoth()
{
    for (int i = 0; i < 2; ++i) {
        m_servers[i] = std::make_unique<ServerProcess>(*m_folders[i]);
        if (!m_servers[i]->start())
            return false;
    }
    const int status = registerAdmin(*m_servers[0]).status;
    return status == 201 || status == 401; // the second time there is one
}

void SharedKeysTest::waysToHear()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("by an announcement") << Way::Announced;
    QTest::newRow("when its connections were just cut") << Way::ConnectionsLost;
    QTest::newRow("when nothing is announced") << Way::NeverAnnounced;
}

bool SharedKeysTest::prepareWay() const
{
    QFETCH(Way, way);
    switch (way) {
    case Way::Announced: return true;
    case Way::ConnectionsLost: // also those that listen
        return m_postgres
                   .query(m_database,
                          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                          " WHERE datname = current_database() AND application_name LIKE 'gatehouse-%'")
                   .value_or("0")
                   .toInt()
            >= 2;
    case Way::NeverAnnounced: return m_postgres.query(m_database, "DROP TRIGGER announce ON signing_keys").has_value();
    }
    return false;
}

void SharedKeysTest::aRotationHoldsOnTheOtherWithinASecond()
{
    QVERIFY(startBoth());
    const QByteArray old = freshToken(*m_servers[0]);
    QCOMPARE(verify(*m_servers[1], old), 200);
    QVERIFY(prepareWay());
    const Outcome rotated = m_folders[0]->run(kRotate);
    QVERIFY2(rotated.exitCode == 0, rotated.errors.constData());
    QVERIFY(!rotated.errors.contains("warning"));
    for (const auto &server : m_servers)
        QTRY_VERIFY_WITH_TIMEOUT(signsAnew(*server, old), kSoon);
    const QByteArray fresh = freshToken(*m_servers[0]);
    QCOMPARE(keyOf(freshToken(*m_servers[1])), keyOf(fresh));
    for (const auto &server : m_servers) {
        QCOMPARE(verify(*server, fresh), 200);
        QCOMPARE(verify(*server, old), 200); // within the grace
    }
    QVERIFY(!QFile::exists(m_folders[0]->path(u"data/signing-keys"_s)));
}

void SharedKeysTest::rotatingNowEndsOldTokensOnTheOtherWithinASecond()
{
    QVERIFY(startBoth());
    const QByteArray old = freshToken(*m_servers[0]);
    QCOMPARE(verify(*m_servers[1], old), 200);
    QVERIFY(prepareWay());
    const Outcome rotated = m_folders[0]->run(kRotate + QStringList{u"--now"_s});
    QVERIFY2(rotated.exitCode == 0, rotated.errors.constData());
    QTRY_COMPARE_WITH_TIMEOUT(verify(*m_servers[1], old), 401, kSoon);
    QTRY_COMPARE_WITH_TIMEOUT(verify(*m_servers[0], old), 401, kSoon);
    QCOMPARE(verify(*m_servers[1], freshToken(*m_servers[0])), 200);
    QCOMPARE(verify(*m_servers[0], freshToken(*m_servers[1])), 200);
    // A restart finds the ring as it is.
    m_servers[1]->kill();
    QVERIFY2(m_servers[1]->start(), m_servers[1]->output().constData());
    QCOMPARE(verify(*m_servers[1], old), 401);
}

void SharedKeysTest::rotationsOnBothAtOnceLeaveOneRing()
{
    QVERIFY(startBoth());
    const QByteArray old = freshToken(*m_servers[0]);
    QProcess commands[4];
    for (int i = 0; i < 4; ++i) {
        commands[i].setProcessEnvironment(m_folders[i % 2]->environment());
        commands[i].start(gatehouseProgram(), kRotate + m_folders[i % 2]->flags());
    }
    for (QProcess &command : commands) {
        QVERIFY(command.waitForFinished());
        QCOMPARE(command.exitCode(), 0);
    }
    const Outcome list = m_folders[1]->run({u"secrets"_s, u"list"_s});
    QVERIFY2(list.output.count("verify-only") == 4, list.output.constData());
    const auto sameKey = [this] { return keyOf(freshToken(*m_servers[0])) == keyOf(freshToken(*m_servers[1])); };
    QTRY_VERIFY_WITH_TIMEOUT(sameKey(), kSoon);
    QCOMPARE(verify(*m_servers[1], old), 200);
}

void SharedKeysTest::aGivenSecretThatARotationEndedStaysEndedOnBoth()
{
    for (const auto &folder : m_folders)
        folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    QVERIFY(startBoth());
    const QByteArray old = freshToken(*m_servers[0]);
    QCOMPARE(keyOf(freshToken(*m_servers[1])), keyOf(old));
    const Outcome rotated = m_folders[0]->run(kRotate + QStringList{u"--now"_s});
    QCOMPARE(rotated.exitCode, 0);
    QVERIFY2(rotated.errors.contains("still gives a JWT_SECRET"), rotated.errors.constData());
    QTRY_COMPARE_WITH_TIMEOUT(verify(*m_servers[1], old), 401, kSoon);
    m_servers[1]->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_servers[1]->output().contains("ended by a rotation"), 5000);
    QVERIFY(startBoth());
    for (const auto &server : m_servers) {
        QVERIFY(server->output().contains("ended by a rotation"));
        QCOMPARE(verify(*server, old), 401);
        QVERIFY(signsAnew(*server, old));
    }
}

void SharedKeysTest::aServerWithoutThePassphraseIsRefused()
{
    QVERIFY(startBoth());
    const auto folder = folderOn(m_database, nullptr);
    for (const QStringList &command : {QStringList{u"serve"_s}, QStringList{u"check"_s}, kRotate}) {
        const Outcome outcome = folder->run(command);
        QVERIFY2(outcome.exitCode == 1, (command.join(u' ').toUtf8() + outcome.errors).constData());
        QVERIFY2(outcome.errors.contains("the key ring in the database is encrypted, and there is no passphrase"),
                 outcome.errors.constData());
    }
    QVERIFY(!QFile::exists(folder->path(u"data/signing-keys"_s)));
}

void SharedKeysTest::aPersonIsAskedForThePassphrase()
{
    QVERIFY(startBoth());
    const QByteArray old = freshToken(*m_servers[0]);
    const auto folder = folderOn(m_database, nullptr);
    const QByteArray question = "Passphrase of the key ring in the database";
    const Outcome wrong = runOnTerminal(*folder, kRotate, {{question, "no idea"}});
    QVERIFY2(wrong.exitCode == 1 && wrong.output.contains("the passphrase is wrong"), wrong.output.constData());
    const Outcome rotated = runOnTerminal(*folder, kRotate, {{question, kPassphrase}});
    QVERIFY2(rotated.exitCode == 0, rotated.output.constData());
    QVERIFY(!names(rotated, kPassphrase));
    QTRY_VERIFY_WITH_TIMEOUT(signsAnew(*m_servers[1], old), kSoon);
}

void SharedKeysTest::aWrongPassphraseIsRefusedAndNoneIsNamed()
{
    constexpr char kWrong[] = "quite another passphrase than theirs";
    QVERIFY(startBoth());
    const QByteArray before = freshToken(*m_servers[0]);
    const auto folder = folderOn(m_database, kWrong);
    for (const QStringList &command : {QStringList{u"serve"_s}, QStringList{u"check"_s}, kRotate}) {
        const Outcome outcome = folder->run(command);
        QVERIFY2(outcome.exitCode == 1, (command.join(u' ').toUtf8() + outcome.errors).constData());
        QVERIFY2(outcome.errors.contains("the passphrase is wrong") && outcome.errors.contains("SECRETS_PASSPHRASE"),
                 outcome.errors.constData());
        QVERIFY(!names(outcome, kWrong) && !names(outcome, kPassphrase));
    }
    QCOMPARE(keyOf(freshToken(*m_servers[1])), keyOf(before));
}

void SharedKeysTest::anAlteredRingIsRefusedAndServersGoOn()
{
    QVERIFY(startBoth());
    const QByteArray token = freshToken(*m_servers[0]);
    QVERIFY(m_postgres.query(m_database, "UPDATE signing_keys SET content = set_byte(content, 99, 255 - get_byte(content, 99))"));
    QTRY_VERIFY_WITH_TIMEOUT(m_servers[1]->output().contains("signing keys: the key ring in the database cannot be opened"),
                             5000);
    for (const auto &server : m_servers)
        QCOMPARE(verify(*server, token), 200);
    QCOMPARE(m_folders[0]->run(kRotate).exitCode, 1);
    QCOMPARE(m_folders[0]->run({u"check"_s}).exitCode, 1);
    m_servers[1]->kill();
    QVERIFY(!m_servers[1]->start());
}

void SharedKeysTest::whatAFileSignedIsGoodOnAllOnceTheyShare()
{
    m_folders[0] = folderOn(m_database, nullptr);
    m_servers[0] = std::make_unique<ServerProcess>(*m_folders[0]);
    QVERIFY2(m_servers[0]->start(), m_servers[0]->output().constData());
    QCOMPARE(registerAdmin(*m_servers[0]).status, 201);
    const QByteArray older = freshToken(*m_servers[0]);
    QCOMPARE(m_folders[0]->run(kRotate).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(signsAnew(*m_servers[0], older), kSoon);
    const QByteArray newer = freshToken(*m_servers[0]);
    m_servers[0]->kill();

    m_folders[0]->setVariable(u"SECRETS_PASSPHRASE"_s, QString::fromLatin1(kPassphrase));
    QVERIFY(startBoth());
    for (const auto &server : m_servers) {
        QCOMPARE(verify(*server, older), 200);
        QCOMPARE(verify(*server, newer), 200);
        QCOMPARE(keyOf(freshToken(*server)), keyOf(newer));
    }
    QVERIFY(QFile::exists(m_folders[0]->path(u"data/signing-keys"_s)));
    QCOMPARE(m_folders[1]->run(kRotate + QStringList{u"--now"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(verify(*m_servers[0], newer), 401, kSoon);
    QVERIFY(startBoth()); // the file that was left brings nothing back
    QCOMPARE(verify(*m_servers[0], newer), 401);
}

void SharedKeysTest::withoutAPassphraseServersAndCommandsWarn()
{
    for (auto &folder : m_folders) {
        folder = folderOn(m_database, nullptr);
        folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    }
    QVERIFY(startBoth());
    const QByteArray warning = "other instances on this database do not see a rotation here: give all of them the same"
                               " SECRETS_PASSPHRASE";
    QVERIFY2(m_servers[0]->output().count(warning) == 1, m_servers[0]->output().constData());
    QVERIFY(m_folders[0]->run({u"check"_s}).output.contains(warning));
    QCOMPARE(verify(*m_servers[1], freshToken(*m_servers[0])), 200);
    const Outcome rotated = m_folders[0]->run(kRotate);
    QCOMPARE(rotated.exitCode, 0);
    QVERIFY2(rotated.errors.contains(warning), rotated.errors.constData());
    QTRY_VERIFY_WITH_TIMEOUT(signsAnew(*m_servers[0], freshToken(*m_servers[1])), kSoon);
}

void SharedKeysTest::aBackupCarriesTheRingEncrypted()
{
    QVERIFY(startBoth());
    const QByteArray token = freshToken(*m_servers[0]);
    const QString path = m_folders[0]->path(u"backup"_s);
    QCOMPARE(m_folders[0]->run({u"backup"_s, path}).exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const qsizetype row = text.indexOf("\n", text.indexOf("\"signing_keys\"")) + 1;
    QVERIFY2(text.sliced(row).startsWith("[\"i:1\",\"i:1\",\"b:" + QByteArray("GHSEALED").toBase64().first(10)),
             text.constData());

    const QByteArray other = m_postgres.makeDatabase();
    const auto folder = folderOn(other);
    const Outcome restored = folder->run({u"restore"_s, u"--keep-sessions"_s, path});
    QVERIFY2(restored.exitCode == 0, restored.errors.constData());
    ServerProcess server(*folder);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(verify(server, token), 200);
    QCOMPARE(keyOf(freshToken(server)), keyOf(token));
    const auto thief = folderOn(other, "guess");
    QVERIFY(thief->run(kRotate).errors.contains("the passphrase is wrong"));
}

void SharedKeysTest::keysStayAndSettingsReloadWhileTheDatabaseIsAway()
{
    QVERIFY(startBoth());
    const QByteArray token = freshToken(*m_servers[0]);
    m_postgres.kill();
    for (const auto &server : m_servers)
        QCOMPARE(verify(*server, token), 200);
    m_servers[0]->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_servers[0]->output().contains("reloaded"), 5000);
    QCOMPARE(m_folders[0]->run(kRotate).exitCode, 1);
    QCOMPARE(verify(*m_servers[1], token), 200);
    QVERIFY2(m_postgres.start(), m_postgres.output().constData());
    QTRY_COMPARE_WITH_TIMEOUT(freshToken(*m_servers[1]).isEmpty(), false, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(m_folders[0]->run(kRotate + QStringList{u"--now"_s}).exitCode, 0, 5000);
    for (const auto &server : m_servers)
        QTRY_COMPARE_WITH_TIMEOUT(verify(*server, token), 401, kSoon);
}

QTEST_GUILESS_MAIN(SharedKeysTest)
#include "test_shared_keys.moc"
