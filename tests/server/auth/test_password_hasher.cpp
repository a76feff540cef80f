#include "auth/password_hasher.h"

#include <qcoro/qcorotask.h>

#include <QCoreApplication>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;

class TestPasswordHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesArgon2idWithItsParameters();
    void tellsRightFromWrong_data();
    void tellsRightFromWrong();
    void saltsEachHash();
    void anUnknownUserCostsOneHash();
    void whatIsNoHashIsAnErrorAndNeverRight();
    void isOutdatedWhenTheCostChanged_data();
    void isOutdatedWhenTheCostChanged();
    void turnsAwayWhomItCannotServeSoon();
    void nobodyFillsThePlacesOfAllOthers();
    void whoStoppedWaitingLeavesItUsable();
    void endsWhileSomebodyWaits();

private:
    static constexpr PasswordHasherSettings kCheap{.memoryKib = 64, .passes = 1, .threads = 1, .mostWaiting = 4};
};

void TestPasswordHasher::writesArgon2idWithItsParameters()
{
    PasswordHasher hasher({.memoryKib = 128, .passes = 3});
    const Result<PasswordHash> hash = QCoro::waitFor(hasher.hash(SecretBytes("secret"), "somebody"));
    QVERIFY(hash);
    QVERIFY2(hash->encoded.startsWith("$argon2id$v=19$m=128,t=3,p=1$"), hash->encoded.constData());
    const QByteArrayList parts = hash->encoded.split('$');
    QCOMPARE(QByteArray::fromBase64(parts.at(4)).size(), 16);
    QCOMPARE(QByteArray::fromBase64(parts.at(5)).size(), 32);
    // The defaults are OWASP's least: 19 MiB, two passes, one lane.
    QCOMPARE(PasswordHasherSettings().memoryKib, 19456U);
    QCOMPARE(PasswordHasherSettings().passes, 2U);
}

void TestPasswordHasher::tellsRightFromWrong_data()
{
    QTest::addColumn<QByteArray>("tried");
    QTest::addColumn<bool>("right");
    const QByteArray password("pass\0word", 9);
    QTest::newRow("the same") << password << true;
    QTest::newRow("up to the NUL") << QByteArray("pass") << false;
    QTest::newRow("longer") << password + 'x' << false;
    QTest::newRow("other case") << QByteArray("Pass\0word", 9) << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestPasswordHasher::tellsRightFromWrong()
{
    QFETCH(QByteArray, tried);
    QFETCH(bool, right);
    PasswordHasher hasher(kCheap);
    const Result<PasswordHash> hash = hasher.hashBlocking(QByteArrayView("pass\0word", 9));
    QCOMPARE(QCoro::waitFor(hasher.verify(hash->encoded, SecretBytes(tried), "somebody")).value(), right);
}

void TestPasswordHasher::saltsEachHash()
{
    const PasswordHasher hasher(kCheap);
    QVERIFY(hasher.hashBlocking("same")->encoded != hasher.hashBlocking("same")->encoded);
}

void TestPasswordHasher::anUnknownUserCostsOneHash()
{
    PasswordHasher hasher(kCheap);
    QCOMPARE(QCoro::waitFor(hasher.verify({}, SecretBytes("anything"), "somebody")).value(), false);
    QCOMPARE(hasher.computations(), 1U);
    QCOMPARE(QCoro::waitFor(hasher.verify(hasher.hashBlocking("x")->encoded, SecretBytes("anything"), "somebody")).value(),
             false);
    QCOMPARE(hasher.computations(), 3U);
}

void TestPasswordHasher::whatIsNoHashIsAnErrorAndNeverRight()
{
    PasswordHasher hasher(kCheap);
    for (const char *encoded : {"x", "$argon2id$", "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=64,t=1,p=1$$"}) {
        const Result<bool> right = QCoro::waitFor(hasher.verify(encoded, SecretBytes("x"), "somebody"));
        QVERIFY(!right);
        QCOMPARE(right.error().kind, ErrorKind::Internal);
    }
}

void TestPasswordHasher::isOutdatedWhenTheCostChanged_data()
{
    QTest::addColumn<int>("memoryKib");
    QTest::addColumn<int>("passes");
    QTest::addColumn<bool>("outdated");
    QTest::newRow("same") << 64 << 1 << false;
    QTest::newRow("more memory") << 128 << 1 << true;
    QTest::newRow("more passes") << 64 << 2 << true;
    QTest::newRow("ten times the passes") << 64 << 10 << true;
}

void TestPasswordHasher::isOutdatedWhenTheCostChanged()
{
    QFETCH(int, memoryKib);
    QFETCH(int, passes);
    QFETCH(bool, outdated);
    const Result<PasswordHash> hash = PasswordHasher(kCheap).hashBlocking("x");
    const PasswordHasher today({.memoryKib = static_cast<quint32>(memoryKib), .passes = static_cast<quint32>(passes)});
    QCOMPARE(today.isOutdated(hash->encoded), outdated);
}

void TestPasswordHasher::turnsAwayWhomItCannotServeSoon()
{
    PasswordHasher hasher({.memoryKib = 8192, .passes = 4, .threads = 1, .mostWaiting = 2});
    auto first = hasher.verify({}, SecretBytes("x"), "somebody");
    auto second = hasher.verify({}, SecretBytes("x"), "somebody");
    const Result<bool> third = QCoro::waitFor(hasher.verify({}, SecretBytes("x"), "somebody"));
    QVERIFY(!third);
    QCOMPARE(third.error().kind, ErrorKind::Unavailable);
    QVERIFY(QCoro::waitFor(std::move(first)));
    QVERIFY(QCoro::waitFor(std::move(second)));
    QVERIFY(QCoro::waitFor(hasher.verify({}, SecretBytes("x"), "somebody"))); // and takes the next ones again
}

void TestPasswordHasher::nobodyFillsThePlacesOfAllOthers()
{
    PasswordHasher hasher({.memoryKib = 8192, .passes = 4, .threads = 1, .mostWaiting = 8, .mostWaitingForOne = 2});
    auto first = hasher.verify({}, SecretBytes("x"), "mallory");
    auto second = hasher.verify({}, SecretBytes("x"), "mallory");
    for (int i = 0; i < 30; ++i) {
        const Result<bool> more = QCoro::waitFor(hasher.verify({}, SecretBytes("x"), "mallory"));
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::Unavailable);
    }
    QVERIFY(QCoro::waitFor(hasher.hash(SecretBytes("x"), "alice")));
    QVERIFY(QCoro::waitFor(std::move(first)));
    QVERIFY(QCoro::waitFor(std::move(second)));
    QVERIFY2(QCoro::waitFor(hasher.verify({}, SecretBytes("x"), "mallory")), "who waits for nothing has places again");
}

void TestPasswordHasher::whoStoppedWaitingLeavesItUsable()
{
    PasswordHasher hasher(kCheap);
    for (int i = 0; i < 20; ++i) {
        (void)hasher.verify({}, SecretBytes("x"), "somebody"); // nobody will look at it
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(QCoro::waitFor(hasher.verify({}, SecretBytes("x"), "somebody")).has_value());
}

void TestPasswordHasher::endsWhileSomebodyWaits()
{
    auto hasher = std::make_unique<PasswordHasher>(PasswordHasherSettings{.memoryKib = 8192, .passes = 4});
    auto first = hasher->verify({}, SecretBytes("x"), "somebody");
    auto second = hasher->verify({}, SecretBytes("x"), "somebody");
    hasher.reset();
    QCOMPARE(QCoro::waitFor(std::move(first)).value(), false);
    QCOMPARE(QCoro::waitFor(std::move(second)).value(), false);
}

QTEST_GUILESS_MAIN(TestPasswordHasher)
#include "test_password_hasher.moc"
