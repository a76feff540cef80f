#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/snapshot.h"

#include <QByteArray>
#include <QSet>
#include <QSqlDatabase>

#include <chrono>
#include <memory>

namespace gatehouse::auth {

/// Sessions that ended before the access tokens of theirs did, and users that may not come in.
struct RevocationList {
    QSet<QByteArray> sessions;
    QSet<QByteArray> disabledUsers; ///< deleted ones too, while tokens of theirs may be alive
};

/// Keeps the revocations where every worker reads them without SQL. Who changes sessions or users reads the list within the
/// transaction and publishes it after the commit: a revocation holds in all workers before it is acknowledged, and there is
/// nothing left between the two that could fail.
class Revocations
{
public:
    /// `tokenLife`: how long an access token can outlive its session, skew included. `clock` outlives this.
    Revocations(std::chrono::seconds tokenLife, const Clock &clock);

    using ListPtr = std::shared_ptr<const RevocationList>; ///< shared, as Snapshot is

    /// The list as the database has it. Runs in the database's thread.
    [[nodiscard]] Result<ListPtr> read(QSqlDatabase &database) const;
    /// Makes every worker go by `list` from its next request on.
    void publish(ListPtr list) { m_list.set(std::move(list)); }
    /// Both. On failure the old list stays.
    [[nodiscard]] Result<void> reload(QSqlDatabase &database);

    [[nodiscard]] const Snapshot<RevocationList> &list() const { return m_list; }

private:
    const std::chrono::seconds m_tokenLife;
    const Clock &m_clock;
    Snapshot<RevocationList> m_list;
};

} // namespace gatehouse::auth
