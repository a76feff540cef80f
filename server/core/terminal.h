#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QJsonDocument>
#include <QString>
#include <QStringList>

#include <vector>

namespace gatehouse {

/// The terminal a command line program talks to: standard input, output and error. Main thread only.
class Terminal
{
public:
    /// Writes a line to standard output.
    void print(const QString &line);
    /// Writes a line to standard error: progress, warnings and failures.
    void printError(const QString &line);
    /// Writes bytes to standard output as they are. False: not all of them went out.
    bool write(QByteArrayView bytes);
    /// Writes bytes to standard error as they are.
    void writeError(QByteArrayView bytes);
    /// Writes JSON over several lines. What would steer a terminal is written as escapes, which mean the same.
    void printJson(const QJsonDocument &document);
    /// Writes rows in aligned columns, without what would steer a terminal; `header` is underlined only on a real terminal.
    void printTable(const QStringList &header, const std::vector<QStringList> &rows);

    /// Whether a person sits at standard input.
    [[nodiscard]] bool isInteractive() const;
    /// Whether standard output is a terminal, which understands what steers one.
    [[nodiscard]] bool isOutputTerminal() const;
    /// The same for standard error.
    [[nodiscard]] bool isErrorTerminal() const;
    /// Reads a secret: asked for with `prompt` and without echo on a terminal, else the first line of standard
    /// input. Fails when the input ends before anything was read.
    [[nodiscard]] Result<SecretBytes> readSecret(const QString &prompt);
    /// Everything on standard input, at most `limit` bytes.
    [[nodiscard]] Result<SecretBytes> readAll(qsizetype limit);
};

/// `text` without what would steer a terminal: somebody else may have chosen it. Nothing but such characters is replaced, by
/// U+FFFD; with `lines`, line breaks and tabs stay.
[[nodiscard]] QString printable(QString text, bool lines = false);

} // namespace gatehouse
