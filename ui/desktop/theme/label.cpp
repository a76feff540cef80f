#include "desktop/theme/label.h"

#include <QEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return u"neutral"_s;
    case Tone::Accent: return u"accent"_s;
    case Tone::Good: return u"good"_s;
    case Tone::Warning: return u"warning"_s;
    case Tone::Danger: return u"danger"_s;
    }
    return u"neutral"_s;
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

Label::Label(TextStyle style, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    setFont(fontFor(style));
}

Label *Label::muted()
{
    setProperty("tone", u"muted"_s);
    return this;
}

void Label::setTone(Tone tone)
{
    const QString name = tone == Tone::Neutral ? QString() : toneName(tone);
    if (property("tone").toString() == name)
        return;
    setProperty("tone", name);
    restyle(this);
}

Label *Label::wrapped()
{
    setWordWrap(true);
    return this;
}

Label *Label::selectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return this;
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontFor(m_style));
}

Badge::Badge(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(fontFor(TextStyle::Caption));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // a state that is cut off is none
    setProperty("badge", toneName(Tone::Neutral));
}

void Badge::say(const QString &text, Tone tone)
{
    setText(text);
    if (property("badge").toString() == toneName(tone))
        return;
    setProperty("badge", toneName(tone));
    restyle(this);
}

} // namespace gatehouse::desktop
