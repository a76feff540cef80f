#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>

/// A real Redis (or Valkey, where there is no Redis) on a free port of 127.0.0.1 and on a Unix socket, with a folder of its
/// own. It ends with this object, and with the test program however that ends. A failure to start ends the test program.
class RedisServer
{
public:
    enum class Mode { Server, Sentinel };

    /// `arguments` as on its command line: {"--maxmemory", "4mb"}. `configuration` is put into its file, which Sentinels need.
    explicit RedisServer(QStringList arguments = {}, Mode mode = Mode::Server, const QByteArray &configuration = {});
    ~RedisServer();

    /// Ends it as `kill -9` does, and starts it anew on the same port.
    void kill();
    void start();
    /// How far its clock is ahead of the machine's when it is started next.
    void setClockAhead(std::chrono::seconds ahead) { m_clockAhead = ahead; }
    /// SIGSTOP and SIGCONT.
    void pause();
    void resume();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString socketPath() const { return m_folder.filePath(QStringLiteral("redis.sock")); }
    [[nodiscard]] QByteArray url() const { return "redis://127.0.0.1:" + QByteArray::number(m_port); }

    /// Runs one command on a connection of its own, waiting for the reply as it is on the wire.
    QByteArray command(const QByteArrayList &words) const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    QTemporaryDir m_folder;
    QStringList m_arguments;
    Mode m_mode;
    quint16 m_port = 0;
    std::chrono::seconds m_clockAhead{};
    QProcess m_process;
};
