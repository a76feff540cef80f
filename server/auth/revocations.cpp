#include "auth/revocations.h"

#include "storage/statement.h"

namespace gatehouse::auth {

using storage::Statement;

Revocations::Revocations(std::chrono::seconds tokenLife, const Clock &clock)
    : m_tokenLife(tokenLife)
    , m_clock(clock)
    , m_list(std::make_shared<const RevocationList>())
{
}

Result<Revocations::ListPtr> Revocations::read(QSqlDatabase &database) const
{
    const auto readInto = [](QSet<QByteArray> &ids, Statement &statement) -> Result<void> {
        if (Result<void> done = statement.execute(); !done)
            return done;
        while (statement.next())
            ids.insert(statement.text(0));
        return statement.reachedEnd(); // half a list would let revoked callers in
    };
    auto list = std::make_shared<RevocationList>();
    Statement sessions(database, "SELECT id FROM sessions WHERE revoked_at > ?");
    sessions.bind(m_clock.now() - m_tokenLife);
    if (const Result<void> done = readInto(list->sessions, sessions); !done)
        return std::unexpected(done.error());
    Statement users(database, "SELECT id FROM users WHERE disabled <> 0 UNION ALL SELECT id FROM deleted_users");
    if (const Result<void> done = readInto(list->disabledUsers, users); !done)
        return std::unexpected(done.error());
    return list;
}

Result<void> Revocations::reload(QSqlDatabase &database)
{
    const std::lock_guard lock(m_changing);
    Result<ListPtr> list = read(database);
    if (!list)
        return std::unexpected(list.error());
    m_list.set(std::move(*list));
    return {};
}

} // namespace gatehouse::auth
