#include "audit/audit_reader.h"

#include "audit/entry_codec.h"
#include "storage/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using storage::Statement;

namespace {

/// Entries that one page of a search for a text looks at: a few milliseconds.
constexpr int kSearchedAtOnce = 4'096;

std::unexpected<Error> damaged(quint64 sequence, const Error &error)
{
    return failure(ErrorKind::Internal, u"entry %1 is damaged: %2"_s.arg(sequence).arg(error.detail));
}

/// Sequences from `begin` to before `end`.
struct Span {
    quint64 begin = 0;
    quint64 end = 0;
};

Result<qint64> firstNumber(Statement &statement)
{
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? statement.number(0) : 0;
}

Result<Span> kept(QSqlDatabase &database)
{
    const Result<TreeHead> head = storedHead(database);
    if (!head)
        return std::unexpected(head.error());
    Statement first(database, "SELECT coalesce(min(sequence), 0) FROM audit_entries");
    const Result<qint64> begin = firstNumber(first);
    if (!begin)
        return std::unexpected(begin.error());
    return Span{static_cast<quint64>(*begin), head->size};
}

/// `bound`s by which a filter's columns are asked for, and the values to bind.
struct Conditions {
    const bool guided; ///< whether the database is told which index to go by
    QString sql = {};
    QByteArrayList values = {};

    void add(const char *column, QByteArrayView value)
    {
        if (value.isEmpty())
            return;
        // SQLite knows nothing of how often values occur: it goes by the index of the first, which is the rarest as a rule.
        const bool first = values.isEmpty();
        sql += (first || !guided ? u" AND %1 = ?"_s : u" AND +%1 = ?"_s).arg(QLatin1StringView(column));
        values.append(value.toByteArray());
    }
};

Conditions conditionsOf(const QSqlDatabase &database, const Filter &filter)
{
    Conditions conditions{storage::dialectOf(database) == storage::Dialect::Sqlite};
    conditions.add("target", filter.target);
    conditions.add("actor", filter.actor);
    conditions.add("address", filter.address);
    conditions.add("action", filter.action ? toText(*filter.action) : QByteArrayView());
    conditions.add("outcome", filter.outcome ? toText(*filter.outcome) : QByteArrayView());
    return conditions;
}

Result<Span> spanOf(QSqlDatabase &database, const Filter &filter, Order order, std::optional<quint64> after)
{
    Result<Span> span = kept(database);
    if (!span)
        return span;
    if (filter.from) {
        const Result<quint64> begin = firstAt(database, *filter.from);
        if (!begin)
            return std::unexpected(begin.error());
        span->begin = std::max(span->begin, *begin);
    }
    if (filter.until) {
        const Result<quint64> end = firstAt(database, *filter.until);
        if (!end)
            return std::unexpected(end.error());
        span->end = std::min(span->end, *end);
    }
    if (after && order == Order::OldestFirst)
        span->begin = std::max(span->begin, *after + 1);
    else if (after)
        span->end = std::min(span->end, *after);
    return span;
}

std::unexpected<Error> missing(QSqlDatabase &database, quint64 sequence)
{
    Statement segment(database, "SELECT file FROM audit_segments WHERE first_entry <= ? AND end_entry > ?");
    const Result<void> done = segment.bind(static_cast<qint64>(sequence)).bind(static_cast<qint64>(sequence)).execute();
    if (done && segment.next())
        return failure(ErrorKind::Gone,
                       u"entry %1 was sealed and dropped: it is in %2"_s.arg(sequence).arg(QString::fromUtf8(segment.text(0))));
    return failure(ErrorKind::NotFound, u"no such entry"_s);
}

bool contains(QByteArrayView content, const QByteArray &lowerText)
{
    // The texts stand in the bytes as they are.
    return content.toByteArray().toLower().contains(lowerText);
}

} // namespace

Result<quint64> firstAt(QSqlDatabase &database, PreciseWallTime time)
{
    const Result<Span> all = kept(database);
    if (!all)
        return std::unexpected(all.error());
    const qint64 wanted = time.time_since_epoch().count();
    Span span = *all;
    while (span.begin < span.end) {
        const quint64 middle = span.begin + (span.end - span.begin) / 2;
        Statement statement(database, "SELECT time FROM audit_entries WHERE sequence = ?");
        const Result<qint64> found = firstNumber(statement.bind(static_cast<qint64>(middle)));
        if (!found)
            return std::unexpected(found.error());
        if (*found < wanted)
            span.begin = middle + 1;
        else
            span.end = middle;
    }
    return span.begin;
}

Result<Page> readPage(QSqlDatabase &database, const Filter &filter, Order order, std::optional<quint64> after, int limit)
{
    const Result<Span> span = spanOf(database, filter, order, after);
    if (!span)
        return std::unexpected(span.error());
    const Conditions conditions = conditionsOf(database, filter);
    const bool searches = !filter.text.isEmpty();
    const qint64 most = searches ? kSearchedAtOnce : limit + 1;
    const QString direction = order == Order::OldestFirst ? u"ASC"_s : u"DESC"_s;
    Statement statement(database,
                        u"SELECT sequence, content FROM audit_entries WHERE sequence >= ? AND sequence < ?%1"
                        " ORDER BY sequence %2 LIMIT ?"_s.arg(conditions.sql, direction));
    statement.bind(static_cast<qint64>(span->begin)).bind(static_cast<qint64>(span->end));
    for (const QByteArray &value : conditions.values)
        statement.bindText(value);
    if (const Result<void> done = statement.bind(most).execute(); !done)
        return std::unexpected(done.error());

    Page page;
    const QByteArray lowerText = filter.text.toLower();
    std::optional<quint64> last;
    qint64 looked = 0;
    for (; statement.next(); ++looked) {
        if (std::ssize(page.entries) == limit) {
            page.next = last;
            return page;
        }
        const auto sequence = static_cast<quint64>(statement.number(0));
        const QByteArray content = statement.bytes(1);
        last = sequence;
        if (searches && !contains(content, lowerText))
            continue;
        Result<Entry> entry = decode(content);
        if (!entry)
            return damaged(sequence, entry.error());
        page.entries.push_back(std::move(*entry));
    }
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    if (searches && looked == most)
        page.next = last;
    return page;
}

Result<QByteArray> readContent(QSqlDatabase &database, quint64 sequence)
{
    Statement statement(database, "SELECT content FROM audit_entries WHERE sequence = ?");
    if (const Result<void> done = statement.bind(static_cast<qint64>(sequence)).execute(); !done)
        return std::unexpected(done.error());
    if (!statement.next())
        return missing(database, sequence);
    return statement.bytes(0);
}

Result<Entry> readEntry(QSqlDatabase &database, quint64 sequence)
{
    const Result<QByteArray> content = readContent(database, sequence);
    if (!content)
        return std::unexpected(content.error());
    const Result<Entry> entry = decode(*content);
    if (!entry)
        return damaged(sequence, entry.error());
    return entry;
}

} // namespace gatehouse::audit
