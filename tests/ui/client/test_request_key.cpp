#include "core/base64url.h"
#include "client/request_key.h"
#include "client/secret_payload.h"

#include "envelope_vectors.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::client;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr char kRequest[] = "01KAHV3R8J0000000000000000";

} // namespace

class TestRequestKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatOthersSealed_data();
    void opensWhatOthersSealed();
    void opensWhatItSealed();
    void comesBackFromItsPrivateNumber();
    void refusesWhatIsNoPrivateNumber_data();
    void refusesWhatIsNoPrivateNumber();
    void sealsForPointsOfTheCurveOnly_data();
    void sealsForPointsOfTheCurveOnly();
    void opensNoAnswerToAnotherRequest();
    void opensNoAnswerForAnotherKey();
    void seesWhatWasAltered();
    void refusesEveryBeginningOfAnAnswer();
};

void TestRequestKey::opensWhatOthersSealed_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonValue value : envelopeVectors(u"answers"_s))
        QTest::newRow(qPrintable(value["name"_L1].toString())) << value.toObject();
}

void TestRequestKey::opensWhatOthersSealed()
{
    QFETCH(QJsonObject, vector);
    const Result<RequestKey> key = RequestKey::fromPrivateNumber(QByteArray::fromHex(bytesOf(vector, "private"_L1)));
    QVERIFY(key);
    QCOMPARE(toBase64Url(key->publicPoint()), bytesOf(vector, "public"_L1));
    QCOMPARE(toBase64Url(fingerprintOf(key->publicPoint())), bytesOf(vector, "fingerprint"_L1));
    const Result<SecretBytes> text = key->openAnswer(bytesOf(vector, "request"_L1), bytesOf(vector, "answer"_L1));
    QVERIFY2(text, text ? "" : qPrintable(text.error().detail));
    const Result<SecretPayload> payload = payloadFrom(text->view());
    QVERIFY(payload);
    QCOMPARE(payload->data.view().toByteArray().toHex(), bytesOf(vector, "data"_L1));
    QCOMPARE(payload->filename.value_or(QString()), vector.value("filename"_L1).toString());
}

void TestRequestKey::opensWhatItSealed()
{
    for (int i = 0; i < 20; ++i) {
        const Result<RequestKey> key = RequestKey::generate();
        QVERIFY(key);
        QCOMPARE(key->publicPoint().size(), kPublicPointSize);
        const Result<QByteArray> answer = sealAnswer(key->publicPoint(), kRequest, "swordfish");
        QVERIFY(answer);
        const Result<SecretBytes> opened = key->openAnswer(kRequest, *answer);
        QVERIFY(opened);
        QCOMPARE(opened->view(), QByteArrayView("swordfish"));
    }
}

void TestRequestKey::comesBackFromItsPrivateNumber()
{
    const Result<RequestKey> key = RequestKey::generate();
    const Result<RequestKey> again = RequestKey::fromPrivateNumber(key->privateNumber().view());
    QVERIFY(again);
    QCOMPARE(again->publicPoint(), key->publicPoint());
}

void TestRequestKey::refusesWhatIsNoPrivateNumber_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zero") << QByteArray(32, '\0');
    QTest::newRow("short") << QByteArray(31, '\x01');
    QTest::newRow("long") << QByteArray(33, '\x01');
    QTest::newRow("the order") << QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    QTest::newRow("above the order") << QByteArray(32, '\xff');
}

void TestRequestKey::refusesWhatIsNoPrivateNumber()
{
    QFETCH(QByteArray, number);
    QVERIFY(!RequestKey::fromPrivateNumber(number));
}

void TestRequestKey::sealsForPointsOfTheCurveOnly_data()
{
    QTest::addColumn<QByteArray>("point");
    const QByteArray good = RequestKey::generate()->publicPoint();
    QByteArray beside = good;
    beside.back() = static_cast<char>(beside.back() ^ 1);
    QByteArray hybrid = good;
    hybrid.front() = static_cast<char>(6 + (good.back() & 1));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("infinity") << QByteArray(1, '\0');
    QTest::newRow("zeros") << '\x04' + QByteArray(64, '\0');
    QTest::newRow("beside the curve") << beside;
    QTest::newRow("compressed") << static_cast<char>(2 + (good.back() & 1)) + good.sliced(1, 32);
    QTest::newRow("hybrid") << hybrid;
    QTest::newRow("coordinates above the prime") << '\x04' + QByteArray(64, '\xff');
    QTest::newRow("a byte too few") << good.chopped(1);
    QTest::newRow("a byte too many") << good + 'x';
}

void TestRequestKey::sealsForPointsOfTheCurveOnly()
{
    QFETCH(QByteArray, point);
    const Result<QByteArray> answer = sealAnswer(point, kRequest, "swordfish");
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Malformed);
    // Nor is one read whose ephemeral point is such.
    if (point.size() == kPublicPointSize)
        QVERIFY(!RequestKey::generate()->openAnswer(kRequest, (point + QByteArray(40, 'x')).toBase64()));
}

void TestRequestKey::opensNoAnswerToAnotherRequest()
{
    const Result<RequestKey> key = RequestKey::generate();
    const Result<QByteArray> answer = sealAnswer(key->publicPoint(), kRequest, "swordfish");
    QVERIFY(!key->openAnswer("01KAHV3R8J0000000000000001", *answer));
}

void TestRequestKey::opensNoAnswerForAnotherKey()
{
    const Result<QByteArray> answer = sealAnswer(RequestKey::generate()->publicPoint(), kRequest, "swordfish");
    QVERIFY(!RequestKey::generate()->openAnswer(kRequest, *answer));
}

void TestRequestKey::seesWhatWasAltered()
{
    const Result<RequestKey> key = RequestKey::generate();
    const QByteArray answer = QByteArray::fromBase64(*sealAnswer(key->publicPoint(), kRequest, "swordfish"));
    for (qsizetype i = 0; i < answer.size(); ++i) {
        QByteArray altered = answer;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        QVERIFY(!key->openAnswer(kRequest, altered.toBase64()));
    }
}

void TestRequestKey::refusesEveryBeginningOfAnAnswer()
{
    const Result<RequestKey> key = RequestKey::generate();
    const QByteArray answer = QByteArray::fromBase64(*sealAnswer(key->publicPoint(), kRequest, "swordfish"));
    for (qsizetype size = 0; size < answer.size(); ++size)
        QVERIFY(!key->openAnswer(kRequest, answer.first(size).toBase64()));
    QVERIFY(!key->openAnswer(kRequest, "not base64!"));
}

QTEST_APPLESS_MAIN(TestRequestKey)
#include "test_request_key.moc"
