#include "auth/session_store.h"

#include "core/base64url.h"
#include "core/random.h"
#include "core/ulid.h"
#include "storage/statement.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

using storage::Statement;

namespace {

constexpr qsizetype kTokenBytes = 32;

QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

/// The token after `token`: only who has `token` and the stored salt can compute it.
QByteArray successorOf(QByteArrayView token, const QByteArray &salt)
{
    return toBase64Url(QMessageAuthenticationCode::hash(salt, token.toByteArray(), QCryptographicHash::Sha256));
}

std::unexpected<Error> worthless()
{
    return failure(ErrorKind::Unauthenticated, u"the refresh token is not valid"_s);
}

/// Whether the token of that hash has been spent.
Result<bool> isSpent(QSqlDatabase &database, const QByteArray &hash)
{
    Statement statement(database, "SELECT 1 FROM refresh_tokens WHERE hash = ? AND spent_at IS NOT NULL");
    if (const Result<void> done = statement.bindBytes(hash).execute(); !done)
        return std::unexpected(done.error());
    const bool spent = statement.next();
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return spent;
}

Result<void> revokedOne(Statement &statement)
{
    const Result<void> done = statement.execute();
    if (done && statement.rowsChanged() == 0)
        return failure(ErrorKind::NotFound, u"no such session"_s);
    return done;
}

Result<std::vector<Session>> readSessions(Statement &statement)
{
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    std::vector<Session> sessions;
    while (statement.next())
        sessions.push_back(
            {statement.text(0), statement.text(1), statement.time(2), statement.time(3), statement.time(4), statement.text(5)});
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return sessions;
}

} // namespace

Result<void> SessionStore::insertToken(QSqlDatabase &database, QByteArrayView token, QByteArrayView session) const
{
    return Statement(database, "INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (?, ?, ?)")
        .bindBytes(sha256(token))
        .bindText(session)
        .bind(m_clock.now() + m_settings.refreshLife)
        .execute();
}

Result<SessionGrant> SessionStore::create(QSqlDatabase &database, const User &user, QByteArrayView clientAddress) const
{
    const WallTime now = m_clock.now();
    SessionGrant grant{newUlid(now), toBase64Url(randomSecret(kTokenBytes).view()), user};
    Statement session(
        database,
        "INSERT INTO sessions (id, user_id, created_at, last_used_at, expires_at, client_address) VALUES (?, ?, ?, ?, ?, ?)");
    const Result<void> done = session.bindText(grant.sessionId)
                                  .bindText(user.id)
                                  .bind(now)
                                  .bind(now)
                                  .bind(now + m_settings.refreshLife)
                                  .bindText(clientAddress)
                                  .execute();
    if (!done)
        return std::unexpected(done.error());
    if (const Result<void> stored = insertToken(database, grant.refreshToken, grant.sessionId); !stored)
        return std::unexpected(stored.error());
    return grant;
}

Result<std::optional<SessionOwner>> SessionStore::ownerOf(QSqlDatabase &database, QByteArrayView refreshToken) const
{
    Statement found(database,
                    "SELECT s.id, s.user_id FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id"
                    " WHERE t.hash = ? AND t.expires_at > ? AND s.revoked_at IS NULL");
    if (const Result<void> done = found.bindBytes(sha256(refreshToken)).bind(m_clock.now()).execute(); !done)
        return std::unexpected(done.error());
    if (!found.next())
        return std::nullopt;
    return SessionOwner{found.text(0), found.text(1)};
}

Result<SessionGrant> SessionStore::rotate(QSqlDatabase &database, QByteArrayView refreshToken) const
{
    const WallTime now = m_clock.now();
    const QByteArray hash = sha256(refreshToken);
    // Of two at once the second sees what the first did. A token stays its session's, so the session is the one lock.
    Statement locked =
        Statement::locking(database, "SELECT id FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = ?)");
    if (const Result<void> done = locked.bindBytes(hash).execute(); !done)
        return std::unexpected(done.error());
    Statement found(database,
                    "SELECT t.spent_at, t.successor_salt, t.successor_hash, s.id, s.user_id FROM refresh_tokens t"
                    " JOIN sessions s ON s.id = t.session_id WHERE t.hash = ? AND t.expires_at > ? AND s.revoked_at IS NULL");
    if (const Result<void> done = found.bindBytes(hash).bind(now).execute(); !done)
        return std::unexpected(done.error());
    if (!found.next())
        return worthless();
    const QByteArray session = found.text(3);
    Result<std::optional<User>> user = user_store::findById(database, found.text(4));
    if (!user)
        return std::unexpected(user.error());
    if (!*user || (*user)->disabled)
        return worthless();

    if (!found.isNull(0)) {
        const Result<bool> successorSpent = isSpent(database, found.bytes(2));
        if (!successorSpent)
            return std::unexpected(successorSpent.error());
        if (*successorSpent || now - found.time(0) >= m_settings.leeway) {
            if (const Result<void> done = revoke(database, session, (*user)->id); !done)
                return std::unexpected(done.error());
            return SessionGrant{session, {}, **user, true};
        }
        return SessionGrant{session, successorOf(refreshToken, found.bytes(1)), **user};
    }

    const SecretBytes randomSalt = randomSecret(kTokenBytes);
    const QByteArray salt = randomSalt.view().toByteArray();
    SessionGrant grant{session, successorOf(refreshToken, salt), **user};
    Statement spend(database, "UPDATE refresh_tokens SET spent_at = ?, successor_salt = ?, successor_hash = ? WHERE hash = ?");
    if (const Result<void> done = spend.bind(now).bindBytes(salt).bindBytes(sha256(grant.refreshToken)).bindBytes(hash).execute();
        !done)
        return std::unexpected(done.error());
    if (const Result<void> done = insertToken(database, grant.refreshToken, session); !done)
        return std::unexpected(done.error());
    // The predecessor can give this token no more.
    Statement forget(database, "UPDATE refresh_tokens SET successor_salt = NULL WHERE session_id = ? AND successor_hash = ?");
    if (const Result<void> done = forget.bindText(session).bindBytes(hash).execute(); !done)
        return std::unexpected(done.error());
    Statement touch(database, "UPDATE sessions SET last_used_at = ?, expires_at = ? WHERE id = ?");
    if (const Result<void> done = touch.bind(now).bind(now + m_settings.refreshLife).bindText(session).execute(); !done)
        return std::unexpected(done.error());
    return grant;
}

Result<void> SessionStore::revokeAnybodys(QSqlDatabase &database, QByteArrayView id) const
{
    Statement statement(database, "UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
    return revokedOne(statement.bind(m_clock.now()).bindText(id));
}

Result<void> SessionStore::revoke(QSqlDatabase &database, QByteArrayView id, const QByteArray &owner) const
{
    Statement statement(database, "UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL AND user_id = ?");
    return revokedOne(statement.bind(m_clock.now()).bindText(id).bindText(owner));
}

Result<void> SessionStore::revokeAllOf(QSqlDatabase &database, QByteArrayView userId, QByteArrayView except) const
{
    return Statement(database, "UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND id <> ? AND revoked_at IS NULL")
        .bind(m_clock.now())
        .bindText(userId)
        .bindText(except)
        .execute();
}

Result<std::vector<Session>> SessionStore::everybodys(QSqlDatabase &database) const
{
    Statement statement(database,
                        "SELECT id, user_id, created_at, last_used_at, expires_at, client_address FROM sessions"
                        " WHERE revoked_at IS NULL AND expires_at > ? ORDER BY id");
    return readSessions(statement.bind(m_clock.now()));
}

Result<qint64> SessionStore::countLive(QSqlDatabase &database) const
{
    Statement statement(database, "SELECT count(*) FROM sessions WHERE revoked_at IS NULL AND expires_at > ?");
    if (const Result<void> done = statement.bind(m_clock.now()).execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? statement.number(0) : 0;
}

Result<std::vector<Session>> SessionStore::live(QSqlDatabase &database, const QByteArray &owner) const
{
    Statement statement(database,
                        "SELECT id, user_id, created_at, last_used_at, expires_at, client_address FROM sessions"
                        " WHERE revoked_at IS NULL AND expires_at > ? AND user_id = ? ORDER BY id");
    return readSessions(statement.bind(m_clock.now()).bindText(owner));
}

Result<bool> SessionStore::hasComeFrom(QSqlDatabase &database, QByteArrayView userId, const IpAddress &client) const
{
    Statement found(database, "SELECT DISTINCT client_address FROM sessions WHERE user_id = ?");
    if (const Result<void> done = found.bindText(userId).execute(); !done)
        return std::unexpected(done.error());
    while (found.next()) {
        const std::optional<IpAddress> address = IpAddress::parse(found.text(0));
        if (address && address->limitKey() == client.limitKey())
            return true;
    }
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return false;
}

Result<void> SessionStore::purgeExpired(QSqlDatabase &database) const
{
    const WallTime limit = m_clock.now() - std::chrono::days(2);
    Statement sessions(database, "DELETE FROM sessions WHERE expires_at < ? OR revoked_at < ?");
    if (const Result<void> done = sessions.bind(limit).bind(limit).execute(); !done)
        return done;
    // A session may go on for years; each refresh leaves a token behind.
    return Statement(database, "DELETE FROM refresh_tokens WHERE expires_at < ?").bind(limit).execute();
}

} // namespace gatehouse::auth
