#include "desktop/guide/entrance.h"

#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 460;

} // namespace

Entrance::Entrance(Theme &theme, const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_title((new Label(TextStyle::Title))->wrapped())
    , m_explanation((new Label(TextStyle::Body))->muted()->wrapped())
{
    m_card->setFixedWidth(kWidth);
    body()->setContentsMargins(kGapHuge + kGapSmall, kGapHuge, kGapHuge + kGapSmall, kGapHuge);
    body()->setSpacing(kGap);
    auto *const mark = new QLabel;
    theme.follow(mark, [&theme, mark] {
        mark->setPixmap(theme.icon(Icon::Gatehouse, Tone::Accent).pixmap(QSize(kIconHuge, kIconHuge), mark->devicePixelRatioF()));
    });
    body()->addWidget(mark);
    body()->addWidget(m_title);
    body()->addWidget(m_explanation);
    body()->addSpacing(kGapSmall);
    setWords(title, explanation);
    auto *const whole = new QWidget;
    auto *const layout = new QVBoxLayout(whole);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapHuge);
    layout->addStretch(2);
    // Not by an alignment: then the height of its lines would be that of lines as wide as the window.
    auto *const row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_card);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch(3);
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(makeScrollPane(whole, Qt::NoFocus));
}

void Entrance::setWords(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    setAccessibleName(title);
}

} // namespace gatehouse::desktop
