#include "storage/dialect.h"

#include <QSqlDriver>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

// Primary result codes of SQLite; the extended ones carry more in the upper bits.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kIoError = 10;
constexpr int kFull = 13;
constexpr int kConstraint = 19;

std::unexpected<Error> sqliteFailure(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == kBusy || code == kLocked)
        return failure(ErrorKind::Unavailable, u"the database is busy"_s);
    if (code == kConstraint)
        return failure(ErrorKind::Conflict, u"it conflicts with what is stored"_s);
    if (code == kFull || code == kIoError)
        return failure(ErrorKind::Unavailable,
                       code == kFull ? u"the disk is full"_s : u"the database has trouble with its disk"_s);
    return failure(ErrorKind::Internal, u"database: "_s + error.text());
}

/// A row of PostgreSQL's table of SQLSTATEs (appendix A), by its beginning.
struct StateMeaning {
    QLatin1StringView prefix;
    ErrorKind kind = ErrorKind::Internal;
    const char16_t *detail = u"";
};

constexpr std::array kStates{
    StateMeaning{"23"_L1, ErrorKind::Conflict, u"it conflicts with what is stored"},
    StateMeaning{"22021"_L1, ErrorKind::Invalid, u"it holds a character that cannot be stored"},
    StateMeaning{"22P05"_L1, ErrorKind::Invalid, u"it holds a character that cannot be stored"},
    StateMeaning{"55P03"_L1, ErrorKind::Unavailable, u"the database is busy"}, // lock_timeout
    StateMeaning{"57014"_L1, ErrorKind::Unavailable, u"the database took too long"}, // statement_timeout
    StateMeaning{"25006"_L1, ErrorKind::Unavailable, u"the database can only be read at the moment"},
    StateMeaning{"25P03"_L1, ErrorKind::Unavailable, u"the database ended a transaction that had come to a halt"},
    StateMeaning{"08"_L1, ErrorKind::Unavailable, u"the database cannot be reached"},
    StateMeaning{"57P"_L1, ErrorKind::Unavailable, u"the database cannot be reached"}, // it is being shut down
    StateMeaning{"53"_L1, ErrorKind::Unavailable, u"the database is out of room or connections"},
    StateMeaning{"58"_L1, ErrorKind::Unavailable, u"the database has trouble with its disk"},
};

std::unexpected<Error> postgresFailure(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    if (state.isEmpty()) // libpq itself: the connection is gone
        return failure(ErrorKind::Unavailable, u"the database cannot be reached"_s);
    if (state == "40001"_L1 || state == "40P01"_L1)
        return std::unexpected(Error{.kind = ErrorKind::Unavailable,
                                     .detail = u"the database is busy"_s,
                                     .fields = {},
                                     .retryAfter = std::chrono::seconds(0)});
    const auto *const meaning =
        std::ranges::find_if(kStates, [&](const StateMeaning &row) { return state.startsWith(row.prefix); });
    if (meaning != kStates.end())
        return failure(meaning->kind, QString::fromUtf16(meaning->detail));
    // The server's own words may quote the statement with its values.
    return failure(ErrorKind::Internal, u"database: SQLSTATE "_s + state);
}

} // namespace

Dialect dialectOf(const QSqlDatabase &database)
{
    const QSqlDriver *const driver = database.driver();
    return driver != nullptr && driver->dbmsType() == QSqlDriver::PostgreSQL ? Dialect::PostgreSql : Dialect::Sqlite;
}

std::unexpected<Error> failureOf(const QSqlError &error, Dialect dialect)
{
    return dialect == Dialect::Sqlite ? sqliteFailure(error) : postgresFailure(error);
}

bool mayBeRunAgain(const Error &error)
{
    return error.kind == ErrorKind::Unavailable && error.retryAfter == std::chrono::seconds(0);
}

} // namespace gatehouse::storage
