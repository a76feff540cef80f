#include "desktop/guide/local_server.h"
#include "desktop/presence/single_instance.h"
#include "desktop/presence/tray_icon.h"
#include "free_port.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine

/// A server that does at once what it is told.
class PromptServer final : public desktop::LocalServer
{
public:
    [[nodiscard]] QString dataFolder() const override { return {}; }
    [[nodiscard]] bool isNew() const override { return false; }
    void tryOut(desktop::LocalSetup) override { Q_EMIT tried({}); }
    void adopt(desktop::LocalSetup) override { Q_EMIT adopted({}); }
    void start() override { become(State::Running); }
    void stop() override { become(State::Stopped); }
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QUrl url() const override { return {}; }
    [[nodiscard]] QByteArray pin() const override { return {}; }
    [[nodiscard]] QString problem() const override { return {}; }
    [[nodiscard]] bool needsAdministrator() const override { return false; }
    int starts = 0;

private:
    void become(State state)
    {
        m_state = state;
        starts += state == State::Running ? 1 : 0;
        Q_EMIT changed();
    }
    State m_state = State::Stopped;
};

QAction *actionOf(QMenu &menu, const QString &text)
{
    for (QAction *const action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

/// How the program stands on a desktop.
class TestConsoleProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondOneShowsTheFirst();
    void oneThatCrashedLeavesThePlace();
    void theTrayStartsStopsAndRestarts();
    void theProgramEndsCleanlyWhenTold();

private:
    [[nodiscard]] static bool isFirst(desktop::SingleInstance &instance) { return instance.claim(); }
};

void TestConsoleProgram::aSecondOneShowsTheFirst()
{
    const QTemporaryDir folder;
    desktop::SingleInstance first(folder.path());
    QVERIFY(isFirst(first));
    QSignalSpy raised(&first, &desktop::SingleInstance::raiseRequested);
    QProcess second; // of another process, as a lock is one of processes
    second.setProcessEnvironment([&] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SECOND_IN"_s, folder.path());
        return environment;
    }());
    second.start(QCoreApplication::applicationFilePath(), {});
    QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, kPatience);
    QCOMPARE(second.exitCode(), 42); // it saw that it is not the first
}

void TestConsoleProgram::oneThatCrashedLeavesThePlace()
{
    const QTemporaryDir folder;
    QFile left(folder.filePath(u"gatehouse-console.socket"_s));
    QVERIFY(left.open(QIODevice::WriteOnly));
    desktop::SingleInstance next(folder.path());
    QVERIFY(isFirst(next));
}

void TestConsoleProgram::theTrayStartsStopsAndRestarts()
{
    desktop::Theme theme;
    PromptServer server;
    desktop::TrayIcon tray(theme, server);
    QAction *const start = actionOf(tray.menu(), u"&Start the server"_s);
    QAction *const stop = actionOf(tray.menu(), u"S&top the server"_s);
    QAction *const restart = actionOf(tray.menu(), u"&Restart the server"_s);
    QVERIFY(start->isEnabled() && !stop->isEnabled() && !restart->isEnabled());
    start->trigger();
    QVERIFY(!start->isEnabled() && stop->isEnabled() && restart->isEnabled());
    restart->trigger();
    QCOMPARE(server.state(), desktop::LocalServer::State::Running);
    QCOMPARE(server.starts, 2);
    stop->trigger();
    QCOMPARE(server.state(), desktop::LocalServer::State::Stopped);
    QVERIFY(start->isEnabled());
    QSignalSpy opened(&tray, &desktop::TrayIcon::openRequested);
    actionOf(tray.menu(), u"&Open Gatehouse"_s)->trigger();
    QCOMPARE(opened.count(), 1);
}

void TestConsoleProgram::theProgramEndsCleanlyWhenTold()
{
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s));
    const QString config = folder.filePath(u"config/gatehouse"_s);
    QVERIFY(QDir().mkpath(config));
    QFile kept(config + u"/gatehouse-console.conf"_s); // as after a first run: the server in this program
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.write("[server]\nname=This computer\nurl=\nstage=0\nembedded=true\n");
    kept.close();
    QFile configuration(config + u"/gatehouse.yaml"_s);
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write("secrets:\n  keychain: false\n");
    configuration.close();
    const QStringList flags{u"--data-dir"_s, folder.filePath(u"server"_s), u"--http-port"_s, QString::number(tests::freePort())};
    const auto start = [&](QProcess &program) {
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(CONSOLE), flags);
        return program.waitForStarted(kPatience);
    };
    QProcess first;
    QVERIFY(start(first));
    const auto answers = [&] {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(flags.last().toUInt()));
        return socket.waitForConnected(200);
    };
    QTRY_VERIFY_WITH_TIMEOUT(answers(), kPatience);
    QProcess second;
    QVERIFY(start(second));
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, kPatience);
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(first.state(), QProcess::Running);
    QCOMPARE(::kill(pid_t(first.processId()), SIGTERM), 0);
    QTRY_COMPARE_WITH_TIMEOUT(first.state(), QProcess::NotRunning, kPatience);
    QVERIFY2(first.exitStatus() == QProcess::NormalExit && first.exitCode() == 0, first.readAll().constData());
    QVERIFY(!answers());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString folder = qEnvironmentVariable("SECOND_IN"); !folder.isEmpty()) {
        desktop::SingleInstance second(folder);
        return second.claim() ? 0 : 42;
    }
    TestConsoleProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_console_program.moc"
