#include "http/body_memory.h"

#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

constexpr qint64 kLimit = 4000;
constexpr qint64 kPart = kLimit / BodyMemory::kParts;

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

} // namespace

class TestBodyMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsNothingOfTheFirst64KiB()
    {
        BodyMemory memory(0);
        BodyLease lease;
        QVERIFY(lease.growTo(memory, address("192.0.2.1"), BodyLease::kFree));
        QVERIFY(!lease.growTo(memory, address("192.0.2.1"), BodyLease::kFree + 1));
        QCOMPARE(memory.used(), 0);
    }

    void holdsSeveralOfOneClientToAPart()
    {
        BodyMemory memory(kLimit);
        const IpAddress client = address("192.0.2.1");
        BodyLease first;
        BodyLease second;
        QVERIFY(first.growTo(memory, client, BodyLease::kFree + kPart / 2));
        QVERIFY(second.growTo(memory, client, BodyLease::kFree + kPart / 2));
        QVERIFY(!first.growTo(memory, client, BodyLease::kFree + kPart / 2 + 1));
        QVERIFY2(BodyLease().growTo(memory, address("192.0.2.2"), BodyLease::kFree + kPart), "others have theirs");
        second.release();
        QVERIFY2(first.growTo(memory, client, BodyLease::kFree + kLimit), "one alone may have all that is there");
        QVERIFY(!second.growTo(memory, client, BodyLease::kFree + 1));
        QVERIFY(!second.growTo(memory, address("192.0.2.2"), BodyLease::kFree + 1));
        first.release();
        QCOMPARE(memory.used(), 0);
    }

    void takesA64ForOneClient()
    {
        BodyMemory memory(kLimit);
        BodyLease first;
        BodyLease second;
        QVERIFY(first.growTo(memory, address("2001:db8::1"), BodyLease::kFree + kPart));
        QVERIFY(!second.growTo(memory, address("2001:db8::2"), BodyLease::kFree + 1));
        QVERIFY(second.growTo(memory, address("2001:db8:0:1::2"), BodyLease::kFree + 1));
    }

    void refusesNoAnswer()
    {
        BodyMemory memory(kLimit);
        AnswerLease answer;
        answer.take(memory, BodyLease::kFree + 2 * kLimit);
        QCOMPARE(memory.used(), 2 * kLimit);
        BodyLease lease;
        QVERIFY(!lease.growTo(memory, address("192.0.2.1"), BodyLease::kFree + 1));
        answer.release();
        QVERIFY(lease.growTo(memory, address("192.0.2.1"), BodyLease::kFree + 1));
    }

    void countsRightWhateverThreadsDo()
    {
        BodyMemory memory(kLimit);
        const auto work = [&memory](const IpAddress &client) {
            for (int i = 0; i < 20'000; ++i) {
                BodyLease lease;
                (void)lease.growTo(memory, client, BodyLease::kFree + i % kPart);
                (void)lease.growTo(memory, client, BodyLease::kFree + kPart);
            }
        };
        std::thread other(work, address("192.0.2.1"));
        work(address("192.0.2.1"));
        other.join();
        QCOMPARE(memory.used(), 0);
        BodyLease lease;
        QVERIFY(lease.growTo(memory, address("192.0.2.1"), BodyLease::kFree + kLimit));
    }
};

QTEST_APPLESS_MAIN(TestBodyMemory)
#include "test_body_memory.moc"
