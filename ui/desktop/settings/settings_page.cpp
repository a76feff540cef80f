#include "desktop/settings/settings_page.h"

#include "desktop/settings/preferences_panel.h"
#include "desktop/settings/review_dialog.h"
#include "desktop/settings/setting_editor.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/card.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

const QString kConsolePlace = u"console"_s;
constexpr int kWidest = 44; ///< characters of a column; a longer text is cut, and whole in the editor

Table *makeTable(SettingModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"settings"_s, Table::Rows::Sortable);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setAccessibleName(SettingsPage::tr("Settings of the server"));
    QHeaderView *const header = table->horizontalHeader();
    header->setMaximumSectionSize(kWidest * table->fontMetrics().averageCharWidth());
    header->setSectionResizeMode(SettingModel::Key, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SettingModel::Value, QHeaderView::Stretch);
    header->setSectionResizeMode(SettingModel::Origin, QHeaderView::ResizeToContents);
    return table;
}

} // namespace

SettingsPage::SettingsPage(Theme &theme, ServerProfile profile, client::AdminSession &session, Preferences &preferences,
                           TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Settings"), tr("What the server goes by, and where each value comes from."), parent)
    , m_profile(std::move(profile))
    , m_session(session)
    , m_model(theme, session)
    , m_sides(new QStackedWidget)
    , m_notice(new NoticeBar(theme))
{
    m_sides->addWidget(makeServerSide(tables));
    m_sides->addWidget(makeScrollPane(new PreferencesPanel(theme, preferences), Qt::NoFocus));
    body()->addWidget(m_sides, 1);
    addSides();
    addActs();
    connect(m_area, &StatefulArea::retryRequested, this, [this] {
        m_search->clear();
        m_section->setCurrentIndex(0);
        m_which->setCurrentIndex(0);
        m_model.refresh();
    });
    connect(&m_model, &SettingModel::loaded, this, &SettingsPage::showLoaded);
    connect(&m_model, &SettingModel::troubled, m_area, &StatefulArea::showTrouble);
    connect(&m_model, &SettingModel::wantedChanged, this, &SettingsPage::showWanted);
    showWanted();
}

QWidget *SettingsPage::makeServerSide(TableMemory &tables)
{
    auto *const side = new QWidget;
    auto *const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addWidget(m_notice);
    layout->addWidget(makeFilter());
    m_area = new StatefulArea(theme(), makeContent(tables));
    layout->addWidget(m_area, 1);
    return side;
}

QWidget *SettingsPage::makeFilter()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search in the settings"));
    m_search->setAccessibleName(tr("Search in the settings"));
    m_search->setClearButtonEnabled(true);
    m_section = new QComboBox;
    m_section->addItem(tr("Every section"), QString());
    m_section->setAccessibleName(tr("Section"));
    m_section->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_which = new QComboBox;
    using Which = SettingModel::Which;
    m_which->addItem(tr("All settings"), int(Which::All));
    m_which->addItem(tr("Not the default"), int(Which::NotDefault));
    m_which->addItem(tr("Changeable while running"), int(Which::Editable));
    m_which->addItem(tr("Not applied yet"), int(Which::Wanted));
    m_which->setAccessibleName(tr("Which settings"));
    auto *const bar = new QWidget;
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapSmall);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_section);
    layout->addWidget(m_which);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::setFilter);
    connect(m_section, &QComboBox::currentIndexChanged, this, &SettingsPage::setFilter);
    connect(m_which, &QComboBox::currentIndexChanged, this, &SettingsPage::setFilter);
    return bar;
}

QWidget *SettingsPage::makeContent(TableMemory &tables)
{
    m_table = makeTable(m_model, tables);
    auto *const list = new Card;
    list->body()->setContentsMargins(0, 0, 0, 0);
    list->body()->setSpacing(0);
    list->body()->addWidget(m_table, 1);
    list->body()->addWidget(makeWantedBar());
    m_editor = new SettingEditor(theme(), m_session.isAdmin());
    m_editor->hide();
    auto *const content = new QWidget;
    auto *const layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addWidget(list, 1);
    layout->addWidget(m_editor);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SettingsPage::showSelected);
    connect(m_table, &QTableView::clicked, this, &SettingsPage::showSelected);
    connect(m_editor, &SettingEditor::entered, &m_model, &SettingModel::want);
    connect(m_editor, &SettingEditor::configuredWanted, &m_model, &SettingModel::wantConfigured);
    connect(m_editor, &SettingEditor::closed, this, [this] {
        m_editor->hide();
        m_table->setFocus();
    });
    return content;
}

QWidget *SettingsPage::makeWantedBar()
{
    auto *const bar = new QFrame;
    bar->setProperty("surface", u"notice"_s);
    bar->setProperty("tone", u"accent"_s);
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kGapLarge, kGapSmall, kGapSmall, kGapSmall);
    layout->setSpacing(kGapSmall);
    m_wanted = new Label(TextStyle::Body);
    layout->addWidget(m_wanted, 1);
    QPushButton *const discard = makeButton(theme(), tr("Discard"), ButtonKind::Plain);
    connect(discard, &QPushButton::clicked, this, [this] { m_discard->trigger(); });
    QPushButton *const review = makeButton(theme(), tr("Review…"), ButtonKind::Primary);
    connect(review, &QPushButton::clicked, this, [this] { m_review->trigger(); });
    layout->addWidget(discard);
    layout->addWidget(review);
    m_wantedBar = bar;
    return bar;
}

void SettingsPage::addSides()
{
    auto *const sides = new QButtonGroup(this);
    for (const QString &name : {tr("Server"), tr("This console")}) {
        auto *const button = new QToolButton;
        button->setText(name);
        button->setCheckable(true);
        button->setChecked(sides->buttons().isEmpty());
        sides->addButton(button, int(sides->buttons().size()));
        addControl(button);
    }
    connect(sides, &QButtonGroup::idClicked, m_sides, &QStackedWidget::setCurrentIndex);
    m_consoleSide = sides->button(1);
    QAction *const server = addAct(tr("Settings of the server"), Icon::Settings, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    QAction *const console =
        addAct(tr("Settings of this console"), Icon::Settings, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(server, &QAction::triggered, sides->button(0), &QAbstractButton::click);
    connect(console, &QAction::triggered, sides->button(1), &QAbstractButton::click);
}

QString SettingsPage::place() const
{
    return m_consoleSide->isChecked() ? kConsolePlace : QString();
}

void SettingsPage::setPlace(const QString &place)
{
    if (place == kConsolePlace)
        m_consoleSide->click();
}

void SettingsPage::addActs()
{
    m_review = addAct(tr("Review and apply changed settings…"), Icon::Done, QKeySequence::Save);
    m_discard = addAct(tr("Discard changed settings"), Icon::Undo, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QAction *const find = addAct(tr("Search in the settings"), Icon::Search, QKeySequence::Find);
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(m_review, &QAction::triggered, this, [this] { review(m_model.wanted()); });
    connect(m_discard, &QAction::triggered, this, [this] {
        m_model.forgetAll();
        showSelected();
    });
    connect(find, &QAction::triggered, m_search, qOverload<>(&QWidget::setFocus));
    connect(refresh, &QAction::triggered, &m_model, &SettingModel::refresh);
}

void SettingsPage::setFilter()
{
    m_model.setFilter(SettingModel::Which(m_which->currentData().toInt()), m_section->currentData().toString(),
                      m_search->text().trimmed());
    showLoaded();
}

void SettingsPage::showLoaded()
{
    if (m_section->count() == 1) {
        const QStringList sections = m_model.sections();
        for (const QString &section : sections)
            m_section->addItem(section, section);
    }
    if (m_model.rowCount() > 0)
        m_area->showContent();
    else if (!m_model.sections().isEmpty())
        m_area->showEmpty(Icon::Search, tr("Nothing found"), tr("No setting is like this."), tr("Clear the filter"));
    // Not beneath the hands of somebody who is writing.
    if (m_editor->isVisible() && !m_editor->isAncestorOf(QApplication::focusWidget()))
        showSelected();
}

void SettingsPage::showSelected()
{
    const client::Setting *const setting = m_model.settingAt(m_table->currentRow());
    if (!setting)
        return;
    const auto wanted = m_model.wanted().constFind(setting->key);
    m_editor->showSetting(*setting, wanted == m_model.wanted().cend() ? std::nullopt : wanted.value());
    m_editor->show();
}

void SettingsPage::showWanted()
{
    const int count = int(m_model.wanted().size());
    m_wanted->setText(tr("Changed, but not applied yet: %1").arg(QLocale().toString(count)));
    m_wantedBar->setVisible(count > 0);
    m_review->setEnabled(count > 0);
    m_discard->setEnabled(count > 0);
}

void SettingsPage::review(const SettingModel::Wanted &wanted)
{
    const bool isProduction = m_profile.stage == ServerProfile::Stage::Production;
    auto *const dialog = new ReviewDialog(theme(), m_model, wanted, isProduction ? m_profile.name : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReviewDialog::applied, this, &SettingsPage::tellApplied);
    dialog->open();
}

void SettingsPage::tellApplied(int changes)
{
    m_notice->say(Tone::Good, tr("Changed, and in force: %1.").arg(QLocale().toString(changes)), tr("Undo…"),
                  [this] { review(m_model.undo()); });
}

} // namespace gatehouse::desktop
