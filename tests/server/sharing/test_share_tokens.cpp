#include "sharing_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace std::chrono_literals;
using Kind = TakeOutcome::Kind;

/// Tokens that secrets are created with; run with each store.
class TestShareTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aOneTimeTokenIsGoodForOneSecret();
    void aTokenLimitsWhatItIsGoodFor();
    void refusesTokensThatAreNone();
    void makesTheFirstTokensOnce();
    void aResetWithdrawsAllTokens();
};

void TestShareTokens::aOneTimeTokenIsGoodForOneSecret()
{
    Secrets secrets;
    const QByteArray token = secrets.addToken(true);
    std::vector<QCoro::Task<Result<void>>> creating;
    for (int i = 0; i < 20; ++i) {
        NewSecret secret = secrets.made();
        secret.tokenHash = tokenHash(token);
        creating.push_back(secrets.store.put(std::move(secret)));
    }
    int created = 0;
    for (auto &task : creating) {
        const Result<void> outcome = QCoro::waitFor(task);
        created += outcome ? 1 : 0;
        QVERIFY(outcome || outcome.error().kind == ErrorKind::Forbidden);
    }
    QCOMPARE(created, 1);
    QCOMPARE(secrets.count("SELECT count(*) FROM share_tokens"), 0);
}

void TestShareTokens::aTokenLimitsWhatItIsGoodFor()
{
    Secrets secrets;
    const QByteArray token = secrets.addToken(true, 1000);
    NewSecret large = secrets.made(QByteArray(largestData(1000) + 1, 'A'));
    large.tokenHash = tokenHash(token);
    QCOMPARE(secrets.put(large).error().kind, ErrorKind::TooLarge);
    NewSecret fitting = secrets.made(QByteArray(largestData(1000), 'A'));
    fitting.tokenHash = tokenHash(token);
    QVERIFY2(secrets.put(fitting), "what is refused does not spend it");
}

void TestShareTokens::refusesTokensThatAreNone()
{
    Secrets secrets;
    const QByteArray expired = secrets.addToken();
    const QByteArray admin = secrets.addToken(false, {}, ShareToken::Kind::Admin);
    NewSecret secret = secrets.made();
    for (const QByteArray &token : {QByteArray("unknown"), admin}) {
        secret.tokenHash = tokenHash(token);
        QCOMPARE(secrets.put(secret).error().kind, ErrorKind::Forbidden);
    }
    secrets.clock.advance(std::chrono::days(1));
    NewSecret later = secrets.made();
    later.tokenHash = tokenHash(expired);
    QCOMPARE(secrets.put(later).error().kind, ErrorKind::Forbidden);
}

void TestShareTokens::makesTheFirstTokensOnce()
{
    Secrets secrets;
    const auto ensure = [&] {
        return secrets.database->runBlocking([&](QSqlDatabase &database) {
            return ensureFirstTokens(database, secrets.settings, secrets.clock.now(), secrets.events);
        });
    };
    auto made = ensure();
    QVERIFY(made && made->share && !made->admin);
    NewSecret secret = secrets.made();
    secret.tokenHash = tokenHash(*made->share);
    QVERIFY(secrets.put(secret));
    secrets.settings.adminToken = true;
    made = ensure();
    QVERIFY(made && !made->share && made->admin);
    QVERIFY(secrets.count("DELETE FROM share_tokens") >= -1);
    made = ensure();
    QVERIFY2(made && !made->share && !made->admin, "who has withdrawn all tokens wants none");
}

void TestShareTokens::aResetWithdrawsAllTokens()
{
    Secrets secrets;
    const QByteArray before = secrets.addToken();
    const QByteArray admin = secrets.addToken(false, {}, ShareToken::Kind::Admin);
    const auto token = secrets.database->runBlocking([&](QSqlDatabase &database) {
        return resetTokens(database, ShareToken::Kind::Share, secrets.clock.now(), secrets.events, {});
    });
    QVERIFY(token);
    NewSecret secret = secrets.made();
    secret.tokenHash = tokenHash(before);
    QCOMPARE(secrets.put(secret).error().kind, ErrorKind::Forbidden);
    secret.tokenHash = tokenHash(*token);
    QVERIFY(secrets.put(secret));
    QCOMPARE(secrets.count("SELECT count(*) FROM share_tokens WHERE kind = 'admin'"), 1);
}

QTEST_GUILESS_MAIN(TestShareTokens)
#include "test_share_tokens.moc"
