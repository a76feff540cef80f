#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace gatehouse::desktop {

/// The rows of a model in the order of one of its columns, or as they come. By what kSortRole has of a cell; where it has
/// nothing, by its text, as people of this language order texts, with numbers by their size.
class RowOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// A QVariant that compares, where texts would put rows in an order that nobody wants, such as those of dates.
    static constexpr int kSortRole = Qt::UserRole + 100;

    /// `model` lives longer.
    explicit RowOrder(QAbstractItemModel &model, QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_texts;
};

} // namespace gatehouse::desktop
