#include "desktop/overview/condition_line.h"

#include "desktop/theme/spacing.h"

#include <QHBoxLayout>

namespace gatehouse::desktop {

ConditionLine::ConditionLine(Theme &theme, QWidget *button, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mark(new QLabel)
    , m_title((new Label(TextStyle::Body))->wrapped())
    , m_note((new Label(TextStyle::Caption))->muted()->wrapped())
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, kGapTiny, 0, kGapTiny);
    layout->setSpacing(kGap);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_note);
    layout->addLayout(words, 1);
    if (button)
        layout->addWidget(button, 0, Qt::AlignVCenter);
    theme.follow(m_mark, [this] { paintMark(); });
}

void ConditionLine::say(Icon icon, Tone tone, const QString &title, const QString &note)
{
    if (icon != m_icon || tone != m_tone) {
        m_icon = icon;
        m_tone = tone;
        paintMark();
    }
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(note);
}

void ConditionLine::paintMark()
{
    m_mark->setPixmap(m_theme.icon(m_icon, m_tone).pixmap(QSize(kIcon, kIcon), m_mark->devicePixelRatioF()));
}

} // namespace gatehouse::desktop
