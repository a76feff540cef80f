#include "tools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char kSecret[] = "4f9c1d7be02a6835c7d1904eab3f62580dd97c3e81b6a45f2290ce7318fd64ab";
constexpr char kOther[] = "b81e5fa07c4293d6e81f0a5c9b7d3e62418fca05d97e2b3064ac8f1d5b90e72c";
constexpr char kWeak[] = "hunter2";

} // namespace

/// What becomes of secrets and keys is in the record, and nothing of them.
class SecretRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void actsOnSecretsAreToldOfByFingerprint();
    void whatCannotBeToldOfIsNotDone();
    void whatFailsIsToldOfAsFailed();
    void beforeTheFirstStartThereIsNothingToTellItTo();
    void lifeOfASigningKeyIsTold();
    void secretsThatAServerIsGivenAreToldApart();
    void exportsAreToldOf();
    void recordStaysSoundWhenItsKeyIsRotated();
    void oldKeySignsForTheNewOne();

private:
    struct Told {
        QString action;
        QJsonObject entry;
        [[nodiscard]] QString target() const { return entry.value("target"_L1).toString(); }
        [[nodiscard]] QString fact(const char *name) const
        {
            return entry.value("detail"_L1)[QLatin1StringView(name)].toString();
        }
    };
    /// Entries whose action begins so, oldest first.
    [[nodiscard]] std::vector<Told> told(const QString &beginning) const
    {
        std::vector<Told> found;
        const QByteArray all = m_folder->run({u"audit"_s, u"list"_s, u"--json"_s, u"--limit"_s, u"500"_s}).output;
        for (const QByteArray &line : all.split('\n')) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            if (const QString action = entry.value("action"_L1).toString(); action.startsWith(beginning))
                found.push_back({action, entry});
        }
        return found;
    }
    [[nodiscard]] Outcome set(const QString &name, const QByteArray &value) const
    {
        return m_folder->run({u"secrets"_s, u"set"_s, name}, value);
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

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void SecretRecordTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(QByteArray(kGenerous) + "audit:\n  checkpoint_interval: 1s\n");
    m_folder->setVariable(u"SECRETS_PASSPHRASE"_s, u"a passphrase of some length"_s);
}

void SecretRecordTest::actsOnSecretsAreToldOfByFingerprint()
{
    start();
    QCOMPARE(set(u"REDIS_PASSWORD"_s, kWeak).exitCode, 0);
    QCOMPARE(set(u"METRICS_TOKEN"_s, kSecret).exitCode, 0);
    QCOMPARE(m_folder->run({u"secrets"_s, u"generate"_s, u"METRICS_TOKEN"_s, u"--replace"_s}).exitCode, 0);
    QCOMPARE(set(u"METRICS_TOKEN"_s, kSecret).exitCode, 0);
    QCOMPARE(m_folder->run({u"secrets"_s, u"export"_s, u"METRICS_TOKEN"_s, u"--format"_s, u"env"_s, u"--to-stdout"_s}).exitCode,
             0);
    const auto acts = told(u"secret."_s);
    QStringList names;
    for (const Told &act : acts)
        names.append(act.action + u' ' + act.target());
    QCOMPARE(names,
             (QStringList{u"secret.set REDIS_PASSWORD"_s, u"secret.set METRICS_TOKEN"_s, u"secret.generate METRICS_TOKEN"_s,
                          u"secret.set METRICS_TOKEN"_s, u"secret.export METRICS_TOKEN"_s}));
    QCOMPARE(acts[1].fact("fingerprint").size(), 32);
    QCOMPARE(acts[3].fact("fingerprint"), acts[1].fact("fingerprint")); // the same again
    QVERIFY(acts[2].fact("fingerprint") != acts[1].fact("fingerprint"));
    QVERIFY(acts[0].fact("fingerprint") != acts[1].fact("fingerprint"));
    QCOMPARE(acts[0].entry.value("actor_kind"_L1).toString(), u"command_line"_s);
    QCOMPARE(acts[4].fact("place"), u"standard output"_s);

    const QString exported = m_folder->path(u"all.jsonl"_s);
    QCOMPARE(m_folder->run({u"audit"_s, u"export"_s, exported}).exitCode, 0);
    QFile file(exported);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray everything = file.readAll();
    for (const char *secret : {kSecret, kWeak, "a passphrase"}) {
        QVERIFY(!everything.contains(secret));
        QVERIFY(!everything.contains(QByteArray(secret).toBase64()));
    }
}

void SecretRecordTest::whatCannotBeToldOfIsNotDone()
{
    start();
    stop();
    QVERIFY(QFile::setPermissions(m_folder->path(u"data/gatehouse.db"_s), QFile::ReadOwner));
    QFile broken(m_folder->path(u"data/gatehouse.db"_s));
    QVERIFY(broken.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(broken.open(QIODevice::WriteOnly)); // now empty, and no database
    broken.write("no database at all, but long enough to be taken for the head of one: it is refused");
    broken.close();
    const Outcome refused = set(u"METRICS_TOKEN"_s, kSecret);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("the record cannot be written"), refused.errors.constData());
    QVERIFY(m_folder->run({u"secrets"_s, u"list"_s}).output.contains("not set"));
    // What leads to the record may be set right.
    const Outcome repaired = set(u"DB_PASSWORD"_s, kSecret);
    QVERIFY2(repaired.exitCode == 0, repaired.errors.constData());
    QVERIFY(repaired.errors.contains("not in the record"));
}

void SecretRecordTest::whatFailsIsToldOfAsFailed()
{
    start();
    QCOMPARE(set(u"METRICS_TOKEN"_s, kSecret).exitCode, 0);
    QFile sealed(m_folder->path(u"data/secrets.sealed"_s));
    const QString output = m_folder->path(u"exported.env"_s);
    QFile there(output);
    QVERIFY(there.open(QIODevice::WriteOnly)); // and exports replace nothing
    const QStringList words{u"secrets"_s, u"export"_s, u"METRICS_TOKEN"_s, u"--format"_s, u"env"_s, u"--output"_s, output};
    QCOMPARE(m_folder->run(words).exitCode, 1);
    const auto acts = told(u"secret.export"_s);
    QCOMPARE(acts.size(), 2);
    QCOMPARE(acts[0].entry.value("outcome"_L1).toString(), u"success"_s);
    QCOMPARE(acts[1].entry.value("outcome"_L1).toString(), u"failed"_s);
}

void SecretRecordTest::beforeTheFirstStartThereIsNothingToTellItTo()
{
    QCOMPARE(set(u"METRICS_TOKEN"_s, kSecret).exitCode, 0);
    QVERIFY(!QFile::exists(m_folder->path(u"data/gatehouse.db"_s)));
    start();
    const auto starts = told(u"server.start"_s);
    QCOMPARE(starts.size(), 1);
    QVERIFY(starts[0].fact("fingerprints").contains(u"METRICS_TOKEN \""_s));
    QVERIFY(starts[0].fact("settings").contains(u"audit.checkpoint_interval \"1s\""_s));
}

void SecretRecordTest::lifeOfASigningKeyIsTold()
{
    start();
    const auto steps = [this] {
        QStringList all;
        for (const Told &step : told(u"key."_s))
            all.append(step.action + u' ' + step.entry.value("actor_kind"_L1).toString());
        return all;
    };
    QTRY_COMPARE(steps(), (QStringList{u"key.create system"_s, u"key.activate system"_s, u"key.create system"_s}));
    const auto born = told(u"key."_s);
    QCOMPARE(m_folder->run({u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s}).exitCode, 0);
    QCOMPARE(told(u"secret.rotate"_s).size(), 1);
    const auto rotated = told(u"key."_s);
    QCOMPARE(rotated.size(), 6);
    QMap<QString, QString> last;
    for (std::size_t i = 3; i < rotated.size(); ++i) {
        QCOMPARE(rotated[i].entry.value("actor_kind"_L1).toString(), u"command_line"_s);
        last.insert(rotated[i].action, rotated[i].target());
    }
    QCOMPARE(last.value(u"key.activate"_s), born[2].target()); // next became active
    QCOMPARE(last.value(u"key.verify_only"_s), born[0].target());
    QVERIFY(!last.value(u"key.create"_s).isEmpty());
    QCOMPARE(m_folder->run({u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s, u"--now"_s}).exitCode, 0);
    QCOMPARE(told(u"key.retire"_s).size(), 3); // all that were
    QCOMPARE(m_folder->run({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void SecretRecordTest::secretsThatAServerIsGivenAreToldApart()
{
    const QString file = m_folder->path(u"token"_s);
    const auto give = [&file](const char *secret) {
        QFile given(file);
        return given.open(QIODevice::WriteOnly) && given.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && given.write(secret) > 0;
    };
    QVERIFY(give(kSecret));
    m_folder->setVariable(u"METRICS_TOKEN_FILE"_s, file);
    start();
    QVERIFY(give(kOther));
    m_server->signal(SIGHUP);
    QTRY_COMPARE(told(u"config.reload"_s).size(), 1);
    const auto changes = told(u"secret.set"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].target(), u"METRICS_TOKEN"_s);
    QCOMPARE(changes[0].fact("before").size(), 32);
    QVERIFY(changes[0].fact("before") != changes[0].fact("fingerprint"));
    QVERIFY(told(u"server.start"_s)[0].fact("fingerprints").contains(changes[0].fact("before")));
}

void SecretRecordTest::exportsAreToldOf()
{
    start();
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray token = accessToken(*m_server, "admin");
    QCOMPARE(HttpClient({.port = m_server->port()}).request("GET", "/api/v1/admin/audit/export", {}, bearer(token)).status, 200);
    QCOMPARE(m_folder->run({u"audit"_s, u"export"_s, m_folder->path(u"all.csv"_s), u"--format"_s, u"csv"_s}).exitCode, 0);
    const auto exports = told(u"audit.export"_s);
    QCOMPARE(exports.size(), 2);
    QCOMPARE(exports[0].entry.value("actor_kind"_L1).toString(), u"user"_s);
    QCOMPARE(exports[0].fact("format"), u"jsonl"_s);
    QCOMPARE(exports[1].entry.value("actor_kind"_L1).toString(), u"command_line"_s);
    QCOMPARE(exports[1].fact("format"), u"csv"_s);
}

void SecretRecordTest::recordStaysSoundWhenItsKeyIsRotated()
{
    start();
    const QString lastNote = m_folder->path(u"data/audit-checkpoint"_s);
    QTRY_VERIFY(QFile::exists(lastNote));
    QFile note(lastNote);
    QVERIFY(note.open(QIODevice::ReadOnly));
    QSet<QByteArray> names{note.readLine().trimmed()}; // the log keeps its name
    for (int i = 0; i < 2; ++i) {
        const Outcome rotated = m_folder->run({u"audit"_s, u"rotate-key"_s});
        QVERIFY2(rotated.exitCode == 0, rotated.errors.constData());
        const QByteArray key = rotated.output.mid(rotated.output.indexOf(": ") + 2).trimmed();
        names.insert(key.left(key.indexOf('+')));
        QCOMPARE(set(u"METRICS_TOKEN"_s, i == 0 ? kSecret : kOther).exitCode, 0); // something new to sign
        // The running server signs with it; the name of the log stays.
        QTRY_VERIFY(m_server->output().contains("checkpoints are signed by the key " + key.split('+').value(1)));
        QTRY_VERIFY(told(u"key.activate"_s).back().target().toLatin1() == key);
        const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
        QVERIFY2(sound.exitCode == 0, sound.errors.constData());
        QVERIFY2(!sound.errors.contains("left out"), sound.errors.constData());
        QCOMPARE(names.size(), 1);
    }
    stop();
    start();
    const Outcome sound = m_folder->run({u"audit"_s, u"verify"_s});
    QVERIFY2(sound.exitCode == 0, sound.errors.constData());
    QVERIFY2(!sound.errors.contains("left out"), sound.errors.constData());
    const Outcome exported = m_folder->run({u"audit"_s, u"export"_s, m_folder->path(u"all.jsonl"_s)});
    const QByteArray keys = exported.output.mid(exported.output.indexOf("public key: ") + 12).trimmed();
    QCOMPARE(keys.count(','), 2);
    ServerFolder stranger;
    const Outcome elsewhere =
        stranger.run({u"audit"_s, u"verify"_s, m_folder->path(u"all.jsonl"_s), u"--key"_s, QString::fromLatin1(keys)});
    QVERIFY2(elsewhere.exitCode == 0, elsewhere.errors.constData());
}

void SecretRecordTest::oldKeySignsForTheNewOne()
{
    start();
    stop();
    QFile last(m_folder->path(u"data/audit-checkpoint"_s));
    QVERIFY(last.open(QIODevice::ReadOnly));
    const QByteArray before = last.readAll();
    last.close();
    QCOMPARE(m_folder->run({u"audit"_s, u"rotate-key"_s}).exitCode, 0);
    QVERIFY(last.open(QIODevice::ReadOnly));
    const QByteArray after = last.readAll();
    // By the same key, of a record that names the new one.
    QVERIFY(after.split('\n').value(1).toInt() >= before.split('\n').value(1).toInt() + 3);
    const auto hashOf = [](const QByteArray &note) { return QByteArray::fromBase64(note.split(' ').last().trimmed()).first(4); };
    QCOMPARE(hashOf(after), hashOf(before));
    QCOMPARE(QFile::permissions(m_folder->path(u"data/audit-key"_s)) & 0x77, QFile::Permissions());
    QVERIFY(!QFile::exists(m_folder->path(u"data/audit-key.new"_s)));
}

QTEST_GUILESS_MAIN(SecretRecordTest)
#include "test_secret_record.moc"
