#pragma once

#include "account_database.h"
#include "auth/access_token_authenticator.h"
#include "auth/account_service.h"
#include "auth_fixture.h"
#include "http/request_head.h"
#include "storage/statement.h"

#include <QTemporaryDir>

#include <qcoro/qcorotask.h>

#include <mutex>
#include <vector>

namespace gatehouse::auth::tests {

/// Keeps security events for a test to look at. Thread-safe.
class CollectedEvents final : public SecurityEvents
{
public:
    QCoro::Task<> record(SecurityEvent event) override
    {
        add(event);
        co_return;
    }
    Result<void> recordWithin(QSqlDatabase & /*database*/, const SecurityEvent &event) override
    {
        add(event);
        return {};
    }
    /// What came since the last call.
    [[nodiscard]] std::vector<SecurityEvent> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }

private:
    void add(const SecurityEvent &event)
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(event);
    }
    std::mutex m_mutex;
    std::vector<SecurityEvent> m_events;
};

inline const QByteArray kPassword = "Correct-horse-7";
inline const Origin kLocal{IpAddress::fromIpv4(0x7f000001), true, "local-request"};
inline const Origin kRemote{IpAddress::fromIpv4(0xcb007107), false, "remote-request"};

/// Users and sessions over a real database, with cheap password hashes.
class Accounts
{
public:
    explicit Accounts(bool openRegistration = false)
        : service({*database, hasher, signer, csrfTokens, revocations, events, clock}, sessions, setupCode, {openRegistration})
    {
        if (!service.start())
            qFatal("the accounts cannot be started");
    }

    [[nodiscard]] Result<User> add(const QByteArray &name, const http::Principal &caller = {}, const Origin &origin = kLocal,
                                   const QByteArray &code = {})
    {
        return QCoro::waitFor(service.registerUser(caller, origin, name, SecretBytes(kPassword), code));
    }
    [[nodiscard]] Result<TokenPair> signIn(const QByteArray &name, const QByteArray &password = kPassword)
    {
        return QCoro::waitFor(service.login(kRemote, name, SecretBytes(password)));
    }
    [[nodiscard]] Result<TokenPair> refresh(const QByteArray &token, const std::optional<QByteArray> &csrfToken = {})
    {
        return QCoro::waitFor(service.refresh(kRemote, SecretBytes(token), csrfToken));
    }
    /// Whom a worker takes the bearer of this access token for.
    [[nodiscard]] std::expected<http::Principal, http::AuthenticationFailure> authenticate(const QByteArray &accessToken)
    {
        http::RequestHead head;
        head.bytes = "Bearer " + accessToken;
        head.fields.append({"Authorization", head.bytes});
        return authenticator.authenticate(head);
    }
    [[nodiscard]] bool isAccepted(const QByteArray &accessToken) { return authenticate(accessToken).has_value(); }
    [[nodiscard]] http::Principal callerOf(const TokenPair &pair) { return authenticate(pair.accessToken).value(); }
    /// Changes the database as an operator might, within the server's own connection.
    [[nodiscard]] bool execute(const char *sql) const
    {
        return database->runBlocking([sql](QSqlDatabase &connection) { return storage::execute(connection, sql); }).has_value();
    }
    [[nodiscard]] qint64 count(const char *sql) const
    {
        auto work = [sql](QSqlDatabase &connection) -> Result<qint64> {
            storage::Statement statement(connection, sql);
            return statement.execute() && statement.next() ? statement.number(0) : -1;
        };
        return database->runBlocking(work).value_or(-2);
    }

    QTemporaryDir folder;
    ManualClock clock;
    Snapshot<secrets::KeySet> keys{keySetOf()};
    PasswordHasher hasher{{.memoryKib = 64, .passes = 1, .threads = 2, .mostWaiting = 64, .mostWaitingForOne = 64}};
    TokenSigner signer{keys, kTokenSettings, clock};
    Revocations revocations{kTokenSettings.life + kTokenSettings.skew, clock};
    AccountDatabase store;
    std::unique_ptr<storage::Database> database = store.open();
    CsrfTokens csrfTokens = CsrfTokens::open(*database).value();
    SetupCode setupCode{folder.filePath(QStringLiteral("setup-code"))};
    SessionStore sessions{{.refreshLife = std::chrono::days(7), .leeway = std::chrono::seconds(10)}, clock};
    CollectedEvents events;
    AccessTokenAuthenticator authenticator{TokenVerifier(keys, kTokenSettings, clock), revocations, csrfTokens, {.secure = true}};
    AccountService service;
};

inline http::Principal principalOf(const User &user)
{
    http::Principal principal;
    principal.kind = http::Principal::Kind::User;
    principal.id = user.id;
    principal.name = user.username;
    principal.role = user.role;
    return principal;
}

/// What an operation failed with; Internal when it did not.
template<typename T> ErrorKind kindOf(const Result<T> &result)
{
    return result ? ErrorKind::Internal : result.error().kind;
}

} // namespace gatehouse::auth::tests
