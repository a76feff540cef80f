#include "core/snapshot.h"

#include <QTest>

#include <array>
#include <thread>
#include <vector>

using namespace gatehouse;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersSeeTheNewValueAtTheirNextLook()
    {
        Snapshot<int> snapshot(std::make_shared<const int>(1));
        SnapshotReader<int> reader(snapshot);
        QCOMPARE(reader.get(), 1);
        snapshot.set(std::make_shared<const int>(2));
        QCOMPARE(reader.get(), 2);
        QCOMPARE(*snapshot.get(), 2);
    }

    void aValueInUseOutlivesItsReplacement()
    {
        Snapshot<int> snapshot(std::make_shared<const int>(1));
        SnapshotReader<int> reader(snapshot);
        const int &value = reader.get();
        snapshot.set(std::make_shared<const int>(2));
        QCOMPARE(value, 1);
    }

    void aReplacedValueIsGivenBackOnceNobodyReadsIt()
    {
        auto first = std::make_shared<const int>(1);
        const std::weak_ptr<const int> watch = first;
        Snapshot<int> snapshot(std::move(first));
        SnapshotReader<int> reader(snapshot);
        (void)reader.get();
        snapshot.set(std::make_shared<const int>(2));
        QVERIFY(!watch.expired());
        (void)reader.get();
        QVERIFY(watch.expired());
    }

    /// Values whose halves always agree, replaced while others read: nobody sees a mixture, an older one after a newer,
    /// or misses the last.
    void readersInThreadsSeeWholeValuesInOrder()
    {
        using Pair = std::array<quint64, 2>;
        constexpr quint64 kLast = 20'000;
        Snapshot<Pair> snapshot(std::make_shared<const Pair>(Pair{0, 0}));
        std::atomic<int> mistakes = 0;
        {
            std::vector<std::jthread> readers;
            for (int i = 0; i < 3; ++i) {
                readers.emplace_back([&] {
                    SnapshotReader<Pair> reader(snapshot);
                    for (quint64 last = 0; last < kLast;) {
                        const Pair &pair = reader.get();
                        mistakes += pair[0] != pair[1] || pair[0] < last ? 1 : 0;
                        last = pair[0];
                    }
                });
            }
            for (quint64 i = 1; i <= kLast; ++i)
                snapshot.set(std::make_shared<const Pair>(Pair{i, i}));
        }
        QCOMPARE(mistakes.load(), 0);
    }
};

QTEST_APPLESS_MAIN(TestSnapshot)
#include "test_snapshot.moc"
