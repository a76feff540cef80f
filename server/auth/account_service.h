#pragma once

#include "auth/csrf_tokens.h"
#include "auth/password_hasher.h"
#include "auth/revocations.h"
#include "auth/security_events.h"
#include "auth/session_store.h"
#include "auth/setup_code.h"
#include "auth/token_signer.h"
#include "core/secret_bytes.h"
#include "http/principal.h"
#include "storage/database.h"

#include <qcoro/qcorotask.h>

#include <optional>

namespace gatehouse::auth {

/// Where a request came from.
struct Origin {
    IpAddress client;
    bool local = false; ///< from this machine and through no proxy
    QByteArray requestId;
    http::NotedHeaders noted = {};
};

/// What a caller gets for a password or a refresh token.
struct TokenPair {
    QByteArray accessToken;
    QByteArray refreshToken;
    QByteArray csrfToken;
    std::chrono::seconds accessLife{};
    std::chrono::seconds refreshLife{};
    User user;
};

/// What callers can do with their own account and sessions. Thread-safe; each coroutine resumes in the thread that called it. A
/// revocation holds in every worker before the call that made it returns.
class AccountService
{
public:
    struct Settings {
        bool openRegistration = false;
    };
    /// What the service works with; all of it outlives the service, and the service outlives the database's work.
    struct Parts {
        storage::Database &database;
        PasswordHasher &hasher;
        const TokenSigner &signer;
        const CsrfTokens &csrfTokens;
        Revocations &revocations;
        SecurityEvents &events;
        const Clock &clock;
    };

    AccountService(Parts parts, SessionStore sessions, SetupCode setupCode, Settings settings);

    /// Loads the revocations, and keeps them up to date with what other processes change. Once, before serving.
    [[nodiscard]] Result<void> start();

    [[nodiscard]] QCoro::Task<Result<User>> registerUser(http::Principal caller, Origin origin, QByteArray username,
                                                         SecretBytes password, QByteArray setupCode);
    [[nodiscard]] QCoro::Task<Result<TokenPair>> login(Origin origin, QByteArray username, SecretBytes password);
    /// `csrfToken`: what came along with a refresh token that the browser sent by itself, to be checked before anything is
    /// spent (Forbidden); nothing when the caller held the token in its hands.
    [[nodiscard]] QCoro::Task<Result<TokenPair>> refresh(Origin origin, SecretBytes refreshToken,
                                                         std::optional<QByteArray> csrfToken);
    /// The account that limits count a refresh token against; empty when the token is worth nothing. No name that anybody
    /// can type, so wrong passwords for a name do not keep its owner from refreshing.
    [[nodiscard]] QCoro::Task<QByteArray> limitKeyOf(SecretBytes refreshToken);
    /// What limits count a sign-in by: the name that is tried, for all strangers together; for an address (IPv6: its /64) that
    /// sessions of that user came from, that name from there alone, so that strangers do not shut its owner out
    /// (docs/decisions/163).
    [[nodiscard]] QCoro::Task<QByteArray> limitKeyOf(IpAddress client, QByteArray username);
    /// The same for a registration, and for a change of the caller's password: apart from sign-ins, which they would use up.
    [[nodiscard]] static QByteArray limitKeyOfRegistration(const QByteArray &username);
    [[nodiscard]] static QByteArray limitKeyOfPasswordChange(const http::Principal &caller);
    [[nodiscard]] QCoro::Task<Result<void>> logout(Origin origin, http::Principal caller);
    [[nodiscard]] QCoro::Task<Result<void>> changePassword(Origin origin, http::Principal caller, SecretBytes current,
                                                           SecretBytes next);
    [[nodiscard]] QCoro::Task<Result<std::vector<Session>>> sessionsOf(const http::Principal &caller);
    [[nodiscard]] QCoro::Task<Result<void>> revokeSession(Origin origin, http::Principal caller, QByteArray id);
    /// Forgets what ended long ago; to be called now and then.
    [[nodiscard]] QCoro::Task<Result<void>> purgeExpired();
    [[nodiscard]] QByteArray csrfToken(QByteArrayView session) const { return m_parts.csrfTokens.tokenFor(session); }

private:
    template<typename Change> [[nodiscard]] QCoro::Task<Result<void>> change(storage::Beside beside, Change work);
    [[nodiscard]] QCoro::Task<Result<User>> addUser(http::Principal caller, Origin origin, QByteArray username,
                                                    SecretBytes password, QByteArray setupCode, SecurityEvent event);
    [[nodiscard]] QCoro::Task<Result<SessionGrant>> signIn(Origin origin, std::optional<User> user, SecretBytes password);
    [[nodiscard]] QCoro::Task<Result<SessionGrant>> grantUnwritten(User user);
    [[nodiscard]] QCoro::Task<Result<void>> replacePassword(http::Principal caller, SecretBytes current, SecretBytes next);
    [[nodiscard]] QCoro::Task<> renewHash(Origin origin, User user, SecretBytes password);
    [[nodiscard]] Result<SessionGrant> rotate(QSqlDatabase &database, QByteArrayView refreshToken,
                                              const std::optional<QByteArray> &csrfToken) const;
    [[nodiscard]] Result<Role> roleOfNewUser(QSqlDatabase &database, const http::Principal &caller, const Origin &origin,
                                             const QByteArray &setupCode) const;
    [[nodiscard]] Result<TokenPair> pairFor(const SessionGrant &grant) const;

    const Parts m_parts;
    const SessionStore m_sessions;
    const SetupCode m_setupCode;
    const Settings m_settings;
};

} // namespace gatehouse::auth
