#include "tools.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// Hakanai's own command line against our server, and against what our command line sends and gets. It is in no package of
/// Debian: `cargo install hakanai --version 3.1.0`, and HAKANAI_PROGRAM says where it is. What it wrote once is tested without it
/// (tests/ui/client/hakanai_vectors.json).
class HakanaiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void ourGetReadsWhatItSends();
    void itReadsWhatWeSend();
    void filesGoBothWays();
    void archivesGoBothWays();
    void aKeyApartAndAPassphraseGoBothWays();
    void whatWasTakenOrIsDeniedIsAnErrorToBoth();
    void withoutATokenItIsRefused();

private:
    [[nodiscard]] Outcome run(const QString &program, const QStringList &words, const QByteArray &input,
                              const QProcessEnvironment &environment) const;
    [[nodiscard]] Outcome hakanai(const QStringList &words, const QByteArray &input = {}) const
    {
        return run(m_hakanai, words, input, m_folder.environment());
    }
    [[nodiscard]] Outcome ours(const QStringList &words, const QByteArray &input = {}) const
    {
        return run(gatehouseProgram(), words, input, m_folder.environment());
    }
    [[nodiscard]] static QString linkIn(const Outcome &sent);
    [[nodiscard]] static QString keyIn(const Outcome &sent);
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    QString m_hakanai;
    ServerFolder m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QString m_token;
};

void HakanaiTest::initTestCase()
{
    m_hakanai = qEnvironmentVariable("HAKANAI_PROGRAM", QStandardPaths::findExecutable(u"hakanai"_s));
    if (m_hakanai.isEmpty())
        QSKIP("Hakanai's command line is not installed");
    m_folder.configure(kGenerous);
    m_server = std::make_unique<ServerProcess>(m_folder);
    QVERIFY2(m_server->start(), m_server->output().constData());
    static const QRegularExpression kToken(u"Share token: (\\S+)"_s);
    m_token = kToken.match(QString::fromUtf8(m_server->output())).captured(1);
    QVERIFY(!m_token.isEmpty());
    m_folder.setVariable(u"HAKANAI_SERVER"_s, u"http://127.0.0.1:%1"_s.arg(m_server->port()));
    m_folder.setVariable(u"HAKANAI_TOKEN"_s, m_token);
    QVERIFY(QDir(m_folder.path(u"."_s)).mkdir(u"got"_s));
}

Outcome HakanaiTest::run(const QString &program, const QStringList &words, const QByteArray &input,
                         const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path(u"got"_s));
    process.start(program, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString HakanaiTest::linkIn(const Outcome &sent)
{
    static const QRegularExpression kLink(u"http://\\S+/s/[^\\s\\x1b]+"_s);
    return kLink.match(QString::fromUtf8(sent.output + sent.errors)).captured();
}

QString HakanaiTest::keyIn(const Outcome &sent)
{
    static const QRegularExpression kKey(u"Key:\\s+([\\w:-]+)"_s);
    return kKey.match(QString::fromUtf8(sent.output + sent.errors)).captured(1);
}

QString HakanaiTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray HakanaiTest::read(const QString &name) const
{
    QFile file(m_folder.path(u"got/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void HakanaiTest::ourGetReadsWhatItSends()
{
    const Outcome sent = hakanai({u"send"_s}, "swordfish, Grüße");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    const Outcome got = ours({u"get"_s, linkIn(sent)});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(got.output, QByteArray("swordfish, Grüße"));
}

void HakanaiTest::itReadsWhatWeSend()
{
    const Outcome sent = ours({u"send"_s}, "swordfish, Grüße");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    const Outcome got = hakanai({u"get"_s, linkIn(sent)});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QVERIFY2(got.output.contains("swordfish, Grüße"), got.output.constData());
}

void HakanaiTest::filesGoBothWays()
{
    QByteArray content(300'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>(i * 31 % 251);
    const QString file = write(u"some.bin"_s, content);
    const Outcome theirs = hakanai({u"send"_s, u"-f"_s, file});
    const Outcome got = ours({u"get"_s, linkIn(theirs), u"--to-stdout"_s});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QVERIFY(got.output == content);
    const Outcome mine = ours({u"send"_s, u"-f"_s, file});
    const Outcome gotByThem = hakanai({u"get"_s, linkIn(mine)});
    QVERIFY2(gotByThem.exitCode == 0, gotByThem.errors.constData());
    QVERIFY(read(u"some.bin"_s) == content);
}

void HakanaiTest::archivesGoBothWays()
{
    const QStringList files{u"-f"_s, write(u"one.txt"_s, "one"), u"-f"_s, write(u"two.txt"_s, "two")};
    const Outcome theirs = hakanai(QStringList{u"send"_s} + files);
    const Outcome got = ours({u"get"_s, linkIn(theirs), u"--extract"_s, u"-o"_s, m_folder.path(u"got"_s)});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(read(u"one.txt"_s) + read(u"two.txt"_s), QByteArray("onetwo"));
    QVERIFY(QFile::remove(m_folder.path(u"got/one.txt"_s)) && QFile::remove(m_folder.path(u"got/two.txt"_s)));
    const Outcome mine = ours(QStringList{u"send"_s} + files);
    const Outcome gotByThem = hakanai({u"get"_s, linkIn(mine), u"--extract"_s});
    QVERIFY2(gotByThem.exitCode == 0, gotByThem.errors.constData());
    QCOMPARE(read(u"one.txt"_s) + read(u"two.txt"_s), QByteArray("onetwo"));
}

void HakanaiTest::aKeyApartAndAPassphraseGoBothWays()
{
    const QStringList apart{u"send"_s, u"--separate-key"_s, u"--allow-ip"_s, u"127.0.0.0/8"_s};
    const QString passphrase = u"correct horse"_s;
    const Outcome theirs = hakanai(apart + QStringList{u"--require-passphrase"_s, passphrase}, "theirs");
    QVERIFY(!linkIn(theirs).contains(u'#'));
    const QStringList get{u"get"_s, linkIn(theirs), u"--key"_s, keyIn(theirs)};
    QCOMPARE(ours(get).exitCode, 2); // without the passphrase, which costs nothing
    const QString file = write(u"passphrase"_s, passphrase.toUtf8());
    const Outcome got = ours(get + QStringList{u"--passphrase-file"_s, file});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(got.output, QByteArray("theirs"));

    QProcessEnvironment environment = m_folder.environment();
    environment.insert(u"HAKANAI_REQUIRE_PASSPHRASE"_s, passphrase);
    const Outcome mine = run(gatehouseProgram(), apart, "mine", environment);
    const QStringList getByThem{u"get"_s, linkIn(mine), u"-k"_s, keyIn(mine)};
    const Outcome refused = hakanai(getByThem);
    QVERIFY(refused.exitCode == 1 && (refused.output + refused.errors).contains("401"));
    const Outcome gotByThem = hakanai(getByThem + QStringList{u"-p"_s, passphrase});
    QVERIFY2(gotByThem.exitCode == 0, gotByThem.errors.constData());
    QVERIFY(gotByThem.output.contains("mine"));
}

void HakanaiTest::whatWasTakenOrIsDeniedIsAnErrorToBoth()
{
    const QString link = linkIn(hakanai({u"send"_s}, "once"));
    QCOMPARE(hakanai({u"get"_s, link}).exitCode, 0);
    const Outcome again = hakanai({u"get"_s, link});
    QVERIFY(again.exitCode == 1 && (again.output + again.errors).contains("410"));
    QCOMPARE(ours({u"get"_s, link}).exitCode, 3);
    const QString denied = linkIn(hakanai({u"send"_s, u"--allow-ip"_s, u"192.0.2.1/32"_s}, "elsewhere"));
    const Outcome refused = hakanai({u"get"_s, denied});
    QVERIFY(refused.exitCode == 1 && (refused.output + refused.errors).contains("403"));
    QCOMPARE(ours({u"get"_s, denied}).exitCode, 4);
}

void HakanaiTest::withoutATokenItIsRefused()
{
    QProcessEnvironment environment = m_folder.environment();
    environment.remove(u"HAKANAI_TOKEN"_s);
    const Outcome refused = run(m_hakanai, {u"send"_s}, "anybody", environment);
    QVERIFY(refused.exitCode == 1 && (refused.output + refused.errors).contains("401"));
}

QTEST_GUILESS_MAIN(HakanaiTest)
#include "test_hakanai.moc"
