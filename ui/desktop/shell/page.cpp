#include "desktop/shell/page.h"

#include "desktop/theme/spacing.h"

#include <QAction>

namespace gatehouse::desktop {

Page::Page(Theme &theme, const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_explanation((new Label(TextStyle::Body, explanation))->muted()->wrapped())
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setAccessibleName(title);
    auto *const words = new QVBoxLayout;
    words->setSpacing(kGapTiny);
    words->addWidget(new Label(TextStyle::Title, title));
    words->addWidget(m_explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_head->setSpacing(kGapSmall);
    m_head->addLayout(words, 1);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapLarge, kGapHuge, kGapHuge);
    layout->setSpacing(kGapLarge);
    layout->addLayout(m_head);
    m_body->setSpacing(kGapLarge);
    layout->addLayout(m_body, 1);
}

void Page::addControl(QWidget *control)
{
    m_head->addWidget(control, 0, Qt::AlignBottom);
}

QAction *Page::addAct(const QString &text, Icon icon, const QKeySequence &shortcut)
{
    auto *const act = new QAction(text, this);
    act->setShortcut(shortcut);
    act->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_theme.follow(act, [this, act, icon] { act->setIcon(m_theme.icon(icon)); });
    addAction(act);
    return act;
}

void Page::setExplanation(const QString &explanation)
{
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

} // namespace gatehouse::desktop
