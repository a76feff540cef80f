#pragma once

#include "desktop/shell/preferences.h"
#include "desktop/theme/card.h"

namespace gatehouse::desktop {

/// What a person wants of this console.
class PreferencesPanel : public QWidget
{
    Q_OBJECT

public:
    PreferencesPanel(Theme &theme, Preferences &preferences, QWidget *parent = nullptr);

private:
    [[nodiscard]] Card *makeLook(Theme &theme);
    [[nodiscard]] Card *makeLanguage();
    [[nodiscard]] Card *makeWindow();
    [[nodiscard]] Card *makeLock();

    Preferences &m_preferences;
};

} // namespace gatehouse::desktop
