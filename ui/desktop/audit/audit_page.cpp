#include "desktop/audit/audit_page.h"

#include "desktop/audit/audit_detail.h"
#include "desktop/audit/audit_filter_bar.h"
#include "desktop/audit/record_check_bar.h"
#include "desktop/shell/local_time.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// Widths in characters.
constexpr std::pair<int, int> kWidths[]{{AuditModel::What, 26},
                                        {AuditModel::Outcome, 17},
                                        {AuditModel::Who, 24},
                                        {AuditModel::Target, 20},
                                        {AuditModel::Address, 18}};

Table *makeTable(AuditModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"audit"_s, Table::Rows::AsTheyCome);
    table->setAccessibleName(AuditPage::tr("Entries of the record"));
    QHeaderView *const header = table->horizontalHeader();
    header->setStretchLastSection(true);
    table->setWidths(kWidths);
    const QString time = dateTimeText(QDateTime(QDate(2000, 12, 30), QTime(20, 58, 58)));
    header->resizeSection(AuditModel::Time, table->fontMetrics().horizontalAdvance(time) + 2 * kGapLarge);
    return table;
}

} // namespace

AuditPage::AuditPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, client::UserDirectory &users,
                     TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Audit"), tr("Who did what, in a record that nobody can quietly change."), parent)
    , m_model(theme, session, stream, users)
    , m_filter(new AuditFilterBar(theme, users))
    , m_check(new RecordCheckBar(theme, session))
{
    body()->addWidget(m_filter);
    body()->addWidget(m_check);
    m_area = new StatefulArea(theme, makeContent(session, users, tables));
    body()->addWidget(m_area, 1);
    addActs();
    connect(m_filter, &AuditFilterBar::changed, this, [this] { m_model.setFilter(m_filter->filter()); });
    connect(&m_model, &AuditModel::countChanged, this, &AuditPage::showCount);
    connect(&m_model, &AuditModel::troubled, m_area, &StatefulArea::showTrouble);
    connect(m_area, &StatefulArea::retryRequested, this, [this] {
        if (m_model.count() == 0 && !m_filter->filter().isEmpty())
            m_filter->clear();
        else
            m_model.setFollowing(true);
    });
}

QWidget *AuditPage::makeContent(client::AdminSession &session, client::UserDirectory &users, TableMemory &tables)
{
    m_table = makeTable(m_model, tables);
    // The last column gets what is left, but never less than its heading.
    QHeaderView *const header = m_table->horizontalHeader();
    header->setMinimumSectionSize(header->sectionSizeHint(AuditModel::Sequence));
    auto *const list = new Card;
    list->setFlush();
    list->body()->setContentsMargins(0, 0, 0, 0);
    list->body()->addWidget(m_table);
    m_detail = new AuditDetail(theme(), session, users);
    m_detail->hide();
    auto *const content = new QWidget;
    auto *const layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addWidget(list, 1);
    layout->addWidget(m_detail);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showSelected);
    connect(m_table, &QTableView::activated, this, &AuditPage::showSelected);
    connect(m_detail, &AuditDetail::closed, this, [this] {
        setDetailShown(false);
        m_table->setFocus();
    });
    return content;
}

void AuditPage::addActs()
{
    QAction *const verify = addAct(tr("Check the whole record"), Icon::Proven, QKeySequence(Qt::CTRL | Qt::Key_R));
    QAction *const save = addAct(tr("Export the record…"), Icon::Save, QKeySequence(Qt::CTRL | Qt::Key_E));
    QAction *const find = addAct(tr("Search in the record"), Icon::Search, QKeySequence::Find);
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(verify, &QAction::triggered, m_check, &RecordCheckBar::check);
    connect(save, &QAction::triggered, this, &AuditPage::saveAs);
    connect(find, &QAction::triggered, m_filter, &AuditFilterBar::focusSearch);
    connect(refresh, &QAction::triggered, &m_model, &AuditModel::reload);
    QPushButton *const verifyButton = makeButton(theme(), tr("Check record"), ButtonKind::Ordinary, Icon::Proven);
    connect(verifyButton, &QPushButton::clicked, verify, &QAction::trigger);
    QPushButton *const saveButton = makeButton(theme(), tr("Export…"), ButtonKind::Ordinary, Icon::Save);
    connect(saveButton, &QPushButton::clicked, save, &QAction::trigger);
    addControl(verifyButton);
    addControl(saveButton);
}

void AuditPage::resume()
{
    m_model.setFollowing(true);
}

void AuditPage::pause()
{
    m_model.setFollowing(false);
}

void AuditPage::showCount()
{
    const auto count = int(m_model.count());
    if (m_filter->filter().isEmpty())
        setExplanation(tr("%Ln entries, in a record that nobody can quietly change.", nullptr, count));
    else if (m_model.isComplete())
        setExplanation(tr("%Ln entries found.", nullptr, count));
    else
        setExplanation(tr("%Ln entries found so far; scroll for more.", nullptr, count));
    if (m_model.count() > 0)
        m_area->showContent();
    else if (!m_model.isComplete())
        m_area->showLoading();
    else if (!m_filter->filter().isEmpty())
        m_area->showEmpty(Icon::Search, tr("Nothing found"), tr("No entry of the record is like this."), tr("Clear the filter"));
    else
        m_area->showEmpty(Icon::Audit, tr("Nothing has happened yet"), tr("The first sign-in will be the first entry."));
}

void AuditPage::showSelected()
{
    const client::AuditEntry *const entry = m_model.entryAt(m_table->currentRow());
    if (!entry)
        return;
    m_detail->showEntry(*entry);
    setDetailShown(true);
}

/// What the detail says need not stand in the table too, cut off.
void AuditPage::setDetailShown(bool shown)
{
    m_detail->setVisible(shown);
    for (const AuditModel::Column column : {AuditModel::Target, AuditModel::Address, AuditModel::Sequence})
        m_table->setMakesRoom(column, shown);
    m_table->resizeColumnToContents(AuditModel::Who);
}

void AuditPage::saveAs()
{
    auto *const dialog = new QFileDialog(this, tr("Export the record"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(u"audit.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, m_check, &RecordCheckBar::exportTo);
    dialog->open();
}

} // namespace gatehouse::desktop
