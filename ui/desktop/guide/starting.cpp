#include "desktop/guide/starting.h"

#include "desktop/theme/button.h"

#include <QProgressBar>

namespace gatehouse::desktop {

Starting::Starting(Theme &theme, LocalServer &server, QWidget *parent)
    : Entrance(theme, {}, {}, parent)
    , m_server(server)
    , m_progress(new QProgressBar)
    , m_again(makeButton(theme, tr("Try again"), ButtonKind::Primary))
    , m_other(makeButton(theme, tr("Use another server"), ButtonKind::Plain))
{
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Starting"));
    body()->addWidget(m_progress);
    body()->addWidget(m_again);
    body()->addWidget(m_other);
    connect(m_again, &QPushButton::clicked, &server, &LocalServer::start);
    connect(m_other, &QPushButton::clicked, this, &Starting::serverChangeRequested);
    connect(&server, &LocalServer::changed, this, &Starting::showState);
    showState();
}

void Starting::showState()
{
    const bool failed = m_server.state() == LocalServer::State::Failed;
    if (failed)
        setWords(tr("The server did not start"), m_server.problem());
    else
        setWords(tr("Starting the server"), tr("It keeps its data in %1.").arg(m_server.dataFolder()));
    m_progress->setVisible(!failed);
    m_again->setVisible(failed);
    m_other->setVisible(failed);
}

} // namespace gatehouse::desktop
