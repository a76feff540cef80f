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

    /// Fails with Malformed when options contradict each other, with Invalid when the folder is none, or none to write to where
    /// it was asked for.
    [[nodiscard]] static Result<SecretOutput> from(const SharingArguments &arguments);

    /// Shows a text, saves a file, never over another one; unpacks a ZIP with `--extract`. On a terminal, characters that would
    /// steer it are replaced. What cannot go where it was to go, an archive that cannot be unpacked as well, is saved as it is
    /// where that is possible, and the failure returned.
    [[nodiscard]] Result<void> put(const client::SecretPayload &payload, Terminal &terminal) const;

private:
    SecretOutput() = default;

    [[nodiscard]] Result<void> check(const SharingArguments &arguments) const;
    [[nodiscard]] QString pathOf(const QString &name) const;
    [[nodiscard]] Result<void> bring(const client::SecretPayload &payload, const QString &name, Terminal &terminal) const;
    [[nodiscard]] Result<void> show(QByteArrayView data, Terminal &terminal) const;
    [[nodiscard]] Result<void> save(const QString &path, QByteArrayView data, Terminal &terminal) const;
    [[nodiscard]] Result<void> unpack(QByteArrayView data, Terminal &terminal) const;
    [[nodiscard]] Result<void> rescue(const Error &error, const QString &name, QByteArrayView data) const;

    bool m_toStdout = false;
    bool m_extract = false;
    QString m_filename; ///< empty: the payload's
    QDir m_folder;
};

} // namespace gatehouse::terminal
