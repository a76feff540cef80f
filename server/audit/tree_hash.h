#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace gatehouse::audit {

/// A node of the tree: SHA-256, as RFC 9162, section 2.1.1, has it.
using Hash = std::array<unsigned char, 32>;

/// The root of the tree without leaves.
[[nodiscard]] Hash emptyRoot();
[[nodiscard]] Hash leafHash(QByteArrayView leaf);
[[nodiscard]] Hash nodeHash(const Hash &left, const Hash &right);

[[nodiscard]] inline QByteArrayView bytesOf(const Hash &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size())};
}
/// `bytes` are 32.
[[nodiscard]] Hash hashFrom(QByteArrayView bytes);

} // namespace gatehouse::audit
