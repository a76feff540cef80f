#pragma once

#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

namespace gatehouse::desktop {

/// A card in the middle of the window, for what comes before the pages: the product's mark, a title, a body. Scrolls where the
/// window is lower than the card.
class Entrance : public QWidget
{
    Q_OBJECT

public:
    Entrance(Theme &theme, const QString &title, const QString &explanation, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_card->body(); }
    void setWords(const QString &title, const QString &explanation);

private:
    Card *m_card;
    Label *m_title;
    Label *m_explanation;
};

} // namespace gatehouse::desktop
