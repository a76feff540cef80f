#pragma once

#include "auth/revocations.h"
#include "auth/session_store.h"
#include "auth/setup_code.h"
#include "auth/user_store.h"
#include "core/clock.h"
#include "core/error.h"

#include <QSqlDatabase>

#include <functional>
#include <optional>
#include <type_traits>

namespace gatehouse::auth {

/// What administrators do to users, one rule book for the command line and the API. Every function runs in the database's
/// thread, in a transaction of its own; those that change who may come in end the user's sessions too.
class UserAdministration
{
public:
    struct NewUser {
        QByteArray username; ///< obeys usernameProblem()
        QByteArray passwordHash; ///< PHC string of a password that obeys passwordProblem()
        std::optional<Role> role; ///< none: admin for the first user, else user
    };
    /// What is to be different; what is left out stays.
    struct UserChange {
        std::optional<Role> role;
        std::optional<bool> disabled;
        QByteArray passwordHash; ///< PHC string; empty: the old one stays
    };

    /// `revocations`: those of the workers of this process, which go by every change before it is acknowledged; null where
    /// nobody serves from this process (another one notices by itself). Both outlive this.
    UserAdministration(SessionStore sessions, SetupCode setupCode, Revocations *revocations, const Clock &clock);

    /// Records an act on `target` (a user's or a session's identifier) as the last thing in its transaction, which it undoes by
    /// failing; see SecurityEvents::recordWithin().
    using Recorder = std::function<Result<void>(QSqlDatabase &database, const QByteArray &target)>;

    /// Fails with Conflict when the name is taken, or when the first user would not be an administrator.
    [[nodiscard]] Result<User> add(QSqlDatabase &database, const NewUser &wanted, const Recorder &record = {}) const;
    /// These fail with NotFound when there is no such user, and with Conflict rather than leave no administrator.
    [[nodiscard]] Result<void> change(QSqlDatabase &database, QByteArrayView userId, const UserChange &change,
                                      const Recorder &record = {}) const;
    [[nodiscard]] Result<void> remove(QSqlDatabase &database, QByteArrayView userId, const Recorder &record = {}) const;

    /// Live sessions of everybody, or of one user.
    [[nodiscard]] Result<std::vector<Session>> sessions(QSqlDatabase &database) const;
    [[nodiscard]] Result<std::vector<Session>> sessionsOf(QSqlDatabase &database, const QByteArray &userId) const;
    [[nodiscard]] Result<qint64> countSessions(QSqlDatabase &database) const { return m_sessions.countLive(database); }
    /// These fail with NotFound when there is no such live session; the second also when it is not that user's. Two
    /// functions, so that an empty owner is nobody and not everybody.
    [[nodiscard]] Result<void> revokeAnybodys(QSqlDatabase &database, QByteArrayView session, const Recorder &record = {}) const;
    [[nodiscard]] Result<void> revoke(QSqlDatabase &database, QByteArrayView session, const QByteArray &userId,
                                      const Recorder &record = {}) const;
    /// Ends all sessions of everybody, or of one user, each recorded by itself. Returns how many there were.
    [[nodiscard]] Result<qsizetype> revokeAll(QSqlDatabase &database, const Recorder &record = {}) const;
    [[nodiscard]] Result<qsizetype> revokeAllOf(QSqlDatabase &database, const QByteArray &userId,
                                                const Recorder &record = {}) const;

private:
    template<typename Work>
    [[nodiscard]] auto inTransaction(QSqlDatabase &database, Work work) const -> std::invoke_result_t<Work>;
    template<typename Find>
    [[nodiscard]] Result<qsizetype> revokeEach(QSqlDatabase &database, Find find, const Recorder &record) const;
    template<typename Work>
    [[nodiscard]] Result<void> withUser(QSqlDatabase &database, QByteArrayView userId, const Recorder &record, Work work) const;

    const SessionStore m_sessions;
    const SetupCode m_setupCode;
    Revocations *const m_revocations;
    const Clock &m_clock;
};

/// What a change is, for the record; never the password.
[[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>> factsOf(const UserAdministration::UserChange &change);

} // namespace gatehouse::auth
