#include "desktop/overview/traffic_table.h"
#include "desktop/tables/row_order.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse::desktop {

namespace {

enum Column { Time, Requests, Refusals, Errors, P50, P95, P99, Columns };

} // namespace

void TrafficTable::setPoints(std::vector<client::TrafficPoint> points)
{
    std::ranges::reverse(points);
    if (points.size() == m_points.size()) {
        m_points = std::move(points);
        if (!m_points.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_points.size()) - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_points = std::move(points);
    endResetModel();
}

int TrafficTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_points.size());
}

int TrafficTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TrafficTable::sortValue(const client::TrafficPoint &point, int column)
{
    switch (column) {
    case Time: return point.until;
    case Requests: return point.requests;
    case Refusals: return point.refusals;
    case Errors: return point.errors;
    case P50: return point.p50;
    case P95: return point.p95;
    case P99: return point.p99;
    default: return {};
    }
}

QVariant TrafficTable::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Time ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != RowOrder::kSortRole)
        return {};
    const client::TrafficPoint &point = m_points.at(std::size_t(index.row()));
    if (role == RowOrder::kSortRole)
        return sortValue(point, index.column());
    const QLocale locale;
    switch (index.column()) {
    case Time: return locale.toString(point.until.toLocalTime(), QLocale::ShortFormat);
    case Requests: return locale.toString(point.requests, 'f', 1);
    case Refusals: return locale.toString(point.refusals, 'f', 1);
    case Errors: return locale.toString(point.errors, 'f', 1);
    case P50: return locale.toString(point.p50, 'f', 2);
    case P95: return locale.toString(point.p95, 'f', 2);
    case P99: return locale.toString(point.p99, 'f', 2);
    default: return {};
    }
}

QVariant TrafficTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Time ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Until");
    case Requests: return tr("Requests/s");
    case Refusals: return tr("Refused/s");
    case Errors: return tr("Errors/s");
    case P50: return tr("p50, ms");
    case P95: return tr("p95, ms");
    case P99: return tr("p99, ms");
    default: return {};
    }
}

} // namespace gatehouse::desktop
