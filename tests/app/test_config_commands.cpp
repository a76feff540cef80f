// `gatehouse config show|check|reference`, asked of the built program.

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConfigCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkAcceptsTheDefaults();
    void checkTellsEveryErrorAndWarningAtOnce();
    void checkJudgesProduction();
    void showTellsTheOrigin();
    void showMasksWhatIsSecret();
    void theReferenceInDocsIsTheProgramsOwn();
    void serveRefusesProductionAndSaysWhatToDo();
    void servePrefersOurNameOfASecret();

private:
    struct Outcome {
        int exitCode = -1;
        QString output;
        QString errors;
    };
    /// Runs the program with nothing else in its environment.
    [[nodiscard]] Outcome run(const QStringList &arguments, const QStringList &environment = {}) const
    {
        QProcess process;
        process.setProgram(qEnvironmentVariable("GATEHOUSE_PROGRAM"));
        process.setArguments(arguments);
        process.setEnvironment(QStringList{u"HOME="_s + m_folder.path(), u"XDG_CONFIG_HOME="_s + m_folder.path(),
                                           u"LC_ALL=C.UTF-8"_s, u"ASAN_OPTIONS="_s + qEnvironmentVariable("ASAN_OPTIONS")}
                               + environment);
        process.start();
        if (!process.waitForFinished(60000)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] QString fileWith(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"test.yaml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the file");
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestConfigCommands::checkAcceptsTheDefaults()
{
    const Outcome outcome = run({u"config"_s, u"check"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.errors.isEmpty());
}

void TestConfigCommands::checkTellsEveryErrorAndWarningAtOnce()
{
    const QString file = fileWith("http:\n  port: 0x50\n  prot: 1\nwebsocket:\n  ping_interval: 30s\n");
    const Outcome outcome = run({u"config"_s, u"check"_s, u"--config"_s, file, u"--http-workers"_s, u"-1"_s},
                                {u"GATEHOUSE_AUTH_ISSUER="_s, u"OTEL_SERVICE_NAME=x"_s});
    QCOMPARE(outcome.exitCode, 2);
    for (const QString &line :
         {u"error: http.port expected a whole number from 0 to 65535 (test.yaml:2)"_s,
          u"error: http.prot is not a setting; did you mean http.port? (test.yaml:3)"_s, u"error: http.workers"_s,
          u"error: auth.issuer"_s, u"warning: websocket.ping_interval"_s, u"warning: OTEL_SERVICE_NAME"_s})
        QVERIFY2(outcome.errors.contains(line), qPrintable(line + u" in:\n"_s + outcome.errors));
}

void TestConfigCommands::checkJudgesProduction()
{
    const QStringList production{u"config"_s, u"check"_s, u"--app-mode"_s, u"production"_s};
    Outcome outcome = run(production);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains(u"error: REDIS_URL is required in production"_s), qPrintable(outcome.errors));
    outcome = run(production + QStringList{u"--limits-backend"_s, u"embedded"_s, u"--http-allowed-origins"_s, u"*"_s},
                  {u"DATABASE_URL=postgres://alice:hunter2@db.example/g?sslmode=disable"_s});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains(u"error: DATABASE_URL"_s) && outcome.errors.contains(u"error: http.allowed_origins"_s),
             qPrintable(outcome.errors));
    QVERIFY(!outcome.errors.contains(u"hunter2"_s) && !outcome.output.contains(u"hunter2"_s));
    QCOMPARE(run(production + QStringList{u"--limits-backend"_s, u"embedded"_s}).exitCode, 0);
}

void TestConfigCommands::showTellsTheOrigin()
{
    const QString file = fileWith("http:\n  workers: 3\n");
    const Outcome outcome = run({u"config"_s, u"show"_s, u"--origin"_s, u"--config"_s, file, u"--http-idle-timeout=1m"_s},
                                {u"API_PORT=9000"_s, u"HAKANAI_PORT=9001"_s});
    QCOMPARE(outcome.exitCode, 0);
    const auto row = [&](const QString &pattern) {
        return QRegularExpression(pattern, QRegularExpression::MultilineOption).match(outcome.output).hasMatch();
    };
    QVERIFY2(row(u"^http\\.port +9001 +HAKANAI_PORT$"_s), qPrintable(outcome.output));
    QVERIFY(row(u"^http\\.workers +3 +test\\.yaml:2$"_s));
    QVERIFY(row(u"^http\\.idle_timeout +1m +--http-idle-timeout$"_s));
    QVERIFY(row(u"^app\\.mode +development +default$"_s));
    QVERIFY2(outcome.errors.contains(u"warning: API_PORT"_s), qPrintable(outcome.errors));
}

void TestConfigCommands::showMasksWhatIsSecret()
{
    // Nothing here ought to hold a secret; what looks like one is masked all the same.
    const QString file = fileWith("api:\n  jwt_secret: ${JWT_SECRET}\napp:\n  data_dir: /srv/redis://alice:hunter2@host\n");
    const Outcome outcome = run({u"config"_s, u"show"_s, u"--origin"_s, u"--config"_s, file},
                                {u"JWT_SECRET=hunter2"_s, u"REDIS_URL=redis://alice:hunter2@host"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(!outcome.output.contains(u"hunter2"_s) && !outcome.errors.contains(u"hunter2"_s));
    QVERIFY(outcome.output.contains(u"***"_s));
}

void TestConfigCommands::theReferenceInDocsIsTheProgramsOwn()
{
    QFile file(QStringLiteral(GATEHOUSE_CONFIGURATION_REFERENCE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Outcome outcome = run({u"config"_s, u"reference"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output == QString::fromUtf8(file.readAll()),
             "write it again: gatehouse config reference > docs/configuration.md");
}

void TestConfigCommands::serveRefusesProductionAndSaysWhatToDo()
{
    const QString file = fileWith("app:\n  mode: production\napi:\n  jwt_secret: hunter2hunter2hunter2\n");
    Outcome outcome = run({u"serve"_s, u"--port"_s, u"0"_s, u"--config"_s, file});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains(u"${JWT_SECRET}"_s), qPrintable(outcome.errors));
    QVERIFY(!outcome.errors.contains(u"hunter2"_s));
    outcome = run({u"serve"_s, u"--port"_s, u"0"_s, u"--app-mode"_s, u"production"_s});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains(u"JWT_SECRET"_s) && outcome.errors.contains(u"REDIS_URL"_s), qPrintable(outcome.errors));
}

void TestConfigCommands::servePrefersOurNameOfASecret()
{
    // Only the weak one is refused, so the refusal tells which was read.
    const QString strong = u"2f6b1c9e47d803a5b1e2c3f4958677a8d9eafbcc0d1e2f30415263748596a7b8"_s;
    const QStringList production{u"serve"_s, u"--port"_s, u"0"_s, u"--app-mode"_s, u"production"_s};
    for (const auto &[winner, loser] : {std::pair(u"AUTOSCALER_API_JWT_SECRET"_s, u"HYPERCODE_JWT_SECRET"_s),
                                        std::pair(u"HYPERCODE_JWT_SECRET"_s, u"JWT_SECRET"_s)}) {
        const Outcome weakLoses = run(production, {winner + u'=' + strong, loser + u"=short"_s});
        QVERIFY2(!weakLoses.errors.contains(u"JWT_SECRET:"_s) && weakLoses.errors.contains(u"REDIS_URL"_s),
                 qPrintable(weakLoses.errors));
        const Outcome weakWins = run(production, {winner + u"=short"_s, loser + u'=' + strong});
        QVERIFY2(weakWins.errors.contains(u"JWT_SECRET"_s), qPrintable(weakWins.errors));
    }
}

QTEST_GUILESS_MAIN(TestConfigCommands)
#include "test_config_commands.moc"
