#include "core/clock.h"

#include <QByteArray>
#include <QDateTime>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRfc3339_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("the epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00.000Z");
        QTest::newRow("one before it") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
        QTest::newRow("a leap day") << qint64(1'709'164'800'007) << QByteArray("2024-02-29T00:00:00.007Z");
        QTest::newRow("the last of a year") << qint64(1'798'761'599'999) << QByteArray("2026-12-31T23:59:59.999Z");
        QTest::newRow("the last of four digits") << qint64(253'402'300'799'999) << QByteArray("9999-12-31T23:59:59.999Z");
    }

    void writesRfc3339()
    {
        QFETCH(qint64, milliseconds);
        QTEST(toRfc3339(WallTime(std::chrono::milliseconds(milliseconds))), "text");
    }

    void agreesWithQt()
    {
        for (qint64 time = -1'000'000'000'000; time < 5'000'000'000'000; time += 86'399'123'457)
            QCOMPARE(toRfc3339(WallTime(std::chrono::milliseconds(time))),
                     QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1());
    }

    void theSteadyClockNeverGoesBack()
    {
        const SystemClock clock;
        SteadyTime last = clock.steadyNow();
        for (int i = 0; i < 10'000; ++i) {
            const SteadyTime now = clock.steadyNow();
            QVERIFY(now >= last);
            last = now;
        }
        QVERIFY(clock.now().time_since_epoch() > std::chrono::years(50));
    }
};

QTEST_APPLESS_MAIN(TestClock)
#include "test_clock.moc"
