#include "desktop/servers/profile_card.h"

#include "desktop/guide/certificate_step.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kStripeWidth = 4;

QFrame *makeStripe(Theme &theme, const ServerProfile &profile)
{
    auto *const stripe = new QFrame;
    stripe->setFixedWidth(kStripeWidth);
    theme.follow(stripe, [&theme, stripe, profile] {
        stripe->setStyleSheet(u"background: %1; border-radius: 2px;"_s.arg(colourOf(profile, theme.colours()).name()));
    });
    return stripe;
}

QString placeOf(const ServerProfile &profile)
{
    if (profile.embedded)
        return ProfileCard::tr("In this program, for this computer");
    return profile.url.toDisplayString();
}

} // namespace

ProfileCard::ProfileCard(Theme &theme, const ServerProfile &profile, bool isCurrent, QWidget *parent)
    : Card({}, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(profile.name);
    setAccessibleDescription(placeOf(profile));
    auto *const title = new QHBoxLayout;
    title->setSpacing(kGapSmall);
    title->addWidget(new Label(TextStyle::Heading, profile.name));
    const auto addBadge = [title](const QString &text, Tone tone) {
        auto *const badge = new Badge;
        badge->say(text, tone);
        title->addWidget(badge);
    };
    addBadge(stageName(profile.stage), stageTone(profile.stage));
    if (profile.readOnly)
        addBadge(tr("Only looked at"), Tone::Neutral);
    if (isCurrent)
        addBadge(tr("You are here"), Tone::Good);
    title->addStretch();
    auto *const words = new QVBoxLayout;
    words->setSpacing(kGapTiny);
    words->addLayout(title);
    words->addWidget((new Label(TextStyle::Body, placeOf(profile)))->muted());
    if (!profile.pin.isEmpty()) {
        auto *const pin =
            (new Label(TextStyle::Caption, tr("Certificate %1…").arg(fingerprintText(profile.pin.first(8)))))->muted();
        pin->setToolTip(fingerprintText(profile.pin));
        words->addWidget(pin);
    }
    auto *const row = new QHBoxLayout;
    row->setSpacing(kGapLarge);
    row->addWidget(makeStripe(theme, profile));
    row->addLayout(words, 1);
    QPushButton *const go = makeButton(theme, tr("Switch to it"), ButtonKind::Ordinary, Icon::Next);
    go->setAccessibleName(tr("Switch to %1").arg(profile.name));
    go->setVisible(!isCurrent);
    QToolButton *const edit = makeIconButton(theme, Icon::Edit, tr("Change %1").arg(profile.name));
    QToolButton *const remove = makeIconButton(theme, Icon::Delete, tr("Forget %1").arg(profile.name));
    remove->setVisible(!isCurrent);
    for (QWidget *button : std::initializer_list<QWidget *>{go, edit, remove})
        row->addWidget(button, 0, Qt::AlignVCenter);
    body()->addLayout(row);
    connect(go, &QPushButton::clicked, this, &ProfileCard::switchRequested);
    connect(edit, &QToolButton::clicked, this, &ProfileCard::editRequested);
    connect(remove, &QToolButton::clicked, this, &ProfileCard::removeRequested);
}

} // namespace gatehouse::desktop
