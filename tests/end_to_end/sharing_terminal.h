#pragma once

#include "sharing_server.h"
#include "terminal_run.h"
#include "tools.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <memory>

namespace gatehouse::e2e {

/// Runs the commands for one-time secrets in a folder of their own, against a server that speaks the contract from memory.
class SharingTerminal
{
public:
    SharingTerminal()
        : m_folder(std::make_unique<QTemporaryDir>())
        , m_server(std::make_unique<tests::SharingServer>())
    {
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = ServerFolder().environment();
        environment.insert(QStringLiteral("HAKANAI_SERVER"), m_server->address());
        for (const auto &[name, value] : m_variables.asKeyValueRange())
            environment.insert(name, value);
        return environment;
    }
    /// Runs `gatehouse WORDS…` in the test's folder, with the test's server.
    [[nodiscard]] Outcome run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.setWorkingDirectory(m_folder->path());
        process.start(gatehouseProgram(), words);
        process.write(input);
        process.closeWriteChannel();
        Outcome outcome;
        if (process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.output = process.readAllStandardOutput();
        outcome.errors = process.readAllStandardError();
        return outcome;
    }
    /// The link that `send` prints.
    [[nodiscard]] static QString linkIn(const Outcome &outcome)
    {
        static const QRegularExpression line(QStringLiteral("(?:Secret|Request) link: (\\S+)"));
        return line.match(QString::fromUtf8(outcome.output)).captured(1);
    }
    [[nodiscard]] QString sendText(const QByteArray &text, const QStringList &flags = {}) const
    {
        return linkIn(run(QStringList{QStringLiteral("send")} + flags, text));
    }
    [[nodiscard]] QJsonObject lastBody() const { return QJsonDocument::fromJson(m_server->state().last().body).object(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::SharingServer> m_server;
    QMap<QString, QString> m_variables;
};

} // namespace gatehouse::e2e
