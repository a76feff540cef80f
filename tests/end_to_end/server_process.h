#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A real `gatehouse serve` on a free port, with a data folder that outlives restarts. Killed at the end.
class ServerProcess
{
public:
    explicit ServerProcess(QStringList flags = {});
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Starts and waits until it says that it is ready.
    void start();
    /// SIGKILL: nothing of it gets to say goodbye.
    void kill();
    /// Sends a signal.
    void signal(int number) const;
    /// Waits for the end; the exit code, or -1 when it crashed or did not end in time.
    [[nodiscard]] int exitCode(int milliseconds = 10000);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray setupCode() const { return m_setupCode; }
    [[nodiscard]] QString dataDir() const { return m_folder.path(); }

private:
    QStringList m_flags;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_setupCode;
};
