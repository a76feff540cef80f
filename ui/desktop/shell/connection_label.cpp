#include "desktop/shell/connection_label.h"

#include "desktop/theme/spacing.h"

#include <QHBoxLayout>

namespace gatehouse::desktop {

ConnectionLabel::ConnectionLabel(Theme &theme, client::LinkWatch &link, const QUrl &server, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_link(link)
    , m_icon(new QLabel)
    , m_state(new Label(TextStyle::Body))
{
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_state);
    auto *const address = (new Label(TextStyle::Caption, server.authority()))->muted();
    address->setToolTip(server.toDisplayString());
    words->addWidget(address);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGap, kGapSmall, kGap, kGapSmall);
    layout->setSpacing(kGap);
    layout->addWidget(m_icon);
    layout->addLayout(words, 1);
    connect(&link, &client::LinkWatch::changed, this, &ConnectionLabel::showState);
    theme.follow(this, [this] { showState(); });
}

void ConnectionLabel::showState()
{
    using State = client::LinkWatch::State;
    const State state = m_link.state();
    const Icon icon = state == State::Up ? Icon::Done : state == State::Down ? Icon::Broken : Icon::Clock;
    const Tone tone = state == State::Up ? Tone::Good : state == State::Down ? Tone::Danger : Tone::Neutral;
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    m_state->setText(state == State::Up ? tr("Connected") : state == State::Down ? tr("No answer") : tr("Connecting…"));
    setAccessibleName(m_state->text());
}

} // namespace gatehouse::desktop
