#include "desktop/shell/workspace.h"

#include "desktop/shell/command_palette.h"
#include "desktop/shell/connection_label.h"
#include "desktop/shell/side_bar.h"
#include "desktop/shell/top_bar.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/spacing.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kStripeHeight = 3;

/// In the colour of the server, across the window: one look says where one is.
QFrame *makeStripe(Theme &theme, const ServerProfile &profile)
{
    auto *const stripe = new QFrame;
    stripe->setFixedHeight(kStripeHeight);
    theme.follow(stripe, [&theme, stripe, profile] {
        stripe->setStyleSheet(u"background: %1;"_s.arg(colourOf(profile, theme.colours()).name()));
    });
    return stripe;
}

} // namespace

Workspace::Workspace(Theme &theme, const ServerProfile &profile, client::AdminSession &session, std::vector<PageEntry> pages,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(std::move(pages))
    , m_sideBar(new SideBar(theme, m_pages))
    , m_notice(new NoticeBar(theme))
    , m_stack(new QStackedWidget)
{
    auto *const bar = new TopBar(theme, profile, session);
    m_sideBar->setFoot(new ConnectionLabel(theme, session.link(), profile.url));
    auto *const right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(bar);
    auto *const notice = new QHBoxLayout;
    notice->setContentsMargins(kGapHuge, 0, kGapHuge, 0);
    notice->addWidget(m_notice);
    right->addLayout(notice);
    right->addWidget(m_stack, 1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_sideBar);
    columns->addLayout(right, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeStripe(theme, profile));
    layout->addLayout(columns, 1);

    connect(bar, &TopBar::paletteRequested, this, &Workspace::openPalette);
    connect(m_sideBar, &SideBar::selected, this, &Workspace::showPage);
    addActions(session);
    m_sideBar->select(m_pages.front().id);
}

void Workspace::addActions(client::AdminSession &session)
{
    for (const PageEntry &page : m_pages) {
        auto *const action = new QAction(tr("Go to %1").arg(page.title), this);
        action->setShortcut(page.shortcut);
        m_theme.follow(action, [this, action, icon = page.icon] { action->setIcon(m_theme.icon(icon)); });
        connect(action, &QAction::triggered, this, [this, id = page.id] { m_sideBar->select(id); });
        addAction(action);
    }
    auto *const find = new QAction(tr("Find a page or an action"), this);
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    find->setData(true); // not offered by what it opens
    connect(find, &QAction::triggered, this, &Workspace::openPalette);
    addAction(find);
    auto *const lock = new QAction(tr("Lock the console"), this);
    lock->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    m_theme.follow(lock, [this, lock] { lock->setIcon(m_theme.icon(Icon::Lock)); });
    connect(lock, &QAction::triggered, this, &Workspace::lockRequested);
    addAction(lock);
    auto *const leave = new QAction(tr("Sign out"), this);
    leave->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_theme.follow(leave, [this, leave] { leave->setIcon(m_theme.icon(Icon::SignOut)); });
    connect(leave, &QAction::triggered, &session, &client::AdminSession::signOut);
    addAction(leave);
}

Page *Workspace::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

QStringList Workspace::pageIds() const
{
    QStringList ids;
    for (const PageEntry &page : m_pages)
        ids.append(page.id);
    return ids;
}

void Workspace::showPage(const QString &id)
{
    const auto entry = std::ranges::find(m_pages, id, &PageEntry::id);
    if (entry == m_pages.end())
        return;
    if (m_outdated.contains(id) && !m_made[id]->holdsWork()) {
        m_outdated.remove(id);
        m_made.take(id)->deleteLater();
    }
    if (!m_made.contains(id))
        add(id, entry->make());
    Page *const page = m_made[id];
    if (page == m_stack->currentWidget() && page->isVisible())
        return;
    if (Page *const before = currentPage(); before && before != page)
        before->pause();
    m_stack->setCurrentWidget(page);
    m_sideBar->select(id);
    page->resume();
}

void Workspace::add(const QString &id, Page *page)
{
    m_made[id] = page;
    m_stack->addWidget(page);
    connect(page, &Page::pageRequested, m_sideBar, &SideBar::select);
}

void Workspace::succeed(Workspace &before)
{
    Page *const shown = before.currentPage();
    if (shown == nullptr)
        return;
    const QString id = before.m_made.key(shown);
    const QString place = shown->place();
    shown->pause();
    for (auto [held, page] : before.m_made.asKeyValueRange()) {
        if (!page->holdsWork())
            continue;
        before.m_stack->removeWidget(page);
        disconnect(page, nullptr, before.m_sideBar, nullptr);
        delete m_made.take(held);
        add(held, page);
        m_outdated.insert(held);
    }
    showPage(id);
    if (Page *const page = currentPage())
        page->setPlace(place);
}

void Workspace::warn(const QString &text)
{
    m_notice->say(Tone::Warning, text);
}

void Workspace::openPalette()
{
    QList<QAction *> offered;
    if (Page *const page = currentPage())
        offered = page->actions();
    offered += actions();
    offered.removeIf([](const QAction *action) { return action->data().toBool(); });
    // Its own event loop would outlive a workspace that a lost session takes away.
    auto *const palette = new CommandPalette(m_theme, offered, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint centre = mapToGlobal(rect().center());
    palette->move(centre.x() - palette->width() / 2, mapToGlobal(QPoint()).y() + kGapVast * 2);
    palette->open();
}

} // namespace gatehouse::desktop
