#pragma once

#include "desktop/overview/traffic_history.h"

#include <QAbstractTableModel>

namespace gatehouse::desktop {

/// The numbers behind the chart, the latest first.
class TrafficTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSamples(std::vector<TrafficSample> samples);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TrafficSample> m_samples;
};

} // namespace gatehouse::desktop
