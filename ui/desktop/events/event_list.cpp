#include "desktop/events/event_list.h"

#include "desktop/events/event_words.h"
#include "desktop/shell/local_time.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/type_scale.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kTimeRole = Qt::UserRole;
constexpr int kWhoRole = Qt::UserRole + 1;
constexpr int kOutcomeRole = Qt::UserRole + 2;
constexpr int kUsualRows = 6;

/// Without the day where it is today.
QString whenOf(const client::AuditEntry &entry)
{
    return entry.time.toLocalTime().date() == QDate::currentDate() ? timeText(entry.time)
                                                                   : dateTimeText(entry.time, Precision::Minutes);
}

class EventDelegate final : public QStyledItemDelegate
{
public:
    EventDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {kIconHuge, QFontMetrics(option.font).height() + kGapLarge};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &colours = m_theme.colours();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, colours.selection);
        const QRect line = option.rect.adjusted(kGapLarge, 0, -kGapLarge, 0);
        const auto outcome = client::AuditEntry::Outcome(index.data(kOutcomeRole).toInt());
        const QRect mark(line.left(), line.center().y() - kIconSmall / 2 + 1, kIconSmall, kIconSmall);
        m_theme.icon(EventWords::icon(outcome), EventWords::tone(outcome)).paint(painter, mark);

        const QString time = index.data(kTimeRole).toString();
        painter->setFont(fontFor(TextStyle::Caption));
        painter->setPen(colours.muted);
        const int timeWidth = painter->fontMetrics().horizontalAdvance(time);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, time);

        QRect words = line.adjusted(kIconSmall + kGapSmall, 0, -timeWidth - kGap, 0);
        painter->setFont(option.font);
        painter->setPen(colours.text);
        const QString what = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, what);
        words.setLeft(words.left() + painter->fontMetrics().horizontalAdvance(what) + kGapSmall);
        painter->setPen(colours.muted);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(kWhoRole).toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

class EventList::Model final : public QAbstractListModel
{
public:
    Model(client::UserDirectory &users)
        : m_users(users)
    {
        connect(&users, &client::UserDirectory::changed, this, [this] {
            if (!m_entries.empty())
                Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
        });
    }

    void set(std::vector<client::AuditEntry> entries)
    {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }

    [[nodiscard]] bool startsWith(quint64 sequence, std::size_t count) const
    {
        return m_entries.size() == count && count > 0 && m_entries.front().sequence == sequence;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(m_entries.size()); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const client::AuditEntry &entry = m_entries.at(std::size_t(index.row()));
        const QString who = EventWords::actor(entry, m_users.nameOf(entry.actor));
        const QString from = entry.address.isEmpty() ? who : EventList::tr("%1 from %2").arg(who, entry.address);
        switch (role) {
        case Qt::DisplayRole: return EventWords::action(entry.action);
        case kWhoRole: return from;
        case kTimeRole: return whenOf(entry);
        case kOutcomeRole: return int(entry.outcome);
        case Qt::AccessibleTextRole:
            return u"%1, %2, %3, %4"_s.arg(EventWords::action(entry.action), EventWords::outcome(entry.outcome), from,
                                           whenOf(entry));
        default: return {};
        }
    }

private:
    client::UserDirectory &m_users;
    std::vector<client::AuditEntry> m_entries;
};

EventList::EventList(Theme &theme, client::UserDirectory &users, QWidget *parent)
    : QListView(parent)
    , m_entries(std::make_unique<Model>(users))
{
    setModel(m_entries.get());
    setItemDelegate(new EventDelegate(theme, this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Latest events"));
    theme.follow(this, [this] { viewport()->update(); });
}

EventList::~EventList()
{
    setModel(nullptr);
}

void EventList::setEntries(std::vector<client::AuditEntry> entries)
{
    // A list that is the same keeps its selection and its place.
    if (!entries.empty() && m_entries->startsWith(entries.front().sequence, entries.size()))
        return;
    m_entries->set(std::move(entries));
}

QSize EventList::sizeHint() const
{
    return {kIconHuge * 6, (fontMetrics().height() + kGapLarge) * kUsualRows};
}

} // namespace gatehouse::desktop
