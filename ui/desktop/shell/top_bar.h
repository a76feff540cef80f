#pragma once

#include "client/admin_session.h"
#include "desktop/shell/server_profile.h"
#include "desktop/theme/theme.h"

#include <QWidget>

namespace gatehouse::desktop {

/// Above every page: the way to the command palette, which server this is, and who is signed in.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(Theme &theme, const ServerProfile &profile, client::AdminSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void paletteRequested();

private:
    [[nodiscard]] QWidget *makeSearch(Theme &theme) const;
    [[nodiscard]] QWidget *makeAccount(Theme &theme, client::AdminSession &session);
};

/// "Administrator", "Operator", "User".
[[nodiscard]] QString roleName(Role role);

} // namespace gatehouse::desktop
