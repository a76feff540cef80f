#include "desktop/tables/row_order.h"

namespace gatehouse::desktop {

RowOrder::RowOrder(QAbstractItemModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_texts(QLocale())
{
    m_texts.setNumericMode(true);
    m_texts.setCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&model);
}

bool RowOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant one = left.data(kSortRole);
    const QVariant other = right.data(kSortRole);
    if (one.isValid() || other.isValid()) // what has none comes first
        return other.isValid() && (!one.isValid() || QVariant::compare(one, other) == QPartialOrdering::Less);
    return m_texts.compare(left.data().toString(), right.data().toString()) < 0;
}

} // namespace gatehouse::desktop
