#include "desktop/theme/card.h"

#include "desktop/theme/spacing.h"

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
    , m_heading(new Label(TextStyle::Heading))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setProperty("surface", u"card"_s);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1); // the border
    layout->setSpacing(0);
    m_head->setSpacing(kGapSmall);
    m_heading->setWordWrap(true);
    m_head->addWidget(m_heading, 1);
    layout->addLayout(m_head);
    m_body->setContentsMargins(kGapLarge, kGap, kGapLarge, kGapLarge);
    m_body->setSpacing(kGapSmall);
    layout->addLayout(m_body, 1);
    setHeading(heading);
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    // As high as a button beside it, so that headings stand in line from card to card.
    m_heading->setMinimumHeight(fontMetrics().height() + kGapLarge);
    m_head->setContentsMargins(kGapLarge, heading.isEmpty() ? 0 : kGap, kGapLarge, 0);
    setAccessibleName(heading);
}

void Card::addAction(QWidget *widget)
{
    m_head->addWidget(widget);
}

void Card::setFlush()
{
    m_body->setContentsMargins(0, kGapSmall, 0, kGapTiny);
}

} // namespace gatehouse::desktop
