#include "storage/sqlite_settings.h"

#include "storage/statement.h"

#include <QDeadlineTimer>
#include <QThread>

#include <chrono>

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

} // namespace

QString sqliteConnectOptions()
{
    return u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kPatience.count());
}

Result<void> configureSqlite(QSqlDatabase &database)
{
    for (const char *pragma : {// Before anything is in the file, or it has no effect: pages can be given back a few at a time.
                               "PRAGMA auto_vacuum = INCREMENTAL", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                               "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON",
                               // Memory that is taken as it is used: the right edges of all indices stay in it.
                               "PRAGMA cache_size = -16384", "PRAGMA wal_autocheckpoint = 4000"}) {
        if (const Result<void> set = executePatiently(database, pragma); !set)
            return set;
    }
    return {};
}

} // namespace gatehouse::storage
