#include "secrets/private_file.h"

#include "core/owned_file.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// The one file of this folder that knows the operating system, beside what asks for a terminal: POSIX.
namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

std::unexpected<Error> failedWith(int number, const QString &path, const QString &what)
{
    const ErrorKind kind = number == EEXIST ? ErrorKind::Conflict : ErrorKind::Unavailable;
    return failure(kind, u"%1 %2: %3"_s.arg(path, what, QString::fromLocal8Bit(std::strerror(number))));
}

/// Writes everything and waits until it is on the disk.
bool writeAll(int descriptor, QByteArrayView content)
{
    while (!content.isEmpty()) {
        const ssize_t written = ::write(descriptor, content.data(), static_cast<size_t>(content.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content = content.sliced(written);
    }
    return ::fsync(descriptor) == 0;
}

/// A new file's or a new name's entry is durable only with its folder.
bool syncFolderOf(const QString &path)
{
    const Descriptor folder(
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.isOpen() && ::fsync(folder.number()) == 0;
}

/// Fills `path`, which was just made and is open as `file`; `file` is not open when it could not be made.
Result<void> fill(const Descriptor &file, const QString &path, QByteArrayView content)
{
    if (!file.isOpen())
        return failedWith(errno, path, u"cannot be made"_s);
    if (!writeAll(file.number(), content)) {
        const int number = errno;
        ::unlink(QFile::encodeName(path).constData());
        return failedWith(number, path, u"cannot be written"_s);
    }
    return {};
}

} // namespace

Result<FileLock> FileLock::acquire(const QString &path, std::chrono::milliseconds patience)
{
    const QString lockPath = path + u".lock"_s;
    Descriptor file(openOwnedFile(lockPath));
    if (!file.isOpen())
        return failedWith(errno, lockPath, u"cannot be opened"_s);
    QElapsedTimer waited;
    waited.start();
    while (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return failedWith(errno, lockPath, u"cannot be locked"_s);
        if (waited.hasExpired(patience.count()))
            return failure(ErrorKind::Unavailable, u"%1 is being changed by another process"_s.arg(path));
        QThread::msleep(5);
    }
    return FileLock(file.release());
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::optional<FileContent>> readSecretFile(const QString &path, qsizetype limit)
{
    // Without waiting, as a pipe by that name would have us wait for ever.
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file.isOpen() && (errno == ENOENT || errno == ENOTDIR))
        return std::nullopt;
    struct stat status{};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0)
        return failedWith(errno, path, u"cannot be read"_s);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorKind::Unavailable, u"%1 is no regular file"_s.arg(path));

    SecretBytes buffer = SecretBytes::ofSize(limit + 1);
    qsizetype size = 0;
    while (size <= limit) {
        const ssize_t got = ::read(file.number(), buffer.data() + size, static_cast<size_t>(limit + 1 - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failedWith(errno, path, u"cannot be read"_s);
        if (got == 0)
            break;
        size += got;
    }
    if (size > limit)
        return failure(ErrorKind::Unavailable, u"%1 is larger than %2 bytes"_s.arg(path).arg(limit));
    const WallTime changed(std::chrono::milliseconds(status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000));
    return FileContent{SecretBytes(buffer.view().first(size)), changed, (status.st_mode & (S_IRGRP | S_IROTH)) != 0};
}

Result<void> replaceSecretFile(const QString &path, QByteArrayView content, const FileLock & /*lock*/)
{
    // One name, so that what a crash left is taken away by the next writer; the lock keeps others off it.
    const QString fresh = path + u".new"_s;
    ::unlink(QFile::encodeName(fresh).constData());
    if (const Result<void> made = fill(Descriptor(makeOwnedFile(fresh, path)), fresh, content); !made)
        return made;
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0) {
        const int number = errno;
        ::unlink(QFile::encodeName(fresh).constData());
        return failedWith(number, path, u"cannot be replaced"_s);
    }
    if (!syncFolderOf(path))
        return failedWith(errno, path, u"may not be on the disk"_s);
    return {};
}

Result<void> createSecretFile(const QString &path, QByteArrayView content)
{
    const QByteArray name = QFile::encodeName(path);
    return fill(Descriptor(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)), path, content);
}

Result<void> createSecretFolder(const QString &path)
{
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0)
        return failedWith(errno, path, u"cannot be made"_s);
    return {};
}

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{static_cast<quint64>(status.st_ino), static_cast<qint64>(status.st_size),
                        status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec};
}

} // namespace gatehouse::secrets
