#pragma once

#include "audit/entry.h"
#include "core/error.h"

#include <span>
#include <vector>

namespace gatehouse::audit {

/// What a setting was and is, as one writes it in the configuration.
struct Change {
    QByteArray name;
    QByteArray before;
    QByteArray after;
};

/// Entries like `about` that tell of all changes, a fact for each: as many as that takes. A list too long for a fact is told of
/// by what came and what went, and what was, at the least, by its digest. Fails with Invalid, naming what is too long even so.
[[nodiscard]] Result<std::vector<Entry>> changeEntries(const Entry &about, std::span<const Change> changes);
/// The same for what cannot be refused, as a configuration file that was read again: that is told of by digests.
[[nodiscard]] std::vector<Entry> doneChangeEntries(const Entry &about, std::span<const Change> changes);
/// The fact that `before` no longer takes the place of what is configured; of what does not fit, its digest.
[[nodiscard]] Fact takenBack(const QByteArray &name, const QByteArray &before);

} // namespace gatehouse::audit
