#include "desktop/sharing/asked_list.h"

#include "desktop/state/state_panel.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

using State = RequestModel::State;

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString stateText(State state)
{
    switch (state) {
    case State::Open: return AskedList::tr("Not answered");
    case State::Answered: return AskedList::tr("Answered");
    case State::Collected: return AskedList::tr("Collected");
    case State::Expired: return AskedList::tr("Expired");
    }
    return {};
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Open: return Tone::Accent;
    case State::Answered: return Tone::Good;
    case State::Collected: return Tone::Neutral;
    case State::Expired: return Tone::Warning;
    }
    return Tone::Neutral;
}

} // namespace

QString nameOf(const RequestModel::Asked &asked)
{
    return asked.note.isEmpty() ? AskedList::tr("A secret") : asked.note;
}

AskedList::AskedList(Theme &theme, RequestModel &model, QWidget *parent)
    : Card(tr("Asked for from here"), parent)
    , m_theme(theme)
    , m_model(model)
    , m_stack(new QStackedWidget)
    , m_rows(new QVBoxLayout)
{
    auto *const none = new StatePanel(theme);
    none->showEmpty(
        Icon::Receive, tr("Nothing yet"),
        tr("What you ask for appears here until you sign out. The key to an answer is only in this window; save it if "
           "you close the console before it comes."));
    auto *const rows = new QWidget;
    auto *const column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kGap);
    column->addLayout(m_rows);
    column->addStretch();
    m_stack->addWidget(none);
    m_stack->addWidget(makeScrollPane(rows));
    body()->addWidget(m_stack, 1);
    connect(&model, &RequestModel::changed, this, &AskedList::showAsked);
}

void AskedList::showAsked()
{
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const std::vector<RequestModel::Asked> all = m_model.asked();
    for (const RequestModel::Asked &asked : all)
        m_rows->addWidget(makeRow(asked));
    m_stack->setCurrentIndex(all.empty() ? 0 : 1);
}

QWidget *AskedList::makeRow(const RequestModel::Asked &asked)
{
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget((new Label(TextStyle::Body, nameOf(asked)))->wrapped());
    words->addWidget((new Label(TextStyle::Caption, tr("Asked %1, until %2.").arg(timeText(asked.at), timeText(asked.expires))))
                         ->muted()
                         ->wrapped());
    layout->addLayout(words, 1);
    auto *const badge = new Badge;
    badge->say(stateText(asked.state), toneOf(asked.state));
    layout->addWidget(badge, 0, Qt::AlignVCenter);
    addActs(layout, asked);
    row->setAccessibleName(u"%1: %2"_s.arg(nameOf(asked), stateText(asked.state)));
    return row;
}

void AskedList::addActs(QHBoxLayout *row, const RequestModel::Asked &asked)
{
    const bool isOpen = asked.state == State::Open || asked.state == State::Answered;
    if (!isOpen)
        return;
    QToolButton *const save = makeIconButton(m_theme, Icon::Save, tr("Save the key to “%1”").arg(nameOf(asked)));
    connect(save, &QToolButton::clicked, this, [this, id = asked.id] { Q_EMIT keyRequested(id); });
    row->addWidget(save);
    if (asked.state != State::Answered)
        return;
    QPushButton *const collect = makeButton(m_theme, tr("Collect"), ButtonKind::Primary);
    collect->setAccessibleName(tr("Collect “%1”").arg(nameOf(asked)));
    connect(collect, &QPushButton::clicked, this, [this, id = asked.id] { Q_EMIT collectRequested(id); });
    row->addWidget(collect);
}

} // namespace gatehouse::desktop
