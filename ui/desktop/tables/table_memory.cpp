#include "desktop/tables/table_memory.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

QString keyOf(const QString &name)
{
    return u"tables/"_s + name;
}

/// "3 0 1"; what is no column is left out.
std::vector<int> columnsIn(const QString &text, int columns)
{
    std::vector<int> found;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int column = word.toInt(&isNumber);
        if (isNumber && column >= 0 && column < columns && std::ranges::find(found, column) == found.end())
            found.push_back(column);
    }
    return found;
}

QString textOf(const std::vector<int> &columns)
{
    QStringList words;
    for (const int column : columns)
        words.append(QString::number(column));
    return words.join(u' ');
}

} // namespace

TableArrangement TableMemory::arrangement(const QString &name, int columns) const
{
    const QString key = keyOf(name);
    if (m_kept.value(key + u"/columns"_s).toInt() != columns)
        return {};
    TableArrangement arrangement;
    for (const int column : columnsIn(m_kept.value(key + u"/hidden"_s).toString(), columns))
        arrangement.hidden.insert(column);
    if (arrangement.hidden.size() == columns)
        arrangement.hidden.clear();
    arrangement.order = columnsIn(m_kept.value(key + u"/order"_s).toString(), columns);
    if (std::ssize(arrangement.order) != columns)
        arrangement.order.clear();
    const QStringList widths = m_kept.value(key + u"/widths"_s).toString().split(u' ', Qt::SkipEmptyParts);
    for (const QString &width : widths) {
        const std::vector<int> column = columnsIn(width.section(u':', 0, 0), columns);
        if (const int pixels = width.section(u':', 1).toInt(); !column.empty() && pixels > 0)
            arrangement.widths.insert(column.front(), pixels);
    }
    const std::vector<int> sortedBy = columnsIn(m_kept.value(key + u"/sorted"_s).toString(), columns);
    arrangement.sortedBy = sortedBy.empty() ? -1 : sortedBy.front();
    arrangement.sortOrder = m_kept.value(key + u"/descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    return arrangement;
}

void TableMemory::keep(const QString &name, int columns, const TableArrangement &arrangement)
{
    const QString key = keyOf(name);
    if (arrangement == TableArrangement()) {
        m_kept.remove(key);
        return;
    }
    std::vector<int> hidden(arrangement.hidden.cbegin(), arrangement.hidden.cend());
    std::ranges::sort(hidden);
    QStringList widths;
    for (auto it = arrangement.widths.cbegin(); it != arrangement.widths.cend(); ++it)
        widths.append(u"%1:%2"_s.arg(it.key()).arg(it.value()));
    widths.sort();
    m_kept.setValue(key + u"/columns"_s, columns);
    m_kept.setValue(key + u"/hidden"_s, textOf(hidden));
    m_kept.setValue(key + u"/order"_s, textOf(arrangement.order));
    m_kept.setValue(key + u"/widths"_s, widths.join(u' '));
    m_kept.setValue(key + u"/sorted"_s, arrangement.sortedBy < 0 ? QString() : QString::number(arrangement.sortedBy));
    m_kept.setValue(key + u"/descending"_s, arrangement.sortOrder == Qt::DescendingOrder);
}

} // namespace gatehouse::desktop
