#include "server_under_test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcessEnvironment>

#include <csignal>
#include <sys/prctl.h>

namespace gatehouse::e2e {

using namespace std::chrono_literals;

namespace {

constexpr QByteArrayView kReady = "Gatehouse is ready at http";
constexpr QByteArrayView kSetupCode = "Setup code: ";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The rest of the line that `label` begins in, whole lines only.
std::optional<QByteArray> lineAfter(const QByteArray &text, QByteArrayView label)
{
    const qsizetype start = text.indexOf(label);
    const qsizetype end = start < 0 ? -1 : text.indexOf('\n', start);
    if (end < 0)
        return std::nullopt;
    return text.mid(start + label.size(), end - start - label.size()).trimmed();
}

/// Nothing is left running when a test program crashes.
void endWithParent()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

QString gatehouseProgram()
{
    return qEnvironmentVariable("GATEHOUSE_PROGRAM");
}

ServerFolder::ServerFolder()
{
    configure("app:\n  mode: development\n");
}

void ServerFolder::configure(const QByteArray &yaml) const
{
    QFile file(path(QStringLiteral("gatehouse.yaml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

QProcessEnvironment ServerFolder::environment() const
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const char *name :
         {"PATH", "LD_LIBRARY_PATH", "SUITE_RUN_MARK", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
        const QString key = QString::fromLatin1(name);
        if (own.contains(key))
            environment.insert(key, own.value(key));
    }
    // Otherwise newer versions of Qt say on standard error that the locale is not UTF-8.
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("no-config")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
    for (const auto &[name, value] : m_variables)
        environment.insert(name, value);
    return environment;
}

QStringList ServerFolder::flags() const
{
    return {QStringLiteral("--config"), path(QStringLiteral("gatehouse.yaml")), QStringLiteral("--data-dir"),
            path(QStringLiteral("data"))};
}

Outcome ServerFolder::run(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setChildProcessModifier(endWithParent);
    process.start(gatehouseProgram(), words + flags());
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    const bool ended = process.waitForFinished(30'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    return outcome;
}

ServerProcess::ServerProcess(const ServerFolder &folder)
    : m_folder(folder)
{
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QStringList &flags, std::chrono::milliseconds patience)
{
    kill();
    static int count = 0;
    m_logFile = m_folder.path(QStringLiteral("server-%1.log").arg(++count));
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(m_folder.environment());
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    // A file and not a pipe: nobody reads while a test loads the server.
    m_process->setStandardOutputFile(m_logFile);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(endWithParent);
    const QStringList serve{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")};

    QElapsedTimer timer;
    timer.start();
    m_process->start(gatehouseProgram(), serve + m_folder.flags() + flags);
    while (timer.elapsed() < patience.count()) {
        if (const std::optional<QByteArray> address = lineAfter(output(), kReady)) {
            m_startTime = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
            m_port = address->mid(address->lastIndexOf(':') + 1).toUShort();
            return m_port != 0;
        }
        if (m_process->waitForFinished(1))
            return false;
    }
    return false;
}

QByteArray ServerProcess::output() const
{
    return contentOf(m_logFile);
}

QByteArray ServerProcess::setupCode() const
{
    return lineAfter(output(), kSetupCode).value_or(QByteArray());
}

void ServerProcess::signal(int number) const
{
    ::kill(static_cast<pid_t>(m_process->processId()), number);
}

std::optional<int> ServerProcess::waitForEnd(std::chrono::milliseconds patience)
{
    if (isRunning() && !m_process->waitForFinished(static_cast<int>(patience.count())))
        return std::nullopt;
    if (m_process->exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    return m_process->exitCode();
}

void ServerProcess::kill()
{
    if (!m_process || !isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished();
}

} // namespace gatehouse::e2e
