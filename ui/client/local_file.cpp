#include "client/local_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr qsizetype kLongestName = 200;
constexpr int kMostAttempts = 100;

QString pathAt(const QString &path, int attempt, qint64 now)
{
    if (attempt == 0)
        return path;
    const QString timed = u"%1.%2"_s.arg(path).arg(now);
    return attempt == 1 ? timed : u"%1-%2"_s.arg(timed).arg(attempt);
}

} // namespace

std::optional<QString> localName(const QString &foreign)
{
    const qsizetype slash = std::max(foreign.lastIndexOf(u'/'), foreign.lastIndexOf(u'\\'));
    QString name = foreign.sliced(slash + 1);
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isNull())
            c = u'_';
    }
    name = name.trimmed();
    while (name.toUtf8().size() > kLongestName)
        name.chop(1);
    if (std::ranges::all_of(name, [](QChar c) { return c == u'.'; }))
        return std::nullopt;
    return name.startsWith(u'.') || name.startsWith(u':') ? u'_' + name : name;
}

Result<QString> saveNew(const QString &path, QByteArrayView content)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        QFile file(pathAt(path, attempt, now));
        if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            // A link that leads nowhere is in the way as well.
            if (QFileInfo::exists(file.fileName()) || QFileInfo(file.fileName()).isSymLink())
                continue;
            return failure(ErrorKind::Unavailable, u"cannot write %1: %2"_s.arg(file.fileName(), file.errorString()));
        }
        if (file.write(content.data(), content.size()) == content.size() && file.flush())
            return file.fileName();
        const QString problem = file.errorString();
        file.remove();
        return failure(ErrorKind::Unavailable, u"cannot write %1: %2"_s.arg(file.fileName(), problem));
    }
    return failure(ErrorKind::Unavailable, u"there are too many files called %1"_s.arg(path));
}

} // namespace gatehouse::client
