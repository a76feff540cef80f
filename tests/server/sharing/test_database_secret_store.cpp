#include "sharing_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace std::chrono_literals;
using Kind = TakeOutcome::Kind;

/// What one-time secrets leave in the database; run with SQLite and with PostgreSQL.
class TestDatabaseSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedRestrictionsPermitNobody();
    void keepsNothingOfWhatWasTaken();
    void forgetsTheMarkAfterTheMaximum();
    void givesTheSpaceBack();
    void largeSecretsExpireAFewAtATime();
};

void TestDatabaseSecretStore::damagedRestrictionsPermitNobody()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.networks = {*IpNetwork::parse("0.0.0.0/0")};
    QVERIFY(secrets.put(secret));
    QVERIFY(secrets.count("UPDATE shared_secrets SET restrictions = '{}'") >= -1);
    const auto outcome = QCoro::waitFor(secrets.store.take(secrets.asking(secret.id)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Internal);
    QCOMPARE(secrets.count("SELECT count(*) FROM shared_secrets WHERE state = 'waiting'"), 1);
}

void TestDatabaseSecretStore::keepsNothingOfWhatWasTaken()
{
    Secrets secrets;
    NewSecret secret = secrets.made("U2VjcmV0T2ZPdXJz");
    secret.restrictions.networks = {*IpNetwork::parse("192.0.2.0/24")};
    QVERIFY(secrets.put(secret));
    QCOMPARE(secrets.take(secret.id).kind, Kind::Handed);
    QCOMPARE(secrets.count("SELECT count(*) FROM shared_secrets WHERE data IS NULL AND restrictions = ''"
                           " AND taken_address IS NULL"),
             1);
}

void TestDatabaseSecretStore::forgetsTheMarkAfterTheMaximum()
{
    Secrets secrets;
    const NewSecret secret = secrets.made();
    QVERIFY(secrets.put(secret));
    QCOMPARE(secrets.take(secret.id).kind, Kind::Handed);
    secrets.clock.advance(secrets.settings.maxTtl - 1ms);
    secrets.sweep();
    QCOMPARE(secrets.take(secret.id).kind, Kind::Gone);
    secrets.clock.advance(1ms);
    secrets.sweep();
    QTRY_COMPARE(secrets.count("SELECT count(*) FROM shared_secrets"), 0);
    QCOMPARE(secrets.take(secret.id).kind, Kind::Unknown);
}

void TestDatabaseSecretStore::givesTheSpaceBack()
{
    Secrets secrets;
    qint64 after = 0;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 8; ++i)
            QVERIFY(secrets.put(secrets.made(QByteArray(256 * 1024, 'A'), 60s)));
        secrets.clock.advance(60s);
        secrets.sweep();
        QTRY_COMPARE(secrets.count("SELECT count(*) FROM shared_secrets"), 0);
        if (auth::tests::AccountDatabase::isPostgres())
            return; // where its own vacuum does that
        const qint64 pages = secrets.count("PRAGMA page_count");
        if (round > 0)
            QVERIFY2(pages <= after + 8, "what follows takes the room of what was there");
        after = pages;
    }
}

void TestDatabaseSecretStore::largeSecretsExpireAFewAtATime()
{
    constexpr qint64 kLarge = 12 * 1024 * 1024;
    Secrets secrets;
    for (int i = 0; i < 5; ++i)
        QVERIFY(secrets.put(secrets.made(QByteArray(kLarge, 'A'), 60s)));
    secrets.clock.advance(60s);
    const auto sweptOnce = secrets.database->runBlocking([&](QSqlDatabase &database) -> Result<SecretTable::Swept> {
        std::vector<ShareEvent> events;
        return SecretTable(secrets.settings).sweep(database, secrets.clock.now(), events);
    });
    QVERIFY(sweptOnce);
    QCOMPARE(sweptOnce->expired, 2); // 24 MiB of them
    QVERIFY(sweptOnce->more);
    secrets.sweep(); // goes on until nothing is left
    QTRY_COMPARE(secrets.count("SELECT count(*) FROM shared_secrets"), 0);
}

QTEST_GUILESS_MAIN(TestDatabaseSecretStore)
#include "test_database_secret_store.moc"
