#pragma once

#include "audit/signed_note.h"
#include "audit/tree_hash.h"

namespace gatehouse::audit {

/// What the log commits itself to (C2SP tlog-checkpoint): that its first `size` entries have that root.
struct Checkpoint {
    QByteArray origin; ///< name of the log, and of the key that signs
    quint64 size = 0;
    Hash root{};
    bool operator==(const Checkpoint &) const = default;
};

/// The text that is signed: three lines.
[[nodiscard]] QByteArray toText(const Checkpoint &checkpoint);

/// From the text of a note; lines after the third are let pass, as the format has it. Fails with Malformed.
[[nodiscard]] Result<Checkpoint> checkpointFromText(QByteArrayView text);

/// What `note` says, if `verifier` signed it and is of the name that the checkpoint has as its origin. Fails as
/// NoteVerifier::open() and checkpointFromText() do.
[[nodiscard]] Result<Checkpoint> openCheckpoint(QByteArrayView note, const NoteVerifier &verifier);

} // namespace gatehouse::audit
