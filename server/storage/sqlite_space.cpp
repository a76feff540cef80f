#include "storage/sqlite_space.h"

#include "storage/statement.h"

#include <algorithm>

namespace gatehouse::storage {

namespace {

constexpr qint64 kKeptPages = 256;
constexpr qint64 kPagesAtOnce = 256;
constexpr qint64 kIncremental = 2; ///< https://www.sqlite.org/pragma.html#pragma_auto_vacuum

Result<qint64> read(QSqlDatabase &database, const char *pragma)
{
    Statement statement(database, pragma);
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? statement.number(0) : 0;
}

/// One at a time: SQLite frees a page for each row that is read, and Qt's driver reads no rows without columns.
Result<void> releasePages(QSqlDatabase &database, qint64 count)
{
    Statement statement(database, "PRAGMA incremental_vacuum(1)");
    for (qint64 i = 0; i < count; ++i) {
        if (const Result<void> done = statement.execute(); !done)
            return done;
    }
    return {};
}

} // namespace

Result<bool> releaseSomePages(QSqlDatabase &database)
{
    if (dialectOf(database) != Dialect::Sqlite)
        return false;
    const Result<qint64> mode = read(database, "PRAGMA auto_vacuum");
    const Result<qint64> unused = mode ? read(database, "PRAGMA freelist_count") : mode;
    if (!unused)
        return std::unexpected(unused.error());
    if (*mode != kIncremental || *unused <= kKeptPages)
        return false;
    const qint64 count = std::min(*unused - kKeptPages, kPagesAtOnce);
    const Result<void> done = inTransaction(database, Beside::Others, [&] { return releasePages(database, count); });
    return done ? Result<bool>(*unused - count > kKeptPages) : std::unexpected(done.error());
}

Result<qint64> reusableBytes(QSqlDatabase &database)
{
    if (dialectOf(database) != Dialect::Sqlite)
        return 0;
    const Result<qint64> pages = read(database, "PRAGMA freelist_count");
    const Result<qint64> size = pages ? read(database, "PRAGMA page_size") : pages;
    return size ? Result<qint64>(*pages * *size) : size;
}

Result<void> compactFile(QSqlDatabase &database)
{
    for (const char *statement : {"PRAGMA auto_vacuum = INCREMENTAL", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"}) {
        if (const Result<void> done = execute(database, statement); !done)
            return done;
    }
    return {};
}

} // namespace gatehouse::storage
