#include "client/aes_gcm.h"
#include "core/base64url.h"
#include "client/secret_payload.h"

#include "envelope_vectors.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::client;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

class TestSecretPayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOthersWrote_data();
    void readsWhatOthersWrote();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void refusesEveryOtherContent_data();
    void refusesEveryOtherContent();
    void refusesEveryBeginningOfAContent();
    void seesEveryBitThatWasAltered();
    void refusesAnotherKey();
    void refusesWhatIsTooShortToBeSealed();
    void neverSealsTwiceAlike();
};

void TestSecretPayload::readsWhatOthersWrote_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QString &file : {u"envelope_vectors.json"_s, u"hakanai_vectors.json"_s}) {
        for (const QJsonValue value : envelopeVectors(u"secrets"_s, file))
            QTest::newRow(qPrintable(value["name"_L1].toString())) << value.toObject();
    }
}

void TestSecretPayload::readsWhatOthersWrote()
{
    QFETCH(QJsonObject, vector);
    const auto key = secretFromBase64Url(bytesOf(vector, "key"_L1), kAesKeySize);
    QVERIFY(key);
    const Result<SecretBytes> text = unseal(*key, QByteArray::fromBase64(bytesOf(vector, "sealed"_L1)));
    QVERIFY(text);
    QCOMPARE(text->view().toByteArray().toHex(), bytesOf(vector, "payload"_L1));
    QCOMPARE(toBase64Url(digestOf(text->view())), bytesOf(vector, "digest"_L1));
    const Result<SecretPayload> payload = payloadFrom(text->view());
    QVERIFY(payload);
    QCOMPARE(payload->data.view().toByteArray().toHex(), bytesOf(vector, "data"_L1));
    QCOMPARE(payload->filename.has_value(), !vector.value("filename"_L1).isNull());
    QCOMPARE(payload->filename.value_or(QString()), vector.value("filename"_L1).toString());
    // What others write as bin, we write alike.
    if (QByteArrayView(QTest::currentDataTag()).indexOf("integers") < 0)
        QCOMPARE(toMessagePack(*payload).view(), text->view());
}

void TestSecretPayload::writesWhatItReads_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("nameSize");
    QTest::addColumn<QByteArray>("head");
    // Where MessagePack changes from one marker to the next.
    QTest::newRow("bin 8, no name") << qsizetype{255} << qsizetype{-1} << QByteArray::fromHex("92c4ff");
    QTest::newRow("bin 16, fixstr") << qsizetype{256} << qsizetype{31} << QByteArray::fromHex("92c50100");
    QTest::newRow("bin 16 to its end, str 8") << qsizetype{65535} << qsizetype{32} << QByteArray::fromHex("92c5ffff");
    QTest::newRow("bin 32, str 8 to its end") << qsizetype{65536} << qsizetype{255} << QByteArray::fromHex("92c600010000");
    QTest::newRow("10 MiB, str 16") << qsizetype{10 << 20} << qsizetype{256} << QByteArray::fromHex("92c600a00000");
    QTest::newRow("nothing, str 32") << qsizetype{0} << qsizetype{65536} << QByteArray::fromHex("92c400db00010000");
}

void TestSecretPayload::writesWhatItReads()
{
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, nameSize);
    QFETCH(QByteArray, head);
    SecretPayload payload{SecretBytes(QByteArray(size, '\xfe')), {}};
    if (nameSize >= 0)
        payload.filename = QString(nameSize, u'n');
    const SecretBytes text = toMessagePack(payload);
    QVERIFY(text.view().startsWith(head));
    const Result<SecretPayload> read = payloadFrom(text.view());
    QVERIFY(read);
    QVERIFY(read->data.view() == payload.data.view());
    QVERIFY(read->filename == payload.filename);
}

void TestSecretPayload::refusesEveryOtherContent_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const QJsonValue value : envelopeVectors(u"hostile_payloads"_s))
        QTest::newRow(qPrintable(value["name"_L1].toString())) << QByteArray::fromHex(bytesOf(value.toObject(), "payload"_L1));
}

void TestSecretPayload::refusesEveryOtherContent()
{
    QFETCH(QByteArray, payload);
    const Result<SecretPayload> read = payloadFrom(payload);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Malformed);
}

void TestSecretPayload::refusesEveryBeginningOfAContent()
{
    for (const QJsonValue value : envelopeVectors(u"secrets"_s)) {
        const QByteArray whole = QByteArray::fromHex(bytesOf(value.toObject(), "payload"_L1));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!payloadFrom(whole.first(size)), qPrintable(value["name"_L1].toString()));
    }
}

void TestSecretPayload::seesEveryBitThatWasAltered()
{
    const SecretBytes key(QByteArray(kAesKeySize, 'k'));
    const Result<QByteArray> sealed = seal(key, "swordfish");
    QVERIFY(sealed);
    QCOMPARE(sealed->size(), 9 + kAesNonceSize + kAesTagSize);
    QVERIFY(unseal(key, *sealed));
    for (qsizetype bit = 0; bit < sealed->size() * 8; ++bit) {
        QByteArray altered = *sealed;
        altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ 1 << bit % 8);
        QVERIFY(!unseal(key, altered));
    }
}

void TestSecretPayload::refusesAnotherKey()
{
    const Result<QByteArray> sealed = seal(SecretBytes(QByteArray(kAesKeySize, 'k')), "swordfish");
    const Result<SecretBytes> opened = unseal(SecretBytes(QByteArray(kAesKeySize, 'l')), *sealed);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Malformed);
}

void TestSecretPayload::refusesWhatIsTooShortToBeSealed()
{
    const SecretBytes key(QByteArray(kAesKeySize, 'k'));
    for (qsizetype size = 0; size < kAesNonceSize + kAesTagSize; ++size)
        QVERIFY(!unseal(key, QByteArray(size, 'x')));
}

void TestSecretPayload::neverSealsTwiceAlike()
{
    const SecretBytes key(QByteArray(kAesKeySize, 'k'));
    const Result<QByteArray> once = seal(key, "swordfish");
    const Result<QByteArray> again = seal(key, "swordfish");
    QVERIFY(once->first(kAesNonceSize) != again->first(kAesNonceSize));
    QVERIFY(once->sliced(kAesNonceSize) != again->sliced(kAesNonceSize));
}

QTEST_APPLESS_MAIN(TestSecretPayload)
#include "test_secret_payload.moc"
