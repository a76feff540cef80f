#pragma once

#include "storage/database.h"

#include <QFile>
#include <QString>

#include <atomic>
#include <optional>

namespace gatehouse::audit {

/// The record as lines of JSON in a file, for collectors of logs: what was committed, in its order, by whatever process, each
/// line at least once. Where it has come to is kept beside the data, so that a restart goes on from there; the first start begins
/// at the end. One thread, but for reopen().
class LogFile
{
public:
    /// `database` outlives this. `positionFile`: where it is kept how far the file has come.
    LogFile(storage::Database &database, const QString &path, QString positionFile);

    /// Appends what is new. Fails with Unavailable when it cannot be read or written; then the next call tries again.
    [[nodiscard]] Result<void> write();
    /// Has the next write open the file anew: it may have been moved away. Any thread.
    void reopen() { m_reopen = true; }

private:
    [[nodiscard]] Result<quint64> position();
    [[nodiscard]] Result<void> append(const QByteArray &lines, quint64 next);

    storage::Database &m_database;
    const QString m_positionFile;
    QFile m_file;
    std::optional<quint64> m_next; ///< the first entry that is not there yet; nothing: not read yet
    std::atomic<bool> m_reopen = false;
};

} // namespace gatehouse::audit
