#include "desktop/access/session_list.h"

#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

SessionList::SessionList(Theme &theme, client::AdminSession &session, QWidget *parent)
    : Card(tr("Sessions"), parent)
    , m_theme(theme)
    , m_session(session)
    , m_rows(new QVBoxLayout)
    , m_endAll(makeButton(theme, tr("End all"), ButtonKind::Danger))
{
    auto *const rows = new QWidget;
    auto *const layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kGap);
    layout->addLayout(m_rows);
    layout->addStretch();
    m_area = new StatefulArea(theme, makeScrollPane(rows));
    body()->addWidget(m_area);
    addAction(m_endAll);
    m_endAll->hide();
    m_area->showEmpty(Icon::Access, tr("Nobody chosen"), tr("Choose a user to see where they are signed in."));
    connect(m_area, &StatefulArea::retryRequested, this, &SessionList::refresh);
    connect(m_endAll, &QPushButton::clicked, this, &SessionList::endAll);
}

void SessionList::showUser(const client::ManagedUser &user)
{
    m_user = user;
    setHeading(tr("Sessions of %1").arg(user.username));
    m_reader = std::make_unique<client::ListReader>(m_session, u"/api/v1/admin/users/%1/sessions"_s.arg(user.id));
    connect(m_reader.get(), &client::ListReader::listed, this,
            [this](const QJsonArray &items) { fill(client::itemsFrom<client::UserSession>(items)); });
    connect(m_reader.get(), &client::ListReader::failed, m_area, &StatefulArea::showTrouble);
    refresh();
}

void SessionList::refresh()
{
    if (m_reader)
        m_reader->read();
}

void SessionList::fill(std::vector<client::UserSession> sessions)
{
    m_shown = std::move(sessions);
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const client::UserSession &session : m_shown)
        addRow(session);
    m_endAll->setVisible(m_shown.size() > 1 && m_session.isAdmin());
    if (m_shown.empty())
        m_area->showEmpty(Icon::Access, tr("Signed in nowhere"), tr("%1 has no session.").arg(m_user.username));
    else
        m_area->showContent();
}

void SessionList::addRow(const client::UserSession &session)
{
    const QLocale locale;
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, kGapTiny, 0);
    layout->setSpacing(kGap);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(TextStyle::Body, tr("From %1").arg(session.client)));
    words->addWidget((new Label(TextStyle::Caption,
                                tr("Last used %1 · ends %2")
                                    .arg(locale.toString(session.lastUsed.toLocalTime(), QLocale::ShortFormat),
                                         locale.toString(session.expires.toLocalTime(), QLocale::ShortFormat))))
                         ->muted()
                         ->wrapped());
    layout->addLayout(words, 1);
    QPushButton *const endButton = makeButton(m_theme, tr("End"));
    endButton->setEnabled(m_session.isAdmin());
    endButton->setAccessibleName(tr("End the session of %1 from %2").arg(m_user.username, session.client));
    connect(endButton, &QPushButton::clicked, this, [this, id = session.id] { end(id); });
    layout->addWidget(endButton);
    m_rows->addWidget(row);
}

void SessionList::end(const QString &id)
{
    m_session.call({.method = "DELETE", .path = u"/api/v1/admin/users/%1/sessions/%2"_s.arg(m_user.id, id)}, this,
                   [this](const client::ApiAnswer &answer) {
                       if (const auto trouble = client::Trouble::of(answer); trouble && answer.status != 404)
                           m_area->showTrouble(*trouble);
                       refresh();
                   });
}

void SessionList::endAll()
{
    for (const client::UserSession &session : std::vector(m_shown))
        end(session.id);
}

} // namespace gatehouse::desktop
