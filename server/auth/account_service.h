#pragma once

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

namespace gatehouse::auth {

/// Where a request came from.
struct Origin {
    IpAddress client;
    bool local = false; ///< from this machine and through no proxy
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

/// What callers can do with users and sessions. Thread-safe; each coroutine resumes in the thread that called it. A
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
    [[nodiscard]] QCoro::Task<Result<TokenPair>> refresh(Origin origin, QByteArray refreshToken);
    [[nodiscard]] QCoro::Task<Result<void>> logout(Origin origin, http::Principal caller);
    [[nodiscard]] QCoro::Task<Result<void>> changePassword(Origin origin, http::Principal caller, SecretBytes current,
                                                           SecretBytes next);
    [[nodiscard]] QCoro::Task<Result<std::vector<Session>>> sessionsOf(http::Principal caller);
    [[nodiscard]] QCoro::Task<Result<void>> revokeSession(Origin origin, http::Principal caller, QByteArray id);
    [[nodiscard]] QCoro::Task<Result<void>> setDisabled(Origin origin, http::Principal admin, QByteArray userId, bool disabled);
    [[nodiscard]] QCoro::Task<Result<void>> setRole(Origin origin, http::Principal admin, QByteArray userId, Role role);
    /// Forgets what ended long ago; to be called now and then.
    [[nodiscard]] QCoro::Task<Result<void>> purgeExpired();
    [[nodiscard]] QByteArray csrfToken(QByteArrayView session) const { return m_parts.signer.csrfToken(session); }

private:
    template<typename Change> [[nodiscard]] QCoro::Task<Result<void>> change(Change work);
    [[nodiscard]] Result<Role> roleOfNewUser(QSqlDatabase &database, const http::Principal &caller, const Origin &origin,
                                             const QByteArray &setupCode) const;
    [[nodiscard]] Result<TokenPair> pairFor(const SessionGrant &grant) const;

    const Parts m_parts;
    const SessionStore m_sessions;
    const SetupCode m_setupCode;
    const Settings m_settings;
};

} // namespace gatehouse::auth
