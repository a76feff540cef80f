#pragma once

#include "core/error.h"

#include <QString>

#include <utility>

namespace gatehouse::assembly {

/// Makes the folder, for its owner only; closes one to others that is there and empty, or has been ours. Fails with Unavailable,
/// also for one that is open to others and holds what is theirs: /tmp stays what it is.
[[nodiscard]] Result<void> makeDataFolder(const QString &path);

/// Holds a data folder for one server, as two would hand out the same one-time things twice and go by different keys. The
/// kernel lets go when the process ends, however it ends; see docs/decisions/061. Commands work on the folder without it.
class DataFolderLock
{
public:
    /// Makes the folder and takes it. Fails with Conflict, naming the process that has it, else with Unavailable.
    [[nodiscard]] static Result<DataFolderLock> take(const QString &folder);
    /// The process that serves from `folder`; 0 when none does.
    [[nodiscard]] static qint64 holderOf(const QString &folder);

    DataFolderLock(DataFolderLock &&other) noexcept
        : m_file(std::exchange(other.m_file, -1))
    {
    }
    DataFolderLock &operator=(DataFolderLock &&) = delete;
    ~DataFolderLock();

private:
    explicit DataFolderLock(int file)
        : m_file(file)
    {
    }
    int m_file; ///< open and locked; -1 once moved from
};

} // namespace gatehouse::assembly
