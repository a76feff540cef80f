#include "core/owned_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse {

namespace {

constexpr int kMode = O_RDWR | O_NOFOLLOW | O_CLOEXEC;

struct Owner {
    uid_t user;
    gid_t group;
};

/// To whom a file belongs that root makes in the place of `path`; nothing when that cannot be found out.
std::optional<Owner> ownerFor(const QString &path)
{
    struct stat status{};
    const bool isThere = ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISREG(status.st_mode);
    if (!isThere && ::stat(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), &status) != 0)
        return std::nullopt;
    return Owner{status.st_uid, status.st_gid};
}

/// Only for a file that was made just now: what was there may be somebody else's, by a second name for it.
bool give(int made, const Owner &owner)
{
    struct stat now{};
    // Root that lacks the right to give files away may still keep its own.
    if (::fstat(made, &now) == 0 && now.st_uid == owner.user && now.st_gid == owner.group)
        return true;
    return ::fchown(made, owner.user, owner.group) == 0;
}

} // namespace

int makeOwnedFile(const QString &path, const QString &inPlaceOf)
{
    const QByteArray name = QFile::encodeName(path);
    const bool asRoot = ::geteuid() == 0;
    const std::optional<Owner> owner = asRoot ? ownerFor(inPlaceOf) : std::nullopt;
    const int made = owner || !asRoot ? ::open(name.constData(), kMode | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR) : -1;
    if (made < 0 || !owner || give(made, *owner))
        return made;
    const int number = errno;
    ::unlink(name.constData());
    ::close(made);
    errno = number;
    return -1;
}

int openOwnedFile(const QString &path)
{
    for (;;) {
        const int there = ::open(QFile::encodeName(path).constData(), kMode);
        if (there >= 0 || errno != ENOENT)
            return there;
        const int made = makeOwnedFile(path, path);
        if (made >= 0 || errno != EEXIST)
            return made;
        // Somebody else has made it between the two.
    }
}

} // namespace gatehouse
