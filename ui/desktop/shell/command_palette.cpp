#include "desktop/shell/command_palette.h"

#include "desktop/theme/spacing.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 520;
constexpr int kHeight = 380;
constexpr int kAtWordStart = 4;
constexpr int kTogether = 6;

QString nameOf(const QAction *action)
{
    QString name = action->text();
    return name.remove(u'&');
}

} // namespace

int CommandPalette::score(const QString &name, const QString &typed)
{
    int total = 0;
    qsizetype from = 0;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const qsizetype found = name.indexOf(letter, from, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        const bool atWordStart = found == 0 || !name.at(found - 1).isLetterOrNumber();
        total += 1 + (atWordStart ? kAtWordStart : 0) + (found == from && found > 0 ? kTogether : 0);
        from = found + 1;
    }
    return total;
}

CommandPalette::CommandPalette(Theme &theme, QList<QAction *> actions, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_actions(std::move(actions))
    , m_input(new QLineEdit)
    , m_list(new QListWidget)
{
    theme.adopt(this);
    setObjectName(u"palette"_s);
    setWindowTitle(tr("Find a page or an action"));
    setStyleSheet(u"#palette { background: %1; border: 1px solid %2; }"_s.arg(theme.colours().surface.name(),
                                                                              theme.colours().fieldBorder.name()));
    setFixedSize(kWidth, kHeight);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGap, kGap, kGap);
    layout->setSpacing(kGapSmall);
    layout->addWidget(m_input);
    layout->addWidget(m_list, 1);
    m_input->setPlaceholderText(windowTitle());
    m_input->setAccessibleName(windowTitle());
    m_input->installEventFilter(this);
    m_list->setAccessibleName(tr("Pages and actions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({kIconSmall, kIconSmall});
    m_list->setSpacing(2);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    fill({});
}

void CommandPalette::fill(const QString &typed)
{
    std::vector<std::pair<int, QAction *>> fitting;
    for (QAction *action : std::as_const(m_actions)) {
        const int fit = action->isEnabled() ? score(nameOf(action), typed) : -1;
        if (fit >= 0)
            fitting.emplace_back(fit, action);
    }
    std::ranges::stable_sort(fitting, std::ranges::greater(), &std::pair<int, QAction *>::first);
    m_list->clear();
    for (const auto &[fit, action] : fitting) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *const item =
            new QListWidgetItem(action->icon(), keys.isEmpty() ? nameOf(action) : nameOf(action) + u"    "_s + keys);
        item->setData(Qt::UserRole, QVariant::fromValue(action));
        item->setData(Qt::AccessibleTextRole, nameOf(action));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *const item = m_list->currentItem();
    if (!item)
        return;
    auto *const action = item->data(Qt::UserRole).value<QAction *>();
    accept();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace gatehouse::desktop
