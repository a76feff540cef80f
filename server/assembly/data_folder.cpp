#include "assembly/data_folder.h"

#include "core/owned_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

namespace {

constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

QString lockPath(const QString &folder)
{
    return QDir(folder).filePath(u"gatehouse.lock"_s);
}

qint64 processIn(int file)
{
    std::array<char, 24> text{};
    const ssize_t size = ::pread(file, text.data(), text.size() - 1, 0);
    return size > 0 ? QByteArray(text.data(), size).trimmed().toLongLong() : 0;
}

std::unexpected<Error> openToOthers(const QString &path)
{
    return failure(
        ErrorKind::Unavailable,
        u"the data folder %1 is open to others and holds what is not Gatehouse's; choose a folder of its own, or close "
        "it with chmod 0700"_s.arg(path));
}

/// Whether nothing in it is somebody else's business.
bool isEmptyOrOurs(const QString &path)
{
    const QDir folder(path);
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return folder.isEmpty(everything) || folder.exists(u"gatehouse.lock"_s) || folder.exists(u"gatehouse.db"_s);
}

/// The folder, for its owner alone from its first moment; what is there stays as it is.
Result<void> makeOwn(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(QDir::cleanPath(QFileInfo(path).absoluteFilePath())).path()))
        return failure(ErrorKind::Unavailable, u"the data folder %1 cannot be made"_s.arg(path));
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return failure(ErrorKind::Unavailable,
                       u"the data folder %1 cannot be made: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    return {};
}

} // namespace

Result<void> makeDataFolder(const QString &path)
{
    if (const Result<void> made = makeOwn(path); !made)
        return made;
    struct stat found{};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0 || !S_ISDIR(found.st_mode))
        return failure(ErrorKind::Unavailable, u"the data folder %1 cannot be made"_s.arg(path));
    if ((found.st_mode & kOthers) == 0)
        return {};
    if (found.st_uid != ::geteuid()) // of a volume, as a container has it
        return (found.st_mode & S_IWOTH) == 0 ? Result<void>() : openToOthers(path);
    if (!isEmptyOrOurs(path))
        return openToOthers(path);
    if (::chmod(QFile::encodeName(path).constData(), S_IRWXU) != 0)
        return openToOthers(path);
    return {};
}

Result<DataFolderLock> DataFolderLock::take(const QString &folder)
{
    if (const Result<void> made = makeDataFolder(folder); !made)
        return std::unexpected(made.error());
    const int file = openOwnedFile(lockPath(folder));
    if (file < 0)
        return failure(
            ErrorKind::Unavailable,
            u"the data folder %1 cannot be written to: %2"_s.arg(folder, QString::fromLocal8Bit(std::strerror(errno))));
    DataFolderLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return failure(ErrorKind::Unavailable, u"the data folder %1 cannot be locked"_s.arg(folder));
        return failure(ErrorKind::Conflict,
                       u"process %1 serves from the data folder %2 already; stop it first, or choose another with --data-dir"_s
                           .arg(processIn(file))
                           .arg(folder));
    }
    const QByteArray process = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, process.constData(), static_cast<size_t>(process.size()), 0) < 0)
        return failure(ErrorKind::Unavailable, u"the data folder %1 cannot be written to"_s.arg(folder));
    return lock;
}

qint64 DataFolderLock::holderOf(const QString &folder)
{
    const int file = ::open(QFile::encodeName(lockPath(folder)).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return 0;
    const DataFolderLock closed(file);
    return ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK ? processIn(file) : 0;
}

DataFolderLock::~DataFolderLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace gatehouse::assembly
