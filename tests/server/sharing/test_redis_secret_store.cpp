#include "sharing_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = TakeOutcome::Kind;

namespace {

storage::RedisOptions optionsFor(const RedisServer &server, std::chrono::milliseconds deadline)
{
    storage::RedisOptions options{.url = std::move(storage::RedisUrl::parse(server.url()).value())};
    options.deadline = deadline;
    return options;
}

/// One with which a test may come and go.
struct OwnRedis {
    explicit OwnRedis(std::chrono::milliseconds deadline = 2s, const QStringList &arguments = {})
        : server(arguments)
        , options(optionsFor(server, deadline))
    {
    }
    RedisServer server;
    storage::RedisOptions options;
};

/// What Redis has of a secret. Put back, it is as if another Redis took over that had not heard of the last act.
class Memory
{
public:
    Memory(const Secrets &secrets, const QByteArray &id)
        : m_keys{secrets.prefix + "{sharing}:" + id, secrets.prefix + "{sharing}:" + id + ":data"}
    {
        for (const QByteArray &key : m_keys)
            copy(key, "remembered:" + key);
    }
    void putBack() const
    {
        for (const QByteArray &key : m_keys)
            copy("remembered:" + key, key);
    }

private:
    static void copy(const QByteArray &from, const QByteArray &to)
    {
        QVERIFY2(Instance::redis().command({"COPY", from, to, "REPLACE"}).trimmed().endsWith("1"), from.constData());
    }
    const QByteArrayList m_keys;
};

bool isUnavailable(const Result<TakeOutcome> &outcome)
{
    return !outcome && outcome.error().kind == ErrorKind::Unavailable;
}

Result<TakeOutcome> tryToTake(Secrets &secrets, const QByteArray &id)
{
    QCoro::Task<Result<TakeOutcome>> taking = secrets.store.take(secrets.asking(id));
    return QCoro::waitFor(taking);
}

} // namespace

/// What is particular to one-time secrets in Redis; what all stores have in common is tested by test_secret_store.
class TestRedisSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(Instance::isRedis()); }
    void handsItToOneOfAThousandOverTwoInstances();
    void leavesAMarkAndNothingElse();
    void storesNoHashThatACallerCouldShow();
    void isForgottenByRedisItself();
    void permitsWhomTheRestrictionsPermit();
    void damagedRestrictionsPermitNobody();
    void givesBackWhatCannotBeRecorded();
    void handsOutNothingThatRedisForgotItHandedOut();
    void whatWasBurnedOrDestroyedStaysSoWhenRedisForgets();
    void givesBackWhatRedisHandedOutTooLate();
    void givesBackALargeOneThatDidNotArrive();
    void isRefusedWithinTheDeadlineWhileRedisIsAway();
    void keepsWhatWasAcknowledgedWhenRedisIsKilled();
    void goesOnAfterRedisHasLostTheScripts();
    void aRequestIsAnsweredAndCollectedOnce();
    void anAnswerThatCannotBeRecordedIsGivenBack();
    void identifiersAreNoWayToOtherKeys();
};

void TestRedisSecretStore::handsItToOneOfAThousandOverTwoInstances()
{
    Secrets secrets;
    const auto second = secrets.another();
    const NewSecret secret = secrets.made("c2VjcmV0");
    QVERIFY(secrets.put(secret));
    std::vector<QCoro::Task<Result<TakeOutcome>>> takers;
    for (int i = 0; i < 1000; ++i)
        takers.push_back((i % 2 == 0 ? secrets.store : *second->store).take(secrets.asking(secret.id)));
    int handed = 0;
    int gone = 0;
    for (auto &taker : takers) {
        const Result<TakeOutcome> outcome = QCoro::waitFor(taker);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        handed += outcome->kind == Kind::Handed && outcome->data == "c2VjcmV0" ? 1 : 0;
        gone += outcome->kind == Kind::Gone ? 1 : 0;
    }
    QCOMPARE(handed, 1);
    QCOMPARE(gone, 999);
}

void TestRedisSecretStore::leavesAMarkAndNothingElse()
{
    Secrets secrets;
    NewSecret secret = secrets.made("U2VjcmV0T2ZPdXJz");
    secret.restrictions.networks = {*IpNetwork::parse("192.0.2.0/24")};
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    QVERIFY(secrets.put(secret));
    QCOMPARE(secrets.keys().size(), 3); // with the list of what waits
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Handed);
    QTRY_COMPARE(secrets.keys(), QByteArrayList{secret.id});
    const auto mark = [&] { return Instance::redis().command({"HGETALL", secrets.prefix + "{sharing}:" + secret.id}); };
    QTRY_VERIFY2(!mark().contains("restrictions") && !mark().contains("passphrase"), mark().constData());
    QVERIFY(!mark().contains("192.0.2"));
}

void TestRedisSecretStore::storesNoHashThatACallerCouldShow()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    secret.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(secret));
    const QByteArray stored = Instance::redis().command({"HGETALL", secrets.prefix + "{sharing}:" + secret.id});
    QVERIFY(stored.contains("passphrase"));
    QVERIFY(!stored.contains(sha256Hex("open sesame")) && !stored.contains("open sesame"));
}

void TestRedisSecretStore::isForgottenByRedisItself()
{
    Secrets secrets;
    const QByteArray start = secrets.prefix + "{sharing}:";
    const auto livesFor = [&](const QByteArray &key) {
        return std::chrono::milliseconds(Instance::redis().command({"PTTL", start + key}).trimmed().sliced(1).toLongLong());
    };
    NewSecret followed = secrets.made("QUJD", 60s);
    followed.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(followed));
    QVERIFY(livesFor(followed.id + ":data") <= 60s && livesFor(followed.id + ":data") > 0s);
    QVERIFY(livesFor(followed.id) > secrets.settings.maxTtl);
    const NewSecret secret = secrets.made("QUJD", 60s);
    QVERIFY(secrets.put(secret));
    QVERIFY(livesFor(secret.id) <= 60s && livesFor(secret.id) > 0s);
    QCOMPARE(secrets.take(secret.id).kind, Kind::Handed);
    QVERIFY(livesFor(secret.id) > secrets.settings.maxTtl - 60s && livesFor(secret.id) <= secrets.settings.maxTtl);
}

void TestRedisSecretStore::permitsWhomTheRestrictionsPermit()
{
    const std::array<QByteArrayView, 10> networks{"0.0.0.0/0",   "10.0.0.0/8",   "10.1.128.0/17", "10.1.2.3",
                                                  "10.1.2.2/31", "::/0",         "2001:db8::/32", "2001:db8:0:8000::/49",
                                                  "2001:db8::1", "::ffff:0:0/95"};
    const std::array<QByteArrayView, 8> addresses{"10.1.2.3",    "10.1.2.2",    "10.1.200.1",         "192.0.2.1",
                                                  "2001:db8::1", "2001:db8::2", "2001:db8:0:8000::1", "::1"};
    Secrets secrets;
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
    int permitted = 0;
    for (int i = 0; i < 300; ++i) {
        NewSecret secret = secrets.made();
        for (unsigned int n = random() % 3; n > 0; --n)
            secret.restrictions.networks.push_back(*IpNetwork::parse(networks[random() % networks.size()]));
        if (random() % 3 == 0)
            secret.restrictions.countries = {"DE", "FR"};
        if (random() % 3 == 0)
            secret.restrictions.asns = {64496, 4294967295};
        QVERIFY(secrets.put(secret));
        Visitor visitor{*IpAddress::parse(addresses[random() % addresses.size()])};
        visitor.country = std::array<QByteArray, 3>{"", "DE", "US"}[random() % 3];
        if (random() % 2 == 0)
            visitor.asn = random() % 2 == 0 ? 4294967295U : 1U;
        const bool expected = secret.restrictions.permit(visitor);
        permitted += expected ? 1 : 0;
        QCOMPARE(secrets.take(secret.id, {}, visitor).kind, expected ? Kind::Handed : Kind::Denied);
    }
    QVERIFY(permitted > 50 && permitted < 250);
}

void TestRedisSecretStore::damagedRestrictionsPermitNobody()
{
    Secrets secrets;
    NewSecret secret = secrets.made();
    secret.restrictions.networks = {*IpNetwork::parse("0.0.0.0/0")};
    QVERIFY(secrets.put(secret));
    for (const char *damaged : {"", "{}", "[1", "{\"networks\":7}"}) {
        (void)Instance::redis().command({"HSET", secrets.prefix + "{sharing}:" + secret.id, "restrictions", damaged});
        const Result<TakeOutcome> outcome = tryToTake(secrets, secret.id);
        QVERIFY2(!outcome && outcome.error().kind == ErrorKind::Internal, damaged);
    }
    QVERIFY(secrets.keys().contains(secret.id + ":data"));
}

void TestRedisSecretStore::givesBackWhatCannotBeRecorded()
{
    Secrets secrets;
    NewSecret secret = secrets.made("c2VjcmV0");
    secret.restrictions.networks = {*IpNetwork::parse("192.0.2.0/24")};
    secret.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    secret.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(secret));
    secrets.events.broken = true;
    QCoro::Task<Result<TakeOutcome>> taking = secrets.store.take(secrets.asking(secret.id, sha256Hex("open sesame")));
    QVERIFY(isUnavailable(QCoro::waitFor(taking)));
    secrets.events.broken = false;
    QTRY_COMPARE(secrets.receipt(secret.id, "receipt")->state, Receipt::State::Waiting);
    QVERIFY(!secrets.receipt(secret.id, "receipt")->taken);
    QCOMPARE(secrets.take(secret.id, {}, {*IpAddress::parse("198.51.100.1")}).kind, Kind::Denied);
    QCOMPARE(secrets.take(secret.id, sha256Hex("no")).kind, Kind::PassphraseWrong);
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).data, QByteArray("c2VjcmV0"));
    QCOMPARE(secrets.take(secret.id, sha256Hex("open sesame")).kind, Kind::Gone);
}

void TestRedisSecretStore::handsOutNothingThatRedisForgotItHandedOut()
{
    Secrets secrets;
    const auto second = secrets.another();
    const NewSecret secret = secrets.made("c2VjcmV0");
    QVERIFY(secrets.put(secret));
    const Memory memory(secrets, secret.id);
    QCOMPARE(secrets.take(secret.id).data, QByteArray("c2VjcmV0"));
    QTRY_VERIFY(!secrets.keys().contains(secret.id + ":handed"));

    memory.putBack();
    QCoro::Task<Result<TakeOutcome>> taking = second->store->take(secrets.asking(secret.id));
    const Result<TakeOutcome> again = QCoro::waitFor(taking);
    QVERIFY(again);
    QCOMPARE(again->kind, Kind::Gone);
    QVERIFY(again->data.isEmpty());
    QTRY_VERIFY(!secrets.keys().contains(secret.id + ":handed")); // nor is it given back
    QCOMPARE(secrets.take(secret.id).kind, Kind::Gone);
    const auto events = secrets.events.take();
    QCOMPARE(std::ranges::count(events, ShareAction::Open, &ShareEvent::action), 1);

    // Kept for as long as a copy may be alive.
    QCOMPARE(secrets.count("SELECT count(*) FROM hand_overs"), 1);
    secrets.clock.advance(secrets.settings.maxTtl);
    secrets.sweep();
    QTRY_COMPARE(secrets.count("SELECT count(*) FROM hand_overs"), 0);
}

void TestRedisSecretStore::whatWasBurnedOrDestroyedStaysSoWhenRedisForgets()
{
    Secrets secrets;
    NewSecret burned = secrets.made();
    burned.receiptHash = tokenHash("receipt");
    QVERIFY(secrets.put(burned));
    const Memory ofTheBurned(secrets, burned.id);
    QVERIFY(secrets.burn(burned.id, "receipt"));
    ofTheBurned.putBack();
    QCOMPARE(secrets.take(burned.id).kind, Kind::Gone);

    NewSecret destroyed = secrets.made();
    destroyed.restrictions.passphraseDigest = Restrictions::digestOf(sha256Hex("open sesame"));
    QVERIFY(secrets.put(destroyed));
    const Memory ofTheDestroyed(secrets, destroyed.id);
    for (int i = 0; i < secrets.settings.passphraseAttempts; ++i)
        QCOMPARE(secrets.take(destroyed.id, sha256Hex("no")).kind, Kind::PassphraseWrong);
    ofTheDestroyed.putBack();
    QCOMPARE(secrets.take(destroyed.id, sha256Hex("open sesame")).kind, Kind::Gone);
}

void TestRedisSecretStore::givesBackWhatRedisHandedOutTooLate()
{
    OwnRedis redis(100ms);
    Secrets secrets({}, &redis.options);
    const NewSecret secret = secrets.made("c2VjcmV0");
    QVERIFY(secrets.put(secret));
    redis.server.pause();
    QVERIFY(isUnavailable(tryToTake(secrets, secret.id)));
    redis.server.resume(); // and now it does what it was told
    Result<TakeOutcome> outcome = tryToTake(secrets, secret.id);
    const auto isHanded = [&] {
        outcome = tryToTake(secrets, secret.id);
        return outcome && outcome->kind == Kind::Handed;
    };
    QVERIFY((outcome && outcome->kind == Kind::Handed) || QTest::qWaitFor(isHanded, 10'000));
    QCOMPARE(outcome->data, QByteArray("c2VjcmV0"));
    QCOMPARE(secrets.take(secret.id).kind, Kind::Gone);
}

void TestRedisSecretStore::givesBackALargeOneThatDidNotArrive()
{
    Secrets secrets;
    const NewSecret secret = secrets.made(QByteArray(200 * 1024, 'A'));
    QVERIFY(secrets.put(secret));
    // Whoever takes it is cut off between the script and the data.
    QCoro::Task<Result<TakeOutcome>> taking = secrets.store.take(secrets.asking(secret.id));
    (void)Instance::redis().command({"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"});
    const Result<TakeOutcome> outcome = QCoro::waitFor(taking);
    if (outcome)
        QCOMPARE(outcome->kind, Kind::Handed); // it was quicker
    const auto isHandedOnce = [&] {
        const Result<TakeOutcome> again = tryToTake(secrets, secret.id);
        return again && again->kind == (outcome ? Kind::Gone : Kind::Handed);
    };
    QVERIFY(QTest::qWaitFor(isHandedOnce, 10'000));
}

void TestRedisSecretStore::isRefusedWithinTheDeadlineWhileRedisIsAway()
{
    OwnRedis redis(100ms);
    Secrets secrets({}, &redis.options);
    QVERIFY(secrets.put(secrets.made()));
    const auto refusedAfter = [&] {
        QElapsedTimer time;
        time.start();
        const Result<TakeOutcome> outcome = tryToTake(secrets, newUlid(secrets.clock.now()));
        return isUnavailable(outcome) ? time.elapsed() : -1;
    };
    redis.server.pause();
    const qint64 hanging = refusedAfter();
    QVERIFY2(hanging >= 0 && hanging < 1000, qPrintable(QString::number(hanging)));
    redis.server.resume();
    redis.server.kill();
    const auto isNoticed = [&] { return !secrets.put(secrets.made()); };
    QVERIFY(QTest::qWaitFor(isNoticed, 5000));
    const qint64 gone = refusedAfter();
    QVERIFY2(gone >= 0 && gone < 100, qPrintable(QString::number(gone)));
    redis.server.start();
    QVERIFY(QTest::qWaitFor([&] { return secrets.put(secrets.made()).has_value(); }, 10'000));
}

void TestRedisSecretStore::keepsWhatWasAcknowledgedWhenRedisIsKilled()
{
    OwnRedis redis(2s, {u"--appendonly"_s, u"yes"_s, u"--appendfsync"_s, u"always"_s});
    Secrets secrets({}, &redis.options);
    const NewSecret waiting = secrets.made("d2FpdGluZw==");
    const NewSecret taken = secrets.made();
    QVERIFY(secrets.put(waiting));
    QVERIFY(secrets.put(taken));
    QCOMPARE(secrets.take(taken.id).kind, Kind::Handed);
    redis.server.kill();
    redis.server.start();
    Result<TakeOutcome> outcome = tryToTake(secrets, waiting.id);
    const auto isBack = [&] { return outcome || (outcome = tryToTake(secrets, waiting.id)); };
    QVERIFY(QTest::qWaitFor(isBack, 10'000));
    QCOMPARE(outcome->data, QByteArray("d2FpdGluZw=="));
    QCOMPARE(secrets.take(taken.id).kind, Kind::Gone);
}

void TestRedisSecretStore::goesOnAfterRedisHasLostTheScripts()
{
    Secrets secrets;
    const NewSecret secret = secrets.made("c2VjcmV0");
    QVERIFY(secrets.put(secret));
    (void)Instance::redis().command({"SCRIPT", "FLUSH"});
    QCOMPARE(secrets.take(secret.id).data, QByteArray("c2VjcmV0"));
    (void)Instance::redis().command({"SCRIPT", "FLUSH"});
    QVERIFY(secrets.put(secrets.made()));
}

namespace {

NewSecretRequest asking(const Secrets &secrets, const QByteArray &token)
{
    NewSecretRequest asked;
    asked.request.created = secrets.clock.now();
    asked.request.expires = asked.request.created + 60s;
    asked.request.id = newUlid(asked.request.created);
    asked.request.publicKey = QByteArray(65, '\x04');
    asked.request.note = "the note";
    asked.request.sizeLimit = 1000;
    asked.collectHash = tokenHash(token);
    return asked;
}

} // namespace

void TestRedisSecretStore::aRequestIsAnsweredAndCollectedOnce()
{
    Secrets secrets;
    SecretStore &store = secrets.store;
    const NewSecretRequest asked = asking(secrets, "token");
    const QByteArray id = asked.request.id;
    QVERIFY(QCoro::waitFor(store.ask(asked)));
    auto shown = QCoro::waitFor(store.show(id));
    QVERIFY(shown);
    QCOMPARE(shown->publicKey, asked.request.publicKey);
    QCOMPARE(shown->note, QByteArray("the note"));
    QVERIFY(shown->state == SecretRequest::State::Open && shown->expires == asked.request.expires);
    QCOMPARE(QCoro::waitFor(store.collect(id, tokenHash("token"), {})).error().kind, ErrorKind::NotFound);
    const QByteArray large(largestData(1000) + 1, 'A');
    QCOMPARE(QCoro::waitFor(store.answer(id, large, {})).error().kind, ErrorKind::TooLarge);
    QVERIFY(QCoro::waitFor(store.answer(id, "QUJD", {})));
    QCOMPARE(QCoro::waitFor(store.answer(id, "QUJD", {})).error().kind, ErrorKind::Gone);
    QCOMPARE(QCoro::waitFor(store.collect(id, tokenHash("other"), {})).error().kind, ErrorKind::NotFound);
    const auto collected = QCoro::waitFor(store.collect(id, tokenHash("token"), {}));
    QVERIFY(collected);
    QCOMPARE(collected->data, QByteArray("QUJD"));
    QCOMPARE(QCoro::waitFor(store.collect(id, tokenHash("token"), {})).error().kind, ErrorKind::Gone);
    QCOMPARE(QCoro::waitFor(store.show(id))->state, SecretRequest::State::Collected);
    secrets.clock.advance(60s);
    QCOMPARE(QCoro::waitFor(store.show(id)).error().kind, ErrorKind::NotFound);
    const auto events = secrets.events.take();
    QCOMPARE(events.size(), 3U);
    QCOMPARE(events[0].action, ShareAction::Request);
    QCOMPARE(events[1].action, ShareAction::Answer);
    QCOMPARE(events[2].action, ShareAction::Collect);
}

void TestRedisSecretStore::anAnswerThatCannotBeRecordedIsGivenBack()
{
    Secrets secrets;
    SecretStore &store = secrets.store;
    const NewSecretRequest asked = asking(secrets, "token");
    QVERIFY(QCoro::waitFor(store.ask(asked)));
    QVERIFY(QCoro::waitFor(store.answer(asked.request.id, "QUJD", {})));
    secrets.events.broken = true;
    QVERIFY(!QCoro::waitFor(store.collect(asked.request.id, tokenHash("token"), {})));
    secrets.events.broken = false;
    QTRY_COMPARE(QCoro::waitFor(store.show(asked.request.id))->state, SecretRequest::State::Answered);
    QCOMPARE(QCoro::waitFor(store.collect(asked.request.id, tokenHash("token"), {}))->data, QByteArray("QUJD"));
}

void TestRedisSecretStore::identifiersAreNoWayToOtherKeys()
{
    Secrets secrets;
    const NewSecret secret = secrets.made();
    QVERIFY(secrets.put(secret));
    for (const QByteArray &id : {QByteArray("waiting"), QByteArray("request:x"), QByteArray(secret.id + ":data"), QByteArray()}) {
        QCOMPARE(secrets.take(id).kind, Kind::Unknown);
        QCOMPARE(secrets.receipt(id, "x").error().kind, ErrorKind::NotFound);
        QCOMPARE(secrets.burn(id, "x").error().kind, ErrorKind::NotFound);
        QCOMPARE(QCoro::waitFor(secrets.store.show(id)).error().kind, ErrorKind::NotFound);
    }
    QCOMPARE(secrets.take(secret.id).kind, Kind::Handed);
}

QTEST_GUILESS_MAIN(TestRedisSecretStore)
#include "test_redis_secret_store.moc"
