#include "text_inspection.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

namespace {

bool isOurs(const QWidget *widget)
{
    for (const QWidget *each = widget; each; each = each->parentWidget()) {
        if (each->objectName().startsWith(u"qt_"_s) || each->inherits("QCalendarWidget") || each->inherits("QFileDialog"))
            return false;
    }
    return true;
}

/// All that `widget` itself says.
QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (const auto *const label = qobject_cast<const QLabel *>(widget))
        texts.append(label->text());
    if (const auto *const button = qobject_cast<const QAbstractButton *>(widget))
        texts.append(button->text());
    if (const auto *const line = qobject_cast<const QLineEdit *>(widget))
        texts.append(line->placeholderText());
    if (const auto *const text = qobject_cast<const QPlainTextEdit *>(widget))
        texts.append(text->placeholderText());
    if (const auto *const combo = qobject_cast<const QComboBox *>(widget)) {
        for (int item = 0; item < combo->count(); ++item)
            texts.append(combo->itemText(item));
    }
    if (const auto *const list = qobject_cast<const QListWidget *>(widget)) {
        for (int row = 0; row < list->count(); ++row)
            texts << list->item(row)->text() << list->item(row)->toolTip();
    }
    if (const auto *const table = qobject_cast<const QTableView *>(widget); table && table->model()) {
        for (int column = 0; column < table->model()->columnCount(); ++column)
            texts.append(table->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const QAction *const action : widget->actions())
        texts.append(action->text());
    return texts;
}

QString describe(const QWidget *widget, const QString &text)
{
    QString path = QString::fromLatin1(widget->metaObject()->className());
    for (const QWidget *each = widget->parentWidget(); each && path.size() < 120; each = each->parentWidget()) {
        if (QByteArrayView(each->metaObject()->className()).startsWith("gatehouse"))
            path.prepend(QString::fromLatin1(each->metaObject()->className()).section(u':', -1) + u'/');
    }
    return u"%1: %2"_s.arg(path, text);
}

bool isSaid(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.isLetter(); });
}

bool isCut(const QLabel *label)
{
    if (label->text().isEmpty() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return false;
    if (label->wordWrap())
        return label->heightForWidth(label->width()) > label->height() + 1;
    return label->sizeHint().width() > label->width() + 1;
}

bool isCut(const QComboBox *combo)
{
    QStyleOptionComboBox option;
    option.initFrom(combo);
    const QRect room = combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
    return combo->fontMetrics().horizontalAdvance(combo->currentText()) > room.width();
}

QStringList cutHeadings(const QTableView *table)
{
    QStringList cut;
    const QHeaderView *const header = table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        if (!header->isSectionHidden(column) && header->sectionSizeHint(column) > header->sectionSize(column) + 1)
            cut.append(table->model()->headerData(column, Qt::Horizontal).toString());
    }
    return cut;
}

} // namespace

QStringList forgottenTexts(const QWidget *root, const std::function<bool(const QString &)> &isData)
{
    QStringList forgotten;
    QList<const QWidget *> widgets = root->findChildren<const QWidget *>();
    widgets.prepend(root);
    for (const QWidget *const widget : std::as_const(widgets)) {
        if (!widget->isVisible() || !isOurs(widget))
            continue;
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts) {
            if (isSaid(text) && !text.contains(u'[') && !isData(text.trimmed()))
                forgotten.append(describe(widget, text));
        }
    }
    return forgotten;
}

QStringList clippedTexts(const QWidget *root)
{
    QStringList clipped;
    const auto widgets = root->findChildren<const QWidget *>();
    for (const QWidget *const widget : widgets) {
        if (!widget->isVisible() || !isOurs(widget))
            continue;
        if (const auto *const label = qobject_cast<const QLabel *>(widget); label && isCut(label))
            clipped.append(describe(widget, label->text()));
        const auto *const button = qobject_cast<const QAbstractButton *>(widget);
        if (button && !button->text().isEmpty() && button->sizeHint().width() > button->width() + 1)
            clipped.append(describe(widget, button->text()));
        if (const auto *const combo = qobject_cast<const QComboBox *>(widget); combo && isCut(combo))
            clipped.append(describe(widget, combo->currentText()));
        if (const auto *const table = qobject_cast<const QTableView *>(widget)) {
            const QStringList cut = cutHeadings(table);
            for (const QString &heading : cut)
                clipped.append(describe(widget, heading));
        }
        if (const auto *const area = qobject_cast<const QScrollArea *>(widget);
            area && area->horizontalScrollBar()->maximum() > 0)
            clipped.append(describe(widget, u"wider than there is room"_s));
    }
    return clipped;
}

} // namespace gatehouse::tests
