#include "client/aes_gcm.h"
#include "core/base64url.h"
#include "client/secret_payload.h"
#include "sharing/sharing_settings.h"

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
    void isAcceptedWhereItsBytesAreTheLimit_data();
    void isAcceptedWhereItsBytesAreTheLimit();
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
    if (vector.value("ours"_L1).toBool())
        QCOMPARE(toMessagePack(*payload).view(), text->view());
}

void TestSecretPayload::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<qsizetype>("nameSize");
    QTest::addColumn<QByteArray>("head");
    const auto row = [](const char *name, const QByteArray &data, qsizetype nameSize, const char *head) {
        QTest::newRow(name) << data << nameSize << QByteArray::fromHex(head);
    };
    // Where MessagePack changes from one marker to the next.
    row("fixarray, no name", QByteArray(15, 'a'), -1, "929f61");
    row("array 16, fixstr", QByteArray(16, 'a'), 31, "92dc001061");
    row("array 16 to its end, str 8", QByteArray(65535, 'a'), 32, "92dcffff61");
    row("array 32, str 8 to its end", QByteArray(65536, 'a'), 255, "92dd0001000061");
    row("bin 16 to its end, str 16", QByteArray(65535, '\xfe'), 256, "92c5fffffe");
    row("bin 32", QByteArray(65536, '\xfe'), -1, "92c600010000fe");
    row("10 MiB of text", QByteArray(10 << 20, 'a'), -1, "92dd00a0000061");
    row("10 MiB", QByteArray(10 << 20, '\xfe'), -1, "92c600a00000fe");
    row("nothing, str 32", QByteArray(), 65536, "9290db00010000");
    // Where integers are an eighth and 256 bytes longer than the bytes.
    row("the last integers", QByteArray(292, '\xfe'), -1, "92dc0124ccfe");
    row("the first bin", QByteArray(293, '\xfe'), -1, "92c50125fe");
}

void TestSecretPayload::writesWhatItReads()
{
    QFETCH(QByteArray, data);
    QFETCH(qsizetype, nameSize);
    QFETCH(QByteArray, head);
    SecretPayload payload{SecretBytes(data), {}};
    if (nameSize >= 0)
        payload.filename = QString(nameSize, u'n');
    const SecretBytes text = toMessagePack(payload);
    QVERIFY(text.view().startsWith(head));
    const Result<SecretPayload> read = payloadFrom(text.view());
    QVERIFY(read);
    QVERIFY(read->data.view() == payload.data.view());
    QVERIFY(read->filename == payload.filename);
}

void TestSecretPayload::isAcceptedWhereItsBytesAreTheLimit_data()
{
    QTest::addColumn<qsizetype>("limit");
    for (const qsizetype limit : {1, 256, 292, 293, 1024, 32 * 1024, 10 * 1024 * 1024})
        QTest::addRow("%lld bytes", static_cast<long long>(limit)) << limit;
}

void TestSecretPayload::isAcceptedWhereItsBytesAreTheLimit()
{
    QFETCH(qsizetype, limit);
    constexpr qsizetype kLongestName = 255; // of a file on Linux
    // As many bytes beyond ASCII as are still written as integers, which is the longest form there is.
    const qsizetype longer = std::min(limit, limit / 8 + 256);
    const SecretPayload payload{SecretBytes(QByteArray(longer, '\xfe') + QByteArray(limit - longer, 'a')),
                                QString(kLongestName, u'n')};
    const SecretBytes text = toMessagePack(payload);
    QCOMPARE_GE(text.size(), limit + longer);
    const Result<QByteArray> sealed = seal(SecretBytes(QByteArray(kAesKeySize, 'k')), text.view());
    QVERIFY(sealed);
    QCOMPARE_LE(sealed->toBase64().size(), sharing::largestData(limit));
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
