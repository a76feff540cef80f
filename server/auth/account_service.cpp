#include "auth/account_service.h"

#include "auth/credential_rules.h"
#include "core/ulid.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

// Work for the database is named before it is awaited: GCC 12 destroys a lambda that is made within a co_await
// expression twice.
namespace gatehouse::auth {

using http::Principal;
using storage::Transaction;

namespace {

std::unexpected<Error> invalid(FieldError problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, u"the input breaks a rule"_s, {std::move(problem)}, {}});
}

/// Runs `work` in a write transaction and commits it when it succeeded.
template<typename Work> auto inTransaction(QSqlDatabase &database, Work work) -> std::invoke_result_t<Work>
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto outcome = work();
    if (!outcome)
        return outcome;
    if (const Result<void> committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return outcome;
}

Result<User> existing(QSqlDatabase &database, QByteArrayView id)
{
    Result<std::optional<User>> user = user_store::findById(database, id);
    if (!user)
        return std::unexpected(user.error());
    if (!*user)
        return failure(ErrorKind::NotFound, u"no such user"_s);
    return std::move(**user);
}

} // namespace

AccountService::AccountService(Parts parts, SessionStore sessions, SetupCode setupCode, Settings settings)
    : m_parts(parts)
    , m_sessions(std::move(sessions))
    , m_setupCode(std::move(setupCode))
    , m_settings(settings)
{
}

Result<void> AccountService::start()
{
    Revocations *revocations = &m_parts.revocations;
    m_parts.database.onExternalChange([revocations](QSqlDatabase &database) { (void)revocations->reload(database); });
    return m_parts.database.runBlocking([revocations](QSqlDatabase &database) { return revocations->reload(database); });
}

/// Runs `work(database)` in a transaction and makes the revocations current before anybody hears of it.
template<typename Change> QCoro::Task<Result<void>> AccountService::change(Change work)
{
    auto inDatabase = [this, work = std::move(work)](QSqlDatabase &database) -> Result<void> {
        if (const Result<void> done = inTransaction(database, [&] { return work(database); }); !done)
            return done;
        return m_parts.revocations.reload(database);
    };
    co_return co_await m_parts.database.run(std::move(inDatabase));
}

Result<Role> AccountService::roleOfNewUser(QSqlDatabase &database, const Principal &caller, const Origin &origin,
                                           const QByteArray &setupCode) const
{
    const Result<qint64> users = user_store::count(database);
    if (!users)
        return std::unexpected(users.error());
    if (*users == 0) {
        if (origin.local)
            return Role::Admin;
        const Result<bool> matches = m_setupCode.matches(database, setupCode);
        if (!matches)
            return std::unexpected(matches.error());
        return *matches ? Result<Role>(Role::Admin) : failure(ErrorKind::Forbidden, u"the first user needs the setup code"_s);
    }
    if (m_settings.openRegistration || (caller.kind == Principal::Kind::User && caller.role == Role::Admin))
        return Role::User;
    return caller.isAnonymous() ? failure(ErrorKind::Unauthenticated, u"only administrators may register users"_s)
                                : failure(ErrorKind::Forbidden, u"only administrators may register users"_s);
}

QCoro::Task<Result<User>> AccountService::registerUser(Principal caller, Origin origin, QByteArray username, SecretBytes password,
                                                       QByteArray setupCode)
{
    // Asked first, so that who may not register costs no password hash; and again when the user is stored.
    auto allowedWork = [this, caller, origin, setupCode](QSqlDatabase &database) {
        return roleOfNewUser(database, caller, origin, setupCode);
    };
    const Result<Role> allowed = co_await m_parts.database.run(std::move(allowedWork));
    if (!allowed) {
        m_parts.events.record({"register", false, caller.id, username, origin.client});
        co_return std::unexpected(allowed.error());
    }
    if (const auto problem = usernameProblem(username))
        co_return invalid(*problem);
    if (const auto problem = passwordProblem(password.view(), username, u"password"_s))
        co_return invalid(*problem);
    const Result<PasswordHash> hash = co_await m_parts.hasher.hash(std::move(password));
    if (!hash)
        co_return std::unexpected(hash.error());

    const User draft{newUlid(m_parts.clock.now()), username, hash->encoded, Role::User, false, m_parts.clock.now()};
    auto storedWork = [=, this](QSqlDatabase &database) {
        return inTransaction(database, [&]() -> Result<User> {
            const Result<Role> role = roleOfNewUser(database, caller, origin, setupCode);
            if (!role)
                return std::unexpected(role.error());
            User user = draft;
            user.role = *role;
            if (const Result<void> done = user_store::insert(database, user); !done)
                return std::unexpected(done.error());
            if (const Result<void> done = m_setupCode.spend(database); !done)
                return std::unexpected(done.error());
            return user;
        });
    };
    const Result<User> stored = co_await m_parts.database.run(std::move(storedWork));
    m_parts.events.record({"register", stored.has_value(), caller.id, username, origin.client});
    if (stored && stored->role == Role::Admin)
        m_setupCode.removeFile();
    co_return stored;
}

Result<TokenPair> AccountService::pairFor(const SessionGrant &grant) const
{
    const Result<QByteArray> token = m_parts.signer.sign(
        {.subject = grant.user.id, .username = grant.user.username, .role = grant.user.role, .session = grant.sessionId});
    if (!token)
        return std::unexpected(token.error());
    return TokenPair{*token,    grant.refreshToken, csrfToken(grant.sessionId), m_parts.signer.life(), m_sessions.refreshLife(),
                     grant.user};
}

QCoro::Task<Result<TokenPair>> AccountService::login(Origin origin, QByteArray username, SecretBytes password)
{
    auto foundWork = [username](QSqlDatabase &database) { return user_store::findByName(database, username); };
    const Result<std::optional<User>> found = co_await m_parts.database.run(std::move(foundWork));
    if (!found)
        co_return std::unexpected(found.error());
    const QByteArray hash = *found ? (*found)->passwordHash : QByteArray();
    const Result<bool> right = co_await m_parts.hasher.verify(hash, std::move(password));
    if (!right)
        co_return std::unexpected(right.error());
    if (!*right || (*found)->disabled) {
        m_parts.events.record({"login", false, *found ? (*found)->id : QByteArray(), {}, origin.client});
        co_return failure(ErrorKind::Unauthenticated, u"username or password is wrong"_s);
    }

    auto grantWork = [=, this, id = (*found)->id](QSqlDatabase &database) {
        return inTransaction(database, [&]() -> Result<SessionGrant> {
            // Again, as much may have changed while the password was checked.
            const Result<User> user = existing(database, id);
            if (!user || user->disabled || user->passwordHash != hash)
                return failure(ErrorKind::Unauthenticated, u"username or password is wrong"_s);
            return m_sessions.create(database, *user, origin.client.toText());
        });
    };
    const Result<SessionGrant> grant = co_await m_parts.database.run(std::move(grantWork));
    m_parts.events.record({"login", grant.has_value(), (*found)->id, {}, origin.client});
    if (!grant)
        co_return std::unexpected(grant.error());
    co_return pairFor(*grant);
}

QCoro::Task<Result<TokenPair>> AccountService::refresh(Origin origin, QByteArray refreshToken)
{
    auto grantWork = [this, refreshToken](QSqlDatabase &database) -> Result<SessionGrant> {
        Result<SessionGrant> rotated = inTransaction(database, [&] { return m_sessions.rotate(database, refreshToken); });
        if (rotated && rotated->reuseDetected) {
            if (const Result<void> done = m_parts.revocations.reload(database); !done)
                return std::unexpected(done.error());
        }
        return rotated;
    };
    const Result<SessionGrant> grant = co_await m_parts.database.run(std::move(grantWork));
    if (!grant)
        co_return std::unexpected(grant.error());
    if (grant->reuseDetected) {
        m_parts.events.record({"refresh token reuse", false, grant->user.id, grant->sessionId, origin.client});
        co_return failure(ErrorKind::Unauthenticated, u"the refresh token is not valid"_s);
    }
    co_return pairFor(*grant);
}

QCoro::Task<Result<void>> AccountService::logout(Origin origin, Principal caller)
{
    return revokeSession(origin, caller, caller.session);
}

QCoro::Task<Result<void>> AccountService::revokeSession(Origin origin, Principal caller, QByteArray id)
{
    auto doneWork = [=, this](QSqlDatabase &database) { return m_sessions.revoke(database, id, caller.id); };
    const Result<void> done = co_await change(std::move(doneWork));
    m_parts.events.record({"revoke session", done.has_value(), caller.id, id, origin.client});
    co_return done;
}

QCoro::Task<Result<void>> AccountService::changePassword(Origin origin, Principal caller, SecretBytes current, SecretBytes next)
{
    if (const auto problem = passwordProblem(next.view(), caller.name, u"new"_s))
        co_return invalid(*problem);
    auto userWork = [id = caller.id](QSqlDatabase &database) { return existing(database, id); };
    const Result<User> user = co_await m_parts.database.run(std::move(userWork));
    if (!user)
        co_return std::unexpected(user.error());
    const Result<bool> right = co_await m_parts.hasher.verify(user->passwordHash, std::move(current));
    if (!right)
        co_return std::unexpected(right.error());
    if (!*right) {
        m_parts.events.record({"change password", false, caller.id, caller.id, origin.client});
        co_return failure(ErrorKind::Forbidden, u"the current password is wrong"_s);
    }
    const Result<PasswordHash> hash = co_await m_parts.hasher.hash(std::move(next));
    if (!hash)
        co_return std::unexpected(hash.error());
    auto doneWork = [=, this, hash = hash->encoded](QSqlDatabase &database) -> Result<void> {
        if (const Result<void> stored = user_store::setPasswordHash(database, caller.id, hash); !stored)
            return stored;
        return m_sessions.revokeAllOf(database, caller.id, caller.session);
    };
    const Result<void> done = co_await change(std::move(doneWork));
    m_parts.events.record({"change password", done.has_value(), caller.id, caller.id, origin.client});
    co_return done;
}

QCoro::Task<Result<std::vector<Session>>> AccountService::sessionsOf(Principal caller)
{
    return m_parts.database.run([this, id = caller.id](QSqlDatabase &database) { return m_sessions.live(database, id); });
}

QCoro::Task<Result<void>> AccountService::setDisabled(Origin origin, Principal admin, QByteArray userId, bool disabled)
{
    auto doneWork = [=, this](QSqlDatabase &database) -> Result<void> {
        const Result<User> user = existing(database, userId);
        if (!user)
            return std::unexpected(user.error());
        if (const Result<void> stored = user_store::setDisabled(database, *user, disabled); !stored)
            return stored;
        return m_sessions.revokeAllOf(database, userId, {});
    };
    const Result<void> done = co_await change(std::move(doneWork));
    m_parts.events.record({disabled ? "disable user" : "enable user", done.has_value(), admin.id, userId, origin.client});
    co_return done;
}

QCoro::Task<Result<void>> AccountService::setRole(Origin origin, Principal admin, QByteArray userId, Role role)
{
    auto doneWork = [=, this](QSqlDatabase &database) -> Result<void> {
        const Result<User> user = existing(database, userId);
        if (!user)
            return std::unexpected(user.error());
        if (const Result<void> stored = user_store::setRole(database, *user, role); !stored)
            return stored;
        return m_sessions.revokeAllOf(database, userId, {}); // their access tokens still say the old role
    };
    const Result<void> done = co_await change(std::move(doneWork));
    m_parts.events.record({"set role", done.has_value(), admin.id, userId, origin.client});
    co_return done;
}

QCoro::Task<Result<void>> AccountService::purgeExpired()
{
    return change([this](QSqlDatabase &database) { return m_sessions.purgeExpired(database); });
}

} // namespace gatehouse::auth
