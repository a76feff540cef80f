#include "accounts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAccountService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLocalUserIsAdministrator();
    void theFirstRemoteUserNeedsTheSetupCode();
    void theSetupCodeIsShownAgainUntilItIsUsed();
    void theSetupCodeFileIsItsOwnersOnly();
    void theSetupCodeMakesOneAdministratorOfManyAtOnce();
    void firstRegistrationsAtOnceMakeOneAdministrator();
    void registrationIsClosedAfterwards();
    void openRegistrationMakesPlainUsers();
    void namesAreUniqueWithoutRegardToCase();
    void oneNameRegisteredManyTimesAtOnceIsThereOnce();
    void aRefusedRegistrationComputesNoHash();
    void aSignInTellsNotWhatWasWrong();
    void anUnknownUserCostsTheSameHashes();
    void everySignInIsANewSession();
    void withAFullDiskAnAdministratorStillComesIn();
    void aDisabledUserIsOut();
    void signingOutEndsTheFamilyAndMayHappenTwice();
    void aPasswordChangeEndsEveryOtherSession();
    void ofTwoPasswordChangesAtOnceOneHolds();
    void sessionsAreOnesOwn();
    void aPasswordIsHashedAnewWhenTheCostChanged();
    void aRefreshByCookieNeedsTheSessionsCsrfToken();
    void csrfTokensOutliveEveryKeyRotation();
    void limitsKnowARefreshTokensAccount();
    void everyActIsRecordedOnce();
    void eventsHoldNothingThatACallerMadeUp_data();
    void eventsHoldNothingThatACallerMadeUp();
};

void TestAccountService::theFirstLocalUserIsAdministrator()
{
    Accounts accounts;
    const Result<User> user = accounts.add("alice");
    QVERIFY(user);
    QCOMPARE(user->role, Role::Admin);
}

void TestAccountService::theFirstRemoteUserNeedsTheSetupCode()
{
    Accounts accounts;
    const auto ensured = accounts.database->runBlocking([&](QSqlDatabase &sql) { return accounts.setupCode.ensure(sql); });
    QVERIFY(ensured && *ensured);
    const QByteArray code = **ensured;
    QVERIFY(code.size() >= 22); // 128 bits
    const QByteArrayList wrong{
        "", "A", code.left(code.size() - 1), code + 'A', code.toLower(), ' ' + code, QByteArray(10'000, 'A')};
    for (const QByteArray &guess : wrong)
        QCOMPARE(kindOf(accounts.add("mallory", {}, kRemote, guess)), ErrorKind::Forbidden);
    const Result<User> user = accounts.add("alice", {}, kRemote, code);
    QVERIFY(user);
    QCOMPARE(user->role, Role::Admin);
    QVERIFY(!QFile::exists(accounts.folder.filePath(u"setup-code"_s)));
    QCOMPARE(kindOf(accounts.add("mallory", {}, kRemote, code)), ErrorKind::Unauthenticated);
}

void TestAccountService::theSetupCodeIsShownAgainUntilItIsUsed()
{
    Accounts accounts;
    const auto ensure = [&] {
        return accounts.database->runBlocking([&](QSqlDatabase &sql) { return accounts.setupCode.ensure(sql); }).value();
    };
    const QString file = accounts.folder.filePath(u"setup-code"_s);
    const auto code = ensure();
    QVERIFY(code);
    QCOMPARE(ensure(), code);
    QVERIFY(QFile::remove(file));
    const auto second = ensure();
    QVERIFY(second && *second != *code);
    if (!AccountDatabase::isPostgres()) // where it may be another instance's
        QCOMPARE(kindOf(accounts.add("mallory", {}, kRemote, *code)), ErrorKind::Forbidden);
    QVERIFY(accounts.execute("INSERT INTO users VALUES ('1', 'alice', 'alice', '', 'admin', 0, 0)"));
    QVERIFY(!ensure());
    QVERIFY(!QFile::exists(file)); // as after an end between the registration and the removal
}

void TestAccountService::theSetupCodeFileIsItsOwnersOnly()
{
    Accounts accounts;
    QVERIFY(accounts.database->runBlocking([&](QSqlDatabase &sql) { return accounts.setupCode.ensure(sql); }));
    const QFileInfo file(accounts.folder.filePath(u"setup-code"_s));
    QVERIFY(file.exists());
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestAccountService::theSetupCodeMakesOneAdministratorOfManyAtOnce()
{
    Accounts accounts;
    const auto code = accounts.database->runBlocking([&](QSqlDatabase &sql) { return accounts.setupCode.ensure(sql); }).value();
    std::atomic<int> users = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] { users += accounts.add("user_" + QByteArray::number(i), {}, kRemote, *code) ? 1 : 0; });
    }
    QCOMPARE(users.load(), 1);
    QCOMPARE(accounts.count("SELECT count(*) FROM users WHERE role = 'admin'"), 1);
}

void TestAccountService::firstRegistrationsAtOnceMakeOneAdministrator()
{
    Accounts accounts(true);
    std::atomic<int> admins = 0;
    std::atomic<int> users = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                const Result<User> user = accounts.add("user_" + QByteArray::number(i));
                admins += user && user->role == Role::Admin ? 1 : 0;
                users += user ? 1 : 0;
            });
        }
    }
    QCOMPARE(users.load(), 8);
    QCOMPARE(admins.load(), 1);
}

void TestAccountService::registrationIsClosedAfterwards()
{
    Accounts accounts;
    const Result<User> admin = accounts.add("alice");
    QCOMPARE(kindOf(accounts.add("bob")), ErrorKind::Unauthenticated); // local or not
    const Result<User> user = accounts.add("bob", principalOf(*admin), kRemote);
    QVERIFY(user);
    QCOMPARE(user->role, Role::User);
    QCOMPARE(kindOf(accounts.add("carol", principalOf(*user))), ErrorKind::Forbidden);
    http::Principal agent;
    agent.kind = http::Principal::Kind::Agent;
    agent.role = Role::Admin;
    QCOMPARE(kindOf(accounts.add("carol", agent)), ErrorKind::Forbidden);
}

void TestAccountService::openRegistrationMakesPlainUsers()
{
    Accounts accounts(true);
    QCOMPARE(kindOf(accounts.add("mallory", {}, kRemote)), ErrorKind::Forbidden); // not the first one
    QVERIFY(accounts.add("alice"));
    const Result<User> user = accounts.add("bob", {}, kRemote);
    QVERIFY(user);
    QCOMPARE(user->role, Role::User);
}

void TestAccountService::namesAreUniqueWithoutRegardToCase()
{
    Accounts accounts(true);
    QVERIFY(accounts.add("Alice"));
    QCOMPARE(kindOf(accounts.add("aLICE")), ErrorKind::Conflict);
    const Result<TokenPair> pair = accounts.signIn("ALICE");
    QVERIFY(pair);
    QCOMPARE(pair->user.username, QByteArray("Alice")); // as it was registered
    for (const char *other : {"alice ", " alice", "alice\n", "alic\xc3\x89", "al%", "al_ce"})
        QVERIFY2(!accounts.signIn(other), other);
    QVERIFY(!accounts.signIn(QByteArray("alice\0", 6)));
}

void TestAccountService::oneNameRegisteredManyTimesAtOnceIsThereOnce()
{
    Accounts accounts(true);
    QVERIFY(accounts.add("admin"));
    const QByteArrayList spellings{"alice", "Alice", "ALICE", "aLice", "alIce", "aliCe", "alicE", "aLiCe"};
    std::atomic<int> users = 0;
    std::atomic<int> conflicts = 0;
    {
        std::vector<std::jthread> threads;
        for (const QByteArray &name : spellings) {
            threads.emplace_back([&, name] {
                const Result<User> user = accounts.add(name);
                users += user ? 1 : 0;
                conflicts += kindOf(user) == ErrorKind::Conflict ? 1 : 0;
            });
        }
    }
    QCOMPARE(users.load(), 1);
    QCOMPARE(conflicts.load(), 7);
}

void TestAccountService::aRefusedRegistrationComputesNoHash()
{
    Accounts accounts;
    QVERIFY(!accounts.add("mallory", {}, kRemote));
    QVERIFY(!QCoro::waitFor(accounts.service.registerUser({}, kLocal, "alice", SecretBytes("weak"), {})));
    QVERIFY(!QCoro::waitFor(accounts.service.registerUser({}, kLocal, "a", SecretBytes(kPassword), {})));
    QCOMPARE(accounts.hasher.computations(), 0U);
}

void TestAccountService::aSignInTellsNotWhatWasWrong()
{
    Accounts accounts(true);
    QVERIFY(accounts.add("admin"));
    QVERIFY(accounts.add("disabled"));
    QVERIFY(accounts.execute("UPDATE users SET disabled = 1 WHERE username = 'disabled'"));
    const Error wrongPassword = accounts.signIn("admin", "Wrong-horse-7").error();
    QCOMPARE(wrongPassword.kind, ErrorKind::Unauthenticated);
    for (const char *name : {"nobody", "' OR 1=1 --", "", "disabled"}) {
        const Result<TokenPair> refused = accounts.signIn(name);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, wrongPassword.kind);
        QCOMPARE(refused.error().detail, wrongPassword.detail);
        QVERIFY(refused.error().fields.empty() && !refused.error().retryAfter);
    }
}

void TestAccountService::anUnknownUserCostsTheSameHashes()
{
    Accounts accounts(true);
    QVERIFY(accounts.add("alice"));
    QVERIFY(accounts.add("disabled"));
    QVERIFY(accounts.execute("UPDATE users SET disabled = 1 WHERE username = 'disabled'"));
    const auto costOf = [&](const QByteArray &name, const QByteArray &password) {
        const quint64 before = accounts.hasher.computations();
        (void)accounts.signIn(name, password);
        return accounts.hasher.computations() - before;
    };
    QCOMPARE(costOf("alice", "Wrong-horse-7"), 1U);
    QCOMPARE(costOf("alice", kPassword), 1U);
    QCOMPARE(costOf("nobody", kPassword), 1U);
    QCOMPARE(costOf("no name at all", kPassword), 1U);
    QCOMPARE(costOf("disabled", kPassword), 1U);
    QCOMPARE(costOf("disabled", "Wrong-horse-7"), 1U);
    QCOMPARE(costOf("alice", {}), 1U);
    QCOMPARE(costOf("nobody", QByteArray(1024, 'x')), 1U);
}

void TestAccountService::everySignInIsANewSession()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    const Result<TokenPair> one = accounts.signIn("alice");
    const Result<TokenPair> two = accounts.signIn("alice");
    QVERIFY(accounts.callerOf(*one).session != accounts.callerOf(*two).session);
    QVERIFY(one->csrfToken != two->csrfToken);
    QVERIFY(one->refreshToken != two->refreshToken);
}

void TestAccountService::withAFullDiskAnAdministratorStillComesIn()
{
    Accounts accounts(true);
    const User admin = accounts.add("alice").value();
    const User user = accounts.add("bob").value();
    QCOMPARE(user.role, Role::User);
    const auto pragma = [&accounts](const QByteArray &limit) {
        return accounts.database->runBlocking([&](QSqlDatabase &sql) -> Result<void> {
            storage::Statement pages(sql, "PRAGMA page_count");
            if (const Result<void> read = pages.execute(); !read || !pages.next())
                return read;
            const QByteArray most = limit.isEmpty() ? QByteArray::number(pages.number(0)) : limit;
            // Nothing is free on the pages that are there.
            return storage::execute(sql, ("PRAGMA max_page_count = " + most).constData());
        });
    };
    if (accounts.database->dialect() != storage::Dialect::Sqlite)
        QSKIP("a full disk of PostgreSQL is its server's");
    QVERIFY(pragma({}));
    int kept = 0;
    Result<TokenPair> pair = accounts.signIn("alice");
    for (; pair && !pair->refreshToken.isEmpty() && kept < 1000; ++kept) // what room there is in the pages
        pair = accounts.signIn("alice");
    QVERIFY2(pair, pair ? "" : qPrintable(pair.error().detail));
    QVERIFY(pair->refreshToken.isEmpty()); // there is no session to continue
    QCOMPARE(accounts.authenticate(pair->accessToken)->id, admin.id);
    QCOMPARE(accounts.signIn("alice", "Wrong-horse-7").error().kind, ErrorKind::Unauthenticated);
    QCOMPARE(accounts.signIn("bob").error().kind, ErrorKind::Unavailable);
    QVERIFY(pragma("1073741823"));
    QVERIFY(!accounts.signIn("alice")->refreshToken.isEmpty());
}

void TestAccountService::aDisabledUserIsOut()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    const Result<TokenPair> pair = accounts.signIn("alice");
    const auto disable = [&](QSqlDatabase &sql) {
        const Result<void> done = storage::execute(sql, "UPDATE users SET disabled = 1");
        return done ? accounts.revocations.reload(sql) : done;
    };
    QVERIFY(accounts.database->runBlocking(disable));
    QVERIFY(!accounts.isAccepted(pair->accessToken));
    QVERIFY(!accounts.refresh(pair->refreshToken));
    QVERIFY(!accounts.signIn("alice"));
}

void TestAccountService::signingOutEndsTheFamilyAndMayHappenTwice()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    const Result<TokenPair> first = accounts.signIn("alice");
    const Result<TokenPair> other = accounts.signIn("alice");
    const http::Principal caller = accounts.callerOf(*first);
    QVERIFY(QCoro::waitFor(accounts.service.logout(kRemote, caller)));
    QVERIFY(QCoro::waitFor(accounts.service.logout(kRemote, caller))); // of two tabs at once
    QVERIFY(!accounts.isAccepted(first->accessToken));
    QVERIFY(!accounts.refresh(first->refreshToken));
    QVERIFY(accounts.isAccepted(other->accessToken));
}

void TestAccountService::aPasswordChangeEndsEveryOtherSession()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    const Result<TokenPair> own = accounts.signIn("alice");
    const Result<TokenPair> other = accounts.signIn("alice");
    const http::Principal caller = accounts.callerOf(*own);
    const auto change = [&](const QByteArray &current, const QByteArray &next) {
        return QCoro::waitFor(accounts.service.changePassword(kRemote, caller, SecretBytes(current), SecretBytes(next)));
    };
    QCOMPARE(kindOf(change("Wrong-horse-7", "Better-horse-8")), ErrorKind::Forbidden);
    QCOMPARE(kindOf(change(kPassword, "weak")), ErrorKind::Invalid);
    QVERIFY(accounts.isAccepted(other->accessToken));
    QVERIFY(change(kPassword, "Better-horse-8"));
    QVERIFY(accounts.isAccepted(own->accessToken));
    QVERIFY(!accounts.isAccepted(other->accessToken));
    QVERIFY(!accounts.refresh(other->refreshToken));
    QVERIFY(accounts.refresh(own->refreshToken));
    QVERIFY(!accounts.signIn("alice"));
    QVERIFY(accounts.signIn("alice", "Better-horse-8"));
}

void TestAccountService::ofTwoPasswordChangesAtOnceOneHolds()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    std::atomic<int> changed = 0;
    const std::vector<QByteArray> wanted{"Better-horse-1", "Better-horse-2", "Better-horse-3", "Better-horse-4"};
    {
        const http::Principal caller = accounts.callerOf(*accounts.signIn("alice"));
        std::vector<std::jthread> threads;
        for (const QByteArray &next : wanted) {
            threads.emplace_back([&, next] {
                changed +=
                    QCoro::waitFor(accounts.service.changePassword(kRemote, caller, SecretBytes(kPassword), SecretBytes(next)))
                    ? 1
                    : 0;
            });
        }
    }
    QCOMPARE(changed.load(), 1);
    const auto works = [&](const QByteArray &password) { return accounts.signIn("alice", password).has_value(); };
    QCOMPARE(std::ranges::count_if(wanted, works), 1);
}

void TestAccountService::sessionsAreOnesOwn()
{
    Accounts accounts(true);
    const Result<User> alice = accounts.add("alice");
    const Result<User> bob = accounts.add("bob");
    QVERIFY(accounts.signIn("alice"));
    QVERIFY(accounts.signIn("alice"));
    QVERIFY(accounts.signIn("bob"));
    const auto sessions = QCoro::waitFor(accounts.service.sessionsOf(principalOf(*alice)));
    QCOMPARE(sessions->size(), 2U);
    for (const Session &session : *sessions) {
        QCOMPARE(session.userId, alice->id);
        QCOMPARE(session.clientAddress, kRemote.client.toText());
        QCOMPARE(kindOf(QCoro::waitFor(accounts.service.revokeSession(kRemote, principalOf(*bob), session.id))),
                 ErrorKind::NotFound);
    }
    QCOMPARE(QCoro::waitFor(accounts.service.sessionsOf(http::Principal()))->size(), 0U); // of nobody, not of everybody
    QVERIFY(QCoro::waitFor(accounts.service.revokeSession(kRemote, principalOf(*alice), sessions->front().id)));
    QCOMPARE(QCoro::waitFor(accounts.service.sessionsOf(principalOf(*alice)))->size(), 1U);
}

void TestAccountService::aPasswordIsHashedAnewWhenTheCostChanged()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    PasswordHasher costlier({.memoryKib = 128, .passes = 2});
    AccountService service({*accounts.database, costlier, accounts.signer, accounts.csrfTokens, accounts.revocations,
                            accounts.events, accounts.clock},
                           accounts.sessions, accounts.setupCode, {});
    const auto storedHash = [&] {
        auto work = [](QSqlDatabase &sql) { return user_store::findByName(sql, "alice"); };
        return accounts.database->runBlocking(work).value()->passwordHash;
    };
    const auto signIn = [&](const QByteArray &password) {
        return QCoro::waitFor(service.login(kRemote, "alice", SecretBytes(password))).has_value();
    };
    QVERIFY(costlier.isOutdated(storedHash()));
    QVERIFY(!signIn("Wrong-horse-7"));
    QVERIFY(costlier.isOutdated(storedHash()));
    QVERIFY(signIn(kPassword));
    QVERIFY(!costlier.isOutdated(storedHash()));
    QVERIFY(signIn(kPassword));
    QCOMPARE(costlier.computations(), 4U); // two sign-ins, one refusal, one renewal
}

void TestAccountService::aRefreshByCookieNeedsTheSessionsCsrfToken()
{
    Accounts accounts(true);
    QVERIFY(accounts.add("alice"));
    const Result<TokenPair> own = accounts.signIn("alice");
    const Result<TokenPair> other = accounts.signIn("alice");
    for (const QByteArray &token : {QByteArray(), QByteArray("x"), other->csrfToken, own->csrfToken + 'A'})
        QCOMPARE(kindOf(accounts.refresh(own->refreshToken, token)), ErrorKind::Forbidden);
    QCOMPARE(kindOf(accounts.refresh("not a token", own->csrfToken)), ErrorKind::Unauthenticated);
    accounts.clock.advance(60s); // nothing was spent
    const Result<TokenPair> next = accounts.refresh(own->refreshToken, own->csrfToken);
    QVERIFY(next);
    QCOMPARE(next->csrfToken, own->csrfToken); // the session's, so that all its tabs have the same
}

void TestAccountService::csrfTokensOutliveEveryKeyRotation()
{
    Accounts accounts;
    QVERIFY(accounts.add("alice"));
    const Result<TokenPair> pair = accounts.signIn("alice");
    std::vector<secrets::SigningKey> next;
    next.push_back(makeKey("next", secrets::KeyAlgorithm::EdDsa, secrets::KeyState::Active, 'n'));
    accounts.keys.set(std::make_shared<const secrets::KeySet>(std::move(next)));
    QVERIFY(!accounts.isAccepted(pair->accessToken));
    const Result<TokenPair> renewed = accounts.refresh(pair->refreshToken, pair->csrfToken);
    QVERIFY(renewed); // a rotation logs nobody out
    QVERIFY(accounts.isAccepted(renewed->accessToken));
    const Result<CsrfTokens> elsewhere = CsrfTokens::open(*accounts.database);
    QVERIFY(elsewhere->matches(accounts.callerOf(*renewed).session, pair->csrfToken)); // of another start
}

void TestAccountService::limitsKnowARefreshTokensAccount()
{
    Accounts accounts(true);
    const Result<User> alice = accounts.add("alice");
    QVERIFY(accounts.add("bob"));
    const Result<TokenPair> one = accounts.signIn("alice");
    const Result<TokenPair> two = accounts.signIn("alice");
    const Result<TokenPair> other = accounts.signIn("bob");
    const auto keyOf = [&](const QByteArray &token) { return QCoro::waitFor(accounts.service.limitKeyOf(SecretBytes(token))); };
    const QByteArray key = keyOf(one->refreshToken);
    QVERIFY(!key.isEmpty());
    QCOMPARE(keyOf(two->refreshToken), key);
    QVERIFY(keyOf(other->refreshToken) != key);
    QVERIFY(key != alice->id && key != alice->username);
    QVERIFY(QString::fromUtf8(key).toUtf8() != key); // no name in a JSON body can be this one
    QCOMPARE(keyOf("not a token"), QByteArray());
}

void TestAccountService::everyActIsRecordedOnce()
{
    Accounts accounts(true);
    CollectedEvents &events = accounts.events;
    const auto only = [&](SecurityAction action, bool succeeded, const QByteArray &actor, const QByteArray &target,
                          const Origin &origin) {
        const std::vector<SecurityEvent> taken = events.take();
        return taken.size() == 1 && taken[0].action == action && taken[0].succeeded == succeeded && taken[0].actor == actor
            && taken[0].target == target && taken[0].client == origin.client && taken[0].requestId == origin.requestId
            && taken[0].reason.isEmpty() == succeeded;
    };
    using enum SecurityAction;
    const User alice = accounts.add("alice").value();
    QVERIFY(only(Register, true, {}, "alice", kLocal));
    QVERIFY(!accounts.add("alice", principalOf(alice)));
    QVERIFY(only(Register, false, alice.id, "alice", kLocal));
    QVERIFY(!QCoro::waitFor(accounts.service.registerUser({}, kRemote, "bob", SecretBytes("weak"), {})));
    QVERIFY(only(Register, false, {}, "bob", kRemote));

    const TokenPair pair = accounts.signIn("alice").value();
    QVERIFY(only(SignIn, true, alice.id, alice.id, kRemote));
    QVERIFY(!accounts.signIn("alice", "wrong"));
    QVERIFY(only(SignIn, false, {}, alice.id, kRemote));
    QVERIFY(!accounts.signIn("nobody"));
    QVERIFY(only(SignIn, false, {}, {}, kRemote));

    const http::Principal caller = accounts.callerOf(pair);
    const TokenPair second = accounts.refresh(pair.refreshToken).value();
    QVERIFY(only(Refresh, true, alice.id, caller.session, kRemote));
    QVERIFY(!accounts.refresh("nothing"));
    QVERIFY(only(Refresh, false, {}, {}, kRemote));
    QVERIFY(!accounts.refresh(second.refreshToken, "forged"));
    QVERIFY(only(Refresh, false, {}, {}, kRemote));
    QVERIFY(accounts.refresh(second.refreshToken));
    (void)events.take();
    QVERIFY(!accounts.refresh(pair.refreshToken));
    QVERIFY(only(ReuseDetected, false, {}, caller.session, kRemote));

    const auto change = [&](const QByteArray &current) {
        return QCoro::waitFor(
            accounts.service.changePassword(kRemote, caller, SecretBytes(current), SecretBytes("Better-horse-8")));
    };
    QVERIFY(!change("wrong"));
    QVERIFY(only(ChangePassword, false, alice.id, alice.id, kRemote));
    QVERIFY(change(kPassword));
    QVERIFY(only(ChangePassword, true, alice.id, alice.id, kRemote));

    QVERIFY(!QCoro::waitFor(accounts.service.revokeSession(kRemote, caller, kSessionId)));
    QVERIFY(only(RevokeSession, false, alice.id, kSessionId, kRemote));
    QVERIFY(QCoro::waitFor(accounts.service.logout(kRemote, caller)));
    QVERIFY(only(SignOut, true, alice.id, caller.session, kRemote));
}

void TestAccountService::eventsHoldNothingThatACallerMadeUp_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("line end") << QByteArray("alice\nsession.sign_in succeeded actor=admin");
    QTest::newRow("fields") << QByteArray("x actor=admin target=admin");
    QTest::newRow("escape") << QByteArray("\x1b[2Jalice");
    QTest::newRow("override") << QByteArray("al\xe2\x80\xae"
                                            "eci");
    QTest::newRow("a password in the wrong field") << QByteArray("Correct-horse-7");
}

void TestAccountService::eventsHoldNothingThatACallerMadeUp()
{
    QFETCH(QByteArray, text);
    Accounts accounts;
    QVERIFY(!accounts.add(text));
    QVERIFY(!accounts.signIn(text));
    QVERIFY(!accounts.refresh(text));
    QVERIFY(!QCoro::waitFor(accounts.service.revokeSession(kRemote, {}, text)));
    for (const SecurityEvent &event : accounts.events.take()) {
        for (const QByteArray &field : {event.actor, event.target, event.reason})
            QVERIFY2(!field.contains(text), field.constData());
    }
}

QTEST_GUILESS_MAIN(TestAccountService)
#include "test_account_service.moc"
