#pragma once

#include "audit/entry_text.h"
#include "audit/verify_store.h"

#include <QIODevice>

#include <span>

namespace gatehouse::audit {

/// Entries from `begin` to before `end`.
struct EntryRange {
    quint64 begin = 0;
    quint64 end = 0;
    [[nodiscard]] quint64 size() const { return end - begin; }
};

// An export is what a third party needs to check some or all of the record, but the public key, which is to come another way.
// It begins with what the entries before it hash to, so that it can be checked without them. All in the database's thread.

/// All that is in the database, and not sealed.
[[nodiscard]] Result<EntryRange> keptEntries(QSqlDatabase &database);
/// At most `most` entries from `begin` on, up to a signed checkpoint where there is one among them.
[[nodiscard]] Result<EntryRange> exportableFrom(QSqlDatabase &database, quint64 begin, quint64 most);

/// Writes where `range` begins and the checkpoints within.
[[nodiscard]] Result<void> writeExportHead(QSqlDatabase &database, TextFormat format, const EntryRange &range, QIODevice &out);
/// Writes a few thousand entries of `rest`; returns where to go on. Fails with Gone when one was sealed and dropped.
[[nodiscard]] Result<quint64> writeExportPiece(QSqlDatabase &database, TextFormat format, const EntryRange &rest, QIODevice &out);
/// Both, to the end.
[[nodiscard]] Result<void> exportEntries(QSqlDatabase &database, TextFormat format, const EntryRange &range, QIODevice &out);
/// Exports keptEntries(), and returns how many there are.
[[nodiscard]] Result<quint64> exportRecord(QSqlDatabase &database, TextFormat format, QIODevice &out);

/// Checks exports, each of which goes on where the one before ended, and has read nothing else. Fails with Malformed for what is
/// no export.
[[nodiscard]] Result<VerificationReport> verifyExports(std::span<QIODevice *const> files, const Trust &trust);
/// The same of one.
[[nodiscard]] Result<VerificationReport> verifyExport(QIODevice &in, const Trust &trust);

/// The verifier keys that an export in JSON names, which prove nothing: who made it can name any.
[[nodiscard]] std::vector<QByteArray> keysNamedIn(QIODevice &in);

} // namespace gatehouse::audit
