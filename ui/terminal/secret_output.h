#pragma once

#include "client/secret_payload.h"
#include "terminal/sharing_arguments.h"

#include <QDir>

namespace gatehouse::terminal {

/// Where a secret that was received goes. Decided on, and found possible, before it is taken: it cannot be taken again.
class SecretOutput
{
public:
    /// The options of from(): Hakanai's, with its HAKANAI_TO_STDOUT and HAKANAI_OUTPUT_DIR.
    [[nodiscard]] static Arguments::Options withOutput(Arguments::Options options);

    /// Fails with Malformed when options contradict each other, with Invalid when the folder is none, or none to write to.
    [[nodiscard]] static Result<SecretOutput> from(const SharingArguments &arguments);

    /// Shows a text, saves a file, never over another one; unpacks a ZIP with `--extract`. On a terminal, characters that would
    /// steer it are replaced. An archive that cannot be unpacked is saved as it is, and the failure returned.
    [[nodiscard]] Result<void> put(const client::SecretPayload &payload, Terminal &terminal) const;

private:
    SecretOutput() = default;

    [[nodiscard]] Result<void> show(QByteArrayView data, Terminal &terminal) const;
    [[nodiscard]] Result<void> save(const QString &path, QByteArrayView data, Terminal &terminal) const;
    [[nodiscard]] Result<void> unpack(const QString &name, QByteArrayView data, Terminal &terminal) const;
    [[nodiscard]] Result<void> unpackFiles(QByteArrayView data, Terminal &terminal) const;

    bool m_toStdout = false;
    bool m_extract = false;
    QString m_filename; ///< empty: the payload's
    QDir m_folder;
};

} // namespace gatehouse::terminal
