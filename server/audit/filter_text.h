#pragma once

#include "audit/audit_reader.h"

namespace gatehouse::audit {

/// What can be filtered by, as queries and commands call it.
inline constexpr const char *kFilterNames[]{"from", "until", "actor", "action", "target", "outcome", "address", "text"};

/// Sets one of them from its text; an empty one sets nothing. Times are RFC 3339, or a date alone in UTC. Fails with Invalid,
/// naming the field.
[[nodiscard]] Result<void> setFilter(Filter &filter, QByteArrayView name, const QByteArray &text);

/// A sequence. Fails with Invalid, naming `field`.
[[nodiscard]] Result<quint64> sequenceFrom(const QString &field, QByteArrayView text);

} // namespace gatehouse::audit
