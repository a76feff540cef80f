#pragma once

#include "desktop/tables/table_memory.h"

#include <QTableView>

#include <span>
#include <utility>

class QMenu;

namespace gatehouse::desktop {

/// A table as all pages have it. Rows are chosen whole and copied with Ctrl+C; a click on a heading puts them in order, a further
/// one the other way round, a third as they come; headings can be drawn wider, moved, and hidden by their menu, which is in that
/// of the rows too. How a person has arranged it is remembered.
class Table : public QTableView
{
    Q_OBJECT

public:
    enum class Rows {
        Sortable,
        AsTheyCome ///< there are too many, or their order is what they are about
    };

    /// `name` is what the arrangement is remembered by. `model` and `memory` live longer.
    Table(QAbstractItemModel &model, TableMemory &memory, QString name, Rows rows, QWidget *parent = nullptr);

    /// Which row of the model is chosen, whatever the order here; -1: none.
    [[nodiscard]] int currentRow() const;
    void setCurrentRow(int row);
    /// Widths of columns, in characters; at least what their headings need.
    void setWidths(std::span<const std::pair<int, int>> characters);
    /// Whether a column makes room for something else; it comes back unless a person has hidden it.
    void setMakesRoom(int column, bool makesRoom);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addMenus();
    void fillColumns();
    void fillOrders();
    void copy() const;
    void recall();
    void keep();
    void wantHidden(int column, bool isHidden);
    void showColumns();
    [[nodiscard]] QString heading(int column) const;
    [[nodiscard]] std::vector<int> columnsInOrder() const;

    TableMemory &m_memory;
    const QString m_name;
    const Rows m_rows;
    QMenu *m_columns;
    QMenu *m_orders;
    TableArrangement m_arrangement;
    QSet<int> m_makingRoom;
    bool m_isRecalled = false;
    bool m_isArranging = false; ///< by this itself, not by a person
};

} // namespace gatehouse::desktop
