#include "accounts.h"
#include "core/ulid.h"

#include <QCoreApplication>
#include <QTest>

#include <set>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using namespace std::chrono_literals;

/// Chains of refresh tokens: what a thief, two tabs, a lost answer or a crash make of them.
class TestSessionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRefreshSpendsTheOldToken();
    void twoTabsAtOnceBothGoOn();
    void manyRefreshesAtOnceStayOneFamily();
    void anAnswerThatWasLostIsGivenAgain();
    void aSpentTokenAfterTheLeewayRevokesTheFamily();
    void aSpentTokenRevokesTheFamilyOnceItsSuccessorWasUsed();
    void aThiefWithinTheLeewayIsFoundOutLater();
    void anAncestorRevokesTheFamily();
    void noLeewayForgivesNothing();
    void onlyTheFamilyConcernedIsRevoked();
    void aTokenEndsWithItsLife();
    void refreshingProlongsTheSession();
    void textThatIsNoTokenIsRefused_data();
    void textThatIsNoTokenIsRefused();
    void theDatabaseHoldsNoToken();
    void aRollbackLeavesTheTokenUnspent();
    void theRoleIsReadAnew();
    void aDisabledUserCannotRefresh();
    void revokeKnowsWhoseSessionItIs();
    void revokeAllSparesOnlyTheOneNamed();
    void knowsWhereAUserHasComeFrom();
    void purgeForgetsOnlyWhatHasEnded();

private:
    std::unique_ptr<Accounts> m_accounts;
    QByteArray m_first; ///< the refresh token of a new session
    QByteArray m_firstAccess;
};

void TestSessionStore::init()
{
    m_accounts = std::make_unique<Accounts>();
    QVERIFY(m_accounts->add("alice"));
    const Result<TokenPair> pair = m_accounts->signIn("alice");
    QVERIFY(pair);
    m_first = pair->refreshToken;
    m_firstAccess = pair->accessToken;
}

void TestSessionStore::aRefreshSpendsTheOldToken()
{
    const Result<TokenPair> pair = m_accounts->refresh(m_first);
    QVERIFY(pair);
    QVERIFY(pair->refreshToken != m_first);
    QVERIFY(pair->accessToken != m_firstAccess);
    QVERIFY(m_accounts->isAccepted(pair->accessToken));
    m_accounts->clock.advance(10s);
    QVERIFY(!m_accounts->refresh(m_first));
}

void TestSessionStore::twoTabsAtOnceBothGoOn()
{
    const Result<TokenPair> one = m_accounts->refresh(m_first);
    m_accounts->clock.advance(9999ms);
    const Result<TokenPair> two = m_accounts->refresh(m_first);
    QVERIFY(one && two);
    QCOMPARE(two->refreshToken, one->refreshToken);
    QVERIFY(m_accounts->isAccepted(one->accessToken));
    QVERIFY(m_accounts->isAccepted(two->accessToken));
    const Result<TokenPair> next = m_accounts->refresh(one->refreshToken);
    QVERIFY(next);
    QVERIFY(m_accounts->refresh(two->refreshToken)); // the other tab, again within the leeway
    QVERIFY(m_accounts->refresh(next->refreshToken));
}

void TestSessionStore::manyRefreshesAtOnceStayOneFamily()
{
    std::mutex mutex;
    std::set<QByteArray> successors;
    std::atomic<int> succeeded = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&] {
                const Result<TokenPair> pair = m_accounts->refresh(m_first);
                if (!pair)
                    return;
                ++succeeded;
                const std::lock_guard lock(mutex);
                successors.insert(pair->refreshToken);
            });
        }
    }
    QCOMPARE(succeeded.load(), 16);
    QCOMPARE(successors.size(), 1U);
    QVERIFY(m_accounts->refresh(*successors.begin()));
    QCOMPARE(m_accounts->count("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"), 1);
}

void TestSessionStore::anAnswerThatWasLostIsGivenAgain()
{
    // The server ended between the commit and the answer: the client knows only the old token.
    const auto rotate = [this](QSqlDatabase &sql) -> Result<SessionGrant> {
        auto transaction = storage::Transaction::begin(sql);
        Result<SessionGrant> grant = m_accounts->sessions.rotate(sql, m_first);
        return transaction->commit() ? grant : failure(ErrorKind::Internal, {});
    };
    const Result<SessionGrant> lost = m_accounts->database->runBlocking(rotate);
    QVERIFY(lost);
    const auto reopened = m_accounts->store.open();
    const Result<SessionGrant> again = reopened->runBlocking(rotate);
    QVERIFY(again);
    QCOMPARE(again->refreshToken, lost->refreshToken);
}

void TestSessionStore::aSpentTokenAfterTheLeewayRevokesTheFamily()
{
    const Result<TokenPair> pair = m_accounts->refresh(m_first);
    m_accounts->clock.advance(10s);
    QCOMPARE(kindOf(m_accounts->refresh(m_first)), ErrorKind::Unauthenticated);
    QVERIFY(!m_accounts->refresh(pair->refreshToken));
    QVERIFY(!m_accounts->isAccepted(pair->accessToken));
    QVERIFY(!m_accounts->isAccepted(m_firstAccess));
}

void TestSessionStore::aSpentTokenRevokesTheFamilyOnceItsSuccessorWasUsed()
{
    const Result<TokenPair> second = m_accounts->refresh(m_first);
    const Result<TokenPair> third = m_accounts->refresh(second->refreshToken);
    QVERIFY(third);
    QVERIFY(!m_accounts->refresh(m_first)); // at the same moment: the leeway does not help
    QVERIFY(!m_accounts->refresh(third->refreshToken));
    QVERIFY(!m_accounts->isAccepted(third->accessToken));
}

void TestSessionStore::aThiefWithinTheLeewayIsFoundOutLater()
{
    // Both hold the same successor then; whoever uses it second after the leeway ends the family.
    const Result<TokenPair> owner = m_accounts->refresh(m_first);
    const Result<TokenPair> thief = m_accounts->refresh(m_first);
    QVERIFY(thief);
    m_accounts->clock.advance(900s);
    const Result<TokenPair> next = m_accounts->refresh(owner->refreshToken);
    QVERIFY(next);
    m_accounts->clock.advance(900s);
    QVERIFY(!m_accounts->refresh(thief->refreshToken));
    QVERIFY(!m_accounts->refresh(next->refreshToken));
}

void TestSessionStore::anAncestorRevokesTheFamily()
{
    QByteArray current = m_first;
    for (int i = 0; i < 5; ++i) {
        const Result<TokenPair> pair = m_accounts->refresh(current);
        QVERIFY(pair);
        current = pair->refreshToken;
    }
    QVERIFY(!m_accounts->refresh(m_first));
    QVERIFY(!m_accounts->refresh(current));
}

void TestSessionStore::noLeewayForgivesNothing()
{
    const SessionStore strict({.refreshLife = std::chrono::days(7), .leeway = 0s}, m_accounts->clock);
    const auto rotate = [&](QSqlDatabase &sql) { return strict.rotate(sql, m_first); };
    QVERIFY(m_accounts->database->runBlocking(rotate));
    const Result<SessionGrant> again = m_accounts->database->runBlocking(rotate);
    QVERIFY(again && again->reuseDetected);
    QVERIFY(again->refreshToken.isEmpty());
}

void TestSessionStore::onlyTheFamilyConcernedIsRevoked()
{
    const Result<TokenPair> other = m_accounts->signIn("alice");
    QVERIFY(m_accounts->refresh(m_first));
    m_accounts->clock.advance(10s);
    QVERIFY(!m_accounts->refresh(m_first));
    QVERIFY(m_accounts->isAccepted(other->accessToken));
    QVERIFY(m_accounts->refresh(other->refreshToken));
}

void TestSessionStore::aTokenEndsWithItsLife()
{
    m_accounts->clock.advance(std::chrono::days(7) - 1ms);
    const Result<TokenPair> pair = m_accounts->refresh(m_first);
    QVERIFY(pair);
    m_accounts->clock.advance(std::chrono::days(7));
    QVERIFY(!m_accounts->refresh(pair->refreshToken));
}

void TestSessionStore::refreshingProlongsTheSession()
{
    QByteArray current = m_first;
    for (int day = 0; day < 20; ++day) {
        m_accounts->clock.advance(std::chrono::days(1));
        const Result<TokenPair> pair = m_accounts->refresh(current);
        QVERIFY(pair);
        current = pair->refreshToken;
        QVERIFY(QCoro::waitFor(m_accounts->service.purgeExpired()));
    }
    QVERIFY(m_accounts->count("SELECT count(*) FROM refresh_tokens") < 12); // ended ones are forgotten
}

void TestSessionStore::textThatIsNoTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("of the right form") << QByteArray(43, 'A');
    QTest::newRow("short") << QByteArray(42, 'A');
    QTest::newRow("SQL") << QByteArray("' OR ''='");
    QTest::newRow("wildcard") << QByteArray("%");
    QTest::newRow("long") << QByteArray(100'000, 'A');
    QTest::newRow("NULs") << QByteArray(43, '\0');
}

void TestSessionStore::textThatIsNoTokenIsRefused()
{
    QFETCH(QByteArray, token);
    QCOMPARE(kindOf(m_accounts->refresh(token)), ErrorKind::Unauthenticated);
    QCOMPARE(kindOf(m_accounts->refresh(m_first + token + 'A')), ErrorKind::Unauthenticated);
    QVERIFY(m_accounts->refresh(m_first));
}

void TestSessionStore::theDatabaseHoldsNoToken()
{
    const Result<TokenPair> pair = m_accounts->refresh(m_first);
    QVERIFY(pair);
    const QByteArray content = m_accounts->store.content();
    QVERIFY(content.contains("alice"));
    for (const QByteArray &secret : {m_first, pair->refreshToken, pair->accessToken, kPassword})
        QVERIFY(!content.contains(secret) && !content.contains(secret.toHex()));
}

void TestSessionStore::aRollbackLeavesTheTokenUnspent()
{
    const auto undone = [this](QSqlDatabase &sql) -> Result<void> {
        const auto transaction = storage::Transaction::begin(sql);
        return m_accounts->sessions.rotate(sql, m_first) ? Result<void>() : failure(ErrorKind::Internal, {});
    };
    QVERIFY(m_accounts->database->runBlocking(undone));
    QCOMPARE(m_accounts->count("SELECT count(*) FROM refresh_tokens WHERE spent_at IS NOT NULL"), 0);
    m_accounts->clock.advance(60s);
    QVERIFY(m_accounts->refresh(m_first));
}

void TestSessionStore::theRoleIsReadAnew()
{
    QVERIFY(m_accounts->execute("UPDATE users SET role = 'operator'"));
    const Result<TokenPair> pair = m_accounts->refresh(m_first);
    QCOMPARE(m_accounts->callerOf(*pair).role, Role::Operator);
}

void TestSessionStore::aDisabledUserCannotRefresh()
{
    QVERIFY(m_accounts->execute("UPDATE users SET disabled = 1"));
    QCOMPARE(kindOf(m_accounts->refresh(m_first)), ErrorKind::Unauthenticated);
}

void TestSessionStore::revokeKnowsWhoseSessionItIs()
{
    const QByteArray session = m_accounts->authenticate(m_firstAccess)->session;
    const auto revoke = [&](const QByteArray &owner) {
        auto work = [&](QSqlDatabase &sql) { return m_accounts->sessions.revoke(sql, session, owner); };
        return m_accounts->database->runBlocking(work);
    };
    QCOMPARE(kindOf(revoke(kUserId)), ErrorKind::NotFound);
    QCOMPARE(kindOf(revoke({})), ErrorKind::NotFound); // nobody owns nothing
    const auto anybodys = [&](QSqlDatabase &sql) { return m_accounts->sessions.revokeAnybodys(sql, session); };
    QVERIFY(m_accounts->database->runBlocking(anybodys));
    QCOMPARE(kindOf(m_accounts->database->runBlocking(anybodys)), ErrorKind::NotFound);
}

void TestSessionStore::revokeAllSparesOnlyTheOneNamed()
{
    const QByteArray user = m_accounts->authenticate(m_firstAccess)->id;
    const QByteArray own = m_accounts->authenticate(m_firstAccess)->session;
    QVERIFY(m_accounts->signIn("alice"));
    QVERIFY(m_accounts->signIn("alice"));
    const auto liveAfterRevoking = [&](const QByteArray &except) {
        auto work = [&](QSqlDatabase &sql) -> Result<qsizetype> {
            if (const Result<void> done = m_accounts->sessions.revokeAllOf(sql, user, except); !done)
                return std::unexpected(done.error());
            return static_cast<qsizetype>(m_accounts->sessions.everybodys(sql)->size());
        };
        return m_accounts->database->runBlocking(work).value();
    };
    QCOMPARE(liveAfterRevoking(own), 1);
    QCOMPARE(liveAfterRevoking({}), 0); // nothing named, nothing spared
}

void TestSessionStore::knowsWhereAUserHasComeFrom()
{
    const auto comesFrom = [&](const char *address, const QByteArray &user) {
        return m_accounts->database
            ->runBlocking(
                [&](QSqlDatabase &sql) { return m_accounts->sessions.hasComeFrom(sql, user, *IpAddress::parse(address)); })
            .value();
    };
    const http::Principal alice = m_accounts->authenticate(m_firstAccess).value();
    QVERIFY(comesFrom("203.0.113.7", alice.id));
    QVERIFY(comesFrom("::ffff:203.0.113.7", alice.id));
    QVERIFY(!comesFrom("203.0.113.8", alice.id));
    QVERIFY(!comesFrom("203.0.113.7", newUlid({})));
    QVERIFY(QCoro::waitFor(m_accounts->service.logout(kRemote, alice)));
    QVERIFY2(comesFrom("203.0.113.7", alice.id), "who signed out wants to come in again");
    m_accounts->clock.advance(std::chrono::days(3));
    QVERIFY(QCoro::waitFor(m_accounts->service.purgeExpired()));
    QVERIFY(!comesFrom("203.0.113.7", alice.id));
}

void TestSessionStore::purgeForgetsOnlyWhatHasEnded()
{
    m_accounts->clock.advance(std::chrono::days(6));
    const Result<TokenPair> later = m_accounts->signIn("alice");
    const Result<TokenPair> revoked = m_accounts->signIn("alice");
    QVERIFY(QCoro::waitFor(m_accounts->service.logout(kRemote, m_accounts->callerOf(*revoked))));
    // An access token may live for a day and the skew.
    m_accounts->clock.advance(std::chrono::days(1) + 60s);
    QVERIFY(QCoro::waitFor(m_accounts->service.purgeExpired()));
    QCOMPARE(m_accounts->count("SELECT count(*) FROM sessions"), 3);
    m_accounts->clock.advance(std::chrono::days(2));
    QVERIFY(QCoro::waitFor(m_accounts->service.purgeExpired()));
    QCOMPARE(m_accounts->count("SELECT count(*) FROM sessions"), 1);
    QCOMPARE(m_accounts->count("SELECT count(*) FROM refresh_tokens"), 1);
    QVERIFY(m_accounts->refresh(later->refreshToken));
}

QTEST_GUILESS_MAIN(TestSessionStore)
#include "test_session_store.moc"
