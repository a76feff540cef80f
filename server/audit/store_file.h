#pragma once

#include "core/error.h"

#include <QString>

#include <mutex>

namespace gatehouse::audit {

/// Notices that the file of a SQLite database is no longer where it was: SQLite itself goes on writing to a file that was
/// removed, and finds out late that one was cut off. Keeps the file open, and outlives the connections of this process to it:
/// whoever closes a file lets go of all its locks, SQLite's as well. Thread-safe.
class StoreFile
{
public:
    /// `path` is there by now.
    explicit StoreFile(QString path);
    ~StoreFile();
    StoreFile(const StoreFile &) = delete;
    StoreFile &operator=(const StoreFile &) = delete;

    /// Fails with Unavailable from when on the file was removed, replaced or cut off. A start sets it right, or fails. That
    /// SQLite makes it smaller itself is no trouble.
    [[nodiscard]] Result<void> check();

private:
    [[nodiscard]] qint64 sizeByHeader() const;

    const QString m_path;
    const int m_descriptor; ///< -1: it could not be opened
    std::mutex m_mutex; ///< of all below
    quint64 m_inode = 0;
    qint64 m_size = 0; ///< as it was seen last
};

} // namespace gatehouse::audit
