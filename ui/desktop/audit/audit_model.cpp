#include "desktop/audit/audit_model.h"

#include "desktop/events/event_words.h"
#include "desktop/shell/local_time.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr quint64 kBlockSize = 200; ///< entries of a block are those with sequences from a multiple of it on
constexpr qsizetype kBlocksKept = 64;
constexpr std::size_t kBlocksAtOnce = 2;
constexpr std::size_t kBlocksWanted = 4; ///< who scrolls past many needs only the last
constexpr std::chrono::milliseconds kFollowInterval = 4s; ///< while nobody tells of new entries
constexpr std::chrono::milliseconds kNewsTogether = 250ms; ///< entries that come within it are read at once
const QString kPath = u"/api/v1/admin/audit"_s;
constexpr qsizetype kIdentifierLength = 26;

} // namespace

AuditModel::AuditModel(Theme &theme, client::AdminSession &session, client::LiveStream &stream, client::UserDirectory &users,
                       QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_session(session)
    , m_stream(stream)
    , m_users(users)
    , m_blocks(kBlocksKept)
{
    m_blockTimer.setSingleShot(true);
    connect(&m_blockTimer, &QTimer::timeout, this, &AuditModel::readBlocks);
    m_news.setSingleShot(true);
    m_news.setInterval(kNewsTogether);
    connect(&m_news, &QTimer::timeout, this, &AuditModel::readNewest);
    connect(&m_follow, &QTimer::timeout, this, [this] {
        if (!m_stream.isLive())
            readNewest();
    });
    const auto redraw = [this] {
        if (const int rows = rowCount(); rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, Columns - 1));
    };
    connect(&users, &client::UserDirectory::changed, this, redraw);
    connect(&theme, &Theme::changed, this, redraw);
    const auto again = [this] {
        if (m_follow.isActive())
            readNewest();
    };
    connect(&stream, &client::LiveStream::liveChanged, this, again);
    connect(&session.link(), &client::LinkWatch::returned, this, again);
    connect(&session.link(), &client::LinkWatch::lost, this, &AuditModel::troubled);
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

void AuditModel::reload()
{
    for (auto &[block, call] : m_blockCalls) {
        if (call)
            call->cancel();
    }
    if (m_pageCall)
        m_pageCall->cancel();
    if (m_newestCall)
        m_newestCall->cancel();
    m_pageCall.clear();
    m_newestCall.clear();
    beginResetModel();
    m_blockCalls.clear();
    m_wanted.clear();
    m_blocks.clear();
    m_size = 0;
    m_found.clear();
    m_next.reset();
    endResetModel();
    readNewest();
}

void AuditModel::setFollowing(bool following)
{
    if (!following) {
        m_follow.stop();
        m_stream.leave(client::StreamTopic::Audit, this);
        return;
    }
    if (!m_follow.isActive()) {
        m_stream.listen(client::StreamTopic::Audit, this, [this](const QJsonValue &) {
            if (!m_news.isActive())
                m_news.start();
        });
    }
    m_follow.start(kFollowInterval);
    readNewest();
}

qint64 AuditModel::count() const
{
    return m_filter.isEmpty() ? qint64(m_size) : qint64(m_found.size());
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<qint64>(count(), std::numeric_limits<int>::max() / 64));
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

void AuditModel::report(const client::ApiAnswer &answer)
{
    if (const auto trouble = client::Trouble::of(answer))
        Q_EMIT troubled(*trouble);
}

void AuditModel::readNewest()
{
    if (m_newestCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    const QString filter = m_filter.query();
    const QString query = u"limit=%1"_s.arg(kBlockSize) + (filter.isEmpty() ? QString() : u'&' + filter);
    m_newestCall = m_session.get(kPath, query, this, [this](const client::ApiAnswer &answer) {
        if (answer.status == 200)
            takeNewest(client::AuditEntries::fromJson(answer.json()));
        else
            report(answer);
    });
}

void AuditModel::takeNewest(const client::AuditEntries &newest)
{
    if (m_filter.isEmpty()) {
        const quint64 size = newest.items.empty() ? 0 : newest.items.front().sequence + 1;
        if (size > m_size) {
            beginInsertRows({}, 0, int(size - m_size) - 1);
            if (m_size > 0)
                m_blocks.remove((m_size - 1) / kBlockSize); // it was not full
            m_size = size;
            endInsertRows();
        }
    } else if (m_found.empty()) {
        takePage(newest);
    } else {
        const auto known = std::ranges::find(newest.items, m_found.front().sequence, &client::AuditEntry::sequence);
        if (const auto added = int(known - newest.items.begin()); added > 0) {
            beginInsertRows({}, 0, added - 1);
            m_found.insert(m_found.begin(), newest.items.begin(), known);
            endInsertRows();
        }
    }
    Q_EMIT countChanged();
}

void AuditModel::takePage(const client::AuditEntries &page)
{
    m_next = page.next;
    if (!page.items.empty()) {
        beginInsertRows({}, int(m_found.size()), int(m_found.size() + page.items.size()) - 1);
        m_found.insert(m_found.end(), page.items.begin(), page.items.end());
        endInsertRows();
    }
    m_pageCall.clear();
    Q_EMIT countChanged();
    if (page.items.empty() && m_next) // a search looks at so many entries at a time
        fetchMore({});
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_filter.isEmpty() && m_next && !m_pageCall;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const QString query = u"limit=%1&after=%2&"_s.arg(kBlockSize).arg(*m_next) + m_filter.query();
    m_pageCall = m_session.get(kPath, query, this, [this](const client::ApiAnswer &answer) {
        if (answer.status == 200)
            takePage(client::AuditEntries::fromJson(answer.json()));
        else
            report(answer);
    });
}

const client::AuditEntry *AuditModel::entryAt(int row) const
{
    if (!m_filter.isEmpty())
        return std::size_t(row) < m_found.size() ? &m_found[std::size_t(row)] : nullptr;
    if (row < 0 || quint64(row) >= m_size)
        return nullptr;
    const quint64 sequence = m_size - 1 - quint64(row);
    const Block *const block = m_blocks.object(sequence / kBlockSize);
    if (!block) {
        wantBlock(sequence / kBlockSize);
        return nullptr;
    }
    const auto found = std::ranges::lower_bound(*block, sequence, std::ranges::greater(), &client::AuditEntry::sequence);
    return found != block->end() && found->sequence == sequence ? &*found : nullptr;
}

void AuditModel::wantBlock(quint64 block) const
{
    if (m_blockCalls.contains(block) || (!m_wanted.empty() && m_wanted.back() == block))
        return;
    std::erase(m_wanted, block);
    m_wanted.push_back(block);
    if (m_wanted.size() > kBlocksWanted)
        m_wanted.erase(m_wanted.begin());
    m_blockTimer.start(0);
}

void AuditModel::readBlocks()
{
    if (!m_pause.hasExpired()) {
        m_blockTimer.start(int(m_pause.remainingTime()) + 1);
        return;
    }
    while (!m_wanted.empty() && m_blockCalls.size() < kBlocksAtOnce) {
        const quint64 block = m_wanted.back();
        m_wanted.pop_back();
        const QString query = u"limit=%1&after=%2"_s.arg(kBlockSize).arg((block + 1) * kBlockSize);
        m_blockCalls[block] = m_session.get(kPath, query, this, [this, block](const client::ApiAnswer &answer) {
            m_blockCalls.erase(block);
            if (answer.status == 429) { // later, quietly: the rows are there already
                wantBlock(block);
                m_pause.setRemainingTime(std::chrono::seconds(std::max(1, answer.header("Retry-After").toInt())));
                readBlocks();
                return;
            }
            if (answer.status == 200)
                takeBlock(block, client::AuditEntries::fromJson(answer.json()));
            else
                report(answer);
            readBlocks();
        });
    }
}

void AuditModel::takeBlock(quint64 block, const client::AuditEntries &entries)
{
    auto *const kept = new Block;
    std::ranges::copy_if(entries.items, std::back_inserter(*kept),
                         [block](const client::AuditEntry &entry) { return entry.sequence / kBlockSize == block; });
    m_blocks.insert(block, kept);
    const auto first = qint64(m_size) - 1 - qint64((block + 1) * kBlockSize - 1);
    const auto last = qint64(m_size) - 1 - qint64(block * kBlockSize);
    Q_EMIT dataChanged(index(int(std::max<qint64>(first, 0)), 0), index(int(last), Columns - 1));
}

QString AuditModel::text(const client::AuditEntry &entry, int column) const
{
    switch (column) {
    case Time: return dateTimeText(entry.time);
    case What: return EventWords::action(entry.action);
    case Outcome: return EventWords::outcome(entry.outcome);
    case Who: return EventWords::actor(entry, m_users.nameOf(entry.actor));
    case Target: return entry.target.size() == kIdentifierLength ? m_users.nameOf(entry.target) : entry.target;
    case Address: return entry.address;
    case Sequence: return QLocale().toString(entry.sequence);
    default: return {};
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Sequence ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::DecorationRole && role != Qt::ToolTipRole && role != Qt::ForegroundRole)
        return {};
    const client::AuditEntry *const entry = entryAt(index.row());
    if (!entry)
        return role == Qt::DisplayRole && index.column() == What ? QVariant(tr("…")) : QVariant();
    if (role == Qt::DisplayRole)
        return text(*entry, index.column());
    if (role == Qt::ForegroundRole) {
        return index.column() == Outcome ? QVariant(m_theme.colours().tone(EventWords::tone(entry->outcome)))
            : index.column() >= Target || index.column() == Time ? QVariant(m_theme.colours().muted)
                                                                 : QVariant();
    }
    if (role == Qt::DecorationRole && index.column() == Outcome)
        return m_theme.icon(EventWords::icon(entry->outcome), EventWords::tone(entry->outcome));
    if (role == Qt::ToolTipRole && index.column() == What)
        return entry->action;
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Sequence ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case What: return tr("What");
    case Outcome: return tr("Outcome");
    case Who: return tr("By");
    case Target: return tr("To");
    case Address: return tr("From");
    case Sequence: return tr("Number");
    default: return {};
    }
}

} // namespace gatehouse::desktop
