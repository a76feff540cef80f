#pragma once

#include "auth/user_store.h"
#include "core/clock.h"
#include "core/error.h"
#include "core/ip_address.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <chrono>
#include <optional>
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

/// Whom a refresh token belongs to.
struct SessionOwner {
    QByteArray sessionId;
    QByteArray userId;
};

/// A session with the refresh token that continues it.
struct SessionGrant {
    QByteArray sessionId;
    QByteArray refreshToken;
    User user;
    bool reuseDetected = false; ///< then there is no token: the family has been revoked
};

/// Sessions and their chains of refresh tokens; see docs/decisions/031. Every function runs in the database's thread.
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
    /// The live session that `refreshToken` is of, spent or not; nothing when it is worth nothing.
    [[nodiscard]] Result<std::optional<SessionOwner>> ownerOf(QSqlDatabase &database, QByteArrayView refreshToken) const;
    /// Spends a refresh token. Fails with Unauthenticated when it is worth nothing.
    [[nodiscard]] Result<SessionGrant> rotate(QSqlDatabase &database, QByteArrayView refreshToken) const;
    /// Both fail with NotFound when there is no such live session; the second also when it is not that user's. Two functions, so
    /// that an empty owner is nobody and not everybody.
    [[nodiscard]] Result<void> revokeAnybodys(QSqlDatabase &database, QByteArrayView id) const;
    [[nodiscard]] Result<void> revoke(QSqlDatabase &database, QByteArrayView id, const QByteArray &owner) const;
    /// All sessions of a user but `except`.
    [[nodiscard]] Result<void> revokeAllOf(QSqlDatabase &database, QByteArrayView userId, QByteArrayView except) const;
    /// The live sessions of all users, or of one.
    [[nodiscard]] Result<std::vector<Session>> everybodys(QSqlDatabase &database) const;
    [[nodiscard]] Result<qint64> countLive(QSqlDatabase &database) const;
    [[nodiscard]] Result<std::vector<Session>> live(QSqlDatabase &database, const QByteArray &owner) const;
    /// Whether a session of that user, live or not yet forgotten, began at this address, or for IPv6 within its /64.
    [[nodiscard]] Result<bool> hasComeFrom(QSqlDatabase &database, QByteArrayView userId, const IpAddress &client) const;
    /// Forgets what ended more than two days ago, when no access token of it can be alive: they live a day at most.
    [[nodiscard]] Result<void> purgeExpired(QSqlDatabase &database) const;
    [[nodiscard]] std::chrono::seconds refreshLife() const { return m_settings.refreshLife; }

private:
    [[nodiscard]] Result<void> insertToken(QSqlDatabase &database, QByteArrayView token, QByteArrayView session) const;

    const SessionSettings m_settings;
    const Clock &m_clock;
};

} // namespace gatehouse::auth
