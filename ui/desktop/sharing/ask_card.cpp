#include "desktop/sharing/ask_card.h"

#include "desktop/sharing/life_choice.h"
#include "desktop/sharing/link_box.h"
#include "desktop/sharing/share_model.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>

namespace gatehouse::desktop {

namespace {

constexpr int kLongestNote = 200; // as the API takes it

} // namespace

AskCard::AskCard(Theme &theme, RequestModel &model, QWidget *parent)
    : Card(tr("Ask for a secret"), parent)
    , m_model(model)
    , m_note(new QLineEdit)
    , m_life(new LifeChoice(tr("How long it can be answered")))
    , m_notice(new NoticeBar(theme))
    , m_ask(makeButton(theme, tr("Make the link"), ButtonKind::Primary, Icon::Receive))
    , m_link(new LinkBox(theme, tr("Whoever has the link can answer, once. Only this console can open the answer."),
                         tr("Link for the answer")))
{
    m_note->setMaxLength(kLongestNote);
    m_note->setPlaceholderText(tr("The password of the mail server"));
    m_note->setAccessibleName(tr("What is asked for"));
    m_ask->setAccessibleName(tr("Make the link to ask"));
    auto *const form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(kGapLarge);
    form->setVerticalSpacing(kGapSmall);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("What is as&ked for"), m_note);
    form->addRow(tr("Can be &answered for"), m_life);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_ask);
    body()->setSpacing(kGap);
    body()->addWidget((new Label(TextStyle::Body,
                                 tr("Send the link to who has the secret. They enter it in a browser, where it is encrypted for "
                                    "this console before it leaves them; they need no account.")))
                          ->muted()
                          ->wrapped());
    body()->addLayout(form);
    body()->addWidget(m_notice);
    body()->addLayout(buttons);
    body()->addWidget(m_link);
    body()->addStretch();
    connect(m_ask, &QPushButton::clicked, this, &AskCard::ask);
    connect(m_note, &QLineEdit::returnPressed, this, &AskCard::ask);
    connect(m_link, &LinkBox::copied, this,
            [this] { m_notice->say(Tone::Good, tr("Copied; it is taken off the clipboard after half a minute.")); });
}

void AskCard::focusNote()
{
    m_note->setFocus();
}

void AskCard::ask()
{
    if (!m_ask->isEnabled())
        return;
    m_ask->setEnabled(false);
    m_notice->hide();
    m_link->hide();
    m_model.ask(m_note->text().trimmed(), m_life->life(), [self = QPointer(this)](const Result<QString> &link) {
        if (self)
            self->showLink(link);
    });
}

void AskCard::showLink(const Result<QString> &link)
{
    m_ask->setEnabled(true);
    if (!link)
        return m_notice->say(Tone::Danger, sentenceOf(link.error()));
    m_note->clear();
    m_link->showLink(*link);
}

} // namespace gatehouse::desktop
