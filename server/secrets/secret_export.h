#pragma once

#include "core/error.h"
#include "secrets/secret_source.h"

#include <optional>
#include <vector>

namespace gatehouse::secrets {

enum class ExportFormat {
    Env, ///< one file of NAME=value
    Docker, ///< a folder with one file a secret, for /run/secrets and NAME_FILE
    Kubernetes, ///< one manifest of a Secret
    Systemd, ///< a folder with one credential a secret and a drop-in that loads them
};
[[nodiscard]] std::optional<ExportFormat> exportFormatFromText(QStringView text);

/// One file of an export.
struct ExportedFile {
    QString name; ///< inside the folder; empty: the export is this file alone
    SecretBytes content;
};

/// `secrets` in that format; `folder` is where it will be, absolute, for what has to name it.
[[nodiscard]] std::vector<ExportedFile> exported(const std::vector<NamedSecret> &secrets, ExportFormat format,
                                                 const QString &folder);

/// Writes an export to `path`, a file or a folder that must not be there yet, for its owner alone.
[[nodiscard]] Result<void> writeExport(const std::vector<ExportedFile> &files, const QString &path);

} // namespace gatehouse::secrets
