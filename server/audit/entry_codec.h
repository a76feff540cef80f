#pragma once

#include "audit/entry.h"
#include "core/error.h"

namespace gatehouse::audit {

/// The canonical bytes of an entry, which are what the tree is made of: for each entry there is exactly one text of bytes and
/// for each text at most one entry. docs/decisions/100 says each byte. `entry` has been through normalise().
[[nodiscard]] QByteArray encode(const Entry &entry);

/// Fails with Malformed for anything that encode() would not have written, saying what is wrong.
[[nodiscard]] Result<Entry> decode(QByteArrayView bytes);

/// Longer than any entry.
inline constexpr qsizetype kLongestEntry = 256 * 1024;

} // namespace gatehouse::audit
