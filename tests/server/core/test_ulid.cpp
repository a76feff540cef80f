#include "core/ulid.h"

#include <QSet>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

class TestUlid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTimeAndBitsInCrockfordsAlphabet_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("bits");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("all zero") << qint64(0) << QByteArray("00000000000000000000") << QByteArray("00000000000000000000000000");
        QTest::newRow("all ones") << ((qint64(1) << 48) - 1) << QByteArray("ffffffffffffffffffff")
                                  << QByteArray("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        QTest::newRow("of the specification")
            << qint64(1469918176385) << QByteArray("00000000000000000001") << QByteArray("01ARYZ6S410000000000000001");
        QTest::newRow("bits in order") << qint64(1) << QByteArray("0123456789abcdef0123")
                                       << QByteArray("0000000001") + QByteArray("04HMASW9NF6YY093");
    }

    void writesTimeAndBitsInCrockfordsAlphabet()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QByteArray, bits);
        std::array<unsigned char, 10> random{};
        const QByteArray raw = QByteArray::fromHex(bits);
        QCOMPARE(raw.size(), std::ssize(random));
        std::copy_n(raw.begin(), random.size(), random.begin());
        QTEST(ulidFrom(WallTime(std::chrono::milliseconds(milliseconds)), random), "text");
    }

    void areUniqueAndSortByTime()
    {
        QSet<QByteArray> seen;
        QByteArray last;
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray id = newUlid(WallTime(std::chrono::milliseconds(1'700'000'000'000 + i)));
            QVERIFY(isUlid(id));
            QVERIFY(id > last);
            last = id;
            seen.insert(newUlid(WallTime(1s)));
        }
        QCOMPARE(seen.size(), 10'000);
    }

    void knowsUlids_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("valid") << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FAV") << true;
        QTest::newRow("the greatest") << QByteArray("7ZZZZZZZZZZZZZZZZZZZZZZZZZ") << true;
        QTest::newRow("too great") << QByteArray("80000000000000000000000000") << false;
        QTest::newRow("lower case") << QByteArray("01arz3ndektsv4rrffq69g5fav") << false;
        QTest::newRow("short") << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FA") << false;
        QTest::newRow("long") << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FAVV") << false;
        QTest::newRow("empty") << QByteArray() << false;
        for (const char c : {'I', 'L', 'O', 'U', '-', '\n', '\0', '/', ':', '@', '['})
            QTest::addRow("with character %d", c) << QByteArray("01ARZ3NDEKTSV4RRFFQ69G5FA") + c << false;
    }

    void knowsUlids()
    {
        QFETCH(QByteArray, text);
        QTEST(isUlid(text), "valid");
    }

    void knowsUuids_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("lower case") << QByteArray("f81d4fae-7dec-11d0-a765-00a0c91e6bf6") << true;
        QTest::newRow("upper case") << QByteArray("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6") << true;
        QTest::newRow("without dashes") << QByteArray("f81d4fae7dec11d0a76500a0c91e6bf6") << false;
        QTest::newRow("in braces") << QByteArray("{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}") << false;
        QTest::newRow("a dash too many") << QByteArray("f81d4fae-7dec-11d0-a765-00a0c91e-bf6") << false;
        QTest::newRow("a letter too far") << QByteArray("g81d4fae-7dec-11d0-a765-00a0c91e6bf6") << false;
        QTest::newRow("with a line end") << QByteArray("f81d4fae-7dec-11d0-a765-00a0c91e6bf\n") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }

    void knowsUuids()
    {
        QFETCH(QByteArray, text);
        QTEST(isUuid(text), "valid");
    }
};

QTEST_APPLESS_MAIN(TestUlid)
#include "test_ulid.moc"
