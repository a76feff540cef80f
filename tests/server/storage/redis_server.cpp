#include "redis_server.h"

#include "free_port.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace {

/// TEST_REDIS_PROGRAM chooses where both are installed.
QString serverProgram()
{
    if (const QString chosen = qEnvironmentVariable("TEST_REDIS_PROGRAM"); !chosen.isEmpty())
        return chosen;
    for (const QString &name : {u"redis-server"_s, u"valkey-server"_s}) {
        if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
            return path;
    }
    qFatal("neither redis-server nor valkey-server is installed");
}

} // namespace

RedisServer::RedisServer(QStringList arguments, Mode mode, const QByteArray &configuration)
    : m_arguments(std::move(arguments))
    , m_mode(mode)
    , m_port(gatehouse::tests::freePort())
{
    QFile file(m_folder.filePath(u"redis.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration) < 0)
        qFatal("cannot write Redis's configuration");
    file.close();
    // Should the test program crash, the kernel ends it.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    start();
}

RedisServer::~RedisServer()
{
    kill();
}

void RedisServer::start()
{
    QStringList arguments{m_folder.filePath(u"redis.conf"_s)};
    if (m_mode == Mode::Sentinel)
        arguments << u"--sentinel"_s;
    if (!m_arguments.contains(u"--port"_s))
        arguments << u"--port"_s << QString::number(m_port);
    arguments << u"--bind"_s << u"127.0.0.1"_s << u"--dir"_s << m_folder.path() << u"--daemonize"_s << u"no"_s;
    if (m_mode == Mode::Server)
        arguments << u"--unixsocket"_s << socketPath() << u"--save"_s << QString() << u"--enable-debug-command"_s << u"yes"_s
                  << u"--repl-diskless-sync-delay"_s << u"0"_s;
    arguments << m_arguments;
    arguments.replaceInStrings(u"{port}"_s, QString::number(m_port));
    m_process.setProcessEnvironment(environment());
    m_process.start(serverProgram(), arguments);
    if (!m_process.waitForStarted())
        qFatal("cannot start Redis: %s", qUtf8Printable(m_process.errorString()));

    QElapsedTimer time;
    time.start();
    for (;;) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        if (socket.waitForConnected(100))
            return;
        if (time.elapsed() > 20'000 || m_process.waitForFinished(10))
            qFatal("Redis does not start: %s", qUtf8Printable(arguments.join(u' ')));
    }
}

QProcessEnvironment RedisServer::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (m_clockAhead.count() == 0)
        return environment;
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(WRONG_CLOCK_LIBRARY));
    environment.insert(u"WRONG_CLOCK"_s, QString::number(m_clockAhead.count()));
    return environment;
}

void RedisServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void RedisServer::pause()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void RedisServer::resume()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

QByteArray RedisServer::command(const QByteArrayList &words) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    QByteArray request = '*' + QByteArray::number(words.size()) + "\r\n";
    for (const QByteArray &word : words)
        request += '$' + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
    if (!socket.waitForConnected() || socket.write(request) < 0 || !socket.waitForReadyRead(5000))
        qFatal("Redis does not answer: %s", words.join(' ').constData());
    return socket.readAll();
}
