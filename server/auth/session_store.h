#pragma once

#include "auth/user_store.h"
#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <chrono>
#include <vector>

namespace gatehouse::auth {

struct Session {
    QByteArray id; ///< ULID
    QByteArray userId;
    WallTime created{};
    WallTime lastUsed{};
    WallTime expires{};
    QByteArray clientAddress;
};

struct SessionSettings {
    std::chrono::seconds refreshLife = std::chrono::days(7);
    std::chrono::seconds leeway{10}; ///< in which a spent refresh token gives its successor again
};

/// A session with the refresh token that continues it.
struct SessionGrant {
    QByteArray sessionId;
    QByteArray refreshToken;
    User user;
    bool reuseDetected = false; ///< then nothing else is set: the family has been revoked
};

/// Sessions and their chains of refresh tokens; see docs/decisions/030. Every function runs in the database's thread.
/// Functions that write expect the caller's Transaction.
class SessionStore
{
public:
    SessionStore(SessionSettings settings, const Clock &clock)
        : m_settings(settings)
        , m_clock(clock)
    {
    }

    [[nodiscard]] Result<SessionGrant> create(QSqlDatabase &database, const User &user, QByteArrayView clientAddress) const;
    /// Spends a refresh token. Fails with Unauthenticated when it is worth nothing.
    [[nodiscard]] Result<SessionGrant> rotate(QSqlDatabase &database, QByteArrayView refreshToken) const;
    /// Fails with NotFound when there is no such live session; `userId` empty: whoever owns it.
    [[nodiscard]] Result<void> revoke(QSqlDatabase &database, QByteArrayView id, QByteArrayView userId) const;
    /// All sessions of a user but `except`.
    [[nodiscard]] Result<void> revokeAllOf(QSqlDatabase &database, QByteArrayView userId, QByteArrayView except) const;
    /// The live sessions of a user, or of all users when `userId` is empty.
    [[nodiscard]] Result<std::vector<Session>> live(QSqlDatabase &database, QByteArrayView userId) const;
    /// Forgets what ended more than a day ago, when no access token of it can be alive.
    [[nodiscard]] Result<void> purgeExpired(QSqlDatabase &database) const;
    [[nodiscard]] std::chrono::seconds refreshLife() const { return m_settings.refreshLife; }

private:
    [[nodiscard]] Result<void> insertToken(QSqlDatabase &database, QByteArrayView token, QByteArrayView session) const;

    const SessionSettings m_settings;
    const Clock &m_clock;
};

} // namespace gatehouse::auth
