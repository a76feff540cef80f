#include "desktop/sharing/share_page.h"

#include "client/local_file.h"
#include "desktop/sharing/ask_card.h"
#include "desktop/sharing/asked_list.h"
#include "desktop/sharing/receive_card.h"
#include "desktop/sharing/send_card.h"
#include "desktop/sharing/sent_list.h"
#include "desktop/state/confirm_dialog.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QButtonGroup>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kSendSide = 0;
constexpr int kAskSide = 1;
constexpr int kListHeight = 160; ///< at least

} // namespace

SharePage::SharePage(Theme &theme, client::AdminSession &session, const ProfileStore &profiles, QWidget *parent)
    : Page(theme, tr("Share"), tr("Hand over a password or a file so that it can be opened once, and only with the link."),
           parent)
    , m_model(session)
    , m_requests(session)
    , m_notice(new NoticeBar(theme))
    , m_send(new SendCard(theme, m_model))
    , m_ask(new AskCard(theme, m_requests))
    , m_receive(new ReceiveCard(theme, m_model, session.server(), profiles))
    , m_sent(new SentList(theme, m_model))
    , m_asked(new AskedList(theme, m_requests))
    , m_cards(new QStackedWidget)
    , m_lists(new QStackedWidget)
{
    body()->addWidget(m_notice);
    body()->addWidget(makeContent(), 1);
    addSides();
    addActs();
    connect(m_sent, &SentList::burnRequested, this, &SharePage::burn);
    connect(m_asked, &AskedList::keyRequested, this, &SharePage::chooseKeyFile);
    connect(m_asked, &AskedList::collectRequested, this, [this](const QByteArray &id) {
        m_requests.collect(id, [card = QPointer(m_receive)](Result<client::SecretPayload> payload) {
            if (card)
                card->showPayload(std::move(payload));
        });
    });
}

QWidget *SharePage::makeContent()
{
    m_cards->addWidget(m_send);
    m_cards->addWidget(m_ask);
    m_lists->addWidget(m_sent);
    m_lists->addWidget(m_asked);
    m_lists->setMinimumHeight(kListHeight);
    for (QWidget *const column :
         {static_cast<QWidget *>(m_cards), static_cast<QWidget *>(m_lists), static_cast<QWidget *>(m_receive)})
        column->setSizePolicy(QSizePolicy::Ignored, column->sizePolicy().verticalPolicy()); // columns of one width
    auto *const side = new QVBoxLayout;
    side->setSpacing(kGapLarge);
    side->addWidget(m_receive);
    side->addWidget(m_lists, 1);
    auto *const content = new QWidget;
    auto *const columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kGapLarge);
    columns->addWidget(m_cards, 1);
    columns->addLayout(side, 1);
    return makeScrollPane(content, Qt::NoFocus);
}

void SharePage::addSides()
{
    auto *const sides = new QButtonGroup(this);
    for (const QString &text : {tr("Send"), tr("Ask for one")}) {
        auto *const button = new QToolButton;
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(m_sides.isEmpty());
        sides->addButton(button, int(m_sides.size()));
        m_sides.append(button);
        addControl(button);
    }
    connect(sides, &QButtonGroup::idClicked, this, &SharePage::showSide);
}

void SharePage::addActs()
{
    QAction *const write = addAct(tr("Send a new secret"), Icon::Share, QKeySequence::New);
    connect(write, &QAction::triggered, this, [this] {
        showSide(kSendSide);
        m_send->focusText();
    });
    QAction *const ask = addAct(tr("Ask for a secret"), Icon::Receive, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(ask, &QAction::triggered, this, [this] {
        showSide(kAskSide);
        m_ask->focusNote();
    });
    QAction *const refresh = addAct(tr("See what was opened"), Icon::Refresh, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, &m_model, &ShareModel::readReceipts);
    connect(refresh, &QAction::triggered, &m_requests, &RequestModel::readStates);
}

void SharePage::showSide(int side)
{
    m_sides.at(side)->setChecked(true);
    m_cards->setCurrentIndex(side);
    m_lists->setCurrentIndex(side);
}

void SharePage::resume()
{
    m_model.setLive(true);
    m_requests.setLive(true);
}

void SharePage::pause()
{
    m_model.setLive(false);
    m_requests.setLive(false);
}

bool SharePage::holdsWork() const
{
    const auto texts = findChildren<QPlainTextEdit *>();
    const auto lines = findChildren<QLineEdit *>();
    return !m_model.sent().empty() || !m_requests.asked().empty()
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

void SharePage::chooseKeyFile(const QByteArray &id)
{
    auto *const dialog = new QFileDialog(this, tr("Save the key to the answer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten: another name is taken
    dialog->selectFile(u"gatehouse-request.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) { saveKey(id, path); });
    dialog->open();
}

void SharePage::saveKey(const QByteArray &id, const QString &path)
{
    const std::optional<SecretBytes> file = m_requests.keyFile(id);
    if (!file)
        return m_notice->say(Tone::Warning, tr("The key is of no use any more: the answer was collected, or there is none."));
    const Result<QString> saved = client::saveNew(path, file->view());
    if (saved)
        m_notice->say(Tone::Good,
                      tr("Saved as %1. “gatehouse collect” opens the answer with it; so does whoever else has it.").arg(*saved));
    else
        m_notice->say(Tone::Danger, sentenceOf(saved.error()));
}

} // namespace gatehouse::desktop
