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

Result<void> Revocations::reload(QSqlDatabase &database)
{
    auto list = std::make_shared<RevocationList>();
    Statement sessions(database, "SELECT id FROM sessions WHERE revoked_at > ?");
    if (const Result<void> read = sessions.bind(m_clock.now() - m_tokenLife).execute(); !read)
        return read;
    while (sessions.next())
        list->sessions.insert(sessions.text(0));

    Statement users(database, "SELECT id FROM users WHERE disabled <> 0 UNION ALL SELECT id FROM deleted_users");
    if (const Result<void> read = users.execute(); !read)
        return read;
    while (users.next())
        list->disabledUsers.insert(users.text(0));
    m_list.set(std::move(list));
    return {};
}

} // namespace gatehouse::auth
