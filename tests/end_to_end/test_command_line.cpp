#include "terminal_run.h"
#include "tools.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Users and sessions from the command line, beside a server of several workers on the same data.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpsWhoAsks_data();
    void helpsWhoAsks();
    void everyOptionOfOneTimeSecretsIsExplained_data();
    void everyOptionOfOneTimeSecretsIsExplained();
    void refusesWhatIsAskedWrongly_data();
    void refusesWhatIsAskedWrongly();
    void aUserWhoWasAddedSignsInAtOnce();
    void theRulesOfRegistrationHold_data();
    void theRulesOfRegistrationHold();
    void theFirstUserIsTheAdministrator();
    void listsUsersAndSessions();
    void aDisabledUserIsOutInEveryWorker();
    void anotherRoleHoldsFromTheNextSignIn();
    void anotherPasswordEndsTheOldSessions();
    void aRevokedSessionIsRefusedByEveryWorker();
    void aRemovedUserIsOutInEveryWorker();
    void endsAllSessionsOnlyWhenToldSo();
    void theLastAdministratorStays();
    void noPasswordIsShown();
    void asksTwiceWithoutEchoOnATerminal();
    void namesMissingData();

private:
    [[nodiscard]] Outcome run(const QString &line, const QByteArray &input = {}) const
    {
        return m_folder.run(line.split(u' '), input);
    }
    [[nodiscard]] int add(const QString &name, const QString &role = u"user"_s) const
    {
        return run(u"users add %1 --role %2"_s.arg(name, role), QByteArray(kPassword) + '\n').exitCode;
    }
    [[nodiscard]] int statusOf(const QByteArray &token) const
    {
        // A connection of its own, so that the kernel chooses a worker anew.
        return HttpClient({.port = m_server.port(), .from = freshAddress()}).get("/auth/verify", bearer(token)).status;
    }
    /// Whether the token is refused everywhere, a second after `change` at the latest. Commands look at it every 50 ms.
    [[nodiscard]] bool isRefusedSoon(const QByteArray &token) const
    {
        QElapsedTimer timer;
        timer.start();
        while (statusOf(token) != 401 && timer.elapsed() < 1000)
            QTest::qWait(5);
        for (int i = 0; i < 32; ++i) {
            if (statusOf(token) != 401)
                return false;
        }
        return timer.elapsed() < 1500;
    }

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

void CommandLineTest::initTestCase()
{
    m_folder.configure(kGenerous);
    QVERIFY2(m_server.start({u"--http-workers"_s, u"4"_s}), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
}

void CommandLineTest::helpsWhoAsks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("everything") << u"--help"_s << QByteArray("sessions revoke ID | --user NAME | --all");
    QTest::newRow("short") << u"-h"_s << QByteArray("smoke --url URL");
    QTest::newRow("help") << u"help"_s << QByteArray("users add NAME");
    QTest::newRow("a command") << u"help users add"_s << QByteArray("Usage: gatehouse users add NAME");
    QTest::newRow("the same, the other way") << u"users add --help"_s << QByteArray("Usage: gatehouse users add NAME");
    QTest::newRow("a group") << u"help sessions"_s << QByteArray("gatehouse sessions list");
    QTest::newRow("settings") << u"serve --help"_s << QByteArray("--http-max-connections");
    QTest::newRow("version") << u"--version"_s << QByteArray("gatehouse 0.");
}

void CommandLineTest::everyOptionOfOneTimeSecretsIsExplained_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"send", "get", "token", "receipt", "burn", "request", "answer", "collect"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void CommandLineTest::everyOptionOfOneTimeSecretsIsExplained()
{
    QFETCH(QString, command);
    const QString help = QString::fromUtf8(ServerFolder().run({u"help"_s, command}).output);
    const QString usage = help.section(u'\n', 0, 0);
    QVERIFY2(usage.startsWith(u"Usage: gatehouse "_s + command) && usage.contains(u"--ca-file"), qPrintable(help));
    static const QRegularExpression kOption(u"--?[a-z][a-z-]*"_s);
    for (const QRegularExpressionMatch &option : kOption.globalMatch(usage)) {
        const QRegularExpression explained(u"^  .*%1( |,|$).*  \\S"_s.arg(option.captured()),
                                           QRegularExpression::MultilineOption);
        QVERIFY2(explained.match(help).hasMatch(), qPrintable(option.captured()));
    }
}

void CommandLineTest::helpsWhoAsks()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, expected);
    const Outcome outcome = runProgram(gatehouseProgram(), line.split(u' '));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains(expected), outcome.output.constData());
    QCOMPARE(outcome.errors, QByteArray());
}

void CommandLineTest::refusesWhatIsAskedWrongly_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("no such command") << u"user lst"_s << QByteArray("gatehouse users list");
    QTest::newRow("nothing like it") << u"frobnicate"_s << QByteArray("there is no command \"frobnicate\"");
    QTest::newRow("half a command") << u"sessions"_s << QByteArray("sessions revoke");
    QTest::newRow("no name") << u"users add"_s << QByteArray("usage: gatehouse users add NAME");
    QTest::newRow("a password") << u"users add dora Secret-1!"_s << QByteArray("never given on the command line");
    QTest::newRow("a password as an option")
        << u"users passwd admin --password Secret-1!"_s << QByteArray("never given on the command line");
    QTest::newRow("no such setting") << u"users list --data-dri /srv"_s << QByteArray("did you mean --data-dir?");
    QTest::newRow("twice") << u"sessions list --user a --user b"_s << QByteArray("--user is there twice");
    QTest::newRow("no value") << u"sessions list --user"_s << QByteArray("--user needs a value");
    QTest::newRow("which session") << u"sessions revoke"_s << QByteArray("ID | --user NAME | --all");
    QTest::newRow("one and all sessions") << u"sessions revoke 01ARZ3NDEKTSV4RRFFQ69G5FAV --all"_s
                                          << QByteArray("ID | --user NAME | --all");
    QTest::newRow("smoke without a server") << u"smoke"_s << QByteArray("--url URL");
    QTest::newRow("smoke in the clear") << u"smoke --url http://example.com --user admin"_s << QByteArray("in the clear");
    QTest::newRow("smoke of no URL") << u"smoke --url ftp://example.com"_s << QByteArray("no http or https URL");
}

void CommandLineTest::refusesWhatIsAskedWrongly()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, expected);
    const Outcome outcome = runProgram(gatehouseProgram(), line.split(u' '));
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.contains(expected), outcome.errors.constData());
    QVERIFY(!outcome.errors.contains("Secret-1!"));
}

void CommandLineTest::aUserWhoWasAddedSignsInAtOnce()
{
    QCOMPARE(add(u"dora"_s, u"operator"_s), 0);
    const Answer answer = signIn(m_server, "dora");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value("user"_L1).toObject().value("role"_L1).toString(), u"operator"_s);
    QCOMPARE(add(u"DORA"_s), 1);
}

void CommandLineTest::theRulesOfRegistrationHold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("short name") << u"ab"_s << QByteArray(kPassword);
    QTest::newRow("other characters") << u"a.b.c"_s << QByteArray(kPassword);
    QTest::newRow("short password") << u"emil"_s << QByteArray("Aa1!");
    QTest::newRow("simple password") << u"emil"_s << QByteArray("alllowercase");
    QTest::newRow("no password") << u"emil"_s << QByteArray();
}

void CommandLineTest::theRulesOfRegistrationHold()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, password);
    QCOMPARE(run(u"users add "_s + name, password.isEmpty() ? password : password + '\n').exitCode, 2);
    QVERIFY(!run(u"users list"_s).output.contains('\n' + name.toUtf8() + ' '));
}

void CommandLineTest::theFirstUserIsTheAdministrator()
{
    ServerFolder folder;
    folder.configure(kGenerous);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QVERIFY(!server.setupCode().isEmpty());
    const QByteArray input = QByteArray(kPassword) + '\n';
    QCOMPARE(folder.run({u"users"_s, u"add"_s, u"erna"_s, u"--role"_s, u"user"_s}, input).exitCode, 1);
    QCOMPARE(folder.run({u"users"_s, u"add"_s, u"erna"_s}, input).exitCode, 0);
    QCOMPARE(signIn(server, "erna").json().value("user"_L1).toObject().value("role"_L1).toString(), u"admin"_s);
    // The setup code is worth nothing any more.
    QVERIFY(!QFile::exists(folder.path(u"data/setup-code"_s)));
    const Answer second = HttpClient({.port = server.port()})
                              .post("/auth/register",
                                    {{u"username"_s, u"mallory"_s},
                                     {u"password"_s, QLatin1String(kPassword)},
                                     {u"setup_code"_s, QString::fromLatin1(server.setupCode())}});
    QVERIFY2(second.status == 401 || second.status == 403, second.body.constData());
}

void CommandLineTest::listsUsersAndSessions()
{
    const Outcome users = run(u"users list --json"_s);
    QCOMPARE(users.exitCode, 0);
    const QJsonArray items = QJsonDocument::fromJson(users.output).array();
    QVERIFY(items.size() >= 2);
    QCOMPARE(items.first().toObject().value("username"_L1).toString(), u"admin"_s);
    QCOMPARE(items.first().toObject().keys(), (QStringList{u"created_at"_s, u"disabled"_s, u"id"_s, u"role"_s, u"username"_s}));

    QVERIFY(!accessToken(m_server, "admin").isEmpty());
    QCOMPARE(add(u"frida"_s), 0);
    const QByteArray token = accessToken(m_server, "frida");
    const QJsonArray all = QJsonDocument::fromJson(run(u"sessions list --json"_s).output).array();
    const QJsonArray own = QJsonDocument::fromJson(run(u"sessions list --user FRIDA --json"_s).output).array();
    QCOMPARE(own.size(), 1);
    QVERIFY(all.size() > own.size());
    QCOMPARE(own.first().toObject().value("username"_L1).toString(), u"frida"_s);
    QVERIFY(run(u"sessions list --user frida"_s).output.contains(own.first().toObject().value("id"_L1).toString().toUtf8()));
    QCOMPARE(run(u"sessions list --user nobody"_s).exitCode, 1);
}

void CommandLineTest::aDisabledUserIsOutInEveryWorker()
{
    QCOMPARE(add(u"gustav"_s), 0);
    const Answer session = signIn(m_server, "gustav");
    const QByteArray token = session.json().value("access_token"_L1).toString().toUtf8();
    QCOMPARE(statusOf(token), 200);
    QCOMPARE(run(u"users disable gustav"_s).exitCode, 0);
    QVERIFY(isRefusedSoon(token));
    QCOMPARE(signIn(m_server, "gustav").status, 401);
    QCOMPARE(HttpClient({.port = m_server.port(), .from = freshAddress()})
                 .post("/auth/refresh", {{u"refresh_token"_s, session.json().value("refresh_token"_L1)}})
                 .status,
             401);
    QVERIFY(run(u"users list"_s).output.contains("disabled"));
    QCOMPARE(run(u"users enable gustav"_s).exitCode, 0);
    QCOMPARE(signIn(m_server, "gustav").status, 200);
    QVERIFY2(isRefusedSoon(token), "enabling brings no old session back");
}

void CommandLineTest::anotherRoleHoldsFromTheNextSignIn()
{
    QCOMPARE(add(u"heidi"_s, u"admin"_s), 0);
    const QByteArray token = accessToken(m_server, "heidi");
    QCOMPARE(run(u"users role heidi user"_s).exitCode, 0);
    QVERIFY2(isRefusedSoon(token), "it still says admin");
    QCOMPARE(run(u"users role heidi king"_s).exitCode, 2);
    QCOMPARE(run(u"users role nobody user"_s).exitCode, 1);
    QCOMPARE(signIn(m_server, "heidi").json().value("user"_L1).toObject().value("role"_L1).toString(), u"user"_s);
}

void CommandLineTest::anotherPasswordEndsTheOldSessions()
{
    QCOMPARE(add(u"ivan"_s), 0);
    const QByteArray token = accessToken(m_server, "ivan");
    QCOMPARE(run(u"users passwd ivan"_s, "Other-Horse-8!\n").exitCode, 0);
    QVERIFY(isRefusedSoon(token));
    QCOMPARE(signIn(m_server, "ivan").status, 401);
    QCOMPARE(signIn(m_server, "ivan", "Other-Horse-8!").status, 200);
    QCOMPARE(run(u"users passwd nobody"_s, "Other-Horse-8!\n").exitCode, 1);
}

void CommandLineTest::aRevokedSessionIsRefusedByEveryWorker()
{
    QCOMPARE(add(u"judith"_s), 0);
    const QByteArray ended = accessToken(m_server, "judith");
    const QByteArray kept = accessToken(m_server, "judith");
    const RawClient::Target target{.port = m_server.port(), .from = freshAddress()};
    const QString session = HttpClient(target).get("/auth/me", bearer(ended)).json().value("session"_L1).toString();
    QCOMPARE(run(u"sessions revoke "_s + session).exitCode, 0);
    QVERIFY(isRefusedSoon(ended));
    QCOMPARE(statusOf(kept), 200);
    QCOMPARE(run(u"sessions revoke "_s + session).exitCode, 1);
    QVERIFY(run(u"sessions revoke --user judith"_s).output.contains("1 session ended"));
    QVERIFY(isRefusedSoon(kept));
}

void CommandLineTest::aRemovedUserIsOutInEveryWorker()
{
    QCOMPARE(add(u"karl"_s), 0);
    const QByteArray token = accessToken(m_server, "karl");
    QCOMPARE(statusOf(token), 200);
    QCOMPARE(run(u"users remove karl"_s).exitCode, 0);
    QVERIFY2(isRefusedSoon(token), "the token outlives its user");
    QCOMPARE(signIn(m_server, "karl").status, 401);
    // Somebody else of that name is somebody else.
    QCOMPARE(add(u"karl"_s), 0);
    QVERIFY(isRefusedSoon(token));
    QCOMPARE(signIn(m_server, "karl").status, 200);
}

void CommandLineTest::endsAllSessionsOnlyWhenToldSo()
{
    const QByteArray one = accessToken(m_server, "dora");
    const QByteArray other = accessToken(m_server, "frida");
    QCOMPARE(run(u"sessions revoke"_s).exitCode, 2);
    QCOMPARE(statusOf(one), 200);
    QCOMPARE(run(u"sessions revoke --all"_s).exitCode, 0);
    QVERIFY(isRefusedSoon(one));
    QVERIFY(isRefusedSoon(other));
}

void CommandLineTest::theLastAdministratorStays()
{
    for (const QString &line : {u"users disable admin"_s, u"users role admin operator"_s, u"users remove admin"_s}) {
        const Outcome outcome = run(line);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("last administrator"), outcome.errors.constData());
    }
    QCOMPARE(add(u"second"_s, u"admin"_s), 0);
    QCOMPARE(run(u"users disable admin"_s).exitCode, 0);
    QCOMPARE(run(u"users disable second"_s).exitCode, 1);
    QCOMPARE(run(u"users enable admin"_s).exitCode, 0);
}

void CommandLineTest::noPasswordIsShown()
{
    const Outcome outcome = run(u"users add ludwig"_s, QByteArray(kPassword) + '\n');
    QVERIFY(!(outcome.output + outcome.errors).contains(kPassword));
    for (const QString &line : {u"users list"_s, u"users list --json"_s, u"sessions list --json"_s})
        QVERIFY(!run(line).output.contains("argon2"));
    QVERIFY(!m_server.output().contains(kPassword));
}

void CommandLineTest::asksTwiceWithoutEchoOnATerminal()
{
    const QByteArray password = kPassword;
    const auto type = [this](const QByteArray &first, const QByteArray &second) {
        return runOnTerminal(m_folder, {u"users"_s, u"add"_s, u"martha"_s},
                             {{"Password for martha: ", first}, {"Again: ", second}});
    };
    const Outcome slipped = type(password, password + 'x');
    QCOMPARE(slipped.exitCode, 2);
    QVERIFY2(slipped.output.contains("not the same"), slipped.output.constData());
    const Outcome typed = type(password, password);
    QVERIFY2(typed.exitCode == 0, typed.output.constData());
    QVERIFY(!typed.output.contains(kPassword) && !slipped.output.contains(kPassword));
    QCOMPARE(signIn(m_server, "martha").status, 200);
}

void CommandLineTest::namesMissingData()
{
    const ServerFolder folder;
    const Outcome outcome = folder.run({u"users"_s, u"list"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("there are no users in"), outcome.errors.constData());
    QVERIFY2(!QFile::exists(folder.path(u"data"_s)), "looking makes no folder");
    QCOMPARE(folder.run({u"users"_s, u"add"_s, u"admin"_s}, QByteArray(kPassword) + '\n').exitCode, 0);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "test_command_line.moc"
