#include "desktop/limits/usage_model.h"

#include "desktop/limits/limit_words.h"
#include "desktop/tables/row_order.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace gatehouse::desktop {

UsageModel::UsageModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void UsageModel::setUsages(std::vector<client::LimitUsage> usages)
{
    const bool isSameSet = std::ranges::equal(usages, m_usages, [](const auto &now, const auto &before) {
        return now.key == before.key && now.policy == before.policy;
    });
    if (!isSameSet)
        beginResetModel();
    m_usages = std::move(usages);
    if (!isSameSet)
        endResetModel();
    else if (!m_usages.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_usages.size()) - 1, Columns - 1));
}

const client::LimitUsage *UsageModel::usageAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_usages.size() ? &m_usages[std::size_t(row)] : nullptr;
}

int UsageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_usages.size());
}

int UsageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString UsageModel::text(const client::LimitUsage &usage, int column) const
{
    const QLocale locale;
    switch (column) {
    case Caller: return usage.caller;
    case Policy: return LimitWords::policyName(usage.policy);
    case Left: return tr("%1 of %2").arg(locale.toString(usage.remaining), locale.toString(usage.burst));
    case Refused: return locale.toString(usage.refused);
    case Again: return tr("in %1 s").arg(locale.toString(qint64(std::ceil(std::max(0.0, usage.resetsInSeconds)))));
    default: return {};
    }
}

QVariant UsageModel::sortValue(const client::LimitUsage &usage, int column)
{
    switch (column) {
    case Left: return usage.burst > 0 ? double(usage.remaining) / double(usage.burst) : 0.0;
    case Refused: return usage.refused;
    case Again: return usage.resetsInSeconds;
    default: return {};
    }
}

QVariant UsageModel::data(const QModelIndex &index, int role) const
{
    const client::LimitUsage *const usage = usageAt(index.row());
    if (!usage)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*usage, index.column());
    case RowOrder::kSortRole: return sortValue(*usage, index.column());
    case kShareRole: return usage->burst > 0 ? double(usage->remaining) / double(usage->burst) : 0.0;
    case Qt::DecorationRole:
        return index.column() == Caller ? m_theme.icon(usage->isAccount ? Icon::User : Icon::Servers) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Refused && usage->refused > 0)
            return m_theme.colours().warning;
        return index.column() == Again ? QVariant(m_theme.colours().muted) : QVariant();
    default: return {};
    }
}

QVariant UsageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Caller: return tr("Caller");
    case Policy: return tr("Limit");
    case Left: return tr("Left");
    case Refused: return tr("Refused");
    case Again: return tr("All there again");
    default: return {};
    }
}

} // namespace gatehouse::desktop
