#include "terminal_run.h"
#include "tools.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char kSecret[] = "4f9c1d7be02a6835c7d1904eab3f62580dd97c3e81b6a45f2290ce7318fd64ab";
constexpr char kOther[] = "b81e5fa07c4293d6e81f0a5c9b7d3e62418fca05d97e2b3064ac8f1d5b90e72c";
constexpr char kPassphrase[] = "a passphrase of some length";
constexpr char kAsked[] = "Passphrase of the encrypted file: ";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        qFatal("cannot write %s", qPrintable(path));
}

/// `header.kid` of a token.
QByteArray partOf(const QByteArray &token, const char *member)
{
    const QByteArray header = QByteArray::fromBase64(token.left(token.indexOf('.')), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(header).object().value(QLatin1String(member)).toString().toLatin1();
}

} // namespace

/// Secrets and signing keys, by the command line and in a running server.
class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsSetIsListedWithoutItsValue();
    void noValueIsTakenFromTheCommandLine_data();
    void noValueIsTakenFromTheCommandLine();
    void asksWithoutEchoOnATerminal();
    void whoSitsAtATerminalIsAskedForThePassphrase_data();
    void whoSitsAtATerminalIsAskedForThePassphrase();
    void aWrongPassphraseIsNamedAsSuch();
    void withNobodyToAskACommandSaysWhatItNeeds_data();
    void withNobodyToAskACommandSaysWhatItNeeds();
    void setsNothingThatNoServerStartsWith();
    void importsAllOrNothing();
    void exportsForOthersToReadOnlyWhenTold();
    void generatesWhatProductionAccepts();
    void productionSaysWhyItRefusesASecret_data();
    void productionSaysWhyItRefusesASecret();
    void startsInProductionFromTheEncryptedFile();
    void aRunningServerShowsNoSecret();
    void whatRootChangesStaysTheServices();
    void twoSettersAtOnceLoseNothing();
    void rotatingLogsNobodyOut();
    void rotatingNowEndsOldTokensWithinASecond();
    void anEndedSecretStaysEndedAfterARestart();
    void twoHostsWithOneSecretTakeEachOthersTokens();
    void takesANewSecretOnReload();
    void signsAsTheSettingSays();

private:
    /// The server's tokens are good on every worker: several connections, so that each is asked.
    [[nodiscard]] int accepted(const QByteArray &token, int tries = 6) const
    {
        int good = 0;
        for (int i = 0; i < tries; ++i) {
            HttpClient client({.port = m_server->port(), .from = freshAddress()});
            good += client.get("/auth/verify", bearer(token)).status == 200 ? 1 : 0;
        }
        return good;
    }
    [[nodiscard]] bool start(const QStringList &flags = {u"--http-workers"_s, u"2"_s})
    {
        m_server = std::make_unique<ServerProcess>(*m_folder);
        return m_server->start(flags);
    }
    [[nodiscard]] bool restart()
    {
        m_server->signal(SIGTERM);
        return m_server->waitForEnd(10s) == 0 && start();
    }
    void givePassphrase()
    {
        writeTo(m_folder->path(u"passphrase"_s), kPassphrase);
        m_folder->setVariable(u"SECRETS_PASSPHRASE_FILE"_s, m_folder->path(u"passphrase"_s));
    }
    /// One with a database, and a secret in the encrypted file, whose passphrase is nowhere any more. Made once.
    [[nodiscard]] const ServerFolder &sealedFolder()
    {
        if (m_sealed)
            return *m_sealed;
        m_sealed = std::make_unique<ServerFolder>();
        const Outcome set = runOnTerminal(
            *m_sealed, {u"secrets"_s, u"set"_s, u"JWT_SECRET"_s},
            {{"Value of JWT_SECRET: ", kSecret}, {"New passphrase", kPassphrase}, {"The same again: ", kPassphrase}});
        const Outcome migrated = runOnTerminal(*m_sealed, {u"migrate"_s}, {{kAsked, kPassphrase}});
        if (set.exitCode != 0 || migrated.exitCode != 0)
            qFatal("%s%s", set.output.constData(), migrated.output.constData());
        return *m_sealed;
    }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerFolder> m_sealed;
    std::unique_ptr<ServerProcess> m_server;
};

void SecretsTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kGenerous);
}

void SecretsTest::whatIsSetIsListedWithoutItsValue()
{
    givePassphrase();
    const Outcome set = m_folder->run({u"secrets"_s, u"set"_s, u"JWT_SECRET"_s}, QByteArray(kSecret) + '\n');
    QVERIFY2(set.exitCode == 0, set.errors.constData());
    const Outcome list = m_folder->run({u"secrets"_s, u"list"_s});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(list.output.contains("encrypted file"));
    QVERIFY(list.output.contains("256 bits"));
    for (const Outcome &outcome : {set, list})
        QVERIFY(!(outcome.output + outcome.errors).contains(QByteArray(kSecret).first(8)));
    QVERIFY(!contentOf(m_folder->path(u"data/secrets.sealed"_s)).contains(QByteArray(kSecret).first(8)));
    const Outcome weak = m_folder->run({u"secrets"_s, u"set"_s, u"AI_AGENT_SECRET"_s}, "hunter2hunter2hunter2\n");
    QCOMPARE(weak.exitCode, 0);
    QVERIFY(weak.errors.contains("warning"));
    QVERIFY(!weak.errors.contains("hunter2"));
    QVERIFY(m_folder->run({u"secrets"_s, u"set"_s, u"JWT_SECRET"_s}, "\n").exitCode != 0);
}

void SecretsTest::noValueIsTakenFromTheCommandLine_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("set NAME VALUE") << QStringList{u"set"_s, u"JWT_SECRET"_s, u"hunter2hunter2"_s};
    QTest::newRow("set NAME=VALUE") << QStringList{u"set"_s, u"JWT_SECRET=hunter2hunter2"_s};
    QTest::newRow("set VALUE") << QStringList{u"set"_s, u"hunter2hunter2"_s};
    QTest::newRow("generate NAME VALUE") << QStringList{u"generate"_s, u"JWT_SECRET"_s, u"hunter2hunter2"_s};
    QTest::newRow("rotate NAME VALUE") << QStringList{u"rotate"_s, u"JWT_SECRET"_s, u"hunter2hunter2"_s};
    QTest::newRow("list VALUE") << QStringList{u"list"_s, u"hunter2hunter2"_s};
    QTest::newRow("set NAME --value VALUE") << QStringList{u"set"_s, u"JWT_SECRET"_s, u"--value"_s, u"hunter2hunter2"_s};
    QTest::newRow("set NAME --value=VALUE") << QStringList{u"set"_s, u"JWT_SECRET"_s, u"--value=hunter2hunter2"_s};
}

void SecretsTest::noValueIsTakenFromTheCommandLine()
{
    QFETCH(QStringList, words);
    givePassphrase();
    const Outcome outcome = m_folder->run(QStringList{u"secrets"_s} + words, kSecret);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(!outcome.errors.isEmpty());
    QVERIFY2(!(outcome.output + outcome.errors).contains("hunter2"), outcome.errors.constData());
    QVERIFY(!QFile::exists(m_folder->path(u"data/secrets.sealed"_s)));
}

void SecretsTest::asksWithoutEchoOnATerminal()
{
    const Outcome set =
        runOnTerminal(*m_folder, {u"secrets"_s, u"set"_s, u"JWT_SECRET"_s},
                      {{"Value of JWT_SECRET: ", kSecret}, {"New passphrase", kPassphrase}, {"The same again: ", kPassphrase}});
    QVERIFY2(set.exitCode == 0, set.output.constData());
    QVERIFY(set.output.contains("is now in"));
    QVERIFY(!set.output.contains(kSecret) && !set.output.contains(kPassphrase));
    givePassphrase();
    QVERIFY(m_folder->run({u"secrets"_s, u"list"_s}).output.contains("256 bits"));
}

void SecretsTest::whoSitsAtATerminalIsAskedForThePassphrase_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("check") << u"check"_s << QByteArray("the server asks nobody for the passphrase");
    QTest::newRow("config check") << u"config check"_s << QByteArray("the configuration holds");
    QTest::newRow("secrets list") << u"secrets list"_s << QByteArray("256 bits");
    QTest::newRow("users list") << u"users list"_s << QByteArray("ROLE");
    QTest::newRow("sessions list") << u"sessions list"_s << QByteArray("LAST USED");
    QTest::newRow("migrate") << u"migrate --status"_s << QByteArray("schema version");
}

void SecretsTest::whoSitsAtATerminalIsAskedForThePassphrase()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, says);
    const Outcome outcome = runOnTerminal(sealedFolder(), command.split(u' '), {{kAsked, kPassphrase}});
    QVERIFY2(outcome.exitCode == 0 && outcome.output.contains(says), outcome.output.constData());
    QVERIFY(!outcome.output.contains(kPassphrase));
}

void SecretsTest::aWrongPassphraseIsNamedAsSuch()
{
    for (const QStringList &words : {QStringList{u"check"_s}, QStringList{u"users"_s, u"list"_s}}) {
        const Outcome outcome = runOnTerminal(sealedFolder(), words, {{kAsked, "another passphrase"}});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.output.contains("passphrase is wrong"), outcome.output.constData());
    }
}

void SecretsTest::withNobodyToAskACommandSaysWhatItNeeds_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command : {u"check"_s, u"config check"_s, u"users list"_s, u"users add martha"_s, u"sessions list"_s,
                                   u"sessions revoke --all"_s, u"migrate --status"_s})
        QTest::addRow("%s", qPrintable(command)) << command;
}

void SecretsTest::withNobodyToAskACommandSaysWhatItNeeds()
{
    QFETCH(QString, command);
    const Outcome outcome = sealedFolder().run(command.split(u' '), QByteArray(kPassword) + '\n');
    QVERIFY(outcome.exitCode > 0);
    for (const char *part : {"secrets.sealed is encrypted, and there is no passphrase", "SECRETS_PASSPHRASE_FILE"})
        QVERIFY2(outcome.errors.contains(part), outcome.errors.constData());
    QVERIFY(!(outcome.output + outcome.errors).contains(kPassword));
}

void SecretsTest::setsNothingThatNoServerStartsWith()
{
    givePassphrase();
    const Outcome set = m_folder->run({u"secrets"_s, u"set"_s, u"METRICS_TOKEN"_s}, "kurz und knapp\n");
    QCOMPARE(set.exitCode, 2);
    QVERIFY2(set.errors.contains("METRICS_TOKEN: must be at least 16 bytes"), set.errors.constData());
    QVERIFY(!QFile::exists(m_folder->path(u"data/secrets.sealed"_s)));
    const QString file = m_folder->path(u"old.env"_s);
    writeTo(file, "METRICS_TOKEN=kurz\n");
    const Outcome imported = m_folder->run({u"secrets"_s, u"import"_s, file});
    QCOMPARE(imported.exitCode, 0);
    QVERIFY2(imported.errors.contains("METRICS_TOKEN must be at least 16 bytes"), imported.errors.constData());
    for (const Outcome &outcome : {set, imported})
        QVERIFY(!(outcome.output + outcome.errors).contains("kurz"));
    QCOMPARE(m_folder->run({u"secrets"_s, u"set"_s, u"METRICS_TOKEN"_s}, kSecret).exitCode, 0);
}

void SecretsTest::importsAllOrNothing()
{
    givePassphrase();
    const QString env = m_folder->path(u"old.env"_s);
    const QByteArray good = QByteArray("# from before\nexport HYPERCODE_JWT_SECRET='") + kSecret
        + "'\r\nREDIS_URL=\"redis://:pass word@host\"\nPORT=8080\n";
    writeTo(env, good + "DATABASE_URL=two words\n");
    const Outcome bad = m_folder->run({u"secrets"_s, u"import"_s, env});
    QCOMPARE(bad.exitCode, 2);
    QVERIFY(bad.errors.contains("line 5"));
    QVERIFY(!QFile::exists(m_folder->path(u"data/secrets.sealed"_s)));
    writeTo(env, good);
    const Outcome taken = m_folder->run({u"secrets"_s, u"import"_s, env});
    QVERIFY2(taken.exitCode == 0, taken.errors.constData());
    QVERIFY(taken.output.contains("JWT_SECRET, REDIS_URL"));
    QVERIFY(taken.output.contains("PORT"));
    QVERIFY(!(taken.output + taken.errors).contains("pass word"));
    const Outcome exported = m_folder->run({u"secrets"_s, u"export"_s, u"--format"_s, u"env"_s, u"--to-stdout"_s});
    QCOMPARE(exported.output, QByteArray("JWT_SECRET=") + kSecret + "\nREDIS_URL=\"redis://:pass word@host\"\n");
}

void SecretsTest::exportsForOthersToReadOnlyWhenTold()
{
    m_folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    const Outcome unsaid = m_folder->run({u"secrets"_s, u"export"_s, u"--format"_s, u"env"_s});
    QCOMPARE(unsaid.exitCode, 2);
    QVERIFY(!unsaid.output.contains(kSecret));
    const QString path = m_folder->path(u"out.env"_s);
    const Outcome written = m_folder->run({u"secrets"_s, u"export"_s, u"--format"_s, u"env"_s, u"--output"_s, path});
    QVERIFY2(written.exitCode == 0, written.errors.constData());
    QVERIFY(!written.output.contains(kSecret));
    QCOMPARE(QFile::permissions(path) & 0x77, QFile::Permissions());
    QCOMPARE(contentOf(path), QByteArray("JWT_SECRET=") + kSecret + '\n');
    QCOMPARE(m_folder->run({u"secrets"_s, u"export"_s, u"--format"_s, u"env"_s, u"--output"_s, path}).exitCode, 1);
}

void SecretsTest::generatesWhatProductionAccepts()
{
    givePassphrase();
    QCOMPARE(m_folder->run({u"secrets"_s, u"generate"_s, u"JWT_SECRET"_s}).exitCode, 0);
    QCOMPARE(m_folder->run({u"secrets"_s, u"generate"_s, u"JWT_SECRET"_s}).exitCode, 1); // not over another
    QCOMPARE(m_folder->run({u"secrets"_s, u"generate"_s, u"JWT_SECRET"_s, u"--replace"_s}).exitCode, 0);
    QCOMPARE(m_folder->run({u"secrets"_s, u"generate"_s, u"REDIS_URL"_s}).exitCode, 2);
    QVERIFY(start({u"--app-mode"_s, u"production"_s, u"--limits-backend"_s, u"embedded"_s}));
}

void SecretsTest::productionSaysWhyItRefusesASecret_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("none") << QString() << QByteArray("is required");
    QTest::newRow("64 times a") << QString(64, u'a') << QByteArray("counts on or stays the same");
    QTest::newRow("words") << u"your-super-secret-jwt-key-minimum-32-characters-long"_s << QByteArray("made of words");
    QTest::newRow("repeated") << QString::fromLatin1(kSecret).left(16).repeated(4) << QByteArray("repeats itself");
    QTest::newRow("short") << QString::fromLatin1(kSecret).left(48) << QByteArray("too short");
}

void SecretsTest::productionSaysWhyItRefusesASecret()
{
    QFETCH(QString, secret);
    QFETCH(QByteArray, why);
    m_folder->setVariable(u"JWT_SECRET"_s, secret);
    QVERIFY(!start({u"--app-mode"_s, u"production"_s, u"--limits-backend"_s, u"embedded"_s}));
    QCOMPARE(m_server->waitForEnd(5s), std::optional<int>(2));
    QVERIFY2(m_server->output().contains(why), m_server->output().constData());
    QVERIFY(secret.isEmpty() || !m_server->output().contains(secret.left(12).toLatin1()));
    if (secret.size() < 32)
        return;
    QVERIFY2(start(), m_server->output().constData()); // in development it is a warning
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().contains(why), 2000);
}

void SecretsTest::startsInProductionFromTheEncryptedFile()
{
    givePassphrase();
    QCOMPARE(m_folder->run({u"secrets"_s, u"set"_s, u"JWT_SECRET"_s}, kSecret).exitCode, 0);
    const QStringList production{u"--app-mode"_s, u"production"_s, u"--limits-backend"_s, u"embedded"_s};
    QVERIFY2(start(production), m_server->output().constData());
    const QByteArray ring = contentOf(m_folder->path(u"data/signing-keys"_s));
    QVERIFY(ring.startsWith("GHSEALED"));
    QVERIFY(!ring.contains(kSecret));
    m_server->kill();
    writeTo(m_folder->path(u"passphrase"_s), "another");
    QVERIFY(!start(production));
    QVERIFY(m_server->output().contains("passphrase is wrong"));
    QVERIFY(!m_server->output().contains(kPassphrase));
}

void SecretsTest::aRunningServerShowsNoSecret()
{
    m_folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    m_folder->setVariable(u"REDIS_URL"_s, u"redis://:hunter2hunter2@localhost"_s);
    QVERIFY2(start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    (void)signIn(*m_server, "admin");
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().contains("reloaded"), 5000);
    const QString process = u"/proc/%1/"_s.arg(m_server->processId());
    for (const QByteArray &shown : {contentOf(process + u"environ"_s), contentOf(process + u"cmdline"_s), m_server->output()}) {
        QVERIFY(!shown.isEmpty());
        QVERIFY(!shown.contains(kSecret));
        QVERIFY(!shown.contains("hunter2"));
    }
    HttpClient client({.port = m_server->port(), .from = freshAddress()});
    QVERIFY(!client.get("/metrics").body.contains(kSecret));
}

void SecretsTest::whatRootChangesStaysTheServices()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    constexpr uint kService = 23456;
    givePassphrase();
    const QString data = m_folder->path(u"data"_s);
    QVERIFY(QDir().mkpath(data));
    QVERIFY(QFile::setPermissions(data, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(::chown(QFile::encodeName(data).constData(), kService, kService), 0);
    // Made, then replaced.
    for (const QString &name : {u"JWT_SECRET"_s, u"METRICS_TOKEN"_s}) {
        const Outcome made = m_folder->run({u"secrets"_s, u"generate"_s, name});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
    }
    const Outcome migrated = m_folder->run({u"migrate"_s});
    QVERIFY2(migrated.exitCode == 0, migrated.errors.constData());
    for (int i = 0; i < 2; ++i) {
        const Outcome rotated = m_folder->run({u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s, u"--now"_s});
        QVERIFY2(rotated.exitCode == 0, rotated.errors.constData());
    }
    const Outcome compacted = m_folder->run({u"compact"_s}); // takes the folder's lock
    QVERIFY2(compacted.exitCode == 0, compacted.errors.constData());
    const QFileInfoList files = QDir(data).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    QVERIFY2(files.size() >= 4, qPrintable(QString::number(files.size())));
    for (const QFileInfo &file : files)
        QVERIFY2(file.ownerId() == kService && file.groupId() == kService, qPrintable(file.fileName()));
}

void SecretsTest::twoSettersAtOnceLoseNothing()
{
    givePassphrase();
    const QList<std::pair<QString, QByteArray>> secrets{
        {u"JWT_SECRET"_s, kSecret}, {u"REDIS_URL"_s, "redis://one"}, {u"METRICS_TOKEN"_s, "two-tokens-are-not-one"}};
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const auto &[name, value] : secrets) {
        auto &process = processes.emplace_back(std::make_unique<QProcess>());
        process->setProcessEnvironment(m_folder->environment());
        process->start(gatehouseProgram(), QStringList{u"secrets"_s, u"set"_s, name} + m_folder->flags());
        process->write(value);
        process->closeWriteChannel();
    }
    for (const auto &process : processes) {
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 0);
    }
    const Outcome exported = m_folder->run({u"secrets"_s, u"export"_s, u"--format"_s, u"env"_s, u"--to-stdout"_s});
    for (const auto &[name, value] : secrets)
        QVERIFY(exported.output.contains(name.toLatin1() + '=' + value + '\n'));
}

void SecretsTest::rotatingLogsNobodyOut()
{
    QVERIFY2(start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    QByteArrayList tokens{accessToken(*m_server, "admin")};
    for (int rotation = 0; rotation < 3; ++rotation) {
        const QByteArray before = partOf(tokens.last(), "kid");
        const Outcome rotated = m_folder->run({u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s});
        QVERIFY2(rotated.exitCode == 0, rotated.errors.constData());
        QElapsedTimer timer;
        timer.start();
        QByteArray token = accessToken(*m_server, "admin");
        while (partOf(token, "kid") == before && timer.elapsed() < 1000) {
            // Whatever is signed meanwhile, all of it is good everywhere all the time.
            for (const QByteArray &each : tokens)
                QCOMPARE(accepted(each, 2), 2);
            token = accessToken(*m_server, "admin");
        }
        QVERIFY2(partOf(token, "kid") != before, "the server has not noticed within a second");
        tokens.append(token);
        for (const QByteArray &each : tokens)
            QCOMPARE(accepted(each), 6);
    }
    const Outcome list = m_folder->run({u"secrets"_s, u"list"_s});
    QCOMPARE(list.output.count("verify-only"), 3);
}

void SecretsTest::rotatingNowEndsOldTokensWithinASecond()
{
    QVERIFY2(start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray old = accessToken(*m_server, "admin");
    QCOMPARE(accepted(old), 6);
    QCOMPARE(m_folder->run({u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s, u"--now"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(accepted(old), 0, 1000);
    QCOMPARE(accepted(accessToken(*m_server, "admin")), 6);
    QVERIFY(restart());
    QCOMPARE(accepted(old), 0);
}

void SecretsTest::anEndedSecretStaysEndedAfterARestart()
{
    m_folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    QVERIFY2(start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray old = accessToken(*m_server, "admin");
    const Outcome rotated = m_folder->run({u"secrets"_s, u"rotate"_s, u"JWT_SECRET"_s, u"--now"_s});
    QCOMPARE(rotated.exitCode, 0);
    QVERIFY(rotated.errors.contains("still gives a JWT_SECRET"));
    QTRY_COMPARE_WITH_TIMEOUT(accepted(old), 0, 1000);
    QVERIFY(restart());
    QCOMPARE(accepted(old), 0);
    QVERIFY(m_server->output().contains("ended by a rotation"));
    QVERIFY(partOf(accessToken(*m_server, "admin"), "kid") != partOf(old, "kid"));
}

void SecretsTest::twoHostsWithOneSecretTakeEachOthersTokens()
{
    m_folder->setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    QVERIFY2(start(), m_server->output().constData());
    ServerFolder other;
    other.configure(kGenerous);
    other.setVariable(u"JWT_SECRET"_s, QString::fromLatin1(kSecret));
    ServerProcess there(other);
    QVERIFY2(there.start(), there.output().constData());
    QCOMPARE(registerAdmin(there).status, 201);
    QCOMPARE(accepted(accessToken(there, "admin")), 6);
}

void SecretsTest::takesANewSecretOnReload()
{
    const QString path = m_folder->path(u"jwt"_s);
    writeTo(path, kSecret);
    m_folder->setVariable(u"JWT_SECRET_FILE"_s, path);
    QVERIFY2(start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray old = accessToken(*m_server, "admin");
    writeTo(path, "too short");
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->output().contains("the old one stays"), 5000);
    QCOMPARE(partOf(accessToken(*m_server, "admin"), "kid"), partOf(old, "kid"));
    writeTo(path, kOther);
    m_server->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(partOf(accessToken(*m_server, "admin"), "kid") != partOf(old, "kid"), 5000);
    QCOMPARE(accepted(old), 6);
}

void SecretsTest::signsAsTheSettingSays()
{
    QVERIFY2(start(), m_server->output().constData());
    QCOMPARE(registerAdmin(*m_server).status, 201);
    const QByteArray hmac = accessToken(*m_server, "admin");
    QCOMPARE(partOf(hmac, "alg"), QByteArray("HS256"));
    m_folder->configure(QByteArray(kGenerous).replace("auth:\n", "auth:\n  jwt_algorithm: EdDSA\n"));
    QVERIFY(restart());
    const QByteArray edDsa = accessToken(*m_server, "admin");
    QCOMPARE(partOf(edDsa, "alg"), QByteArray("EdDSA"));
    QCOMPARE(accepted(edDsa), 6);
    QCOMPARE(accepted(hmac), 6);
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "test_secrets.moc"
