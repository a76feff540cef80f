#include "limits/siphash.h"

#include <QTest>

#include <cstring>

using namespace gatehouse::limits;

class TestSipHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// vectors_sip128 of the reference implementation: key 00…0f, input 00, 01, 02 … of the row's length.
    void agreesWithTheReferenceVectors_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << 0 << QByteArray("a3817f04ba25a8e66df67214c7550293");
        QTest::newRow("one byte") << 1 << QByteArray("da87c1d86b99af44347659119b22fc45");
        QTest::newRow("two bytes") << 2 << QByteArray("8177228da4a45dc7fca38bdef60affe4");
        QTest::newRow("one word") << 8 << QByteArray("3b62a9ba6258f5610f83e264f31497b4");
        QTest::newRow("fifteen bytes") << 15 << QByteArray("5493e99933b0a8117e08ec0f97cfc3d9");
    }

    void agreesWithTheReferenceVectors()
    {
        QFETCH(int, length);
        QFETCH(QByteArray, expected);
        std::array<unsigned char, 16> key{};
        QByteArray input;
        for (int i = 0; i < 16; ++i)
            key[static_cast<size_t>(i)] = static_cast<unsigned char>(i);
        for (int i = 0; i < length; ++i)
            input.append(static_cast<char>(i));
        const Fingerprint print = sipHash128(input, key);
        QByteArray bytes(16, Qt::Uninitialized);
        std::memcpy(bytes.data(), &print.low, 8); // little endian, as on every machine this runs on
        std::memcpy(bytes.data() + 8, &print.high, 8);
        QCOMPARE(bytes.toHex(), expected);
    }

    void dependsOnTheKey()
    {
        const std::array<unsigned char, 16> other{1};
        QVERIFY(sipHash128("203.0.113.7", {}) != sipHash128("203.0.113.7", other));
    }
};

QTEST_APPLESS_MAIN(TestSipHash)
#include "test_siphash.moc"
