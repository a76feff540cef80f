#include "tools.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Where Debian's golang-golang-x-mod-dev is.
constexpr char kGoLibraries[] = "/usr/share/gocode";

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

/// The keys that sign the record: rotated while the server runs, and believed by tools of others.
class AuditKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAdministratorHasANewKeySign();
    void onlyAdministratorsRotate_data();
    void onlyAdministratorsRotate();
    void withoutARecordNoKeyIsReplaced();
    void underAPassphraseTheKeyIsEncryptedAndTheRecordVerifiesWithoutIt();
    void toolsOfOthersBelieveCheckpointsAndProofs();

private:
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path) const
    {
        return askJson(*m_server, method, "/api/v1/admin/audit" + path, m_admin);
    }
    /// `key state`
    [[nodiscard]] QStringList keys() const
    {
        QStringList keys;
        for (const QJsonValue key : ask("GET", "/keys").json().value("items"_L1).toArray())
            keys.append(key["verifier_key"_L1].toString() + u' ' + key["state"_L1].toString());
        return keys;
    }
    [[nodiscard]] QJsonObject checkpoint(const QByteArray &query = {}) const { return ask("GET", "/checkpoint" + query).json(); }
    [[nodiscard]] QString signer() const { return checkpoint().value("verifier_key"_L1).toString(); }
    /// Something new to sign.
    void act() const { QCOMPARE(signIn(*m_server, "nobody", "Wrong-Horse-7!").status, 401); }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
};

void AuditKeysTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(QByteArray(kGenerous) + "audit:\n  origin: example.com/audit\n  checkpoint_interval: 1s\n");
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    m_admin = accessToken(*m_server, "admin");
    QVERIFY(!m_admin.isEmpty());
}

void AuditKeysTest::anAdministratorHasANewKeySign()
{
    QTRY_VERIFY(!signer().isEmpty());
    const QString before = signer();
    QCOMPARE(keys(), QStringList{before + u" active"_s});
    const Answer rotated = ask("POST", "/keys/rotate");
    QVERIFY2(rotated.status == 200, rotated.body.constData());
    const QString after = rotated.json().value("items"_L1)[0]["verifier_key"_L1].toString();
    QVERIFY(after != before && after.startsWith(u"example.com/audit+"_s));
    QCOMPARE(keys(), (QStringList{after + u" active"_s, before + u" verify_only"_s}));
    act();
    QTRY_COMPARE(signer(), after);

    // Who, from where, in which request and session.
    const QJsonArray steps = ask("GET", "?text=checkpoints%20of%20this%20record&order=oldest").json().value("items"_L1).toArray();
    QCOMPARE(steps.size(), 3);
    const QStringList actions{u"key.create"_s, u"key.activate"_s, u"key.verify_only"_s};
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i]["action"_L1].toString(), actions[i]);
        QCOMPARE(steps[i]["target"_L1].toString(), i < 2 ? after : before);
        QCOMPARE(steps[i]["actor_kind"_L1].toString(), u"user"_s);
        QCOMPARE(steps[i]["outcome"_L1].toString(), u"success"_s);
        for (const char *field : {"actor", "address", "request_id", "session"})
            QVERIFY2(!steps[i][QLatin1StringView(field)].toString().isEmpty(), field);
    }

    // Checkpoints of both hold: on the machine, and for somebody who has the two public keys and an export.
    const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
    QVERIFY2(sound.exitCode == 0 && !sound.errors.contains("left out"), sound.errors.constData());
    const QString exported = m_folder->path(u"all.jsonl"_s);
    QCOMPARE(m_folder->run({u"audit"_s, u"export"_s, exported}).exitCode, 0);
    ServerFolder stranger;
    const auto verify = [&](const QString &trusted) {
        return stranger.run({u"audit"_s, u"verify"_s, exported, u"--key"_s, trusted});
    };
    const Outcome both = verify(before + u',' + after);
    QVERIFY2(both.exitCode == 0, both.errors.constData());
    QCOMPARE(verify(after).exitCode, 1); // what the old one signed cannot be told from a forgery then
    // Whoever has the old one alone finds that it signed for the new one.
    const QByteArray sequence = QByteArray::number(steps[1]["sequence"_L1].toInteger());
    const Answer proof = ask("GET", '/' + sequence + "/proof");
    QVERIFY(proof.json().value("content"_L1).toString().size() > 0);
}

void AuditKeysTest::onlyAdministratorsRotate_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("listed");
    QTest::addColumn<int>("rotated");
    QTest::newRow("nobody") << QString() << 401 << 401;
    QTest::newRow("user") << u"user"_s << 403 << 403;
    QTest::newRow("operator") << u"operator"_s << 200 << 403;
}

void AuditKeysTest::onlyAdministratorsRotate()
{
    QFETCH(QString, role);
    QFETCH(int, listed);
    QFETCH(int, rotated);
    QByteArray token;
    if (!role.isEmpty()) {
        const QJsonObject user{{u"username"_s, u"reader"_s}, {u"password"_s, QLatin1StringView(kPassword)}, {u"role"_s, role}};
        QCOMPARE(askJson(*m_server, "POST", "/api/v1/admin/users", m_admin, user).status, 201);
        token = accessToken(*m_server, "reader");
    }
    QCOMPARE(askJson(*m_server, "GET", "/api/v1/admin/audit/keys", token).status, listed);
    QCOMPARE(askJson(*m_server, "POST", "/api/v1/admin/audit/keys/rotate", token).status, rotated);
    QCOMPARE(keys().size(), 1);
}

void AuditKeysTest::withoutARecordNoKeyIsReplaced()
{
    const QStringList before = keys();
    const QString file = m_folder->path(u"data/gatehouse.db"_s);
    QVERIFY(QFile::rename(file, file + u".away"_s));
    const Answer refused = ask("POST", "/keys/rotate");
    QCOMPARE(refused.status, 503);
    QVERIFY2(!refused.body.contains("gatehouse.db") && !refused.body.contains("data/"), refused.body.constData());
    QVERIFY(QFile::rename(file + u".away"_s, file));
    QCOMPARE(keys(), before);
    QTRY_COMPARE(askJson(*m_server, "GET", "/health", {}).status, 200);
    QCOMPARE(ask("POST", "/keys/rotate").status, 200);
    QCOMPARE(keys().size(), 2);
}

void AuditKeysTest::underAPassphraseTheKeyIsEncryptedAndTheRecordVerifiesWithoutIt()
{
    QTRY_VERIFY(!signer().isEmpty());
    const QString before = signer();
    const auto keyFile = [this] {
        QFile file(m_folder->path(u"data/audit-key"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray plain = keyFile();
    QCOMPARE(plain.size(), 32);
    m_server->signal(SIGTERM);
    QCOMPARE(m_server->waitForEnd(20s), 0);

    const QString passphrase = u"SECRETS_PASSPHRASE"_s;
    m_folder->setVariable(passphrase, u"a passphrase of some length"_s);
    m_server = std::make_unique<ServerProcess>(*m_folder);
    QVERIFY2(m_server->start(), m_server->output().constData());
    QVERIFY(keyFile().startsWith("GHSEALED"));
    QVERIFY(!keyFile().contains(plain));
    QCOMPARE(keys(), QStringList{before + u" active"_s}); // it is the same key
    QCOMPARE(ask("POST", "/keys/rotate").status, 200);
    QVERIFY(keyFile().startsWith("GHSEALED"));
    act();
    QTRY_VERIFY(signer() != before);

    // A command of somebody who does not know the passphrase.
    m_folder->setVariable(passphrase, {});
    const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
    QVERIFY2(sound.exitCode == 0 && !sound.errors.contains("left out"), sound.errors.constData());
    const Outcome rotated = m_folder->run({u"audit"_s, u"rotate-key"_s});
    QCOMPARE(rotated.exitCode, 1);
    QVERIFY2(rotated.errors.contains("SECRETS_PASSPHRASE"), rotated.errors.constData());
    m_folder->setVariable(passphrase, u"a passphrase of some length"_s);
    QCOMPARE(m_folder->run({u"audit"_s, u"rotate-key"_s}).exitCode, 0);
    QVERIFY(keyFile().startsWith("GHSEALED"));
    QCOMPARE(keys().size(), 3);
}

void AuditKeysTest::toolsOfOthersBelieveCheckpointsAndProofs()
{
    const QString go = QStandardPaths::findExecutable(u"go"_s);
    if ((go.isEmpty() || !QFile::exists(QString::fromLatin1(kGoLibraries) + u"/src/golang.org/x/mod"_s))
        && !qEnvironmentVariableIsSet("CI"))
        QSKIP("golang-go and golang-golang-x-mod-dev are not installed");
    const QString judge = m_folder->path(u"check_record"_s);
    QProcess build;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GO111MODULE"_s, u"off"_s);
    environment.insert(u"GOPATH"_s, QString::fromLatin1(kGoLibraries));
    environment.insert(u"GOFLAGS"_s, {});
    build.setProcessEnvironment(environment);
    build.start(go, {u"build"_s, u"-o"_s, judge, QStringLiteral(CHECK_RECORD_SOURCE)});
    QVERIFY2(build.waitForFinished(120'000) && build.exitCode() == 0, build.readAllStandardError().constData());

    QTRY_VERIFY(!signer().isEmpty());
    const QJsonObject old = checkpoint();
    for (int i = 0; i < 5; ++i)
        act();
    QCOMPARE(ask("POST", "/keys/rotate").status, 200);
    act();
    QTRY_VERIFY(signer() != old.value("verifier_key"_L1).toString());
    const QByteArray size = QByteArray::number(old.value("size"_L1).toInteger());
    const QJsonObject now = checkpoint("?from=" + size);
    QByteArray hashes;
    for (const QJsonValue hash : now.value("consistency"_L1).toArray())
        hashes += hash.toString().toUtf8() + '\n';
    QByteArray known;
    for (const QString &key : keys())
        known += key.section(u' ', 0, 0).toUtf8() + '\n';
    const auto fileOf = [this](const char *name, const QByteArray &content) {
        const QString path = m_folder->path(QString::fromLatin1(name));
        write(path, content);
        return path;
    };
    const QString keyFile = fileOf("keys", known);
    const QString oldFile = fileOf("old", old.value("checkpoint"_L1).toString().toUtf8());
    const QString newFile = fileOf("new", now.value("checkpoint"_L1).toString().toUtf8());
    const Outcome led = runProgram(judge, {keyFile, newFile, u"consistency"_s, oldFile, fileOf("hashes", hashes)});
    QVERIFY2(led.exitCode == 0 && led.output.contains("leads there from " + size), led.errors.constData());

    // Entries at both ends and in between, proved by the API and by the command.
    const qint64 last = now.value("size"_L1).toInteger() - 1;
    for (const qint64 sequence : {qint64(0), last / 2, last}) {
        const QByteArray number = QByteArray::number(sequence);
        const QByteArray byApi = ask("GET", '/' + number + "/proof").json().value("proof"_L1).toString().toUtf8();
        const QByteArray byCommand = m_folder->run({u"audit"_s, u"prove"_s, QString::number(sequence)}).output;
        for (const QByteArray &proof : {byApi, byCommand}) {
            const Outcome held = runProgram(judge, {keyFile, newFile, u"proof"_s, fileOf("proof", proof)});
            QVERIFY2(held.exitCode == 0 && held.output.contains("entry " + number + " is in"), held.errors.constData());
        }
        const QByteArray moved = QByteArray(byApi).replace("index " + number, "index " + QByteArray::number(sequence + 1));
        QCOMPARE(runProgram(judge, {keyFile, newFile, u"proof"_s, fileOf("proof", moved)}).exitCode, 1);
    }
    // What is anybody's is not believed.
    const QByteArray forged = now.value("checkpoint"_L1).toString().toUtf8().replace("\n\n", "\nmore\n\n");
    QCOMPARE(runProgram(judge, {keyFile, fileOf("forged", forged)}).exitCode, 1);
    QCOMPARE(runProgram(judge, {keyFile, oldFile, u"consistency"_s, newFile, m_folder->path(u"hashes"_s)}).exitCode, 1);
}

QTEST_GUILESS_MAIN(AuditKeysTest)
#include "test_audit_keys.moc"
