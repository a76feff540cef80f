#include "desktop/sharing/sent_list.h"

#include "desktop/state/state_panel.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString timeText(const QString &rfc3339)
{
    return timeText(QDateTime::fromString(rfc3339, Qt::ISODateWithMs));
}

struct State {
    QString name;
    Tone tone;
};

State stateOf(const ShareModel::Sent &sent)
{
    if (sent.receiptToken.isEmpty())
        return {SentList::tr("Sent"), Tone::Neutral};
    const QString state = sent.receipt ? sent.receipt->state : u"waiting"_s;
    if (state == "waiting"_L1)
        return {SentList::tr("Not opened"), Tone::Accent};
    if (state == "taken"_L1)
        return {SentList::tr("Opened"), Tone::Good};
    if (state == "expired"_L1)
        return {SentList::tr("Expired"), Tone::Warning};
    if (state == "burned"_L1)
        return {SentList::tr("Destroyed by you"), Tone::Neutral};
    return {SentList::tr("Locked or destroyed"), Tone::Danger};
}

QString storyOf(const ShareModel::Sent &sent)
{
    if (sent.receipt && sent.receipt->state == "taken"_L1)
        return SentList::tr("Opened %1 from %2.").arg(timeText(sent.receipt->taken), sent.receipt->takenFrom);
    QString story = SentList::tr("Sent %1, until %2.").arg(timeText(sent.at), timeText(sent.expires));
    if (sent.receipt && sent.receipt->failedAttempts > 0)
        story += u' ' + SentList::tr("Failed attempts: %1.").arg(sent.receipt->failedAttempts);
    return story;
}

} // namespace

SentList::SentList(Theme &theme, ShareModel &model, QWidget *parent)
    : Card(tr("Sent from here"), parent)
    , m_theme(theme)
    , m_model(model)
    , m_stack(new QStackedWidget)
    , m_rows(new QVBoxLayout)
{
    auto *const none = new StatePanel(theme);
    none->showEmpty(Icon::Share, tr("Nothing yet"),
                    tr("What you send appears here, with who opened it and when, until you sign out."));
    auto *const rows = new QWidget;
    auto *const column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kGap);
    column->addLayout(m_rows);
    column->addStretch();
    m_stack->addWidget(none);
    m_stack->addWidget(makeScrollPane(rows));
    body()->addWidget(m_stack, 1);
    connect(&model, &ShareModel::changed, this, &SentList::showSent);
}

void SentList::showSent()
{
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_model.sent().size(); ++i)
        m_rows->addWidget(makeRow(m_model.sent()[i], i));
    m_stack->setCurrentIndex(m_model.sent().empty() ? 0 : 1);
}

QWidget *SentList::makeRow(const ShareModel::Sent &sent, std::size_t index)
{
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(TextStyle::Body, sent.what));
    words->addWidget((new Label(TextStyle::Caption, storyOf(sent)))->muted()->wrapped());
    layout->addLayout(words, 1);
    const State state = stateOf(sent);
    auto *const badge = new Badge;
    badge->say(state.name, state.tone);
    layout->addWidget(badge, 0, Qt::AlignVCenter);
    const bool isWaiting = !sent.receiptToken.isEmpty() && (!sent.receipt || sent.receipt->state == "waiting"_L1);
    if (isWaiting) {
        QToolButton *const burn = makeIconButton(m_theme, Icon::Delete, tr("Destroy “%1” before it is opened").arg(sent.what));
        connect(burn, &QToolButton::clicked, this, [this, index] { Q_EMIT burnRequested(index); });
        layout->addWidget(burn);
    }
    row->setAccessibleName(u"%1: %2"_s.arg(sent.what, state.name));
    return row;
}

} // namespace gatehouse::desktop
