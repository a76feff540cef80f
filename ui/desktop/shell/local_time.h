#pragma once

#include <QDateTime>

namespace gatehouse::desktop {

enum class Precision { Minutes, Seconds, Milliseconds };

/// The time of day as the language in use writes it, in QLocale's letters; QLocale itself knows none with seconds but without a
/// time zone.
[[nodiscard]] QString timeFormat(Precision precision);
/// The time of day here.
[[nodiscard]] QString timeText(const QDateTime &time, Precision precision = Precision::Seconds);
/// The day, with all four digits of its year, and the time of day, here.
[[nodiscard]] QString dateTimeText(const QDateTime &time, Precision precision = Precision::Seconds);

} // namespace gatehouse::desktop
