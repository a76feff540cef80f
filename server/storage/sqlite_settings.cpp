#include "storage/sqlite_settings.h"

#include "core/owned_file.h"
#include "storage/statement.h"

#include <QDeadlineTimer>
#include <QThread>

#include <cerrno>
#include <chrono>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::storage {

namespace {

constexpr std::chrono::milliseconds kPatience = 5s;
constexpr std::chrono::milliseconds kPause = 10ms;

/// SQLite does not wait for its busy timeout where two that wait for each other might wait forever, which two that switch one
/// file to the write-ahead log at the same time are: it tells one of them at once.
Result<void> executePatiently(QSqlDatabase &database, const char *sql)
{
    const QDeadlineTimer deadline(kPatience);
    for (;;) {
        Result<void> done = execute(database, sql);
        if (done || done.error().kind != ErrorKind::Unavailable || deadline.hasExpired())
            return done;
        QThread::msleep(kPause.count());
    }
}

/// False also where that cannot be found out: then somebody else is about to fill it, or what follows says what is wrong.
bool isEmpty(QSqlDatabase &database)
{
    Statement statement(database, "PRAGMA page_count");
    return statement.execute() && statement.next() && statement.number(0) == 0;
}

} // namespace

QString sqliteConnectOptions()
{
    return u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kPatience.count());
}

Result<void> makeSqliteFile(const QString &path)
{
    const int file = makeOwnedFile(path, path);
    if (file < 0) {
        const int number = errno;
        return failure(number == EEXIST ? ErrorKind::Conflict : ErrorKind::Unavailable,
                       u"cannot create the database file %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(number))));
    }
    ::close(file);
    return {};
}

Result<void> configureSqlite(QSqlDatabase &database)
{
    // Pages can be given back a few at a time. Has no effect on a file with anything in it, but for writing to it.
    const Result<void> made = isEmpty(database) ? executePatiently(database, "PRAGMA auto_vacuum = INCREMENTAL") : Result<void>();
    if (!made)
        return made;
    for (const char *pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON",
          // Memory that is taken as it is used: the right edges of all indices stay in it.
          "PRAGMA cache_size = -16384",
          // A log that a large transaction has made long gives back what it has beyond the pages that it usually holds.
          "PRAGMA wal_autocheckpoint = 4000", "PRAGMA journal_size_limit = 16777216"}) {
        if (const Result<void> set = executePatiently(database, pragma); !set)
            return set;
    }
    return {};
}

} // namespace gatehouse::storage
