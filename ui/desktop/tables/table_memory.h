#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace gatehouse::desktop {

/// How a person has arranged a table. Columns by the numbers the model has for them.
struct TableArrangement {
    QSet<int> hidden;
    std::vector<int> order; ///< all columns, from the left; empty: as the model has them
    QHash<int, int> widths; ///< of those that were drawn wider or narrower, in pixels
    int sortedBy = -1; ///< -1: as rows come
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    bool operator==(const TableArrangement &) const = default;
};

/// Remembers arrangements, in the system's place for preferences.
class TableMemory
{
public:
    /// `kept` lives longer.
    explicit TableMemory(QSettings &kept)
        : m_kept(kept)
    {
    }

    /// Of the table of that name; as it comes when none is kept, or was of another number of columns.
    [[nodiscard]] TableArrangement arrangement(const QString &name, int columns) const;
    void keep(const QString &name, int columns, const TableArrangement &arrangement);

private:
    QSettings &m_kept;
};

} // namespace gatehouse::desktop
