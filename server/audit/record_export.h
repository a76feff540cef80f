#pragma once

#include "audit/entry_text.h"
#include "audit/verify_store.h"

#include <QIODevice>

namespace gatehouse::audit {

/// Writes the whole record with its checkpoints as they are now: what a third party needs to check it, but the public key, which
/// is to come another way. In the database's thread, in pieces. Returns how many entries there are.
[[nodiscard]] Result<quint64> exportRecord(QSqlDatabase &database, TextFormat format, QIODevice &out);

/// Checks what exportRecord() wrote, and has read nothing else. Fails with Malformed for what is no export.
[[nodiscard]] Result<VerificationReport> verifyExport(QIODevice &in, const Trust &trust);

/// The verifier keys that an export in JSON names, which prove nothing: who made it can name any.
[[nodiscard]] std::vector<QByteArray> keysNamedIn(QIODevice &in);

} // namespace gatehouse::audit
