#include "server_process.h"

#include <QElapsedTimer>

#include <csignal>

ServerProcess::ServerProcess(QStringList flags)
    : m_flags(std::move(flags))
{
}

ServerProcess::~ServerProcess()
{
    kill();
}

void ServerProcess::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(qEnvironmentVariable("GATEHOUSE_PROGRAM"),
                    QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
                                QStringLiteral("--data-dir"), dataDir(), QStringLiteral("--app-log-level"),
                                QStringLiteral("error")}
                        + m_flags);
    QByteArray said;
    QElapsedTimer timer;
    timer.start();
    while (!said.contains("Data: ") && timer.elapsed() < 10000 && m_process.waitForReadyRead(10000))
        said += m_process.readAll();
    const qsizetype address = said.indexOf("ready at http://127.0.0.1:");
    if (address < 0)
        qFatal("the server did not start: %s", said.constData());
    m_port = said.sliced(address + 26, said.indexOf('\n', address) - address - 26).toUShort();
    const qsizetype code = said.indexOf("Setup code: ");
    m_setupCode = code < 0 ? QByteArray() : said.sliced(code + 12).trimmed();
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void ServerProcess::signal(int number) const
{
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

int ServerProcess::exitCode(int milliseconds)
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(milliseconds))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}
