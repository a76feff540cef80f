#include "desktop/theme/scroll_pane.h"

namespace gatehouse::desktop {

QScrollArea *makeScrollPane(QWidget *content, Qt::FocusPolicy focus)
{
    auto *const pane = new QScrollArea;
    pane->setWidget(content);
    pane->setWidgetResizable(true);
    pane->setFrameShape(QFrame::NoFrame);
    pane->setFocusPolicy(focus);
    return pane;
}

} // namespace gatehouse::desktop
