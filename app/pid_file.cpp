#include "pid_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Result<PidFile> PidFile::write(const QString &path)
{
    if (path.isEmpty())
        return PidFile(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n') < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther) || !file.commit())
        return failure(ErrorKind::Unavailable, u"app.pid_file: %1 cannot be written: %2"_s.arg(path, file.errorString()));
    return PidFile(path);
}

PidFile::~PidFile()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}
