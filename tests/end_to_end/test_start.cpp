#include "tools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a service manager hears with: $NOTIFY_SOCKET.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toLocal8Bit();
        std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot bind %s", name.constData());
    }
    ~NotifySocket() { ::close(m_socket); }
    NotifySocket(const NotifySocket &) = delete;
    NotifySocket &operator=(const NotifySocket &) = delete;

    /// Everything heard so far.
    QByteArray heard()
    {
        char text[256];
        for (ssize_t size = ::recv(m_socket, text, sizeof text, 0); size > 0; size = ::recv(m_socket, text, sizeof text, 0))
            m_heard += QByteArray(text, size) + ';';
        return m_heard;
    }

private:
    int m_socket;
    QByteArray m_heard;
};

/// The first line that begins with `label`.
QByteArray lineOf(const QByteArray &text, QByteArrayView label)
{
    const QByteArrayList lines = text.split('\n');
    const auto found = std::ranges::find_if(lines, [label](const QByteArray &line) { return line.startsWith(label); });
    return found == lines.end() ? QByteArray() : *found;
}

} // namespace

/// Before, at and after the start of a server: `gatehouse check`, the lock, the pid file, the service manager, the process.
class StartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesWhatWouldStart();
    void namesEveryReason();
    void namesAPortThatSomebodyElseHas();
    void knowsItsOwnServer();
    void namesADamagedDatabase();
    void namesADatabaseOfANewerVersion();
    void namesAFolderThatCannotBeWrittenTo();
    void namesTlsFilesThatDoNotFit();
    void namesWhatTheServerWouldRefuse_data();
    void namesWhatTheServerWouldRefuse();
    void namesKeysThatCannotBeRead();
    void refusesASecondServerOnTheSameData();
    void startsAgainAfterACrash();
    void writesAPidFileAndTakesItAway();
    void tellsTheServiceManager();
    void keepsToItself();
    void opensAsManyFilesAsConnectionsNeed();
    void startsFast();

private:
    [[nodiscard]] static Outcome check(const ServerFolder &folder, const QStringList &flags = {})
    {
        return folder.run(QStringList{u"check"_s} + flags);
    }
};

void StartTest::passesWhatWouldStart()
{
    const ServerFolder folder;
    const Outcome outcome = check(folder, {u"--port"_s, u"0"_s});
    QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
    QVERIFY2(!QFile::exists(folder.path(u"data"_s)), "a check makes nothing");
    const Outcome json = check(folder, {u"--port"_s, u"0"_s, u"--json"_s});
    QVERIFY(QJsonDocument::fromJson(json.output).object().value("ok"_L1).toBool());
    QCOMPARE(check(folder, {u"something"_s}).exitCode, 2);
}

void StartTest::namesEveryReason()
{
    ServerFolder folder;
    folder.configure("app:\n  mode: production\nauth:\n  cookie_secure: false\nhttp:\n  allowed_origins: ['*']\n");
    const Outcome outcome = check(folder, {u"--port"_s, u"0"_s});
    QCOMPARE(outcome.exitCode, 1);
    const QByteArrayList lines = outcome.errors.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray reason : {"JWT_SECRET: ", "REDIS_URL: ", "http.allowed_origins: ", "auth.cookie_secure: "})
        QVERIFY2(std::ranges::any_of(lines, [&](const QByteArray &line) { return line.startsWith(reason); }),
                 outcome.errors.constData());
    const QJsonObject json = QJsonDocument::fromJson(check(folder, {u"--port"_s, u"0"_s, u"--json"_s}).output).object();
    QCOMPARE(json.value("ok"_L1).toBool(true), false);
    QCOMPARE(json.value("reasons"_L1).toArray().size(), 4);

    folder.configure("http:\n  wokers: 2\nlimits:\n  generl:\n    quota: 1\n");
    const Outcome mistyped = check(folder);
    QCOMPARE(mistyped.exitCode, 1);
    QVERIFY2(mistyped.errors.contains("http.workers") && mistyped.errors.contains("limits.general"), mistyped.errors.constData());
}

void StartTest::namesAPortThatSomebodyElseHas()
{
    const ServerFolder folder;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const Outcome outcome = check(folder, {u"--port"_s, QString::number(other.serverPort())});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.startsWith("http.port: "), outcome.errors.constData());
}

void StartTest::knowsItsOwnServer()
{
    const ServerFolder folder;
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    const Outcome outcome = check(folder, {u"--port"_s, QString::number(server.port())});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QVERIFY2(outcome.output.contains("process " + QByteArray::number(server.processId())), outcome.output.constData());
}

void StartTest::namesADamagedDatabase()
{
    const ServerFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"data"_s)));
    QFile file(folder.path(u"data/gatehouse.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is no database, whatever it is called, and long enough") > 0);
    file.close();
    const Outcome outcome = check(folder, {u"--port"_s, u"0"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("gatehouse.db: "), outcome.errors.constData());
}

void StartTest::namesADatabaseOfANewerVersion()
{
    const ServerFolder folder;
    QCOMPARE(folder.run({u"users"_s, u"add"_s, u"admin"_s}, QByteArray(kPassword) + '\n').exitCode, 0);
    const QString script = u"import sqlite3,sys; c=sqlite3.connect(sys.argv[1]);"
                           "c.execute('INSERT INTO schema_migrations VALUES (9999, 0)'); c.commit()"_s;
    QCOMPARE(runProgram(u"python3"_s, {u"-c"_s, script, folder.path(u"data/gatehouse.db"_s)}).exitCode, 0);
    const Outcome outcome = check(folder, {u"--port"_s, u"0"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("newer version"), outcome.errors.constData());
}

void StartTest::namesAFolderThatCannotBeWrittenTo()
{
    const ServerFolder folder;
    QFile file(folder.path(u"data"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Outcome outcome = check(folder, {u"--port"_s, u"0"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("app.data_dir: "), outcome.errors.constData());
}

void StartTest::namesTlsFilesThatDoNotFit()
{
    const ServerFolder folder;
    if (!folder.run({u"help"_s, u"serve"_s}).output.contains("--tls-certificate"))
        QSKIP("this build has no TLS settings");
    const auto path = [&](const QString &name) { return folder.path(name); };
    QVERIFY(makeCertificate(path(u"one.pem"_s), path(u"one.key"_s)) && makeCertificate(path(u"two.pem"_s), path(u"two.key"_s)));
    const auto with = [&](const QString &certificate, const QString &key) {
        return check(folder, {u"--port"_s, u"0"_s, u"--tls-certificate"_s, path(certificate), u"--tls-key"_s, path(key)});
    };
    QCOMPARE(with(u"one.pem"_s, u"one.key"_s).exitCode, 0);
    QVERIFY(with(u"one.pem"_s, u"two.key"_s).errors.contains("tls.key: "));
    QVERIFY(with(u"none.pem"_s, u"one.key"_s).errors.contains("tls.certificate: "));
}

void StartTest::namesWhatTheServerWouldRefuse_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QByteArray>("setting");
    QTest::newRow("imprint") << u"--impressum-file"_s << QByteArray("sharing.impressum_file");
    QTest::newRow("privacy") << u"--privacy-file"_s << QByteArray("sharing.privacy_file");
    QTest::newRow("assets") << u"--custom-assets-dir"_s << QByteArray("sharing.custom_assets_dir");
    QTest::newRow("countries") << u"--sharing-country-database"_s << QByteArray("sharing.country_database");
    QTest::newRow("networks") << u"--sharing-asn-database"_s << QByteArray("sharing.asn_database");
    QTest::newRow("pid file") << u"--pid-file"_s << QByteArray("app.pid_file");
}

void StartTest::namesWhatTheServerWouldRefuse()
{
    QFETCH(const QString, flag);
    QFETCH(const QByteArray, setting);
    const ServerFolder folder;
    const QStringList flags{u"--port"_s, u"0"_s, flag, folder.path(u"nowhere/it"_s)};
    const Outcome outcome = check(folder, flags);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.startsWith(setting + ": "), outcome.errors.constData());
    QCOMPARE(outcome.errors.count('\n'), 1);
    QVERIFY(!QFile::exists(folder.path(u"data"_s)));

    const Outcome served = folder.run(QStringList{u"serve"_s} + flags);
    QCOMPARE(served.exitCode, 1);
    const QByteArray reason = outcome.errors.trimmed().sliced(setting.size() + 2);
    QVERIFY2(served.errors.contains(reason), served.errors.constData());
}

void StartTest::namesKeysThatCannotBeRead()
{
    const ServerFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"data"_s)));
    for (const QString &name : {u"data/signing-keys"_s, u"data/audit-key"_s}) {
        QFile file(folder.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no keys") > 0);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    const Outcome outcome = check(folder, {u"--port"_s, u"0"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("signing-keys is damaged"), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains("audit-key is damaged"), outcome.errors.constData());
}

void StartTest::refusesASecondServerOnTheSameData()
{
    const ServerFolder folder;
    ServerProcess first(folder);
    QVERIFY2(first.start(), first.output().constData());
    ServerProcess second(folder);
    QVERIFY(!second.start({}, 5s));
    QCOMPARE(second.waitForEnd(1s), std::optional<int>(1));
    QVERIFY2(second.output().contains("process " + QByteArray::number(first.processId())), second.output().constData());
    QCOMPARE(HttpClient({.port = first.port()}).get("/health/live").status, 200);
}

void StartTest::startsAgainAfterACrash()
{
    const ServerFolder folder;
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    server.kill();
    QVERIFY2(server.start(), server.output().constData());
}

void StartTest::writesAPidFileAndTakesItAway()
{
    const ServerFolder folder;
    ServerProcess server(folder);
    const QString path = folder.path(u"gatehouse.pid"_s);
    QVERIFY2(server.start({u"--pid-file"_s, path}), server.output().constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray::number(server.processId()) + '\n');
    server.signal(SIGTERM);
    QCOMPARE(server.waitForEnd(5s), std::optional<int>(0));
    QVERIFY(!QFile::exists(path));
    QVERIFY(!server.start({u"--pid-file"_s, folder.path(u"no/such/folder/pid"_s)}, 5s));
    QVERIFY(server.output().contains("app.pid_file"));
}

void StartTest::tellsTheServiceManager()
{
    ServerFolder folder;
    NotifySocket manager(folder.path(u"notify"_s));
    folder.setVariable(u"NOTIFY_SOCKET"_s, folder.path(u"notify"_s));
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QTRY_COMPARE(manager.heard(), QByteArray("READY=1;"));
    server.signal(SIGHUP);
    QTRY_VERIFY(manager.heard().startsWith("READY=1;RELOADING=1\nMONOTONIC_USEC=") && manager.heard().endsWith(";READY=1;"));
    server.signal(SIGTERM);
    QCOMPARE(server.waitForEnd(5s), std::optional<int>(0));
    QVERIFY(manager.heard().endsWith("STOPPING=1;"));
}

void StartTest::keepsToItself()
{
    ServerFolder folder;
    folder.setVariable(u"JWT_SECRET"_s, u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s);
    ServerProcess server(folder);
    QVERIFY2(server.start({u"--app-mode"_s, u"production"_s, u"--limits-backend"_s, u"embedded"_s}), server.output().constData());
    const auto proc = [&](const QString &name) {
        QFile file(u"/proc/%1/%2"_s.arg(server.processId()).arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(proc(u"status"_s).contains("NoNewPrivs:\t1"));
    QVERIFY(proc(u"status"_s).contains("Umask:\t0077"));
    const QByteArray limits = proc(u"limits"_s);
    QVERIFY2(limits.contains("Max core file size        0                    0"), limits.constData());
    QVERIFY2(!proc(u"environ"_s).contains("9f86d081884c7d65"), "the secret stands in /proc");
    // What is not dumpable belongs to root there, whoever runs it.
    struct stat owner{};
    QCOMPARE(::stat(u"/proc/%1/environ"_s.arg(server.processId()).toLatin1().constData(), &owner), 0);
    QCOMPARE(owner.st_uid, 0U);
    for (const QString &name : {u"data"_s, u"data/gatehouse.db"_s, u"data/gatehouse.lock"_s}) {
        struct stat file{};
        QCOMPARE(::stat(folder.path(name).toLocal8Bit().constData(), &file), 0);
        QCOMPARE(file.st_mode & 077U, 0U);
    }
}

void StartTest::opensAsManyFilesAsConnectionsNeed()
{
    const ServerFolder folder;
    const QString line =
        u"ulimit -Sn 64; ulimit -Hn 512; exec \"$0\" serve --port 0 --data-dir \"$1\" --http-max-connections 900"_s;
    QProcess process;
    process.setProcessEnvironment(folder.environment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"bash"_s, {u"-c"_s, line, gatehouseProgram(), folder.path(u"data"_s)});
    QByteArray said;
    while (!said.contains("ready at") && process.waitForReadyRead(5000))
        said += process.readAll();
    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QByteArrayList words = lineOf(limits.readAll(), "Max open files").simplified().split(' ');
    process.kill();
    process.waitForFinished();
    // Who may raise the hard limit got all; who may not got what there was, and was told.
    if (words.value(3).toInt() == 512)
        QVERIFY2(said.contains("http.max_connections is 900"), said.constData());
    else
        QVERIFY2(words.value(3).toInt() >= 900, words.join(' ').constData());
}

void StartTest::startsFast()
{
    const ServerFolder folder;
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    server.kill();
    QVERIFY2(server.start(), server.output().constData());
    // Other tests run beside this one; the benchmarks judge the promise of 150 ms.
    QVERIFY2(server.startTime() < 1s * TEST_TIME_FACTOR, QByteArray::number(qint64(server.startTime().count() / 1000)) + " ms");
}

QTEST_GUILESS_MAIN(StartTest)
#include "test_start.moc"
