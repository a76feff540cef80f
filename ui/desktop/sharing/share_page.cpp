#include "desktop/sharing/share_page.h"

#include "desktop/sharing/receive_card.h"
#include "desktop/sharing/send_card.h"
#include "desktop/sharing/sent_list.h"
#include "desktop/state/confirm_dialog.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace gatehouse::desktop {

SharePage::SharePage(Theme &theme, client::AdminSession &session, QWidget *parent)
    : Page(theme, tr("Share"), tr("Hand over a password or a file so that it can be opened once, and only with the link."),
           parent)
    , m_model(session)
    , m_notice(new NoticeBar(theme))
    , m_send(new SendCard(theme, m_model))
{
    auto *const list = new SentList(theme, m_model);
    auto *const side = new QVBoxLayout;
    side->setSpacing(kGapLarge);
    side->addWidget(new ReceiveCard(theme, m_model, session.server()));
    side->addWidget(list, 1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(kGapLarge);
    columns->addWidget(m_send, 1);
    columns->addLayout(side, 1);
    body()->addWidget(m_notice);
    body()->addLayout(columns, 1);
    QAction *const write = addAct(tr("Send a new secret"), Icon::Share, QKeySequence::New);
    connect(write, &QAction::triggered, m_send, &SendCard::focusText);
    QAction *const refresh = addAct(tr("See what was opened"), Icon::Refresh, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, &m_model, &ShareModel::readReceipts);
    connect(list, &SentList::burnRequested, this, &SharePage::burn);
}

bool SharePage::holdsWork() const
{
    const auto texts = findChildren<QPlainTextEdit *>();
    const auto lines = findChildren<QLineEdit *>();
    return !m_model.sent().empty()
        || std::ranges::any_of(texts, [](const QPlainTextEdit *text) { return !text->document()->isEmpty(); })
        || std::ranges::any_of(lines, [](const QLineEdit *line) { return !line->text().isEmpty(); });
}

void SharePage::burn(std::size_t index)
{
    const QString what = m_model.sent().at(index).what;
    const QByteArray id = m_model.sent().at(index).id;
    const Confirmation confirmation{
        tr("Destroy “%1”?").arg(what), tr("Its link opens nothing any more. This cannot be undone."), tr("Destroy it"), {}};
    ConfirmDialog::ask(theme(), confirmation, this, [this, id, what] {
        m_model.burn(id, [this, what](const QString &problem) {
            if (problem.isEmpty())
                m_notice->say(Tone::Good, tr("“%1” is gone.").arg(what));
            else
                m_notice->say(Tone::Danger, problem);
        });
    });
}

} // namespace gatehouse::desktop
