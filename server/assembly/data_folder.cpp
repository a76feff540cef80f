#include "assembly/data_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

namespace {

QByteArray lockPath(const QString &folder)
{
    return QFile::encodeName(QDir(folder).filePath(u"gatehouse.lock"_s));
}

qint64 processIn(int file)
{
    std::array<char, 24> text{};
    const ssize_t size = ::pread(file, text.data(), text.size() - 1, 0);
    return size > 0 ? QByteArray(text.data(), size).trimmed().toLongLong() : 0;
}

} // namespace

Result<void> makeDataFolder(const QString &path)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(ErrorKind::Unavailable, u"the data folder %1 cannot be made"_s.arg(path));
    return {};
}

Result<DataFolderLock> DataFolderLock::take(const QString &folder)
{
    if (const Result<void> made = makeDataFolder(folder); !made)
        return std::unexpected(made.error());
    const int file = ::open(lockPath(folder).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
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
    const int file = ::open(lockPath(folder).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
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
