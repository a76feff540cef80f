#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/snapshot.h"
#include "storage/statement.h"

#include <QByteArray>
#include <QSet>
#include <QSqlDatabase>

#include <chrono>
#include <memory>
#include <mutex>
#include <type_traits>

namespace gatehouse::auth {

/// Sessions that ended before the access tokens of theirs did, and users that may not come in.
struct RevocationList {
    QSet<QByteArray> sessions;
    QSet<QByteArray> disabledUsers; ///< deleted ones too, while tokens of theirs may be alive
};

/// Keeps the revocations where every worker reads them without SQL. Who changes sessions or users does it through change(): the
/// list is read within the transaction and published after the commit, so a revocation holds in all workers before it is
/// acknowledged, and there is nothing left between the two that could fail.
class Revocations
{
public:
    /// `tokenLife`: how long an access token can outlive its session, skew included. `clock` outlives this.
    Revocations(std::chrono::seconds tokenLife, const Clock &clock);

    using ListPtr = std::shared_ptr<const RevocationList>; ///< shared, as Snapshot is

    /// The list as the database has it. Runs in the database's thread.
    [[nodiscard]] Result<ListPtr> read(QSqlDatabase &database) const;
    /// Reads the list and makes every worker go by it from its next request on. On failure the old list stays.
    [[nodiscard]] Result<void> reload(QSqlDatabase &database);
    /// Runs `work` in a transaction, and makes every worker go by what it changed before this returns. On failure nothing has
    /// changed. One at a time: of two lists that were read beside each other, each would lack what is in the other.
    template<typename Work>
    [[nodiscard]] auto change(QSqlDatabase &database, storage::Beside beside, Work work) -> std::invoke_result_t<Work>
    {
        const std::lock_guard lock(m_changing); // before any lock of the database, by everybody
        ListPtr list;
        auto done = storage::inTransaction(database, beside, [&]() -> std::invoke_result_t<Work> {
            auto worked = work();
            if (!worked)
                return worked;
            Result<ListPtr> current = read(database);
            if (!current)
                return std::unexpected(current.error());
            list = std::move(*current);
            return worked;
        });
        if (done)
            m_list.set(std::move(list));
        return done;
    }

    [[nodiscard]] const Snapshot<RevocationList> &list() const { return m_list; }

private:
    const std::chrono::seconds m_tokenLife;
    const Clock &m_clock;
    std::mutex m_changing; ///< held from before the list is read until it is published
    Snapshot<RevocationList> m_list;
};

} // namespace gatehouse::auth
