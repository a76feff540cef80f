#pragma once

#include "audit/entry.h"
#include "core/clock.h"
#include "core/error.h"

#include <QSqlDatabase>

#include <optional>
#include <vector>

namespace gatehouse::webhooks {

// The record itself is what waits to be sent: it is durable and in order. Beside it is kept how far it has been sent, and what
// was given up. All in the database's thread.

/// Something that was given up.
struct DeadLetter {
    quint64 sequence = 0; ///< of the entry
    WallTime failed{};
    int attempts = 0;
    QByteArray reason;
};

/// How far the record has been sent, for all instances.
struct QueueStatus {
    quint64 next = 0; ///< the first entry that was not sent
    quint64 size = 0; ///< of the record
    quint64 deadLetters = 0;
};
[[nodiscard]] Result<QueueStatus> queueStatus(QSqlDatabase &database);

/// Has `owner` be the one who sends until `until`, if nobody else is; nothing else. The first call begins at the end of the
/// record: who has just named a receiver does not want what was before.
struct Claim {
    bool granted = false;
    quint64 next = 0;
};
[[nodiscard]] Result<Claim> claim(QSqlDatabase &database, const QByteArray &owner, WallTime now, WallTime until);

/// Lets another instance send at once.
[[nodiscard]] Result<void> release(QSqlDatabase &database, const QByteArray &owner);

/// That everything before `next` was sent or given up. Fails with Conflict when `owner` no longer sends.
[[nodiscard]] Result<void> advance(QSqlDatabase &database, const QByteArray &owner, quint64 next);
/// Gives an entry up, and goes on with the next.
[[nodiscard]] Result<void> bury(QSqlDatabase &database, const QByteArray &owner, const DeadLetter &letter);

/// What was given up, the latest first.
[[nodiscard]] Result<std::vector<DeadLetter>> deadLetters(QSqlDatabase &database, int limit);
/// Has what was given up sent again: it is taken before what comes next. Returns how many there are.
[[nodiscard]] Result<quint64> retryDeadLetters(QSqlDatabase &database);
/// One that is to be sent again.
[[nodiscard]] Result<std::optional<quint64>> nextRetry(QSqlDatabase &database);
[[nodiscard]] Result<void> forget(QSqlDatabase &database, quint64 sequence);

} // namespace gatehouse::webhooks
