#pragma once

#include "client/admin_session.h"
#include "client/audit_entry.h"
#include "client/live_stream.h"
#include "client/user_directory.h"
#include "desktop/audit/audit_filter.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QDeadlineTimer>
#include <QTimer>

#include <map>

namespace gatehouse::desktop {

/// The record as a table, newest first, of any length. Without a filter every entry has its row at once, and what is looked
/// at is read in blocks; with one, rows are appended page by page.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, What, Outcome, Who, Target, Address, Sequence, Columns };

    AuditModel(Theme &theme, client::AdminSession &session, client::LiveStream &stream, client::UserDirectory &users,
               QObject *parent = nullptr);

    void setFilter(const AuditFilter &filter);
    [[nodiscard]] const AuditFilter &filter() const { return m_filter; }
    /// Reads from the start again.
    void reload();
    /// Whether new entries appear by themselves.
    void setFollowing(bool following);
    /// The entry of a row, when it has been read.
    [[nodiscard]] const client::AuditEntry *entryAt(int row) const;
    /// Entries in the record, or found so far.
    [[nodiscard]] qint64 count() const;
    /// Whether a filter has found all there is.
    [[nodiscard]] bool isComplete() const { return m_filter.isEmpty() || !m_next; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void countChanged();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    using Block = std::vector<client::AuditEntry>;

    void readNewest();
    void takeNewest(const client::AuditEntries &newest);
    void wantBlock(quint64 block) const;
    void readBlocks();
    void takeBlock(quint64 block, const client::AuditEntries &entries);
    void takePage(const client::AuditEntries &page);
    void report(const client::ApiAnswer &answer);
    [[nodiscard]] QString text(const client::AuditEntry &entry, int column) const;

    Theme &m_theme;
    client::AdminSession &m_session;
    client::LiveStream &m_stream;
    client::UserDirectory &m_users;
    AuditFilter m_filter;
    QTimer m_follow;
    QTimer m_news; ///< there are some to be read
    QPointer<client::ApiCall> m_newestCall;

    // Without a filter: row r is the entry `m_size - 1 - r`.
    quint64 m_size = 0;
    mutable QCache<quint64, Block> m_blocks;
    mutable std::vector<quint64> m_wanted; ///< the last is wanted most
    std::map<quint64, QPointer<client::ApiCall>> m_blockCalls;
    mutable QTimer m_blockTimer;
    QDeadlineTimer m_pause; ///< the server wants to be asked again later

    // With a filter.
    std::vector<client::AuditEntry> m_found;
    std::optional<QString> m_next;
    QPointer<client::ApiCall> m_pageCall;
};

} // namespace gatehouse::desktop
