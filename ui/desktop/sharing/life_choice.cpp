#include "desktop/sharing/life_choice.h"

using namespace std::chrono_literals;

namespace gatehouse::desktop {

LifeChoice::LifeChoice(const QString &name, QWidget *parent)
    : QComboBox(parent)
{
    const auto add = [this](const QString &text, std::chrono::seconds life) { addItem(text, int(life.count())); };
    add(tr("10 minutes"), 10min);
    add(tr("An hour"), 1h);
    add(tr("A day"), 24h);
    add(tr("3 days"), 72h);
    add(tr("7 days"), 168h);
    setCurrentIndex(2);
    setAccessibleName(name);
}

} // namespace gatehouse::desktop
