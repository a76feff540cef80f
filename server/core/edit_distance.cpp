#include "core/edit_distance.h"

#include <algorithm>
#include <ranges>
#include <vector>

namespace gatehouse {

qsizetype editDistance(QStringView a, QStringView b)
{
    // One row of the matrix: what it takes to make each beginning of `b` of the part of `a` that has been looked at.
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::ranges::copy(std::views::iota(qsizetype(0), std::ssize(row)), row.begin());
    for (const QChar letter : a) {
        qsizetype diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype replaced = diagonal + (letter == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, diagonal + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace gatehouse
