#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/snapshot.h"

#include <QByteArray>
#include <QSet>
#include <QSqlDatabase>

#include <chrono>

namespace gatehouse::auth {

/// Sessions that ended before the access tokens of theirs did, and users that may not come in.
struct RevocationList {
    QSet<QByteArray> sessions;
    QSet<QByteArray> disabledUsers; ///< deleted ones too, while tokens of theirs may be alive
};

/// Keeps the revocations where every worker reads them without SQL. Who changes sessions or users calls reload() in
/// the same piece of database work, so that a revocation holds in all workers before it is acknowledged.
class Revocations
{
public:
    /// `tokenLife`: how long an access token can outlive its session, skew included. `clock` outlives this.
    Revocations(std::chrono::seconds tokenLife, const Clock &clock);

    /// Reads the list anew. Runs in the database's thread. On failure the old list stays.
    Result<void> reload(QSqlDatabase &database);

    [[nodiscard]] const Snapshot<RevocationList> &list() const { return m_list; }

private:
    const std::chrono::seconds m_tokenLife;
    const Clock &m_clock;
    Snapshot<RevocationList> m_list;
};

} // namespace gatehouse::auth
