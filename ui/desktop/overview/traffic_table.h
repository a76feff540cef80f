#pragma once

#include "client/overview.h"

#include <QAbstractTableModel>

namespace gatehouse::desktop {

/// The numbers behind the chart, the latest first.
class TrafficTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPoints(std::vector<client::TrafficPoint> points);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QVariant sortValue(const client::TrafficPoint &point, int column);

    std::vector<client::TrafficPoint> m_points;
};

} // namespace gatehouse::desktop
