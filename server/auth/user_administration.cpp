#include "auth/user_administration.h"

#include "core/ulid.h"

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using storage::Beside;

UserAdministration::UserAdministration(SessionStore sessions, SetupCode setupCode, Revocations *revocations, const Clock &clock)
    : m_sessions(std::move(sessions))
    , m_setupCode(std::move(setupCode))
    , m_revocations(revocations)
    , m_clock(clock)
{
}

template<typename Work>
auto UserAdministration::inTransaction(QSqlDatabase &database, Work work) const -> std::invoke_result_t<Work>
{
    // What of a user is decided by holds until the end, and who signs in meanwhile does so before or after.
    return m_revocations == nullptr ? storage::inTransaction(database, Beside::Nobody, std::move(work))
                                    : m_revocations->change(database, Beside::Nobody, std::move(work));
}

/// Runs `work(user)` and ends the user's sessions, all or nothing.
template<typename Work> Result<void> UserAdministration::withUser(QSqlDatabase &database, QByteArrayView userId, Work work) const
{
    return inTransaction(database, [&]() -> Result<void> {
        const Result<std::optional<User>> user = user_store::findById(database, userId);
        if (!user)
            return std::unexpected(user.error());
        if (!*user)
            return failure(ErrorKind::NotFound, u"no such user"_s);
        if (const Result<void> done = work(**user); !done)
            return done;
        return m_sessions.revokeAllOf(database, userId, {});
    });
}

Result<User> UserAdministration::add(QSqlDatabase &database, const NewUser &wanted) const
{
    const Result<User> added = inTransaction(database, [&]() -> Result<User> {
        const Result<qint64> users = user_store::count(database);
        if (!users)
            return std::unexpected(users.error());
        const bool first = *users == 0;
        const Role role = wanted.role.value_or(first ? Role::Admin : Role::User);
        if (first && role != Role::Admin)
            return failure(ErrorKind::Conflict, u"the first user must be an administrator, for nobody else could make one"_s);

        const WallTime now = m_clock.now();
        User user{newUlid(now), wanted.username, wanted.passwordHash, role, false, now};
        if (const Result<void> done = user_store::insert(database, user); !done)
            return std::unexpected(done.error());
        if (const Result<void> done = m_setupCode.spend(database); !done)
            return std::unexpected(done.error());
        return user;
    });
    if (added)
        m_setupCode.removeFile();
    return added;
}

Result<void> UserAdministration::change(QSqlDatabase &database, QByteArrayView userId, const UserChange &change) const
{
    // Their access tokens still say the old role; that is why the sessions end.
    return withUser(database, userId, [&](const User &user) {
        Result<void> done;
        if (change.role)
            done = user_store::setRole(database, user, *change.role);
        if (done && change.disabled)
            done = user_store::setDisabled(database, user, *change.disabled);
        if (done && !change.passwordHash.isEmpty())
            done = user_store::setPasswordHash(database, user.id, change.passwordHash);
        return done;
    });
}

Result<void> UserAdministration::remove(QSqlDatabase &database, QByteArrayView userId) const
{
    return withUser(database, userId, [&](const User &user) { return user_store::remove(database, user, m_clock.now()); });
}

Result<std::vector<Session>> UserAdministration::sessions(QSqlDatabase &database) const
{
    return m_sessions.everybodys(database);
}

Result<std::vector<Session>> UserAdministration::sessionsOf(QSqlDatabase &database, const QByteArray &userId) const
{
    if (userId.isEmpty())
        return std::vector<Session>();
    return m_sessions.live(database, userId);
}

Result<void> UserAdministration::revokeAnybodys(QSqlDatabase &database, QByteArrayView session) const
{
    return inTransaction(database, [&] { return m_sessions.revokeAnybodys(database, session); });
}

Result<void> UserAdministration::revoke(QSqlDatabase &database, QByteArrayView session, const QByteArray &userId) const
{
    if (userId.isEmpty())
        return failure(ErrorKind::NotFound, u"no such session"_s);
    return inTransaction(database, [&] { return m_sessions.revoke(database, session, userId); });
}

/// Ends what `find(database)` finds, all or nothing.
template<typename Find> Result<qsizetype> UserAdministration::revokeEach(QSqlDatabase &database, Find find) const
{
    return inTransaction(database, [&]() -> Result<qsizetype> {
        const Result<std::vector<Session>> found = find(database);
        if (!found)
            return std::unexpected(found.error());
        for (const Session &session : *found) {
            const Result<void> done = m_sessions.revoke(database, session.id, session.userId);
            if (!done && done.error().kind != ErrorKind::NotFound) // signed out meanwhile
                return std::unexpected(done.error());
        }
        return static_cast<qsizetype>(found->size());
    });
}

Result<qsizetype> UserAdministration::revokeAll(QSqlDatabase &database) const
{
    return revokeEach(database, [this](QSqlDatabase &sql) { return sessions(sql); });
}

Result<qsizetype> UserAdministration::revokeAllOf(QSqlDatabase &database, const QByteArray &userId) const
{
    return revokeEach(database, [&](QSqlDatabase &sql) { return sessionsOf(sql, userId); });
}

} // namespace gatehouse::auth
