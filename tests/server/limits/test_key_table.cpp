#include "limits/key_table.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse::limits;

namespace {

Fingerprint print(quint64 number)
{
    // Spread as a keyed hash would, and the same in every run.
    QRandomGenerator64 random(static_cast<quint32>(number));
    return {random.generate64(), random.generate64()};
}

} // namespace

class TestKeyTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesEveryKeyUntilItIsThreeQuartersFull()
    {
        KeyTable table(1024);
        for (quint64 i = 0; i < 768; ++i) {
            KeyEntry *entry = table.findOrInsert(print(i), 0);
            QVERIFY(entry != nullptr);
            entry->arrivalTime = 1000;
            entry->toleranceMs = 0; // refused: may not be forgotten
        }
        for (quint64 i = 0; i < 768; ++i)
            QVERIFY(table.find(print(i)) != nullptr);
        QCOMPARE(table.capacity(), 1024U);
    }

    void keepsThoseWhoAreRefusedWhenItIsFull()
    {
        KeyTable table(64);
        for (quint64 i = 0; i < 40; ++i) {
            KeyEntry *entry = table.findOrInsert(print(i), 0);
            QVERIFY(entry != nullptr);
            entry->arrivalTime = 5'000'001;
            entry->toleranceMs = 5000;
        }
        int withoutRoom = 0;
        for (quint64 i = 1000; i < 50'000; ++i) {
            KeyEntry *entry = table.findOrInsert(print(i), 0);
            if (entry == nullptr) {
                ++withoutRoom;
                continue;
            }
            entry->arrivalTime = 1'000'000;
            entry->toleranceMs = 5000;
        }
        for (quint64 i = 0; i < 40; ++i)
            QVERIFY(table.find(print(i)) != nullptr);
        QVERIFY(withoutRoom < 49'000);
    }

    void forgetsTheOneWhoOwesLeast()
    {
        KeyTable table(KeyTable::kBucketSlots);
        for (quint64 i = 0; i < KeyTable::kBucketSlots; ++i) {
            KeyEntry *entry = table.findOrInsert(print(i), 0);
            entry->arrivalTime = 1000 + qint64(i);
            entry->toleranceMs = 100;
        }
        QVERIFY(table.findOrInsert(print(100), 0) != nullptr);
        QVERIFY(table.find(print(0)) == nullptr);
        for (quint64 i = 1; i < KeyTable::kBucketSlots; ++i)
            QVERIFY(table.find(print(i)) != nullptr);
    }

    void neverForgetsAPendingCharge()
    {
        KeyTable table(KeyTable::kBucketSlots);
        for (quint64 i = 0; i < KeyTable::kBucketSlots; ++i)
            table.findOrInsert(print(i), 0)->pending = 1;
        QVERIFY(table.findOrInsert(print(100), 0) == nullptr);
        table.find(print(3))->pending = 0;
        QVERIFY(table.findOrInsert(print(100), 0) != nullptr);
        QVERIFY(table.find(print(3)) == nullptr);
    }

    void growsNoFurtherForCallersWhoTakeTurns()
    {
        KeyTable table(1 << 14);
        for (quint64 i = 0; i < 1000; ++i)
            table.findOrInsert(print(i), 0)->arrivalTime = 100;
        const std::size_t before = table.capacity();
        for (quint64 wave = 2; wave < 10; ++wave) {
            const auto now = static_cast<qint64>(wave * 100);
            for (quint64 i = 0; i < 1000; ++i)
                table.findOrInsert(print(wave * 1000 + i), now)->arrivalTime = now + 50;
        }
        QVERIFY(table.capacity() <= before);
    }
};

QTEST_APPLESS_MAIN(TestKeyTable)
#include "test_key_table.moc"
