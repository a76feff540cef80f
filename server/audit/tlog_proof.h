#pragma once

#include "audit/audit_store.h"
#include "audit/checkpoint_store.h"
#include "audit/signed_note.h"
#include "audit/tree_proof.h"

#include <QSqlDatabase>

namespace gatehouse::audit {

/// That an entry is in the record, for somebody who has nothing but the log's public key.
struct EntryProof {
    quint64 sequence = 0;
    QByteArray content; ///< canonical bytes
    Proof path;
    StoredCheckpoint checkpoint; ///< that `path` leads to
};

/// Proves an entry against the latest checkpoint. Fails with NotFound where there is no such entry, Conflict while no checkpoint
/// covers it. In the database's thread.
[[nodiscard]] Result<EntryProof> proveEntry(QSqlDatabase &database, quint64 sequence);

/// That one checkpoint's record is the beginning of another's. Fails with NotFound where there is no `size`. In the database's
/// thread.
[[nodiscard]] Result<Proof> proveConsistency(QSqlDatabase &database, quint64 earlier, quint64 size);

/// In the format C2SP tlog-proof, with the entry's bytes as the extra data.
[[nodiscard]] QByteArray toText(const EntryProof &proof);

/// Reads that format and checks all of it. Returns the entry's bytes; fails with Malformed or Invalid.
[[nodiscard]] Result<QByteArray> openProof(QByteArrayView text, const NoteVerifier &verifier);

/// In base64, in order.
[[nodiscard]] QByteArrayList toBase64(const Proof &proof);

} // namespace gatehouse::audit
