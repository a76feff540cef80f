#include "desktop/logs/logs_page.h"

#include "desktop/logs/log_detail.h"
#include "desktop/logs/log_filter_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/card.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QSaveFile>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// Room for the longest that usually stands there.
constexpr std::pair<LogModel::Column, QLatin1String> kWidths[]{
    {LogModel::Time, "00:00:00.000"_L1}, {LogModel::Level, "Warning"_L1}, {LogModel::Category, "telemetry"_L1}};

Table *makeTable(LogModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"logs"_s, Table::Rows::AsTheyCome);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setAccessibleName(LogsPage::tr("Lines of the log"));
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + kGapSmall);
    QHeaderView *const header = table->horizontalHeader();
    header->setStretchLastSection(true);
    for (const auto &[column, text] : kWidths)
        header->resizeSection(column, table->fontMetrics().horizontalAdvance(text) + 2 * kGapLarge);
    return table;
}

} // namespace

LogsPage::LogsPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Logs"), tr("What the server writes down, as it does; secrets are masked."), parent)
    , m_stream(stream)
    , m_model(theme, stream)
    , m_filter(new LogFilterBar(theme))
{
    body()->addWidget(m_filter);
    m_area = new StatefulArea(theme, makeContent(tables));
    body()->addWidget(m_area, 1);
    addActs();
    connect(m_filter, &LogFilterBar::changed, this, [this] { m_model.setFilter(m_filter->filter()); });
    connect(&m_model, &LogModel::categorySeen, m_filter, &LogFilterBar::offerCategory);
    connect(&m_model, &LogModel::changed, this, &LogsPage::showState);
    connect(&stream, &client::LiveStream::liveChanged, this, &LogsPage::showState);
    connect(&session.link(), &client::LinkWatch::lost, m_area, &StatefulArea::showTrouble);
    connect(m_area, &StatefulArea::retryRequested, this, [this, &session] {
        m_filter->clear();
        session.link().probe();
    });
    showState();
}

QWidget *LogsPage::makeContent(TableMemory &tables)
{
    m_table = makeTable(m_model, tables);
    auto *const list = new Card;
    list->setFlush();
    list->body()->setContentsMargins(0, 0, 0, 0);
    list->body()->setSpacing(0);
    list->body()->addWidget(m_table, 1);
    list->body()->addWidget(makeWaitingBar());
    m_detail = new LogDetail(theme());
    m_detail->hide();
    auto *const content = new QWidget;
    auto *const layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addWidget(list, 1);
    layout->addWidget(m_detail);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogsPage::showSelected);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &LogsPage::followScrolling);
    connect(m_detail, &LogDetail::searchRequested, this, [this](const QString &text) {
        m_filter->clear();
        m_filter->search(text);
    });
    connect(m_detail, &LogDetail::closed, this, [this] {
        setDetailShown(false);
        m_table->setFocus();
    });
    return content;
}

QWidget *LogsPage::makeWaitingBar()
{
    auto *const bar = new QFrame;
    bar->setProperty("surface", u"notice"_s);
    bar->setProperty("tone", u"accent"_s);
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kGapLarge, kGapTiny, kGapTiny, kGapTiny);
    m_waiting = new Label(TextStyle::Body);
    layout->addWidget(m_waiting, 1);
    QPushButton *const follow = makeButton(theme(), tr("Follow"), ButtonKind::Plain, Icon::Follow);
    connect(follow, &QPushButton::clicked, this, [this] { setFollowing(true); });
    layout->addWidget(follow);
    bar->hide();
    m_waitingBar = bar;
    return bar;
}

void LogsPage::addActs()
{
    m_pause = addAct(tr("Pause or follow the log"), Icon::Pause, QKeySequence(Qt::CTRL | Qt::Key_P));
    QAction *const find = addAct(tr("Search in the log"), Icon::Search, QKeySequence::Find);
    QAction *const clear = addAct(tr("Clear what is shown"), Icon::Delete, QKeySequence(Qt::CTRL | Qt::Key_L));
    QAction *const save = addAct(tr("Save what is shown…"), Icon::Save, QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(m_pause, &QAction::triggered, this, [this] { setFollowing(m_model.isPaused()); });
    connect(find, &QAction::triggered, m_filter, &LogFilterBar::focusSearch);
    connect(clear, &QAction::triggered, &m_model, &LogModel::clear);
    connect(save, &QAction::triggered, this, &LogsPage::saveAs);
    QPushButton *const pause = makeButton(theme(), tr("Pause"), ButtonKind::Ordinary, Icon::Pause);
    connect(pause, &QPushButton::clicked, m_pause, &QAction::trigger);
    const auto showPaused = [this, pause] {
        pause->setText(u' ' + (m_model.isPaused() ? tr("Follow") : tr("Pause")));
        pause->setAccessibleName(m_model.isPaused() ? tr("Follow the log") : tr("Pause the log"));
        pause->setIcon(theme().icon(m_model.isPaused() ? Icon::Follow : Icon::Pause));
    };
    connect(&m_model, &LogModel::changed, pause, showPaused);
    theme().follow(pause, showPaused);
    QPushButton *const clearButton = makeButton(theme(), tr("Clear"));
    connect(clearButton, &QPushButton::clicked, clear, &QAction::trigger);
    QPushButton *const saveButton = makeButton(theme(), tr("Save…"), ButtonKind::Ordinary, Icon::Save);
    connect(saveButton, &QPushButton::clicked, save, &QAction::trigger);
    for (QPushButton *const button : {pause, clearButton, saveButton})
        addControl(button);
}

void LogsPage::showState()
{
    m_waitingBar->setVisible(m_model.isPaused());
    m_waiting->setText(m_model.waiting() == 0
                           ? tr("Paused.")
                           : tr("Paused. New lines that wait: %1").arg(QLocale().toString(quint64(m_model.waiting()))));
    if (!m_model.isPaused() && m_model.rowCount() > 0) {
        m_scrollingToEnd = true;
        m_table->scrollToBottom();
        m_scrollingToEnd = false;
    }
    if (m_model.rowCount() > 0)
        m_area->showContent();
    else if (m_model.kept() > 0)
        m_area->showEmpty(Icon::Search, tr("Nothing found"), tr("No line of the log is like this."), tr("Clear the filter"));
    else if (m_stream.isLive())
        m_area->showEmpty(Icon::Logs, tr("Nothing has been written yet"),
                          tr("Lines appear here as the server writes them, from the moment this page was opened."));
    else
        m_area->showLoading();
}

void LogsPage::showSelected()
{
    const client::LogLine *const line = m_model.lineAt(m_table->currentRow());
    if (!line)
        return;
    m_detail->showLine(*line);
    setDetailShown(true);
}

/// What the detail says need not stand in the table too: the message has the room.
void LogsPage::setDetailShown(bool shown)
{
    m_detail->setVisible(shown);
    m_table->setMakesRoom(LogModel::Level, shown);
    m_table->setMakesRoom(LogModel::Category, shown);
}

/// Who leaves the end wants to read; who comes back to it wants to follow.
void LogsPage::followScrolling()
{
    if (m_scrollingToEnd || !m_table->isVisible())
        return;
    const QScrollBar *const bar = m_table->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    if (isAtEnd == m_model.isPaused())
        m_model.setPaused(!isAtEnd);
}

void LogsPage::setFollowing(bool following)
{
    m_model.setPaused(!following);
}

void LogsPage::saveAs()
{
    auto *const dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(u"gatehouse.log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogsPage::save);
    dialog->open();
}

void LogsPage::save(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = m_model.toText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        setExplanation(tr("%1 could not be written: %2").arg(path, file.errorString()));
    else
        setExplanation(tr("Saved to %1.").arg(path));
}

} // namespace gatehouse::desktop
