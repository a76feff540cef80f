#include "desktop/shell/language_box.h"

namespace gatehouse::desktop {

LanguageBox::LanguageBox(Language &language, QWidget *parent)
    : QComboBox(parent)
{
    addItem(tr("As the system does"), QString());
    for (const Language::Offer &offer : Language::offers())
        addItem(offer.name, offer.code);
    setCurrentIndex(findData(language.chosen()));
    setAccessibleName(tr("Language of the console"));
    connect(this, &QComboBox::currentIndexChanged, this, [this, &language] { language.choose(currentData().toString()); });
}

} // namespace gatehouse::desktop
