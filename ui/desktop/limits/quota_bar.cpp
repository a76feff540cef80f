#include "desktop/limits/quota_bar.h"

#include "desktop/limits/usage_model.h"
#include "desktop/theme/spacing.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace gatehouse::desktop {

namespace {

constexpr int kBarWidth = 72;
constexpr int kBarHeight = 6;

} // namespace

QuotaBar::QuotaBar(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void QuotaBar::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem words = option;
    initStyleOption(&words, index);
    const double share = std::clamp(index.data(UsageModel::kShareRole).toDouble(), 0.0, 1.0);
    const Colours &colours = m_theme.colours();
    // The ground first, by the style, then the bar, then the words at its right.
    const QString text = std::exchange(words.text, {});
    words.features.setFlag(QStyleOptionViewItem::HasDisplay, false);
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &words, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF bar(option.rect.left() + kGap, option.rect.center().y() - kBarHeight / 2.0 + 1, kBarWidth, kBarHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.border);
    painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    QRectF filled = bar;
    filled.setWidth(share * bar.width());
    painter->setBrush(share <= 0 ? colours.danger : share < 0.1 ? colours.warning : colours.accent);
    painter->drawRoundedRect(filled, kBarHeight / 2.0, kBarHeight / 2.0);
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? colours.onSelection : colours.text);
    painter->setFont(option.font);
    painter->drawText(option.rect.adjusted(2 * kGap + kBarWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
}

} // namespace gatehouse::desktop
