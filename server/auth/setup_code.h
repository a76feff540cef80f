#pragma once

#include "core/error.h"

#include <QByteArrayView>
#include <QSqlDatabase>
#include <QString>

#include <optional>

namespace gatehouse::auth {

/// The one-time code that may make the first administrator from anywhere. The database holds its hash; the code itself
/// is in a file that only the operator's account may read, until it is used. Functions run in the database's thread.
class SetupCode
{
public:
    explicit SetupCode(QString path)
        : m_path(std::move(path))
    {
    }

    /// Makes sure there is a code as long as there are no users. Returns it, to be shown at start; nothing once there
    /// are users.
    [[nodiscard]] Result<std::optional<QByteArray>> ensure(QSqlDatabase &database) const;
    /// Compares in constant time, and hashes only.
    [[nodiscard]] Result<bool> matches(QSqlDatabase &database, QByteArrayView code) const;
    /// Makes every code worthless. Within the Transaction that makes the first user.
    [[nodiscard]] Result<void> spend(QSqlDatabase &database) const;
    /// Removes the file of a spent code.
    void removeFile() const;

private:
    const QString m_path;
};

} // namespace gatehouse::auth
