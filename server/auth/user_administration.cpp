#include "auth/user_administration.h"

#include "core/ulid.h"

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using storage::Transaction;

UserAdministration::UserAdministration(SessionStore sessions, SetupCode setupCode, Revocations *revocations, const Clock &clock)
    : m_sessions(std::move(sessions))
    , m_setupCode(std::move(setupCode))
    , m_revocations(revocations)
    , m_clock(clock)
{
}

/// What is revoked is read before the commit and published after it, so that nothing between the two can fail.
Result<void> UserAdministration::commit(QSqlDatabase &database, Transaction &transaction) const
{
    if (m_revocations == nullptr)
        return transaction.commit();
    Result<Revocations::ListPtr> list = m_revocations->read(database);
    if (!list)
        return std::unexpected(list.error());
    const Result<void> committed = transaction.commit();
    if (committed)
        m_revocations->publish(std::move(*list));
    return committed;
}

/// Runs `work(user)` and ends the user's sessions, all or nothing.
template<typename Work> Result<void> UserAdministration::withUser(QSqlDatabase &database, QByteArrayView userId, Work work) const
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<std::optional<User>> user = user_store::findById(database, userId);
    if (!user)
        return std::unexpected(user.error());
    if (!*user)
        return failure(ErrorKind::NotFound, u"no such user"_s);
    if (const Result<void> done = work(**user); !done)
        return done;
    if (const Result<void> done = m_sessions.revokeAllOf(database, userId, {}); !done)
        return done;
    return commit(database, *transaction);
}

Result<User> UserAdministration::add(QSqlDatabase &database, const NewUser &wanted) const
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
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
    if (const Result<void> done = commit(database, *transaction); !done)
        return std::unexpected(done.error());
    m_setupCode.removeFile();
    return user;
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

Result<void> UserAdministration::revokeOne(QSqlDatabase &database, const std::function<Result<void>()> &work) const
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (const Result<void> done = work(); !done)
        return done;
    return commit(database, *transaction);
}

Result<void> UserAdministration::revokeAnybodys(QSqlDatabase &database, QByteArrayView session) const
{
    return revokeOne(database, [&] { return m_sessions.revokeAnybodys(database, session); });
}

Result<void> UserAdministration::revoke(QSqlDatabase &database, QByteArrayView session, const QByteArray &userId) const
{
    if (userId.isEmpty())
        return failure(ErrorKind::NotFound, u"no such session"_s);
    return revokeOne(database, [&] { return m_sessions.revoke(database, session, userId); });
}

/// Ends what `find(database)` finds, all or nothing.
template<typename Find> Result<qsizetype> UserAdministration::revokeEach(QSqlDatabase &database, Find find) const
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<std::vector<Session>> found = find(database);
    if (!found)
        return std::unexpected(found.error());
    for (const Session &session : *found) {
        if (const Result<void> done = m_sessions.revoke(database, session.id, session.userId); !done)
            return std::unexpected(done.error());
    }
    if (const Result<void> done = commit(database, *transaction); !done)
        return std::unexpected(done.error());
    return static_cast<qsizetype>(found->size());
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
