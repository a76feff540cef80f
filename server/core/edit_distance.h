#pragma once

#include <QStringView>

namespace gatehouse {

/// How many letters must be inserted, removed or replaced to make `b` of `a` (Levenshtein): by which a name that was mistyped
/// is found. Takes time and room for each letter of the one with each of the other.
[[nodiscard]] qsizetype editDistance(QStringView a, QStringView b);

} // namespace gatehouse
