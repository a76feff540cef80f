#include "desktop/theme/button.h"

#include "desktop/theme/spacing.h"

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Ordinary: return u"ordinary"_s;
    case ButtonKind::Primary: return u"primary"_s;
    case ButtonKind::Danger: return u"danger"_s;
    case ButtonKind::Plain: return u"plain"_s;
    }
    return {};
}

} // namespace

QPushButton *makeButton(Theme &theme, const QString &text, ButtonKind kind, std::optional<Icon> icon)
{
    auto *const button = new QPushButton(text);
    button->setProperty("kind", kindName(kind));
    button->setIconSize({kIconSmall, kIconSmall});
    button->setAutoDefault(true);
    if (icon) {
        if (!text.isEmpty()) { // the style leaves too little between the two
            button->setAccessibleName(text);
            button->setText(u' ' + text);
        }
        theme.follow(button, [&theme, button, kind, icon = *icon] {
            button->setIcon(kind == ButtonKind::Primary
                                ? theme.iconOnAccent(icon)
                                : theme.icon(icon, kind == ButtonKind::Danger ? Tone::Danger : Tone::Neutral));
        });
    }
    return button;
}

QToolButton *makeIconButton(Theme &theme, Icon icon, const QString &name)
{
    auto *const button = new QToolButton;
    button->setProperty("kind", kindName(ButtonKind::Plain));
    button->setIconSize({kIconSmall, kIconSmall});
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    theme.follow(button, [&theme, button, icon] { button->setIcon(theme.icon(icon)); });
    return button;
}

} // namespace gatehouse::desktop
