#pragma once

#include "desktop/shell/language.h"

#include <QComboBox>

namespace gatehouse::desktop {

/// Chooses the language of the console. `language` lives longer.
class LanguageBox : public QComboBox
{
    Q_OBJECT

public:
    explicit LanguageBox(Language &language, QWidget *parent = nullptr);
};

} // namespace gatehouse::desktop
