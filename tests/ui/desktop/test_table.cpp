#include "desktop/tables/row_order.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace gatehouse::desktop;
using namespace Qt::StringLiterals;

/// What a person can do with every table.
class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en"_s)); } // that of a machine may know no order of texts
    void init();
    void cleanup();
    void rowsComeAsTheModelHasThem();
    void aHeadingOrdersRowsByTurns();
    void textsAreOrderedAsPeopleDo();
    void whatHasAValueIsOrderedByIt();
    void theMenuOrdersRowsToo();
    void theChosenRowStaysChosen();
    void aRowIsCopiedAsItShows();
    void aColumnIsHiddenAndComesBack();
    void theLastColumnStays();
    void makingRoomIsNotHiding();
    void theArrangementIsRemembered();
    void whatAPersonDidNotArrangeIsNotKept();
    void anArrangementOfOtherColumnsIsNone();
    void nonsenseIsNoArrangement();
    void rowsThatHaveTheirOrderKeepIt();

private:
    enum Column { Name, Size, Since };

    void open(Table::Rows rows = Table::Rows::Sortable);
    void addRow(const QString &name, int size, const QDateTime &since);
    [[nodiscard]] QStringList shown(int column = Name) const;
    void clickHeading(int column);
    [[nodiscard]] QMenu *menu(const QString &title) const;
    /// Opens a menu of the table and takes what is called that.
    void take(const QString &title, const QString &entry);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_kept;
    std::unique_ptr<TableMemory> m_memory;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<Table> m_table;
};

void TableTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_kept = std::make_unique<QSettings>(m_folder->filePath(u"kept.ini"_s), QSettings::IniFormat);
    m_memory = std::make_unique<TableMemory>(*m_kept);
    m_model = std::make_unique<QStandardItemModel>(0, 3);
    m_model->setHorizontalHeaderLabels({u"Name"_s, u"Size"_s, u"Since"_s});
    const QDateTime now(QDate(2026, 11, 9), QTime(12, 0));
    addRow(u"item 10"_s, 7, now.addDays(-30));
    addRow(u"Item 2"_s, 100, now);
    addRow(u"item 1"_s, 20, {});
    open();
}

void TableTest::cleanup()
{
    m_table.reset();
}

void TableTest::open(Table::Rows rows)
{
    m_table.reset();
    m_table = std::make_unique<Table>(*m_model, *m_memory, u"things"_s, rows);
    m_table->resize(600, 300);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TableTest::addRow(const QString &name, int size, const QDateTime &since)
{
    auto *const sized = new QStandardItem(u"%1 KiB"_s.arg(size));
    sized->setData(size, RowOrder::kSortRole);
    auto *const dated = new QStandardItem(since.toString(u"dd.MM.yyyy"_s));
    dated->setData(since.isValid() ? QVariant(since) : QVariant(), RowOrder::kSortRole);
    m_model->appendRow({new QStandardItem(name), sized, dated});
}

QStringList TableTest::shown(int column) const
{
    QStringList cells;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        cells.append(m_table->model()->index(row, column).data().toString());
    return cells;
}

void TableTest::clickHeading(int column)
{
    const QHeaderView *const header = m_table->horizontalHeader();
    const QPoint middle(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
}

QMenu *TableTest::menu(const QString &title) const
{
    for (const QAction *const action : m_table->actions()) {
        if (action->menu() && action->text() == title)
            return action->menu();
    }
    return nullptr;
}

void TableTest::take(const QString &title, const QString &entry)
{
    QMenu *const menu = this->menu(title);
    QVERIFY2(menu, qPrintable(title));
    menu->popup(QPoint());
    for (QAction *const action : menu->actions()) {
        if (action->text() == entry) {
            action->trigger();
            menu->close();
            return;
        }
    }
    QFAIL(qPrintable(entry + u" is not offered"_s));
}

void TableTest::rowsComeAsTheModelHasThem()
{
    QCOMPARE(shown(), (QStringList{u"item 10"_s, u"Item 2"_s, u"item 1"_s}));
}

void TableTest::aHeadingOrdersRowsByTurns()
{
    clickHeading(Name);
    QCOMPARE(shown(), (QStringList{u"item 1"_s, u"Item 2"_s, u"item 10"_s}));
    clickHeading(Name);
    QCOMPARE(shown(), (QStringList{u"item 10"_s, u"Item 2"_s, u"item 1"_s}));
    clickHeading(Name);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), -1);
    rowsComeAsTheModelHasThem();
}

void TableTest::textsAreOrderedAsPeopleDo()
{
    addRow(u"Éclair"_s, 1, {});
    addRow(u"zebra"_s, 1, {});
    clickHeading(Name);
    QCOMPARE(shown().front(), u"Éclair"_s);
    QCOMPARE(shown().back(), u"zebra"_s);
}

void TableTest::whatHasAValueIsOrderedByIt()
{
    clickHeading(Size);
    QCOMPARE(shown(Size), (QStringList{u"7 KiB"_s, u"20 KiB"_s, u"100 KiB"_s}));
    clickHeading(Since);
    QCOMPARE(shown(Since), (QStringList{QString(), u"10.10.2026"_s, u"09.11.2026"_s})); // what has no time comes first
}

void TableTest::theMenuOrdersRowsToo()
{
    take(u"Order by"_s, u"Size"_s);
    QCOMPARE(shown(Size), (QStringList{u"7 KiB"_s, u"20 KiB"_s, u"100 KiB"_s}));
    take(u"Order by"_s, u"Size"_s);
    QCOMPARE(shown(Size), (QStringList{u"100 KiB"_s, u"20 KiB"_s, u"7 KiB"_s}));
    take(u"Order by"_s, u"As they come"_s);
    rowsComeAsTheModelHasThem();
}

void TableTest::theChosenRowStaysChosen()
{
    m_table->setCurrentRow(1);
    QCOMPARE(m_table->currentRow(), 1);
    clickHeading(Size);
    QCOMPARE(m_table->currentRow(), 1); // of the model
    QCOMPARE(m_table->currentIndex().row(), 2);
    m_table->setCurrentRow(0);
    QCOMPARE(m_table->currentIndex().row(), 0);
    m_model->removeRows(0, 3);
    QCOMPARE(m_table->currentRow(), -1);
}

void TableTest::aRowIsCopiedAsItShows()
{
    take(u"Columns"_s, u"Since"_s);
    m_table->horizontalHeader()->moveSection(1, 0);
    m_table->setCurrentRow(1);
    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"100 KiB\tItem 2"_s);
}

void TableTest::aColumnIsHiddenAndComesBack()
{
    take(u"Columns"_s, u"Size"_s);
    QVERIFY(m_table->isColumnHidden(Size));
    take(u"Columns"_s, u"Size"_s);
    QVERIFY(!m_table->isColumnHidden(Size));
}

void TableTest::theLastColumnStays()
{
    take(u"Columns"_s, u"Size"_s);
    take(u"Columns"_s, u"Since"_s);
    take(u"Columns"_s, u"Name"_s); // is not to be had
    QVERIFY(!m_table->isColumnHidden(Name));
}

void TableTest::makingRoomIsNotHiding()
{
    take(u"Columns"_s, u"Size"_s);
    for (const Column column : {Size, Since})
        m_table->setMakesRoom(column, true);
    QVERIFY(m_table->isColumnHidden(Size) && m_table->isColumnHidden(Since));
    for (const Column column : {Size, Since})
        m_table->setMakesRoom(column, false);
    QVERIFY(m_table->isColumnHidden(Size));
    QVERIFY(!m_table->isColumnHidden(Since));
}

void TableTest::theArrangementIsRemembered()
{
    take(u"Columns"_s, u"Since"_s);
    m_table->horizontalHeader()->moveSection(1, 0);
    take(u"Order by"_s, u"Size"_s);
    take(u"Order by"_s, u"Size"_s);
    QHeaderView *const header = m_table->horizontalHeader();
    const QPoint edge(header->sectionViewportPosition(Name) + header->sectionSize(Name) - 1, header->height() / 2);
    QTest::mouseMove(header->viewport(), edge);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    const int width = header->sectionSize(Name);
    open();
    QVERIFY(m_table->isColumnHidden(Since));
    QCOMPARE(m_table->horizontalHeader()->visualIndex(Size), 0);
    QCOMPARE(m_table->horizontalHeader()->sectionSize(Name), width);
    QCOMPARE(shown(Size), (QStringList{u"100 KiB"_s, u"20 KiB"_s, u"7 KiB"_s}));
}

void TableTest::whatAPersonDidNotArrangeIsNotKept()
{
    m_table->horizontalHeader()->resizeSection(Name, 333); // as layouts do
    m_table->setMakesRoom(Size, true);
    open();
    QVERIFY(!m_table->isColumnHidden(Size));
    QVERIFY(m_table->horizontalHeader()->sectionSize(Name) != 333);
    QVERIFY2(m_kept->allKeys().isEmpty(), qPrintable(m_kept->allKeys().join(u' ')));
}

void TableTest::anArrangementOfOtherColumnsIsNone()
{
    take(u"Columns"_s, u"Since"_s);
    m_model->setColumnCount(4);
    open();
    QVERIFY(!m_table->isColumnHidden(Since));
}

void TableTest::nonsenseIsNoArrangement()
{
    m_kept->setValue(u"tables/things/columns"_s, 3);
    m_kept->setValue(u"tables/things/hidden"_s, u"0 1 2"_s); // then nothing would be left
    m_kept->setValue(u"tables/things/order"_s, u"2 2 -1 9 x"_s);
    m_kept->setValue(u"tables/things/widths"_s, u"0:-5 1:x 7:100 : 2"_s);
    m_kept->setValue(u"tables/things/sorted"_s, u"99"_s);
    QCOMPARE(m_memory->arrangement(u"things"_s, 3), TableArrangement());
}

void TableTest::rowsThatHaveTheirOrderKeepIt()
{
    open(Table::Rows::AsTheyCome);
    clickHeading(Name);
    rowsComeAsTheModelHasThem();
    QVERIFY(!menu(u"Order by"_s));
    QVERIFY(menu(u"Columns"_s));
    m_table->setCurrentRow(2);
    QCOMPARE(m_table->currentRow(), 2);
}

QTEST_MAIN(TableTest)
#include "test_table.moc"
