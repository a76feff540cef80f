#include "core/base64url.h"
#include "auth/key_operations.h"

#include <openssl/err.h>

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;
using secrets::KeyAlgorithm;

class TestKeyOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsTheStandardsDo_data();
    void signsAsTheStandardsDo();
    void refusesSignaturesOfAnotherLength_data();
    void refusesSignaturesOfAnotherLength();
    void leavesNoErrorForTheNextTlsConnection();
    void ed25519KeysOfAnotherSizeAreNotTaken();
};

namespace {

QByteArray decoded(QByteArrayView text)
{
    QByteArray out(text.size(), '\0');
    out.truncate(std::max<qsizetype>(0, fromBase64Url(text, {out.data(), static_cast<std::size_t>(out.size())})));
    return out;
}

std::unique_ptr<KeyOperations> operationsOf(KeyAlgorithm algorithm, const QByteArray &material)
{
    secrets::SigningKey key;
    key.id = "first";
    key.algorithm = algorithm;
    key.material = SecretBytes(material);
    return KeyOperations::make(key);
}

} // namespace

void TestKeyOperations::signsAsTheStandardsDo_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("RFC 7515, A.1")
        << int(KeyAlgorithm::Hs256)
        << QByteArray("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
        << QByteArray("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
                      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ")
        << QByteArray("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QTest::newRow("RFC 8037, A.4")
        << int(KeyAlgorithm::EdDsa) << QByteArray("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
        << QByteArray("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc")
        << QByteArray("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

void TestKeyOperations::signsAsTheStandardsDo()
{
    QFETCH(int, algorithm);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, signature);
    const auto operations = operationsOf(KeyAlgorithm(algorithm), decoded(key));
    QVERIFY(operations);
    for (int i = 0; i < 2; ++i) { // the key's context is used again
        QCOMPARE(toBase64Url(operations->sign(input)), signature);
        QVERIFY(operations->verify(input, decoded(signature)));
        QVERIFY(!operations->verify(input + ' ', decoded(signature)));
    }
}

void TestKeyOperations::refusesSignaturesOfAnotherLength_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::newRow("HS256") << int(KeyAlgorithm::Hs256);
    QTest::newRow("EdDSA") << int(KeyAlgorithm::EdDsa);
}

void TestKeyOperations::refusesSignaturesOfAnotherLength()
{
    QFETCH(int, algorithm);
    const auto operations = operationsOf(KeyAlgorithm(algorithm), QByteArray(32, 'k'));
    const QByteArray signature = operations->sign("text");
    for (qsizetype size = 0; size < signature.size(); ++size)
        QVERIFY(!operations->verify("text", signature.first(size)));
    QVERIFY(!operations->verify("text", signature + '\0'));
    QVERIFY(operations->verify("text", signature));
}

void TestKeyOperations::leavesNoErrorForTheNextTlsConnection()
{
    const auto operations = operationsOf(KeyAlgorithm::EdDsa, QByteArray(32, 'k'));
    ERR_clear_error();
    QVERIFY(!operations->verify("text", QByteArray(64, '\xff')));
    QVERIFY(!operations->verify("text", QByteArray()));
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestKeyOperations::ed25519KeysOfAnotherSizeAreNotTaken()
{
    QVERIFY(!operationsOf(KeyAlgorithm::EdDsa, QByteArray(31, 'k')));
    QVERIFY(!operationsOf(KeyAlgorithm::EdDsa, QByteArray(64, 'k')));
}

QTEST_GUILESS_MAIN(TestKeyOperations)
#include "test_key_operations.moc"
