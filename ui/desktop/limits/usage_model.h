#pragma once

#include "client/limit_report.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>

namespace gatehouse::desktop {

/// Who is near or over a limit.
class UsageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Caller, Policy, Left, Refused, Again, Columns };
    static constexpr int kShareRole = Qt::UserRole; ///< of the burst that is left, from 0 to 1

    explicit UsageModel(Theme &theme, QObject *parent = nullptr);

    /// Keeps rows of the same callers where they are.
    void setUsages(std::vector<client::LimitUsage> usages);
    [[nodiscard]] const client::LimitUsage *usageAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const client::LimitUsage &usage, int column) const;
    [[nodiscard]] static QVariant sortValue(const client::LimitUsage &usage, int column);

    Theme &m_theme;
    std::vector<client::LimitUsage> m_usages;
};

} // namespace gatehouse::desktop
