#include "desktop/state/notice_bar.h"

#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good: return Icon::Done;
    case Tone::Warning: return Icon::Warning;
    case Tone::Danger: return Icon::Failed;
    case Tone::Neutral:
    case Tone::Accent: break;
    }
    return Icon::Information;
}

} // namespace

NoticeBar::NoticeBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_text((new Label(TextStyle::Body))->wrapped()->selectable())
    , m_action(makeButton(theme, {}, ButtonKind::Plain))
{
    setProperty("surface", u"notice"_s);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGap, kGapTiny, kGapTiny, kGapTiny);
    layout->setSpacing(kGapSmall);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    QToolButton *const close = makeIconButton(theme, Icon::Close, tr("Close the notice"));
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const std::function<void()> act = std::exchange(m_act, {}))
            act();
    });
    theme.follow(this, [this] {
        m_icon->setPixmap(m_theme.icon(iconOf(m_tone), m_tone).pixmap(QSize(kIconSmall, kIconSmall), devicePixelRatioF()));
    });
    hide();
}

void NoticeBar::say(Tone tone, const QString &text)
{
    say(tone, text, {}, {});
}

void NoticeBar::say(Tone tone, const QString &text, const QString &action, std::function<void()> act)
{
    m_tone = tone;
    m_act = std::move(act);
    setProperty("tone", toneName(tone));
    restyle(this);
    m_icon->setPixmap(m_theme.icon(iconOf(tone), tone).pixmap(QSize(kIconSmall, kIconSmall), devicePixelRatioF()));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
}

void NoticeBar::showTrouble(const client::Trouble &trouble)
{
    QStringList lines{TroubleWords::sentences(trouble)};
    for (const FieldError &field : trouble.fields)
        lines.append(field.field + u' ' + field.problem + u'.');
    say(Tone::Danger, lines.join(u'\n'));
}

} // namespace gatehouse::desktop
