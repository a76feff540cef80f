#include "pid_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> unwritable(const QString &path, const QString &why)
{
    return std::unexpected(Error{ErrorKind::Unavailable,
                                 u"the pid file cannot be written"_s,
                                 {{u"app.pid_file"_s, u"%1 cannot be written: %2"_s.arg(path, why)}}});
}

} // namespace

Result<PidFile> PidFile::write(const QString &path)
{
    if (path.isEmpty())
        return PidFile(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n') < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther) || !file.commit())
        return unwritable(path, file.errorString());
    return PidFile(path);
}

Result<void> PidFile::check(const QString &path)
{
    if (path.isEmpty())
        return {};
    const QFileInfo file(path);
    if (file.isDir())
        return unwritable(path, QString::fromLocal8Bit(std::strerror(EISDIR)));
    if (::access(QFile::encodeName(file.absolutePath()).constData(), W_OK | X_OK) != 0)
        return unwritable(path, QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

PidFile::~PidFile()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}
