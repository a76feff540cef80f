#include "desktop/sharing/link_box.h"

#include "desktop/shell/secret_clipboard.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

LinkBox::LinkBox(Theme &theme, const QString &words, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_link(new QLineEdit)
{
    setProperty("surface", u"notice"_s);
    setProperty("tone", u"good"_s);
    m_link->setReadOnly(true);
    m_link->setFont(fontFor(TextStyle::Mono));
    m_link->setAccessibleName(name);
    QPushButton *const copy = makeButton(theme, tr("Copy link"), ButtonKind::Primary, Icon::Copy);
    connect(copy, &QPushButton::clicked, this, [this] {
        secret_clipboard::put(m_link->text());
        Q_EMIT copied();
    });
    auto *const line = new QHBoxLayout;
    line->setSpacing(kGapSmall);
    line->addWidget(m_link, 1);
    line->addWidget(copy);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGap, kGap, kGap);
    layout->setSpacing(kGapSmall);
    layout->addWidget((new Label(TextStyle::Body, words))->wrapped());
    layout->addLayout(line);
    hide();
}

void LinkBox::showLink(const QString &link)
{
    m_link->setText(link);
    m_link->setCursorPosition(0);
    show();
}

} // namespace gatehouse::desktop
