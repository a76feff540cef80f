#include "tools.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kOpen = QByteArray(kGenerous) + "sharing:\n  allow_anonymous: true\n  anonymous_upload_size_limit: 10m\n";

/// The link that `send` and `request` print.
QString linkIn(const Outcome &outcome)
{
    static const QRegularExpression line(u"(?:Secret|Request) link: (\\S+)"_s);
    return line.match(QString::fromUtf8(outcome.output)).captured(1);
}

QByteArray lineAfter(const QByteArray &output, const QByteArray &start)
{
    const qsizetype at = output.indexOf(start);
    return at < 0 ? QByteArray() : output.sliced(at + start.size()).split('\n').first();
}

} // namespace

/// The commands for one-time secrets against the server of the same program.
class SharingByCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void handsOverATextOnce();
    void handsOverFilesOfNearlyTenMebibytes();
    void endsASecretAfterFiveWrongPassphrases();
    void keepsToRestrictions();
    void tellsWhatBecameOfASecretAndBurnsOne();
    void asksAndCollects();
    void makesATokenAndSendsWithIt();

private:
    [[nodiscard]] Outcome run(const QStringList &words, const QByteArray &input = {}) const
    {
        return runFor(m_server, words, input);
    }
    [[nodiscard]] Outcome runFor(const ServerProcess &server, const QStringList &words, const QByteArray &input) const
    {
        QProcess process;
        QProcessEnvironment environment = m_serverFolder.environment();
        environment.insert(u"HAKANAI_SERVER"_s, u"http://127.0.0.1:%1"_s.arg(server.port()));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(gatehouseProgram(), words);
        process.write(input);
        process.closeWriteChannel();
        Outcome outcome;
        if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.output = process.readAllStandardOutput();
        outcome.errors = process.readAllStandardError();
        return outcome;
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    ServerFolder m_serverFolder;
    ServerProcess m_server{m_serverFolder};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SharingByCommandTest::initTestCase()
{
    m_serverFolder.configure(kOpen);
    QVERIFY2(m_server.start(), m_server.output().constData());
}

void SharingByCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SharingByCommandTest::handsOverATextOnce()
{
    const Outcome sent = run({u"send"_s, u"--ttl"_s, u"1m"_s}, "swordfish");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    const Outcome got = run({u"get"_s, linkIn(sent)});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(got.output, "swordfish");
    QCOMPARE(run({u"get"_s, linkIn(sent)}).exitCode, 3);
    for (const QStringList &words : {QStringList{u"send"_s}, QStringList{u"request"_s, u"asked"_s}}) {
        const Outcome tooLong = run(words + QStringList{u"--ttl"_s, u"8d"_s}, "x");
        QCOMPARE(tooLong.exitCode, 2);
        QVERIFY2(tooLong.errors.contains("--ttl: at most 7d here"), tooLong.errors.constData());
    }
}

void SharingByCommandTest::handsOverFilesOfNearlyTenMebibytes()
{
    QByteArray bytes(5 * 1024 * 1024 - 4096, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((i * 2654435761U) >> 24);
    write(u"one.bin"_s, bytes);
    write(u"two.bin"_s, bytes);
    const Outcome sent = run({u"send"_s, u"-f"_s, u"one.bin"_s, u"-f"_s, u"two.bin"_s});
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    const Outcome got = run({u"get"_s, linkIn(sent), u"--extract"_s, u"-o"_s, u"in"_s});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QVERIFY(content(u"in/one.bin"_s) == bytes);
    QVERIFY(content(u"in/two.bin"_s) == bytes);
    write(u"three.bin"_s, bytes + bytes + bytes);
    const Outcome refused = run({u"send"_s, u"-f"_s, u"three.bin"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("larger"), refused.errors.constData());
}

void SharingByCommandTest::endsASecretAfterFiveWrongPassphrases()
{
    write(u"word"_s, "correct horse");
    write(u"wrong"_s, "wrong horse");
    const QStringList flags{u"--passphrase-file"_s, u"word"_s};
    const QString good = linkIn(run(QStringList{u"send"_s} + flags, "swordfish"));
    QCOMPARE(run({u"get"_s, good}).exitCode, 2);
    QCOMPARE(run({u"get"_s, good, u"--passphrase-file"_s, u"wrong"_s}).exitCode, 2);
    QCOMPARE(run(QStringList{u"get"_s, good} + flags).output, "swordfish");

    const QString guessed = linkIn(run(QStringList{u"send"_s} + flags, "swordfish"));
    for (int i = 0; i < 5; ++i)
        QVERIFY(run({u"get"_s, guessed, u"--passphrase-file"_s, u"wrong"_s}).exitCode != 0);
    const Outcome late = run(QStringList{u"get"_s, guessed} + flags);
    QCOMPARE(late.exitCode, 3);
    QVERIFY(late.output.isEmpty());
}

void SharingByCommandTest::keepsToRestrictions()
{
    const QString elsewhere = linkIn(run({u"send"_s, u"--allow-ip"_s, u"192.0.2.0/24"_s}, "x"));
    QCOMPARE(run({u"get"_s, elsewhere}).exitCode, 4);
    const QString here = linkIn(run({u"send"_s, u"--allow-ip"_s, u"192.0.2.0/24,127.0.0.0/8"_s}, "swordfish"));
    QCOMPARE(run({u"get"_s, here}).output, "swordfish");
    // Nobody tells this server about countries.
    QCOMPARE(run({u"send"_s, u"--allow-country"_s, u"DE"_s}, "x").exitCode, 1);
}

void SharingByCommandTest::tellsWhatBecameOfASecretAndBurnsOne()
{
    const QString link = linkIn(run({u"send"_s, u"--receipt"_s, u"kept.json"_s}, "swordfish"));
    const Outcome waiting = run({u"receipt"_s, u"kept.json"_s});
    QVERIFY2(waiting.output.startsWith("Nobody has taken it."), (waiting.output + waiting.errors).constData());
    QCOMPARE(run({u"get"_s, link}).output, "swordfish");
    const Outcome taken = run({u"receipt"_s, u"kept.json"_s});
    QVERIFY2(taken.output.startsWith("It was taken."), taken.output.constData());
    QVERIFY2(taken.output.contains("127.0.0.1"), taken.output.constData());
    QCOMPARE(run({u"burn"_s, u"kept.json"_s}).exitCode, 3);

    const QString burned = linkIn(run({u"send"_s, u"--receipt"_s, u"other.json"_s}, "x"));
    QCOMPARE(run({u"burn"_s, u"other.json"_s}).exitCode, 0);
    QCOMPARE(run({u"get"_s, burned}).exitCode, 3);
    QVERIFY(run({u"receipt"_s, u"other.json"_s}).output.startsWith("It was burned"));
}

void SharingByCommandTest::asksAndCollects()
{
    const Outcome asked = run({u"request"_s, u"answer.key"_s, u"--note"_s, u"the password of the archive"_s});
    QVERIFY2(asked.exitCode == 0, asked.errors.constData());
    QCOMPARE(run({u"collect"_s, u"answer.key"_s}).exitCode, 3);
    const Outcome answered = run({u"answer"_s, linkIn(asked), u"-a"_s, u"--filename"_s, u"word.txt"_s}, "swordfish");
    QVERIFY2(answered.exitCode == 0, answered.errors.constData());
    QVERIFY(answered.errors.contains("the password of the archive"));
    QCOMPARE(run({u"answer"_s, linkIn(asked)}, "sailfish").exitCode, 3);
    const Outcome collected = run({u"collect"_s, u"answer.key"_s});
    QVERIFY2(collected.exitCode == 0, collected.errors.constData());
    QCOMPARE(content(u"word.txt"_s), "swordfish");
    QVERIFY(!QFile::exists(m_folder->filePath(u"answer.key"_s)));
}

void SharingByCommandTest::makesATokenAndSendsWithIt()
{
    ServerFolder folder;
    folder.configure(QByteArray(kGenerous));
    ServerProcess server(folder);
    const QStringList admin{u"--enable-admin-token"_s, u"--trusted-ip-ranges"_s, u"127.0.0.0/8"_s};
    QVERIFY2(server.start(admin), server.output().constData());
    const QByteArray adminToken = lineAfter(server.output(), "Admin token: ").trimmed();
    QVERIFY2(!adminToken.isEmpty(), server.output().constData());

    const Outcome made =
        runFor(server, {u"token"_s, u"--limit"_s, u"1k"_s, u"--ttl"_s, u"1h"_s, u"--one-time"_s}, adminToken + '\n');
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    write(u"token"_s, lineAfter(made.output, "User token:\n"));
    const QStringList withToken{u"send"_s, u"--token-file"_s, u"token"_s};
    const Outcome sent = runFor(server, withToken, "swordfish");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    QCOMPARE(runFor(server, {u"get"_s, linkIn(sent)}, {}).output, "swordfish");
    QCOMPARE(runFor(server, withToken, "once more").exitCode, 2);
    QCOMPARE(runFor(server, {u"token"_s}, "guessed\n").exitCode, 2);
}

QTEST_GUILESS_MAIN(SharingByCommandTest)
#include "test_sharing_by_command.moc"
