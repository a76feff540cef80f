#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>
#include <optional>

namespace gatehouse::e2e {

/// The program under test: `$GATEHOUSE_PROGRAM`, which CTest sets.
[[nodiscard]] QString gatehouseProgram();

/// What one run of a program came to.
struct Outcome {
    int exitCode = -1; ///< -1: it crashed, was killed or took too long
    QByteArray output;
    QByteArray errors;
};

/// A folder for one server: its configuration, its data, its logs. Outlives the server, so that another can be started on
/// the same data; removed at the end.
class ServerFolder
{
public:
    ServerFolder();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes `gatehouse.yaml`. Settings in it hold for servers and commands started from now on.
    void configure(const QByteArray &yaml) const;
    /// Adds a variable to the environment of what is started from now on.
    void setVariable(const QString &name, const QString &value) { m_variables.append({name, value}); }
    /// An environment that knows nothing of the person who runs the tests.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// `--config` and `--data-dir` of this folder.
    [[nodiscard]] QStringList flags() const;
    /// Runs `gatehouse WORDS…` on this folder, to its end.
    [[nodiscard]] Outcome run(const QStringList &words, const QByteArray &input = {}) const;

private:
    QTemporaryDir m_folder;
    QList<std::pair<QString, QString>> m_variables;
};

/// A running `gatehouse serve`, on a free port of 127.0.0.1. Killed at the end, and with the test if that is killed.
class ServerProcess
{
public:
    explicit ServerProcess(const ServerFolder &folder);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Starts it and waits until it says that it is ready. False when it does not: then output() says why.
    [[nodiscard]] bool start(const QStringList &flags = {}, std::chrono::milliseconds patience = std::chrono::seconds(20));
    [[nodiscard]] quint16 port() const { return m_port; }
    /// From the start of the process until it said that it is ready.
    [[nodiscard]] std::chrono::microseconds startTime() const { return m_startTime; }
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    /// Everything it has printed so far, standard error included.
    [[nodiscard]] QByteArray output() const;
    /// The setup code it printed, if it did.
    [[nodiscard]] QByteArray setupCode() const;

    /// Sends SIGTERM, SIGHUP or another.
    void signal(int number) const;
    /// Its exit code once it has ended by itself; nothing when it has not by then, or was killed.
    [[nodiscard]] std::optional<int> waitForEnd(std::chrono::milliseconds patience);
    /// Ends it as a crash would.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process->state() == QProcess::Running; }

private:
    const ServerFolder &m_folder;
    QString m_logFile;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    std::chrono::microseconds m_startTime{};
};

} // namespace gatehouse::e2e
