#include "desktop/overview/traffic_table.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse::desktop {

namespace {

enum Column { Time, Requests, Errors, Mean, Columns };

} // namespace

void TrafficTable::setSamples(std::vector<TrafficSample> samples)
{
    std::ranges::reverse(samples);
    if (samples.size() == m_samples.size()) {
        m_samples = std::move(samples);
        if (!m_samples.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_samples.size()) - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_samples = std::move(samples);
    endResetModel();
}

int TrafficTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int TrafficTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TrafficTable::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Time ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    const TrafficSample &sample = m_samples.at(std::size_t(index.row()));
    const QLocale locale;
    switch (index.column()) {
    case Time: return locale.toString(sample.time.toLocalTime(), QLocale::ShortFormat);
    case Requests: return locale.toString(sample.requestsPerSecond, 'f', 1);
    case Errors: return locale.toString(sample.errorsPerSecond, 'f', 1);
    case Mean: return locale.toString(sample.meanMs, 'f', 2);
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
    case Time: return tr("Time");
    case Requests: return tr("Requests a second");
    case Errors: return tr("Errors a second");
    case Mean: return tr("Mean, milliseconds");
    default: return {};
    }
}

} // namespace gatehouse::desktop
