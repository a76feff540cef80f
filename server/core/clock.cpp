#include "core/clock.h"

#include <QByteArray>
#include <QDateTime>

namespace gatehouse {

using namespace std::chrono;

WallTime SystemClock::now() const
{
    return time_point_cast<milliseconds>(system_clock::now());
}

SteadyTime SystemClock::steadyNow() const
{
    return time_point_cast<microseconds>(steady_clock::now());
}

QByteArray toRfc3339(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace gatehouse
