#pragma once

#include <chrono>

namespace gatehouse::desktop {

/// How far back the overview looks.
enum class TrafficSpan { Live, Hour, Day };

[[nodiscard]] constexpr std::chrono::seconds lengthOf(TrafficSpan span)
{
    using namespace std::chrono_literals;
    return span == TrafficSpan::Live ? 5min : span == TrafficSpan::Hour ? 1h : 24h;
}

} // namespace gatehouse::desktop
