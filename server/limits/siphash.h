#pragma once

#include <QByteArrayView>

#include <array>

namespace gatehouse::limits {

/// 128 bits that stand for a longer key.
struct Fingerprint {
    quint64 low = 0;
    quint64 high = 0;

    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;
    friend auto operator<=>(const Fingerprint &, const Fingerprint &) = default;
};

/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012): a keyed hash that somebody who does not know
/// the key cannot find collisions for. `key` is 16 bytes. Thread-safe.
[[nodiscard]] Fingerprint sipHash128(QByteArrayView bytes, const std::array<unsigned char, 16> &key);

} // namespace gatehouse::limits
