#pragma once

#include "client/link_watch.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

namespace gatehouse::desktop {

/// Whether the server answers, in words and with a mark that does not rely on colour.
class ConnectionLabel : public QWidget
{
    Q_OBJECT

public:
    ConnectionLabel(Theme &theme, client::LinkWatch &link, const QUrl &server, QWidget *parent = nullptr);

private:
    void showState();

    Theme &m_theme;
    client::LinkWatch &m_link;
    QLabel *m_icon;
    Label *m_state;
};

} // namespace gatehouse::desktop
