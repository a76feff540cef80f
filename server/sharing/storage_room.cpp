#include "sharing/storage_room.h"

#include <QFile>

#include <algorithm>

#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace gatehouse::sharing {

namespace {

constexpr qint64 kMiB = 1024 * 1024;
/// Twice what a start asks for (assembly/start_check.cpp).
constexpr qint64 kReserve = 128 * kMiB;
constexpr qint64 kAnonymousShare = 10; ///< a tenth of the file system …
constexpr qint64 kMostForAnonymous = 10 * 1024 * kMiB; ///< … and no more than this
/// What is kept is written to the log first, and to its place later.
constexpr qint64 kWritten = 2;

} // namespace

StorageRoom::StorageRoom(Measure measure)
    : m_measure(std::move(measure))
{
}

StorageRoom::Measure StorageRoom::measureOf(const QString &folder)
{
    return [path = QFile::encodeName(folder)]() -> std::optional<Space> {
        struct statvfs facts{};
        if (::statvfs(path.constData(), &facts) != 0)
            return std::nullopt;
        const auto block = static_cast<qint64>(facts.f_frsize);
        return Space{static_cast<qint64>(facts.f_bavail) * block, static_cast<qint64>(facts.f_blocks) * block};
    };
}

Result<void> StorageRoom::admit(CreatorKind by, qint64 size) const
{
    const std::optional<Space> space = m_measure ? m_measure() : std::nullopt;
    if (!space)
        return {};
    const qint64 left = space->free + std::max(m_reusable.load(), qint64(0)) - kWritten * size;
    const qint64 forOthers =
        by == CreatorKind::Anonymous ? std::min(space->total / kAnonymousShare, kMostForAnonymous) : qint64(0);
    if (left >= std::max(kReserve, forOthers))
        return {};
    return failure(ErrorKind::Unavailable, u"this server has no room for more secrets; try again later"_s);
}

} // namespace gatehouse::sharing
