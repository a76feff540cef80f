#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace gatehouse {

/// A new ULID: 48 bits of milliseconds and 80 random bits from the operating system, as 26 characters of
/// Crockford's base 32, so that identifiers sort by the time they were made. Thread-safe.
[[nodiscard]] QByteArray newUlid(WallTime now);

/// The ULID of a time and given random bits, for identifiers that are no secrets and are made in great number.
[[nodiscard]] QByteArray ulidFrom(WallTime time, const std::array<unsigned char, 10> &randomBits);

/// Whether `text` is a ULID in its canonical, upper-case spelling.
[[nodiscard]] bool isUlid(QByteArrayView text);

/// Whether `text` is a UUID in its 36-character spelling, either case (RFC 9562, section 4).
[[nodiscard]] bool isUuid(QByteArrayView text);

} // namespace gatehouse
