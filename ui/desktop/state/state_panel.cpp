#include "desktop/state/state_panel.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QVBoxLayout>

namespace gatehouse::desktop {

namespace {

constexpr int kReadableWidth = 340;
constexpr int kMostOfIt = 1000;

Icon iconOf(client::Trouble::Kind kind)
{
    using Kind = client::Trouble::Kind;
    switch (kind) {
    case Kind::Unreachable: return Icon::Broken;
    case Kind::SignedOut:
    case Kind::Forbidden: return Icon::Lock;
    case Kind::NotOffered: return Icon::Information;
    case Kind::Limited: return Icon::Clock;
    case Kind::Missing: return Icon::Empty;
    case Kind::Conflict:
    case Kind::Invalid:
    case Kind::Server: return Icon::Failed;
    }
    return Icon::Failed;
}

} // namespace

StatePanel::StatePanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_title(new Label(TextStyle::Heading))
    , m_explanation((new Label(TextStyle::Body))->muted()->wrapped())
    , m_reference((new Label(TextStyle::Caption))->muted()->selectable())
    , m_button(makeButton(theme, {}))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapHuge);
    layout->setSpacing(kGapSmall);
    layout->addStretch();
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    // Not by an alignment: then its height would be reckoned by the panel's whole width, and all but the first line cut.
    auto *const line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_explanation, kMostOfIt);
    line->addStretch(1);
    m_explanation->setMaximumWidth(kReadableWidth);
    m_explanation->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    layout->addLayout(line);
    layout->addWidget(m_reference, 0, Qt::AlignHCenter);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch();
    for (QLabel *label : std::initializer_list<QLabel *>{m_title, m_explanation, m_reference})
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, &StatePanel::acted);
    theme.follow(this, [this] {
        m_icon->setPixmap(m_theme.icon(m_shown, m_tone).pixmap(QSize(kIconHuge, kIconHuge), devicePixelRatioF()));
    });
}

void StatePanel::put(Icon icon, Tone tone, const QString &title, const QString &explanation, const QString &action)
{
    m_shown = icon;
    m_tone = tone;
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(QSize(kIconHuge, kIconHuge), devicePixelRatioF()));
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_reference->hide();
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(explanation);
}

void StatePanel::showEmpty(Icon icon, const QString &title, const QString &explanation, const QString &action)
{
    put(icon, Tone::Neutral, title, explanation, action);
}

void StatePanel::showLoading()
{
    put(Icon::Clock, Tone::Neutral, tr("Loading…"), {}, {});
}

void StatePanel::showTrouble(const client::Trouble &trouble)
{
    using Kind = client::Trouble::Kind;
    const bool isOurs = trouble.kind == Kind::Server || trouble.kind == Kind::Unreachable;
    put(iconOf(trouble.kind), isOurs ? Tone::Danger : Tone::Neutral, trouble.title, trouble.remedy,
        trouble.mayRetry ? tr("Try again") : QString());
    m_reference->setText(tr("Reference: %1").arg(trouble.reference));
    m_reference->setVisible(isOurs && !trouble.reference.isEmpty());
}

} // namespace gatehouse::desktop
