#pragma once

#include "core/error.h"

#include <QString>

#include <mutex>

namespace gatehouse::audit {

/// Notices that the file of a SQLite database is no longer where it was: SQLite itself goes on writing to a file that was
/// removed, and finds out late that one was cut off. Thread-safe.
class StoreFile
{
public:
    /// `path` is there by now.
    explicit StoreFile(QString path);

    /// Fails with Unavailable from when on the file was removed, replaced or cut off. A start sets it right, or fails.
    [[nodiscard]] Result<void> check();

private:
    const QString m_path;
    std::mutex m_mutex; ///< of all below
    quint64 m_inode = 0;
    qint64 m_size = 0; ///< the largest seen: the file only grows
};

} // namespace gatehouse::audit
