#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <QString>

#include <chrono>
#include <optional>

namespace gatehouse::secrets {

/// Keeps every other process that asks for the same lock out, until destroyed. The kernel gives it back when the process dies,
/// however it dies (flock). The lock's file stays.
class FileLock
{
public:
    /// Locks for changes of `path`, by a file beside it. Fails with Unavailable when another process holds it for longer than
    /// `patience`.
    [[nodiscard]] static Result<FileLock> acquire(const QString &path,
                                                  std::chrono::milliseconds patience = std::chrono::seconds(10));
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor = -1;
};

struct FileContent {
    SecretBytes bytes;
    WallTime changed; ///< when it was last written
    bool readableByOthers = false; ///< by its group or by anybody
};

/// A file of at most `limit` bytes, read without leaving a copy; nothing when there is none. Symbolic links are followed, as
/// mounted secrets are such. Fails with Unavailable when it cannot be read, is no regular file or is larger.
[[nodiscard]] Result<std::optional<FileContent>> readSecretFile(const QString &path, qsizetype limit);

/// Replaces or makes `path`, readable by its owner alone: whoever reads it, and whatever crashes, finds the old content or the
/// new one, on the disk once this returns. Whom it belongs to stays when root replaces it (core/owned_file.h). `lock` is the
/// one of that path.
[[nodiscard]] Result<void> replaceSecretFile(const QString &path, QByteArrayView content, const FileLock &lock);

/// Makes `path`, readable by its owner alone, who is the user of this process. Fails with Conflict when there is something by
/// that name.
[[nodiscard]] Result<void> createSecretFile(const QString &path, QByteArrayView content);

/// Makes a folder that its owner alone can enter. Fails with Conflict when there is something by that name.
[[nodiscard]] Result<void> createSecretFolder(const QString &path);

/// What changes whenever a file is replaced; equal means untouched. Absent when there is no file.
struct FileIdentity {
    quint64 inode = 0;
    qint64 size = 0;
    qint64 changedNanoseconds = 0;
    bool operator==(const FileIdentity &) const = default;
};
[[nodiscard]] std::optional<FileIdentity> identityOf(const QString &path);

} // namespace gatehouse::secrets
