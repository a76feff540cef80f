#pragma once

#include "desktop/sharing/share_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QStackedWidget;

namespace gatehouse::desktop {

/// What was sent from here, and what became of it.
class SentList : public Card
{
    Q_OBJECT

public:
    SentList(Theme &theme, ShareModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void burnRequested(std::size_t index);

private:
    void showSent();
    [[nodiscard]] QWidget *makeRow(const ShareModel::Sent &sent, std::size_t index);

    Theme &m_theme;
    ShareModel &m_model;
    QStackedWidget *m_stack;
    QVBoxLayout *m_rows;
};

} // namespace gatehouse::desktop
