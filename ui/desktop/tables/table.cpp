#include "desktop/tables/table.h"

#include "desktop/tables/row_order.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

Table::Table(QAbstractItemModel &model, TableMemory &memory, QString name, Rows rows, QWidget *parent)
    : QTableView(parent)
    , m_memory(memory)
    , m_name(std::move(name))
    , m_rows(rows)
    , m_columns(new QMenu(tr("Columns"), this))
    , m_orders(new QMenu(tr("Order by"), this))
{
    setModel(rows == Rows::Sortable ? new RowOrder(model, this) : &model);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setIconSize({kIconSmall, kIconSmall});
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // rows of one height, whatever their number
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kGapLarge);
    QHeaderView *const header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    if (rows == Rows::Sortable) {
        header->setSortIndicatorClearable(true);
        header->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
    addMenus();
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &place) { m_columns->popup(header->viewport()->mapToGlobal(place)); });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &Table::keep);
    connect(header, &QHeaderView::sectionMoved, this, &Table::keep);
    connect(header, &QHeaderView::sectionResized, this, [this, header](int column, int, int width) {
        // Layouts resize as well; a person draws.
        if (width > 0 && header->underMouse() && QGuiApplication::mouseButtons() != Qt::NoButton) {
            m_arrangement.widths.insert(column, width);
            keep();
        }
    });
}

void Table::addMenus()
{
    auto *const copying = new QAction(tr("Copy the row"), this);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    connect(copying, &QAction::triggered, this, &Table::copy);
    addAction(copying);
    connect(m_columns, &QMenu::aboutToShow, this, &Table::fillColumns);
    connect(m_orders, &QMenu::aboutToShow, this, &Table::fillOrders);
    if (m_rows == Rows::Sortable)
        addAction(m_orders->menuAction());
    addAction(m_columns->menuAction());
}

QString Table::heading(int column) const
{
    return model()->headerData(column, Qt::Horizontal).toString();
}

std::vector<int> Table::columnsInOrder() const
{
    std::vector<int> columns;
    for (int place = 0; place < model()->columnCount(); ++place)
        columns.push_back(horizontalHeader()->logicalIndex(place));
    return columns;
}

void Table::fillColumns()
{
    m_columns->clear();
    const bool oneIsLeft = m_arrangement.hidden.size() + 1 == model()->columnCount();
    for (const int column : columnsInOrder()) {
        QAction *const action = m_columns->addAction(heading(column));
        const bool isHidden = m_arrangement.hidden.contains(column);
        action->setCheckable(true);
        action->setChecked(!isHidden);
        action->setEnabled(isHidden || !oneIsLeft);
        connect(action, &QAction::toggled, this, [this, column](bool shows) { wantHidden(column, !shows); });
    }
}

void Table::fillOrders()
{
    m_orders->clear();
    auto *const group = new QActionGroup(m_orders);
    const auto add = [this, group](const QString &text, int column) {
        QAction *const action = m_orders->addAction(text);
        action->setCheckable(true);
        action->setChecked(horizontalHeader()->sortIndicatorSection() == column);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, column] {
            const QHeaderView *const header = horizontalHeader();
            const bool turns = header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
            sortByColumn(column, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    };
    add(tr("As they come"), -1);
    for (const int column : columnsInOrder()) {
        if (!m_arrangement.hidden.contains(column))
            add(heading(column), column);
    }
}

void Table::copy() const
{
    const QModelIndex current = currentIndex();
    QStringList cells;
    for (const int column : columnsInOrder()) {
        if (current.isValid() && !isColumnHidden(column))
            cells.append(current.siblingAtColumn(column).data().toString());
    }
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void Table::showEvent(QShowEvent *event)
{
    if (!std::exchange(m_isRecalled, true))
        recall();
    QTableView::showEvent(event);
}

void Table::recall()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    m_arrangement = m_memory.arrangement(m_name, model()->columnCount());
    QHeaderView *const header = horizontalHeader();
    for (int place = 0; place < std::ssize(m_arrangement.order); ++place)
        header->moveSection(header->visualIndex(m_arrangement.order[std::size_t(place)]), place);
    for (auto it = m_arrangement.widths.cbegin(); it != m_arrangement.widths.cend(); ++it)
        header->resizeSection(it.key(), it.value());
    showColumns();
    if (m_rows == Rows::Sortable && m_arrangement.sortedBy >= 0)
        sortByColumn(m_arrangement.sortedBy, m_arrangement.sortOrder);
}

void Table::keep()
{
    if (!m_isRecalled || m_isArranging)
        return;
    m_arrangement.order = columnsInOrder();
    if (std::ranges::is_sorted(m_arrangement.order))
        m_arrangement.order.clear();
    const QHeaderView *const header = horizontalHeader();
    m_arrangement.sortedBy = m_rows == Rows::Sortable ? header->sortIndicatorSection() : -1;
    m_arrangement.sortOrder = m_arrangement.sortedBy < 0 ? Qt::AscendingOrder : header->sortIndicatorOrder();
    m_memory.keep(m_name, model()->columnCount(), m_arrangement);
}

void Table::wantHidden(int column, bool isHidden)
{
    isHidden ? void(m_arrangement.hidden.insert(column)) : void(m_arrangement.hidden.remove(column));
    showColumns();
    keep();
}

void Table::setMakesRoom(int column, bool makesRoom)
{
    makesRoom ? void(m_makingRoom.insert(column)) : void(m_makingRoom.remove(column));
    showColumns();
}

void Table::showColumns()
{
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnHidden(column, m_arrangement.hidden.contains(column) || m_makingRoom.contains(column));
}

int Table::currentRow() const
{
    const QModelIndex current = currentIndex();
    const auto *const order = qobject_cast<const RowOrder *>(model());
    return order ? order->mapToSource(current).row() : current.row();
}

void Table::setCurrentRow(int row)
{
    const auto *const order = qobject_cast<const RowOrder *>(model());
    setCurrentIndex(order ? order->mapFromSource(order->sourceModel()->index(row, 0)) : model()->index(row, 0));
}

void Table::setWidths(std::span<const std::pair<int, int>> characters)
{
    QHeaderView *const header = horizontalHeader();
    header->ensurePolished(); // else it does not know the room that its headings take
    const int character = fontMetrics().averageCharWidth();
    for (const auto &[column, count] : characters)
        header->resizeSection(column, std::max(count * character, header->sectionSizeHint(column)));
}

} // namespace gatehouse::desktop
