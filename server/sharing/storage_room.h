#pragma once

#include "core/error.h"
#include "sharing/statistics.h"

#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace gatehouse::sharing {

/// Whether one more secret may be kept on the disk that the server itself lives on: what has expired must be removed, the record
/// written and the server started again, all of which takes room, however many secrets somebody leaves. Anonymous callers leave
/// more free than others do, so that they cannot keep those from theirs. Thread-safe.
class StorageRoom
{
public:
    /// Of a file system, in bytes.
    struct Space {
        qint64 free = 0; ///< for who is not root
        qint64 total = 0;
    };
    /// Nothing where it cannot be told.
    using Measure = std::function<std::optional<Space>()>;

    /// `measure`: empty where secrets lie on no disk of this machine.
    explicit StorageRoom(Measure measure);
    /// That of `folder`, which is there.
    [[nodiscard]] static Measure measureOf(const QString &folder);

    /// Fails with Unavailable where there is no room for `size` bytes more.
    [[nodiscard]] Result<void> admit(CreatorKind by, qint64 size) const;
    /// So much more is kept.
    void use(qint64 size) { m_reusable -= size; }
    /// What the database's file has room for without growing, as was found just now.
    void found(qint64 reusable) { m_reusable = reusable; }

private:
    const Measure m_measure;
    std::atomic<qint64> m_reusable = 0; ///< bytes
};

} // namespace gatehouse::sharing
