#pragma once

#include "desktop/guide/entrance.h"
#include "desktop/guide/local_server.h"

class QProgressBar;
class QPushButton;

namespace gatehouse::desktop {

/// While the server of this process starts, or why it did not.
class Starting : public Entrance
{
    Q_OBJECT

public:
    Starting(Theme &theme, LocalServer &server, QWidget *parent = nullptr);

Q_SIGNALS:
    void serverChangeRequested();

private:
    void showState();

    LocalServer &m_server;
    QProgressBar *m_progress;
    QPushButton *m_again;
    QPushButton *m_other;
};

} // namespace gatehouse::desktop
