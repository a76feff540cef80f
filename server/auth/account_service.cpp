#include "auth/account_service.h"

#include "auth/credential_rules.h"
#include "core/ulid.h"
#include "storage/statement.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

// Work for the database is named before it is awaited: GCC 12 destroys a lambda that is made within a co_await
// expression twice.
namespace gatehouse::auth {

using http::Principal;
using storage::Beside;
using storage::inTransaction;

namespace {

/// Begins what limits count by beside names: a byte that is in no UTF-8 text, so that no username in a request body is that.
const QByteArray kNoName = QByteArrayLiteral("\xff");

Q_LOGGING_CATEGORY(lcAccounts, "gatehouse.auth.accounts", QtInfoMsg)

/// The same whatever was wrong, so that nobody learns which names there are.
std::unexpected<Error> wrongCredentials()
{
    return failure(ErrorKind::Unauthenticated, u"username or password is wrong"_s);
}

/// What is known of an act before it is tried.
SecurityEvent eventOf(SecurityAction action, const Origin &origin, const QByteArray &target, const Principal &caller = {})
{
    SecurityEvent event{.action = action};
    event.actor = caller.id;
    event.session = caller.session;
    event.target = target;
    event.client = origin.client;
    event.requestId = origin.requestId;
    event.noted = origin.noted;
    return event;
}

/// `event` with how it ended.
template<typename T> SecurityEvent ended(SecurityEvent event, const Result<T> &outcome)
{
    event.succeeded = outcome.has_value();
    if (outcome)
        return event;
    event.byOurTrouble = outcome.error().kind == ErrorKind::Unavailable || outcome.error().kind == ErrorKind::Internal;
    event.reason = outcome.error().detail.toUtf8();
    return event;
}

/// For whom the hasher computes, where nobody is signed in yet.
QByteArray hashedForWhom(const Origin &origin)
{
    return origin.client.limitKey().toText();
}

std::unexpected<Error> invalid(FieldError problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, u"the input breaks a rule"_s, {std::move(problem)}, {}});
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
    auto reload = [revocations](QSqlDatabase &database) {
        const Result<void> reloaded = revocations->reload(database);
        if (!reloaded)
            qCWarning(lcAccounts).noquote() << "revocations cannot be read:" << reloaded.error().detail;
        return reloaded;
    };
    m_parts.database.onExternalChange(reload);
    return m_parts.database.runBlocking(reload);
}

template<typename Change> QCoro::Task<Result<void>> AccountService::change(Beside beside, Change work)
{
    auto inDatabase = [this, beside, work = std::move(work)](QSqlDatabase &database) {
        return m_parts.revocations.change(database, beside, [&] { return work(database); });
    };
    return m_parts.database.run(std::move(inDatabase));
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
    const QByteArray target = usernameProblem(username) ? QByteArray() : username;
    const SecurityEvent event = eventOf(SecurityAction::Register, origin, target, caller);
    const Result<User> user = co_await addUser(caller, origin, username, std::move(password), setupCode, event);
    if (!user) { // else it was recorded together with what was done
        const SecurityEvent refusal = ended(event, user);
        co_await m_parts.events.record(refusal);
    }
    co_return user;
}

QCoro::Task<Result<User>> AccountService::addUser(Principal caller, Origin origin, QByteArray username, SecretBytes password,
                                                  QByteArray setupCode, SecurityEvent event)
{
    // Asked first, so that who may not register costs no password hash; and again when the user is stored.
    auto allowedWork = [this, caller, origin, setupCode](QSqlDatabase &database) {
        return roleOfNewUser(database, caller, origin, setupCode);
    };
    const Result<Role> allowed = co_await m_parts.database.run(std::move(allowedWork));
    if (!allowed)
        co_return std::unexpected(allowed.error());
    if (const auto problem = usernameProblem(username))
        co_return invalid(*problem);
    if (const auto problem = passwordProblem(password.view(), username, u"password"_s))
        co_return invalid(*problem);
    const QByteArray hashedFor = hashedForWhom(origin);
    const Result<PasswordHash> hash = co_await m_parts.hasher.hash(std::move(password), hashedFor);
    if (!hash)
        co_return std::unexpected(hash.error());

    const User draft{newUlid(m_parts.clock.now()), username, hash->encoded, Role::User, false, m_parts.clock.now()};
    auto storedWork = [=, this](QSqlDatabase &database) {
        return inTransaction(database, Beside::Nobody, [&]() -> Result<User> {
            const Result<Role> role = roleOfNewUser(database, caller, origin, setupCode);
            if (!role)
                return std::unexpected(role.error());
            User user = draft;
            user.role = *role;
            if (const Result<void> done = user_store::insert(database, user); !done)
                return std::unexpected(done.error());
            if (const Result<void> done = m_setupCode.spend(database); !done)
                return std::unexpected(done.error());
            if (const Result<void> done = m_parts.events.recordWithin(database, event); !done)
                return std::unexpected(done.error());
            return user;
        });
    };
    const Result<User> stored = co_await m_parts.database.run(std::move(storedWork));
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
    if (!found) {
        const SecurityEvent event = ended(eventOf(SecurityAction::SignIn, origin, {}), found);
        co_await m_parts.events.record(event);
        co_return std::unexpected(found.error());
    }
    SecretBytes tried = password.clone();
    const Result<SessionGrant> grant = co_await signIn(origin, *found, std::move(tried));
    const QByteArray user = *found ? (*found)->id : QByteArray();
    SecurityEvent event = ended(eventOf(SecurityAction::SignIn, origin, user), grant);
    if (grant) {
        event.actor = user;
        event.session = grant->sessionId;
    }
    co_await m_parts.events.record(event);
    if (!grant)
        co_return std::unexpected(grant.error());
    if (m_parts.hasher.isOutdated((*found)->passwordHash))
        co_await renewHash(origin, **found, std::move(password));
    co_return pairFor(*grant);
}

QCoro::Task<Result<SessionGrant>> AccountService::signIn(Origin origin, std::optional<User> user, SecretBytes password)
{
    // A user who does not exist or may not sign in costs as much as one whose password is wrong.
    const QByteArray hash = user ? user->passwordHash : QByteArray();
    const QByteArray hashedFor = hashedForWhom(origin);
    const Result<bool> right = co_await m_parts.hasher.verify(hash, std::move(password), hashedFor);
    if (!right)
        co_return std::unexpected(right.error());
    if (!*right || user->disabled)
        co_return wrongCredentials();
    auto grantWork = [this, id = user->id, hash, client = origin.client.toText()](QSqlDatabase &database) {
        // What changes a user runs beside nobody, so the user stays as found.
        return inTransaction(database, Beside::Others, [&]() -> Result<SessionGrant> {
            // Again, as much may have changed while the password was checked.
            const Result<std::optional<User>> current = user_store::findById(database, id);
            if (!current)
                return std::unexpected(current.error());
            if (!*current || (*current)->disabled || (*current)->passwordHash != hash)
                return wrongCredentials();
            return m_sessions.create(database, **current, client);
        });
    };
    QCoro::Task<Result<SessionGrant>> granting = m_parts.database.run(std::move(grantWork));
    Result<SessionGrant> granted = co_await granting;
    if (granted || granted.error().kind != ErrorKind::Unavailable || user->role != Role::Admin)
        co_return granted;
    QCoro::Task<Result<SessionGrant>> unwritten = grantUnwritten(*user);
    co_return co_await unwritten;
}

/// A session that nobody keeps, for as long as its access token lives: with a full disk an administrator has to come in to see to
/// it. Who may come in is still read.
QCoro::Task<Result<SessionGrant>> AccountService::grantUnwritten(User user)
{
    auto lookWork = [id = user.id](QSqlDatabase &database) { return existing(database, id); };
    QCoro::Task<Result<User>> looking = m_parts.database.run(std::move(lookWork));
    const Result<User> current = co_await looking;
    if (!current)
        co_return std::unexpected(current.error());
    if (current->disabled || current->role != Role::Admin || current->passwordHash != user.passwordHash)
        co_return wrongCredentials();
    qCWarning(lcAccounts) << "an administrator signed in without a session, as the database cannot be written";
    co_return SessionGrant{newUlid(m_parts.clock.now()), {}, *current};
}

/// Stores the password's hash at today's cost. What fails here is tried again at the next sign-in.
QCoro::Task<> AccountService::renewHash(Origin origin, User user, SecretBytes password)
{
    const QByteArray hashedFor = hashedForWhom(origin);
    const Result<PasswordHash> hash = co_await m_parts.hasher.hash(std::move(password), hashedFor);
    if (!hash)
        co_return;
    auto storeWork = [user, hash = hash->encoded](QSqlDatabase &database) {
        return inTransaction(database, Beside::Nobody, [&]() -> Result<void> {
            const Result<User> current = existing(database, user.id);
            if (!current || current->passwordHash != user.passwordHash)
                return {};
            return user_store::setPasswordHash(database, user.id, hash);
        });
    };
    const Result<void> stored = co_await m_parts.database.run(std::move(storeWork));
    if (!stored)
        qCWarning(lcAccounts).noquote() << "a password hash could not be renewed:" << stored.error().detail;
}

Result<SessionGrant> AccountService::rotate(QSqlDatabase &database, QByteArrayView refreshToken,
                                            const std::optional<QByteArray> &csrfToken) const
{
    if (csrfToken) {
        const Result<std::optional<SessionOwner>> owner = m_sessions.ownerOf(database, refreshToken);
        if (!owner)
            return std::unexpected(owner.error());
        if (*owner && !m_parts.csrfTokens.matches((*owner)->sessionId, *csrfToken))
            return failure(ErrorKind::Forbidden, u"a request by cookie needs its X-CSRF-Token"_s);
    }
    return m_sessions.rotate(database, refreshToken);
}

QCoro::Task<Result<TokenPair>> AccountService::refresh(Origin origin, SecretBytes refreshToken,
                                                       std::optional<QByteArray> csrfToken)
{
    auto grantWork = [this, token = std::move(refreshToken), csrfToken](QSqlDatabase &database) -> Result<SessionGrant> {
        const auto spend = [&] { return rotate(database, token.view(), csrfToken); };
        bool reused = false;
        const Result<SessionGrant> grant = inTransaction(database, Beside::Others, [&]() -> Result<SessionGrant> {
            Result<SessionGrant> rotated = spend();
            reused = rotated && rotated->reuseDetected;
            // That is undone here and done below, in turn with other revocations.
            return reused ? failure(ErrorKind::Unauthenticated, u"the refresh token is not valid"_s) : std::move(rotated);
        });
        return reused ? m_parts.revocations.change(database, Beside::Others, spend) : grant;
    };
    const Result<SessionGrant> grant = co_await m_parts.database.run(std::move(grantWork));
    if (!grant) {
        const SecurityEvent event = ended(eventOf(SecurityAction::Refresh, origin, {}), grant);
        co_await m_parts.events.record(event);
        co_return std::unexpected(grant.error());
    }
    if (grant->reuseDetected) {
        const Result<void> refusal = failure(ErrorKind::Unauthenticated, u"the refresh token is not valid"_s);
        const SecurityEvent event = ended(eventOf(SecurityAction::ReuseDetected, origin, grant->sessionId), refusal);
        co_await m_parts.events.record(event);
        co_return std::unexpected(refusal.error());
    }
    SecurityEvent event = eventOf(SecurityAction::Refresh, origin, grant->sessionId);
    event.actor = grant->user.id;
    event.session = grant->sessionId;
    co_await m_parts.events.record(event);
    co_return pairFor(*grant);
}

QCoro::Task<QByteArray> AccountService::limitKeyOf(SecretBytes refreshToken)
{
    auto ownerWork = [this, token = std::move(refreshToken)](QSqlDatabase &database) {
        return m_sessions.ownerOf(database, token.view());
    };
    const Result<std::optional<SessionOwner>> owner = co_await m_parts.database.run(std::move(ownerWork));
    co_return owner && *owner ? kNoName + (*owner)->userId : QByteArray();
}

QCoro::Task<QByteArray> AccountService::limitKeyOf(IpAddress client, QByteArray username)
{
    auto knownWork = [this, client, username](QSqlDatabase &database) -> Result<bool> {
        const Result<std::optional<User>> user = user_store::findByName(database, username);
        if (!user)
            return std::unexpected(user.error());
        return *user ? m_sessions.hasComeFrom(database, (*user)->id, client) : Result<bool>(false);
    };
    const Result<bool> known = co_await m_parts.database.run(std::move(knownWork));
    co_return known.value_or(false) ? kNoName + "from " + client.limitKey().toText() + ' ' + username : username;
}

QByteArray AccountService::limitKeyOfRegistration(const QByteArray &username)
{
    return kNoName + "register " + username;
}

QByteArray AccountService::limitKeyOfPasswordChange(const Principal &caller)
{
    return kNoName + "password " + caller.id;
}

QCoro::Task<Result<void>> AccountService::logout(Origin origin, Principal caller)
{
    auto doneWork = [this, id = caller.session, owner = caller.id](QSqlDatabase &database) -> Result<void> {
        const Result<void> done = m_sessions.revoke(database, id, owner);
        // Two tabs may sign out at once: both have.
        return !done && done.error().kind == ErrorKind::NotFound ? Result<void>() : done;
    };
    const Result<void> done = co_await change(Beside::Others, std::move(doneWork));
    const SecurityEvent event = ended(eventOf(SecurityAction::SignOut, origin, caller.session, caller), done);
    co_await m_parts.events.record(event);
    co_return done;
}

QCoro::Task<Result<void>> AccountService::revokeSession(Origin origin, Principal caller, QByteArray id)
{
    auto doneWork = [this, id, owner = caller.id](QSqlDatabase &database) { return m_sessions.revoke(database, id, owner); };
    const Result<void> done = co_await change(Beside::Others, std::move(doneWork));
    const QByteArray target = isUlid(id) ? id : QByteArray();
    const SecurityEvent event = ended(eventOf(SecurityAction::RevokeSession, origin, target, caller), done);
    co_await m_parts.events.record(event);
    co_return done;
}

QCoro::Task<Result<void>> AccountService::changePassword(Origin origin, Principal caller, SecretBytes current, SecretBytes next)
{
    const Result<void> done = co_await replacePassword(caller, std::move(current), std::move(next));
    const SecurityEvent event = ended(eventOf(SecurityAction::ChangePassword, origin, caller.id, caller), done);
    co_await m_parts.events.record(event);
    co_return done;
}

QCoro::Task<Result<void>> AccountService::replacePassword(Principal caller, SecretBytes current, SecretBytes next)
{
    if (const auto problem = passwordProblem(next.view(), caller.name, u"new"_s))
        co_return invalid(*problem);
    auto userWork = [id = caller.id](QSqlDatabase &database) { return existing(database, id); };
    const Result<User> user = co_await m_parts.database.run(std::move(userWork));
    if (!user)
        co_return std::unexpected(user.error());
    const Result<bool> right = co_await m_parts.hasher.verify(user->passwordHash, std::move(current), caller.id);
    if (!right)
        co_return std::unexpected(right.error());
    if (!*right)
        co_return failure(ErrorKind::Forbidden, u"the current password is wrong"_s);
    const Result<PasswordHash> hash = co_await m_parts.hasher.hash(std::move(next), caller.id);
    if (!hash)
        co_return std::unexpected(hash.error());
    auto doneWork = [this, caller, known = user->passwordHash, hash = hash->encoded](QSqlDatabase &database) -> Result<void> {
        // Of two changes at once the second one's current password is no longer current.
        const Result<User> stored = existing(database, caller.id);
        if (!stored && stored.error().kind != ErrorKind::NotFound)
            return std::unexpected(stored.error());
        if (!stored || stored->disabled || stored->passwordHash != known)
            return failure(ErrorKind::Forbidden, u"the current password is wrong"_s);
        if (const Result<void> done = user_store::setPasswordHash(database, caller.id, hash); !done)
            return done;
        return m_sessions.revokeAllOf(database, caller.id, caller.session);
    };
    co_return co_await change(Beside::Nobody, std::move(doneWork));
}

QCoro::Task<Result<std::vector<Session>>> AccountService::sessionsOf(const Principal &caller)
{
    return m_parts.database.run([this, id = caller.id](QSqlDatabase &database) { return m_sessions.live(database, id); });
}

QCoro::Task<Result<void>> AccountService::purgeExpired()
{
    return change(Beside::Others, [this](QSqlDatabase &database) { return m_sessions.purgeExpired(database); });
}

} // namespace gatehouse::auth
