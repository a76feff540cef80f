#include "desktop/shell/side_bar.h"

#include "desktop/theme/spacing.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kIconRole = Qt::UserRole + 1;
constexpr int kWidth = 208;

/// Draws a page as an icon and its name on a rounded ground, a section as a small heading.
class PageDelegate final : public QStyledItemDelegate
{
public:
    PageDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isPage = index.flags().testFlag(Qt::ItemIsSelectable);
        return {kWidth - 2 * kGap, QFontMetrics(option.font).height() + (isPage ? 2 * kGapSmall + 2 : kGapLarge + kGapSmall)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.flags().testFlag(Qt::ItemIsSelectable))
            paintPage(painter, option, index);
        else
            paintSection(painter, option, index);
        painter->restore();
    }

private:
    void paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        painter->setFont(fontFor(TextStyle::Caption));
        painter->setPen(m_theme.colours().muted);
        painter->drawText(option.rect.adjusted(kGap, 0, -kGap, -kGapTiny), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
    }

    void paintPage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Colours &colours = m_theme.colours();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        const QRect ground = option.rect.adjusted(0, 1, 0, -1);
        if (selected || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? colours.selection : colours.hover);
            painter->drawRoundedRect(ground, kRadiusSmall, kRadiusSmall);
        }
        if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colours.accentText, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), kRadiusSmall, kRadiusSmall);
        }
        const auto icon = Icon(index.data(kIconRole).toInt());
        const QRect place(ground.left() + kGap, ground.center().y() - kIcon / 2 + 1, kIcon, kIcon);
        const QColor ink = selected ? colours.onSelection : colours.muted;
        tintedIcon(icon, ink, ink).paint(painter, place);
        painter->setFont(selected ? fontFor(TextStyle::Strong) : option.font);
        painter->setPen(selected ? colours.onSelection : colours.text);
        const QRect words = ground.adjusted(2 * kGap + kIcon, 0, -kGap, 0);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

    Theme &m_theme;
};

QWidget *makeMark(Theme &theme)
{
    auto *const mark = new QWidget;
    auto *const layout = new QHBoxLayout(mark);
    layout->setContentsMargins(kGap, 0, kGap, 0);
    layout->setSpacing(kGapSmall);
    auto *const icon = new QLabel;
    theme.follow(icon, [&theme, icon] {
        icon->setPixmap(theme.icon(Icon::Gatehouse, Tone::Accent)
                            .pixmap(QSize(kIcon + kGapTiny, kIcon + kGapTiny), icon->devicePixelRatioF()));
    });
    layout->addWidget(icon);
    layout->addWidget(new Label(TextStyle::Heading, u"Gatehouse"_s), 1);
    return mark;
}

} // namespace

SideBar::SideBar(Theme &theme, const std::vector<PageEntry> &pages, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
{
    setProperty("surface", u"sunken"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(kWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGapLarge, kGap, kGap);
    layout->setSpacing(kGapSmall);
    layout->addWidget(makeMark(theme));
    layout->addWidget(m_list, 1);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setStyleSheet(u"background: transparent;"_s);
    m_list->setItemDelegate(new PageDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    theme.follow(m_list, [this] { m_list->viewport()->update(); });

    QString section;
    for (const PageEntry &page : pages) {
        if (page.section != section)
            addSection(section = page.section);
        addPage(page);
    }
    // Not the current item: assistive technology selects, and moves no cursor.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        const QList<QListWidgetItem *> chosen = m_list->selectedItems();
        if (!chosen.isEmpty())
            Q_EMIT selected(chosen.first()->data(kIdRole).toString());
    });
}

void SideBar::addSection(const QString &name)
{
    auto *const item = new QListWidgetItem(name, m_list);
    item->setFlags(Qt::NoItemFlags);
}

void SideBar::addPage(const PageEntry &page)
{
    auto *const item = new QListWidgetItem(page.title, m_list);
    item->setData(kIdRole, page.id);
    item->setData(kIconRole, int(page.icon));
    item->setToolTip(page.title + u"  "_s + page.shortcut.toString(QKeySequence::NativeText));
    item->setData(Qt::AccessibleTextRole, page.title);
}

void SideBar::select(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kIdRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

void SideBar::setFoot(QWidget *foot)
{
    layout()->addWidget(foot);
}

} // namespace gatehouse::desktop
