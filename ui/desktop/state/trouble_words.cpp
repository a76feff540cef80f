#include "desktop/state/trouble_words.h"

namespace gatehouse::desktop {

QString TroubleWords::sentences(const client::Trouble &trouble)
{
    return tr("%1. %2", "two sentences, of which the second has its full stop").arg(trouble.title, trouble.remedy);
}

} // namespace gatehouse::desktop
