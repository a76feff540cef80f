#include "sharing_fixture.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace std::chrono_literals;
using Kind = TakeOutcome::Kind;

/// One-time secrets in a store; run with SQLite, with PostgreSQL and with Redis.
class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsASecretOutOnce();
    void handsItToOneOfManyThreads();
    void handsItToOneOfTwoInstances();
    void doesNotKnowWhatNeverWas();
    void expiresToTheSecond();
    void aDenialConsumesNothing();
    void asksForThePassphraseFirst();
    void destroysAfterFiveWrongPassphrases();
    void locksInsteadWhenToldTo();
    void aDenialComesBeforeThePassphrase();
    void tellsTheCreatorWhatBecameOfIt();
    void showsAReceiptOnlyWithItsToken();
    void burnsOnceAndOnlyByTheCreator();
    void doesNothingThatCannotBeRecorded();
    void recordsEachAct();
    void onlyLooksWhenAskedTo();
    void handsOutTenMebibytes();
};

void TestSecretStore::handsASecretOutOnce()
{
    Secrets secrets;
    const NewSecret secret = secrets.made("c2VjcmV0");
    QVERIFY(secrets.put(secret));
    const TakeOutcome first = secrets.take(secret.id);
    QCOMPARE(first.kind, Kind::Handed);
    QCOMPARE(first.data, QByteArray("c2VjcmV0"));
    QCOMPARE(secrets.take(secret.id).kind, Kind::Gone);
}

void TestSecretStore::handsItToOneOfManyThreads()
{
    Secrets secrets;
    constexpr int kSecrets = 20;
    QByteArrayList ids;
    for (int i = 0; i < kSecrets; ++i) {
        const NewSecret secret = secrets.made();
        ids.append(secret.id);
        QVERIFY(secrets.put(secret));
    }
    std::array<std::atomic<int>, kSecrets> handed{};
    std::atomic<int> gone = 0;
    constexpr int kThreads = 8;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < kSecrets; ++i) {
                    const TakeOutcome outcome = secrets.take(ids[i]);
                    if (outcome.kind == Kind::Handed && outcome.data == "QUJD")
                        ++handed[static_cast<std::size_t>(i)];
                    else if (outcome.kind == Kind::Gone)
                        ++gone;
                }
            });
        }
    }
    for (const auto &count : handed)
        QCOMPARE(count.load(), 1);
    QCOMPARE(gone.load(), kSecrets * (kThreads - 1));
}

void TestSecretStore::handsItToOneOfTwoInstances()
{
    Secrets secrets;
    const auto instance = secrets.another();
    SecretStore &other = *instance->store;
    for (int i = 0; i < 20; ++i) {
        const NewSecret secret = secrets.made();
        QVERIFY(secrets.put(secret));
        QCoro::Task<Result<TakeOutcome>> here = secrets.store.take(secrets.asking(secret.id));
        QCoro::Task<Result<TakeOutcome>> there = other.take(secrets.asking(secret.id));
        const auto first = QCoro::waitFor(here);
        const auto second = QCoro::waitFor(there);
        QVERIFY(first && second);
        QCOMPARE((first->kind == Kind::Handed) + (second->kind == Kind::Handed), 1);
        QCOMPARE((first->kind == Kind::Gone) + (second->kind == Kind::Gone), 1);
    }
}

void TestSecretStore::doesNotKnowWhatNeverWas()
{
    Secrets secrets;
    QCOMPARE(secrets.take(newUlid(secrets.clock.now())).kind, Kind::Unknown);
    QCOMPARE(secrets.take("x' OR '1'='1").kind, Kind::Unknown);
}

void TestSecretStore::expiresToTheSecond()
{
    Secrets secrets;
    const NewSecret taken = secrets.made("QUJD", 60s);
    const NewSecret missed = secrets.made("QUJD", 60s);
    QVERIFY(secrets.put(taken));
    QVERIFY(secrets.put(missed));
    secrets.clock.advance(60s - 1ms);
    QCOMPARE(secrets.take(taken.id).kind, Kind::Handed);
    secrets.clock.advance(1ms);
    QCOMPARE(secrets.take(missed.id).kind, Kind::Unknown);
}

void TestSecretStore::aDenialConsumesNothing()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.networks = {*IpNetwork::parse("198.51.100.0/24")};
    QVERIFY(secrets.put(secret));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(secrets.take(secret.id).kind, Kind::Denied);
    QCOMPARE(secrets.take(secret.id, {}, {*IpAddress::parse("198.51.100.9")}).kind, Kind::Handed);
}

void TestSecretStore::asksForThePassphraseFirst()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    QVERIFY(secrets.put(secret));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(secrets.take(secret.id).kind, Kind::PassphraseMissing);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open barley")).kind, Kind::PassphraseWrong);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Handed);
}

void TestSecretStore::destroysAfterFiveWrongPassphrases()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    secret.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(secret));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(secrets.take(secret.id, sha256Hex("no")).kind, Kind::PassphraseWrong);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Gone);
    const auto receipt = secrets.receipt(secret.id, "receipt");
    QVERIFY(receipt);
    QCOMPARE(receipt->state, Receipt::State::Destroyed);
    QCOMPARE(receipt->failedAttempts, 5);
}

void TestSecretStore::locksInsteadWhenToldTo()
{
    SharingSettings settings;
    settings.passphrasePolicy = PassphrasePolicy::Lock;
    settings.passphraseLock = 15min;
    Secrets secrets(settings);
    NewSecret secret = secrets.made();
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    secret.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(secret));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(secrets.take(secret.id, sha256Hex("no")).kind, Kind::PassphraseWrong);
    const TakeOutcome locked = secrets.take(secret.id, sha256Hex("open sesame"));
    QCOMPARE(locked.kind, Kind::Locked);
    QCOMPARE(locked.retryAfter, std::chrono::seconds(15min));
    QCOMPARE(secrets.receipt(secret.id, "receipt")->state, Receipt::State::Locked);
    secrets.clock.advance(15min);
    QCOMPARE(secrets.receipt(secret.id, "receipt")->state, Receipt::State::Waiting);
    QCOMPARE(secrets.take(secret.id, sha256Hex("no")).kind, Kind::PassphraseWrong);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Locked);
    secrets.clock.advance(15min);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Handed);
}

void TestSecretStore::aDenialComesBeforeThePassphrase()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.networks = {*IpNetwork::parse("198.51.100.0/24")};
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    QVERIFY(secrets.put(secret));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(secrets.take(secret.id, sha256Hex("no")).kind, Kind::Denied);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame"), {*IpAddress::parse("198.51.100.9")}).kind, Kind::Handed);
}

void TestSecretStore::tellsTheCreatorWhatBecameOfIt()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(secret));
    auto receipt = secrets.receipt(secret.id, "receipt");
    QVERIFY(receipt);
    QCOMPARE(receipt->state, Receipt::State::Waiting);
    QVERIFY(!receipt->taken);
    secrets.clock.advance(5s);
    QCOMPARE(secrets.take(secret.id, {}, {*IpAddress::parse("203.0.113.7"), "DE", 64496}).kind, Kind::Handed);
    receipt = secrets.receipt(secret.id, "receipt");
    QVERIFY(receipt);
    QCOMPARE(receipt->state, Receipt::State::Taken);
    QVERIFY(receipt->taken == secrets.clock.now());
    QCOMPARE(receipt->takenFrom.address.toText(), QByteArray("203.0.113.7"));
    QCOMPARE(receipt->takenFrom.country, QByteArray("DE"));
    QVERIFY(receipt->takenFrom.asn == 64496U);

    NewSecret missed = secrets.made("QUJD", 60s);
    missed.receiptHash = tokenHash("missed");
    QVERIFY(secrets.put(missed));
    secrets.clock.advance(60s);
    QCOMPARE(secrets.receipt(missed.id, "missed")->state, Receipt::State::Expired);
    (void)secrets.events.take();
    secrets.sweep();
    const auto isSwept = [&] { return secrets.events.take().size() == 1; };
    QVERIFY(QTest::qWaitFor(isSwept, 10'000));
    QCOMPARE(secrets.receipt(missed.id, "missed")->state, Receipt::State::Expired);
    QCOMPARE(secrets.take(missed.id).kind, Kind::Unknown);
}

void TestSecretStore::showsAReceiptOnlyWithItsToken()
{
    Secrets secrets;
    NewSecret with = secrets.made();
    with.receiptHash = tokenHash("receipt");
    const NewSecret without = secrets.made();
    QVERIFY(secrets.put(with));
    QVERIFY(secrets.put(without));
    for (const auto &[id, token] : {std::pair(with.id, "wrong"), std::pair(with.id, ""), std::pair(without.id, "receipt"),
                                    std::pair(without.id, ""), std::pair(newUlid(secrets.clock.now()), "receipt")}) {
        const auto receipt = secrets.receipt(id, token);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, ErrorKind::NotFound);
    }
}

void TestSecretStore::burnsOnceAndOnlyByTheCreator()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(secret));
    QCOMPARE(secrets.burn(secret.id, "wrong").error().kind, ErrorKind::NotFound);
    QVERIFY(secrets.burn(secret.id, "receipt"));
    QCOMPARE(secrets.burn(secret.id, "receipt").error().kind, ErrorKind::Gone);
    QCOMPARE(secrets.take(secret.id).kind, Kind::Gone);
    QCOMPARE(secrets.receipt(secret.id, "receipt")->state, Receipt::State::Burned);
}

void TestSecretStore::doesNothingThatCannotBeRecorded()
{
    Secrets secrets;
    const NewSecret secret = secrets.made();
    QVERIFY(secrets.put(secret));
    secrets.events.broken = true;
    QCOMPARE(secrets.put(secrets.made()).error().kind, ErrorKind::Unavailable);
    const auto refused = QCoro::waitFor(secrets.store.take(secrets.asking(secret.id)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    secrets.events.broken = false;
    // From Redis it has to be given back first.
    const auto isHanded = [&] { return secrets.take(secret.id).kind == Kind::Handed; };
    QVERIFY(QTest::qWaitFor(isHanded, 10'000));
}

void TestSecretStore::recordsEachAct()
{
    Secrets secrets;
    const QByteArray token = secrets.addToken(true);
    NewSecret secret = secrets.made();
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    secret.tokenHash = tokenHash(token);
    QVERIFY(secrets.put(secret));
    auto events = secrets.events.take();
    QCOMPARE(events.size(), 2U);
    QCOMPARE(events[0].action, ShareAction::UseToken);
    QCOMPARE(events[1].action, ShareAction::Create);
    QCOMPARE(events[1].target, secret.id);
    QCOMPARE(events[1].actorKind, http::Principal::Kind::ShareToken);
    QVERIFY(!events[1].actor.isEmpty());

    QCOMPARE(secrets.take(secret.id, sha256Hex("no")).kind, Kind::PassphraseWrong);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Handed);
    events = secrets.events.take();
    QCOMPARE(events.size(), 2U);
    QVERIFY(!events[0].succeeded && events[1].succeeded);
    for (const ShareEvent &event : events) {
        QCOMPARE(event.action, ShareAction::Open);
        for (const auto &[name, value] : event.facts)
            QVERIFY(!value.contains(sha256Hex("no")) && !value.contains(sha256Hex("open sesame")) && !value.contains("QUJD"));
    }
    const NewSecret missed = secrets.made("QUJD", 60s);
    QVERIFY(secrets.put(missed));
    (void)secrets.events.take();
    secrets.clock.advance(60s);
    secrets.sweep();
    events.clear();
    const auto haveCome = [&] {
        if (events.empty())
            events = secrets.events.take();
        return !events.empty();
    };
    QTRY_VERIFY(haveCome());
    QCOMPARE(events.size(), 1U);
    QCOMPARE(events[0].action, ShareAction::Expire);
    QVERIFY(events[0].byServer);
}

void TestSecretStore::onlyLooksWhenAskedTo()
{
    Secrets secrets;
    const NewSecret secret = secrets.made();
    QVERIFY(secrets.put(secret));
    TakeRequest look = secrets.asking(secret.id);
    look.onlyLook = true;
    for (int i = 0; i < 3; ++i) {
        const auto seen = QCoro::waitFor(secrets.store.take(look));
        QVERIFY(seen);
        QCOMPARE(seen->kind, Kind::Handed);
        QVERIFY(seen->data.isEmpty());
    }
    QCOMPARE(secrets.take(secret.id).kind, Kind::Handed);
}

void TestSecretStore::handsOutTenMebibytes()
{
    Secrets secrets;
    const QByteArray data(14 * 1024 * 1024, 'A');
    const NewSecret secret = secrets.made(data);
    QVERIFY(secrets.put(secret));
    const TakeOutcome outcome = secrets.take(secret.id);
    QCOMPARE(outcome.kind, Kind::Handed);
    QVERIFY(outcome.data == data);
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "test_secret_store.moc"
