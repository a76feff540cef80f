#include "secrets/secret_strength.h"

#include <QTest>

#include <random>

using namespace gatehouse;
using namespace gatehouse::secrets;

class TestSecretStrength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomSecretsHold256Bits_data();
    void randomSecretsHold256Bits();
    void whatOnlyLooksLongDoesNot_data();
    void whatOnlyLooksLongDoesNot();
    void saysHowLittleAShortOneCanHold();
};

void TestSecretStrength::randomSecretsHold256Bits_data()
{
    QTest::addColumn<QByteArray>("alphabet");
    QTest::addColumn<int>("length");
    QTest::newRow("hex") << QByteArray("0123456789abcdef") << 64;
    QTest::newRow("hex in capitals") << QByteArray("0123456789ABCDEF") << 64;
    QTest::newRow("base64") << QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") << 43;
    QTest::newRow("base64url") << QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") << 43;
    QTest::newRow("base64 of 48 bytes") << QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") << 64;
    QTest::newRow("digits") << QByteArray("0123456789") << 78;
    QTest::newRow("small letters") << QByteArray("abcdefghijklmnopqrstuvwxyz") << 60;
    QTest::newRow("letters and digits") << QByteArray("abcdefghijklmnopqrstuvwxyz0123456789") << 50;
    QTest::newRow("any characters") << QByteArray(
        "!#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~")
                                    << 40;
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(static_cast<char>(i));
    QTest::newRow("bytes") << bytes << 32;
}

void TestSecretStrength::randomSecretsHold256Bits()
{
    QFETCH(QByteArray, alphabet);
    QFETCH(int, length);
    std::mt19937_64 generator(20240229); // the same every time: a false alarm now and then is known and accepted
    std::uniform_int_distribution<qsizetype> draw(0, alphabet.size() - 1);
    for (int i = 0; i < 300; ++i) {
        QByteArray secret;
        while (secret.size() < length)
            secret += alphabet[draw(generator)];
        const SecretStrength strength = strengthOf(secret);
        QVERIFY2(strength.holds(256),
                 secret.toPercentEncoding() + ' ' + QByteArray::number(strength.capacity) + ' '
                     + QByteArray::number(strength.estimate));
    }
}

void TestSecretStrength::whatOnlyLooksLongDoesNot_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("64 times a") << QByteArray(64, 'a');
    QTest::newRow("64 zeros") << QByteArray(64, '0');
    QTest::newRow("300 times x") << QByteArray(300, 'x');
    QTest::newRow("too short hex") << QByteArray("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b");
    QTest::newRow("half, twice") << QByteArray("9f86d081884c7d659a2feaa0c55ad015").repeated(2);
    QTest::newRow("a quarter, not aligned") << QByteArray("9f86d081884c7d65").repeated(5).first(70);
    QTest::newRow("half, reversed") << QByteArray("9f86d081884c7d659a2feaa0c55ad015510da55c0aaef2a956d7c488180d68f9");
    QTest::newRow("repeated in another case") << QByteArray("kX9mQ2vB7nT4rL8w") + "Kx9MQ2vb7Nt4Rl8W" + "kx9mq2vb7nt4rl8w";
    QTest::newRow("deadbeef") << QByteArray("deadbeef").repeated(8);
    QTest::newRow("counting in hex") << QByteArray("0123456789abcdef").repeated(4);
    QTest::newRow("alphabet") << QByteArray("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    QTest::newRow("counting bytes in hex") << QByteArray("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    QTest::newRow("keyboard") << QByteArray("qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM1234567890");
    QTest::newRow("a guide's placeholder") << QByteArray("your-super-secret-jwt-key-minimum-32-characters-long");
    QTest::newRow("another") << QByteArray("your-256-bit-secret-change-me-in-production-please-1234567890");
    QTest::newRow("a third") << QByteArray("CHANGE_THIS_TO_A_RANDOM_SECRET_KEY_OF_AT_LEAST_32_BYTES");
    QTest::newRow("digits for letters") << QByteArray("my-5up3r-53cr3t-p455w0rd-f0r-th3-pr0duct10n-53rv3r-2024");
    QTest::newRow("a sentence") << QByteArray("the quick brown fox jumps over the lazy dog and runs away again");
    QTest::newRow("words") << QByteArray("correct horse battery staple mountain river window garden candle paper");
    QTest::newRow("words without spaces") << QByteArray("CorrectHorseBatteryStapleMountainRiverWindowGardenCandle");
    QTest::newRow("text in base64") << QByteArray("your-super-secret-jwt-key-minimum-32-characters-long").toBase64();
    QTest::newRow("text in hex") << QByteArray("a-very-secret-password-for-the-server").toHex();
    QTest::newRow("two characters") << QByteArray("abbabaababbabaababaabbabaababbab").repeated(2) + "abab";
}

void TestSecretStrength::whatOnlyLooksLongDoesNot()
{
    QFETCH(QByteArray, secret);
    const SecretStrength strength = strengthOf(secret);
    QVERIFY2(!strength.holds(256), QByteArray::number(strength.capacity) + ' ' + QByteArray::number(strength.estimate));
    const QString said = weaknessAgainst(secret, 256);
    QVERIFY(!said.isEmpty());
    QVERIFY(secret.size() < 8 || !said.contains(QString::fromLatin1(secret.first(8))));
}

void TestSecretStrength::saysHowLittleAShortOneCanHold()
{
    QCOMPARE(strengthOf("9f86d081884c7d65").capacity, 64);
    QVERIFY(weaknessAgainst("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", 256).contains(QStringLiteral("too short")));
    QVERIFY(weaknessAgainst(QByteArray(64, 'a'), 256).contains(QStringLiteral("stays the same")));
    QVERIFY(weaknessAgainst("9f86d081884c7d659a2feaa0c55ad015", 128).isEmpty());
}

QTEST_APPLESS_MAIN(TestSecretStrength)
#include "test_secret_strength.moc"
