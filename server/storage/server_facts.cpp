#include "storage/server_facts.h"

#include "core/clock.h"
#include "core/clock_difference.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

Result<ServerFacts> serverFacts(QSqlDatabase &database)
{
    const bool sqlite = dialectOf(database) == Dialect::Sqlite;
    const SystemClock clock;
    const auto before = clock.now();
    Statement statement(database,
                        sqlite ? "SELECT sqlite_version()"
                               : "SELECT current_setting('server_version'), pg_is_in_recovery()::int,"
                                 " (current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on')::int,"
                                 " (extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    if (!statement.next())
        return failure(ErrorKind::Unavailable, u"the database says nothing about itself"_s);
    const QString version = QString::fromUtf8(statement.text(0)).section(u' ', 0, 0);
    if (sqlite)
        return ServerFacts{.engine = u"SQLite"_s, .version = version};
    const auto between = before + (clock.now() - before) / 2;
    return ServerFacts{u"PostgreSQL"_s, version, statement.number(1) != 0, statement.number(2) != 0, statement.time(3) - between};
}

QString describe(const ServerFacts &facts)
{
    QString text = facts.engine + u' ' + facts.version;
    if (facts.engine != u"PostgreSQL")
        return text;
    text += facts.replica ? u", replica: it cannot be written to"_s : u", primary"_s;
    text += u", "_s + describeClock(facts.clockDifference);
    if (!facts.durable)
        text += u", fsync or full_page_writes off: a power cut may lose what was acknowledged"_s;
    return text;
}

} // namespace gatehouse::storage
