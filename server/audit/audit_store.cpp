#include "audit/audit_store.h"

#include "audit/entry_codec.h"
#include "storage/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using storage::Statement;

namespace {

/// Rows in one statement. A round trip to PostgreSQL costs more than a row; SQLite looks for each value's place among all.
constexpr std::size_t kRowsAtOnceOnPostgres = 64;

struct Row {
    const Entry *entry;
    QByteArray content;
};

void bindOptional(Statement &statement, const QByteArray &text)
{
    if (text.isEmpty())
        statement.bindNull();
    else
        statement.bindText(text);
}

void bindRow(Statement &statement, const Row &row)
{
    statement.bind(static_cast<qint64>(row.entry->sequence));
    statement.bind(static_cast<qint64>(row.entry->time.time_since_epoch().count()));
    bindOptional(statement, row.entry->actor.id);
    bindOptional(statement, row.entry->target);
    bindOptional(statement, row.entry->address);
    statement.bindText(toText(row.entry->action));
    statement.bindText(toText(row.entry->outcome));
    statement.bindBytes(row.content);
}

QString insertOf(std::size_t rows)
{
    QString sql =
        u"INSERT INTO audit_entries (sequence, time, actor, target, address, action, outcome, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s;
    for (std::size_t i = 1; i < rows; ++i)
        sql += u", (?, ?, ?, ?, ?, ?, ?, ?)"_s;
    return sql;
}

Result<void> insertAll(QSqlDatabase &database, std::span<const Row> rows)
{
    const bool postgres = storage::dialectOf(database) == storage::Dialect::PostgreSql;
    const std::size_t atOnce = postgres ? std::clamp<std::size_t>(rows.size(), 1, kRowsAtOnceOnPostgres) : 1;
    Statement statement(database, insertOf(atOnce), storage::Prepared::Kept);
    for (; !rows.empty(); rows = rows.subspan(std::min(atOnce, rows.size()))) {
        if (rows.size() < atOnce)
            return insertAll(database, rows);
        for (const Row &row : rows.first(atOnce))
            bindRow(statement, row);
        if (const Result<void> done = statement.execute(); !done)
            return done;
    }
    return {};
}

Result<void> writeState(QSqlDatabase &database, const TreeHead &head, PreciseWallTime lastTime)
{
    return Statement(database, "UPDATE audit_state SET size = ?, root = ?, last_time = ? WHERE id = 1", storage::Prepared::Kept)
        .bind(static_cast<qint64>(head.size))
        .bindBytes(bytesOf(head.root))
        .bind(static_cast<qint64>(lastTime.time_since_epoch().count()))
        .execute();
}

Result<void> makeState(QSqlDatabase &database)
{
    return Statement(database, "INSERT INTO audit_state (id, size, root, last_time) VALUES (1, 0, ?, 0) ON CONFLICT DO NOTHING")
        .bindBytes(bytesOf(emptyRoot()))
        .execute();
}

std::unexpected<Error> rolledBack()
{
    return failure(ErrorKind::Internal, u"the database is behind what the record held already: it was rolled back or replaced"_s);
}

/// Nothing when there is no row.
Result<std::optional<TreeHead>> headFrom(Statement &statement)
{
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    if (!statement.next())
        return std::nullopt;
    const QByteArray root = statement.bytes(1);
    if (root.size() != sizeof(Hash))
        return failure(ErrorKind::Internal, u"the head of the record is damaged"_s);
    return TreeHead{static_cast<quint64>(statement.number(0)), hashFrom(root)};
}

} // namespace

Result<TreeHead> storedHead(QSqlDatabase &database)
{
    Statement statement(database, "SELECT size, root FROM audit_state WHERE id = 1");
    const Result<std::optional<TreeHead>> head = headFrom(statement);
    if (!head)
        return std::unexpected(head.error());
    return head->value_or(TreeHead{0, emptyRoot()});
}

Result<AuditStore::State> AuditStore::lockedState(QSqlDatabase &database)
{
    constexpr auto kSelect = "SELECT size, root, last_time FROM audit_state WHERE id = 1";
    for (const bool first : {true, false}) {
        Statement statement = Statement::locking(database, kSelect, storage::Prepared::Kept);
        const Result<std::optional<TreeHead>> head = headFrom(statement);
        if (!head)
            return std::unexpected(head.error());
        if (*head)
            return State{**head, PreciseWallTime(std::chrono::microseconds(statement.number(2)))};
        const Result<void> made = first ? makeState(database) : Result<void>();
        if (!made)
            return std::unexpected(made.error());
    }
    return failure(ErrorKind::Internal, u"the record has no head"_s);
}

Result<void> AuditStore::checkNotBehind(const TreeHead &head) const
{
    const std::lock_guard lock(m_mutex);
    if (head.size < m_durable.size || (head.size == m_durable.size && head.size > 0 && head.root != m_durable.root))
        return rolledBack();
    return {};
}

Result<TreeEdge> AuditStore::edgeOf(QSqlDatabase &database, const TreeHead &head)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_edge && m_edge->size() == head.size && m_edge->root() == head.root)
            return *m_edge;
    }
    Result<TreeEdge> edge = TreeEdge::load(database, head.size);
    if (edge && edge->root() != head.root)
        return failure(ErrorKind::Internal, u"the audit tree is not the one that its head says; see gatehouse audit verify"_s);
    return edge;
}

void AuditStore::remember(const TreeEdge &edge)
{
    const std::lock_guard lock(m_mutex);
    m_edge = edge;
}

void AuditStore::durable(const TreeHead &head)
{
    const std::lock_guard lock(m_mutex);
    if (head.size > m_durable.size)
        m_durable = head;
}

Result<TreeHead> AuditStore::append(QSqlDatabase &database, std::span<Entry> entries)
{
    const Result<void> guarded = m_guard ? m_guard() : Result<void>();
    if (!guarded)
        return std::unexpected(guarded.error());
    Result<State> state = lockedState(database);
    if (!state)
        return std::unexpected(state.error());
    if (const Result<void> ahead = checkNotBehind(state->head); !ahead)
        return std::unexpected(ahead.error());
    Result<TreeEdge> edge = edgeOf(database, state->head);
    if (!edge)
        return std::unexpected(edge.error());
    std::vector<Row> rows;
    rows.reserve(entries.size());
    for (Entry &entry : entries) {
        entry.sequence = edge->size();
        entry.time = state->lastTime = std::max(entry.time, state->lastTime);
        rows.push_back({&entry, encode(entry)});
        edge->append(leafHash(rows.back().content));
    }
    const TreeHead head{edge->size(), edge->root()};
    Result<void> written = insertAll(database, rows);
    if (written)
        written = edge->store(database);
    if (written)
        written = writeState(database, head, state->lastTime);
    if (!written)
        return std::unexpected(written.error());
    remember(*edge);
    return head;
}

} // namespace gatehouse::audit
