#pragma once

#include "audit/signed_note.h"
#include "audit/tree_hash.h"
#include "core/clock.h"

#include <QSqlDatabase>
#include <QString>

#include <vector>

namespace gatehouse::audit {

/// A part of the record that was exported to a file and may be missing from the database: the entries from `first` to before
/// `end`. What is signed of it says that the tree of `end` entries has that root, and which file holds them.
struct Segment {
    QByteArray origin; ///< name of the log, and of the key that signs
    quint64 first = 0;
    quint64 end = 0;
    Hash root{}; ///< of the tree of `end` entries
    QByteArray digest; ///< SHA-256 of the file
    QByteArray file; ///< its name, without a folder
    bool operator==(const Segment &) const = default;
};

/// The text that is signed: six lines. No checkpoint has such a text.
[[nodiscard]] QByteArray toText(const Segment &segment);
/// Fails with Malformed.
[[nodiscard]] Result<Segment> segmentFromText(QByteArrayView text);
/// What `note` says, if `verifier` signed it and is of the name that the segment has as its origin. Fails as NoteVerifier::open()
/// and segmentFromText() do.
[[nodiscard]] Result<Segment> openSegment(QByteArrayView note, const NoteVerifier &verifier);

/// A segment as it is kept.
struct StoredSegment {
    quint64 first = 0;
    quint64 end = 0;
    WallTime created{}; ///< not part of what is signed
    QByteArray file;
    QByteArray note;
};

// All in the database's thread.

/// Fails with Conflict when there is one that begins there.
[[nodiscard]] Result<void> storeSegment(QSqlDatabase &database, const StoredSegment &segment);
/// By their first entry.
/// None, as the next, in a database that was written before there were any.
[[nodiscard]] Result<std::vector<StoredSegment>> allSegments(QSqlDatabase &database);
/// The first entry that no segment holds.
[[nodiscard]] Result<quint64> sealedEnd(QSqlDatabase &database);

} // namespace gatehouse::audit
