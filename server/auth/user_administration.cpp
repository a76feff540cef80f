#include "auth/user_administration.h"

#include "core/ulid.h"

#include <QByteArrayList>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using storage::Beside;

namespace {

Result<void> recorded(const UserAdministration::Recorder &record, QSqlDatabase &database, const QByteArray &target)
{
    return record ? record(database, target) : Result<void>();
}

} // namespace

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
template<typename Work>
Result<void> UserAdministration::withUser(QSqlDatabase &database, QByteArrayView userId, const Recorder &record, Work work) const
{
    return inTransaction(database, [&]() -> Result<void> {
        const Result<std::optional<User>> user = user_store::findById(database, userId);
        if (!user)
            return std::unexpected(user.error());
        if (!*user)
            return failure(ErrorKind::NotFound, u"no such user"_s);
        if (const Result<void> done = work(**user); !done)
            return done;
        if (const Result<void> ended = m_sessions.revokeAllOf(database, userId, {}); !ended)
            return ended;
        return recorded(record, database, userId.toByteArray());
    });
}

Result<User> UserAdministration::add(QSqlDatabase &database, const NewUser &wanted, const Recorder &record) const
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
        if (const Result<void> done = recorded(record, database, user.id); !done)
            return std::unexpected(done.error());
        return user;
    });
    if (added)
        m_setupCode.removeFile();
    return added;
}

Result<void> UserAdministration::change(QSqlDatabase &database, QByteArrayView userId, const UserChange &change,
                                        const Recorder &record) const
{
    // Their access tokens still say the old role; that is why the sessions end.
    return withUser(database, userId, record, [&](const User &user) {
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

Result<void> UserAdministration::remove(QSqlDatabase &database, QByteArrayView userId, const Recorder &record) const
{
    return withUser(database, userId, record,
                    [&](const User &user) { return user_store::remove(database, user, m_clock.now()); });
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

Result<void> UserAdministration::revokeAnybodys(QSqlDatabase &database, QByteArrayView session, const Recorder &record) const
{
    return inTransaction(database, [&]() -> Result<void> {
        if (const Result<void> done = m_sessions.revokeAnybodys(database, session); !done)
            return done;
        return recorded(record, database, session.toByteArray());
    });
}

Result<void> UserAdministration::revoke(QSqlDatabase &database, QByteArrayView session, const QByteArray &userId,
                                        const Recorder &record) const
{
    if (userId.isEmpty())
        return failure(ErrorKind::NotFound, u"no such session"_s);
    return inTransaction(database, [&]() -> Result<void> {
        if (const Result<void> done = m_sessions.revoke(database, session, userId); !done)
            return done;
        return recorded(record, database, session.toByteArray());
    });
}

/// Ends what `find(database)` finds, all or nothing.
template<typename Find>
Result<qsizetype> UserAdministration::revokeEach(QSqlDatabase &database, Find find, const Recorder &record) const
{
    return inTransaction(database, [&]() -> Result<qsizetype> {
        const Result<std::vector<Session>> found = find(database);
        if (!found)
            return std::unexpected(found.error());
        QByteArrayList ended;
        for (const Session &session : *found) {
            const Result<void> done = m_sessions.revoke(database, session.id, session.userId);
            if (!done && done.error().kind == ErrorKind::NotFound) // signed out meanwhile
                continue;
            if (!done)
                return std::unexpected(done.error());
            ended.append(session.id);
        }
        for (const QByteArray &session : ended) {
            if (const Result<void> done = recorded(record, database, session); !done)
                return std::unexpected(done.error());
        }
        return static_cast<qsizetype>(found->size());
    });
}

Result<qsizetype> UserAdministration::revokeAll(QSqlDatabase &database, const Recorder &record) const
{
    return revokeEach(database, [this](QSqlDatabase &sql) { return sessions(sql); }, record);
}

Result<qsizetype> UserAdministration::revokeAllOf(QSqlDatabase &database, const QByteArray &userId, const Recorder &record) const
{
    return revokeEach(database, [&](QSqlDatabase &sql) { return sessionsOf(sql, userId); }, record);
}

std::vector<std::pair<QByteArray, QByteArray>> factsOf(const UserAdministration::UserChange &change)
{
    std::vector<std::pair<QByteArray, QByteArray>> facts;
    if (change.role)
        facts.emplace_back("role", toText(*change.role));
    if (change.disabled)
        facts.emplace_back("state", *change.disabled ? "disabled" : "enabled");
    if (!change.passwordHash.isEmpty())
        facts.emplace_back("changed", "the password");
    return facts;
}

} // namespace gatehouse::auth
