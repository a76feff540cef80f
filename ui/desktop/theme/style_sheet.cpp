#include "desktop/theme/style_sheet.h"

#include "desktop/theme/contrast.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr char kSurfaces[] = R"(
QToolTip { color: @canvas; background: @text; border: none; padding: 4px 8px; }
*[surface="canvas"] { background: @canvas; }
*[surface="sunken"] { background: @sunken; }
*[surface="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
*[surface="notice"] { background: @warningSoft; border: none; border-radius: 6px; }
*[surface="notice"][tone="good"] { background: @goodSoft; }
*[surface="notice"][tone="danger"] { background: @dangerSoft; }
*[surface="notice"][tone="accent"], *[surface="notice"][tone="neutral"] { background: @accentSoft; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QLabel { color: @text; background: transparent; }
QGraphicsView { background: transparent; border: none; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="accent"] { color: @accentText; }
QLabel:disabled { color: @disabled; }
QLabel[badge] { border-radius: 6px; padding: 2px 8px; }
QLabel[badge="neutral"] { color: @muted; background: @sunken; }
QLabel[badge="good"] { color: @good; background: @goodSoft; }
QLabel[badge="warning"] { color: @warning; background: @warningSoft; }
QLabel[badge="danger"] { color: @danger; background: @dangerSoft; }
QLabel[badge="accent"] { color: @accentText; background: @accentSoft; }
)";

constexpr char kButtons[] = R"(
QPushButton, QToolButton { color: @text; background: @surface; border: 1px solid @fieldBorder; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @border; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; border-color: @border; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accentText; padding: 5px 11px; outline: none; }
QPushButton[kind="primary"] { color: @onAccent; background: @accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { color: @disabled; background: @hover; border-color: @hover; }
QPushButton[kind="danger"] { color: @danger; border-color: @danger; }
QPushButton[kind="danger"]:disabled { color: @disabled; border-color: @border; }
QPushButton[kind="danger"]:hover { background: @dangerSoft; }
QPushButton[kind="plain"], QToolButton[kind="plain"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="plain"]:hover, QToolButton[kind="plain"]:hover { background: @hover; }
QPushButton[kind="plain"]:focus, QToolButton[kind="plain"]:focus { border: 2px solid @accentText; padding: 5px 11px; }
QToolButton:checked { background: @accentSoft; color: @accentText; border-color: @accentText; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[opens="menu"] { padding-right: 30px; }
QPushButton::menu-indicator { image: url(:/gatehouse/icons/@arrow); width: 14px; height: 14px; subcontrol-origin: padding;
  subcontrol-position: center right; right: 8px; }
QRadioButton { color: @text; spacing: 8px; background: transparent; }
QRadioButton::indicator { width: 14px; height: 14px; border-radius: 8px; border: 1px solid @fieldBorder; background: @surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }
QRadioButton:focus { color: @accentText; }
QCheckBox { color: @text; spacing: 8px; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border-radius: 4px; border: 1px solid @fieldBorder; background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/gatehouse/icons/@check); }
QCheckBox::indicator:disabled { background: @canvas; border-color: @border; }
QCheckBox:disabled { color: @disabled; }
QCheckBox:focus { color: @accentText; }
)";

constexpr char kFields[] = R"(
QLineEdit, QComboBox, QDateTimeEdit, QSpinBox, QPlainTextEdit { color: @text; background: @surface; border: 1px solid @fieldBorder;
  border-radius: 6px; padding: 6px 8px; selection-background-color: @selection; selection-color: @onSelection; }
QLineEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QSpinBox:focus, QPlainTextEdit:focus { border: 2px solid @accentText; padding: 5px 7px; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"] { border: 2px solid @danger; padding: 5px 7px; }
QLineEdit:disabled, QComboBox:disabled { color: @disabled; background: @canvas; border-color: @border; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/gatehouse/icons/@arrow); width: 14px; height: 14px; }
QComboBox QAbstractItemView { color: @text; background: @surface; border: 1px solid @fieldBorder; outline: none;
  selection-background-color: @selection; selection-color: @onSelection; }
QMenu { color: @text; background: @surface; border: 1px solid @fieldBorder; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @onSelection; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
)";

constexpr char kTables[] = R"(
QTableView, QListView, QTreeView { color: @text; background: transparent; border: none; outline: none; gridline-color: @border;
  selection-background-color: @selection; selection-color: @onSelection; }
QTableView::item { padding: 0 12px; border: none; border-bottom: 1px solid @border; }
QTableView::item:selected { background: @selection; color: @onSelection; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { color: @muted; background: transparent; border: none; border-bottom: 1px solid @fieldBorder; padding: 8px 15px; }
QTableCornerButton::section { background: @surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scrollHandle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QProgressBar { background: @hover; border: none; border-radius: 3px; max-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

QMap<QString, QString> namesOf(const Colours &colours)
{
    return {
        {u"canvas"_s, colours.canvas.name()},
        {u"surface"_s, colours.surface.name()},
        {u"sunken"_s, colours.sunken.name()},
        {u"hover"_s, colours.hover.name()},
        {u"border"_s, colours.border.name()},
        {u"fieldBorder"_s, colours.fieldBorder.name()},
        {u"text"_s, colours.text.name()},
        {u"muted"_s, colours.muted.name()},
        {u"disabled"_s, mixed(colours.surface, colours.text, 0.45).name()},
        {u"accent"_s, colours.accent.name()},
        {u"accentHover"_s, mixed(colours.accent, colours.onAccent, 0.12).name()},
        {u"onAccent"_s, colours.onAccent.name()},
        {u"accentText"_s, colours.accentText.name()},
        {u"accentSoft"_s, colours.soft(Tone::Accent).name()},
        {u"good"_s, colours.good.name()},
        {u"goodSoft"_s, colours.soft(Tone::Good).name()},
        {u"warning"_s, colours.warning.name()},
        {u"warningSoft"_s, colours.soft(Tone::Warning).name()},
        {u"danger"_s, colours.danger.name()},
        {u"dangerSoft"_s, colours.soft(Tone::Danger).name()},
        {u"selection"_s, colours.selection.name()},
        {u"onSelection"_s, colours.onSelection.name()},
        {u"scrollHandle"_s, mixed(colours.surface, colours.text, 0.28).name()},
        {u"check"_s, colours.onAccent.lightnessF() > 0.5F ? u"check-light.svg"_s : u"check-dark.svg"_s},
        {u"arrow"_s, colours.dark ? u"arrow-dark.svg"_s : u"arrow-light.svg"_s},
    };
}

} // namespace

QString styleSheet(const Colours &colours)
{
    QString sheet = QLatin1String(kSurfaces) + QLatin1String(kButtons) + QLatin1String(kFields) + QLatin1String(kTables);
    const QMap<QString, QString> names = namesOf(colours);
    QStringList longestFirst = names.keys();
    std::ranges::sort(longestFirst, std::ranges::greater(), &QString::size);
    for (const QString &name : std::as_const(longestFirst))
        sheet.replace(u'@' + name, names.value(name));
    return sheet;
}

} // namespace gatehouse::desktop
