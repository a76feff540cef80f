#include "core/clock_difference.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

bool isWrongBy(std::chrono::milliseconds ahead)
{
    return std::chrono::abs(ahead) >= 5s;
}

QString describeClock(std::chrono::milliseconds ahead)
{
    return u"clock %1%2 ms"_s.arg(ahead < 0ms ? QString() : u"+"_s).arg(ahead.count());
}

} // namespace gatehouse
