#include "core/clock.h"

#include <QByteArray>

namespace gatehouse {

using namespace std::chrono;

WallTime SystemClock::now() const
{
    return time_point_cast<milliseconds>(system_clock::now());
}

PreciseWallTime SystemClock::preciseNow() const
{
    return time_point_cast<microseconds>(system_clock::now());
}

SteadyTime SystemClock::steadyNow() const
{
    return time_point_cast<microseconds>(steady_clock::now());
}

namespace {

/// By hand, because each log line has one: QDateTime takes a microsecond.
template<typename Time> QByteArray rfc3339(Time time, QByteArrayView shape, int fractionDigits)
{
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    QByteArray text = shape.toByteArray();
    const auto put = [&text](qsizetype at, int digits, long long number) {
        for (; digits > 0; --digits, number /= 10)
            text[at + digits - 1] = static_cast<char>('0' + number % 10);
    };
    put(0, 4, static_cast<int>(date.year()));
    put(5, 2, static_cast<unsigned>(date.month()));
    put(8, 2, static_cast<unsigned>(date.day()));
    put(11, 2, clock.hours().count());
    put(14, 2, clock.minutes().count());
    put(17, 2, clock.seconds().count());
    put(20, fractionDigits, clock.subseconds().count());
    return text;
}

} // namespace

QByteArray toRfc3339(WallTime time)
{
    return rfc3339(time, "0000-00-00T00:00:00.000Z", 3);
}

QByteArray toRfc3339Precise(PreciseWallTime time)
{
    return rfc3339(time, "0000-00-00T00:00:00.000000Z", 6);
}

} // namespace gatehouse
