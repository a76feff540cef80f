#pragma once

#include "desktop/shell/server_profile.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

namespace gatehouse::desktop {

/// One server: what it is called and for, where it is, and what can be done with it.
class ProfileCard : public Card
{
    Q_OBJECT

public:
    /// `isCurrent`: the console is at it.
    ProfileCard(Theme &theme, const ServerProfile &profile, bool isCurrent, QWidget *parent = nullptr);

Q_SIGNALS:
    void switchRequested();
    void editRequested();
    void removeRequested();
};

} // namespace gatehouse::desktop
