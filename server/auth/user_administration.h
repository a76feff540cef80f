#pragma once

#include "auth/session_store.h"
#include "auth/setup_code.h"
#include "auth/user_store.h"
#include "core/clock.h"
#include "core/error.h"

#include <QSqlDatabase>

#include <optional>

namespace gatehouse::auth {

/// What administrators do to users, one rule book for the command line and the API. Every function runs in the database's
/// thread, in a transaction of its own; those that change who may come in end the user's sessions too. Whoever serves
/// from the same process then reloads Revocations; another process notices by itself.
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

    /// `clock` outlives this.
    UserAdministration(SessionStore sessions, SetupCode setupCode, const Clock &clock);

    /// Fails with Conflict when the name is taken, or when the first user would not be an administrator.
    [[nodiscard]] Result<User> add(QSqlDatabase &database, const NewUser &wanted) const;
    /// These fail with NotFound when there is no such user, and with Conflict rather than leave no administrator.
    [[nodiscard]] Result<void> change(QSqlDatabase &database, QByteArrayView userId, const UserChange &change) const;
    [[nodiscard]] Result<void> remove(QSqlDatabase &database, QByteArrayView userId) const;

    /// Live sessions of one user, or of all when `userId` is empty.
    [[nodiscard]] Result<std::vector<Session>> sessions(QSqlDatabase &database, QByteArrayView userId) const;
    /// Fails with NotFound when there is no such live session; `userId` empty: whoever owns it.
    [[nodiscard]] Result<void> revokeSession(QSqlDatabase &database, QByteArrayView id, QByteArrayView userId) const;
    /// Ends all sessions of one user, or of all when `userId` is empty. Returns how many there were.
    [[nodiscard]] Result<qsizetype> revokeSessions(QSqlDatabase &database, QByteArrayView userId) const;

private:
    template<typename Work> [[nodiscard]] Result<void> withUser(QSqlDatabase &database, QByteArrayView userId, Work work) const;

    const SessionStore m_sessions;
    const SetupCode m_setupCode;
    const Clock &m_clock;
};

} // namespace gatehouse::auth
