#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse::client {

/// Checks of the record that need nothing but what the server has sent: the tree of RFC 9162, section 2.1, over SHA-256. Whether
/// a checkpoint's signature is good takes the key that was kept elsewhere; `gatehouse audit verify` does that.

/// The size and the root that a checkpoint names (C2SP tlog-checkpoint).
struct CheckpointBody {
    QByteArray origin;
    quint64 size = 0;
    QByteArray root;

    [[nodiscard]] static Result<CheckpointBody> parse(const QByteArray &note);
};

[[nodiscard]] QByteArray leafHash(const QByteArray &content);
[[nodiscard]] QByteArray nodeHash(const QByteArray &left, const QByteArray &right);

/// Whether the leaf is at `sequence` of the tree of that size and root (RFC 9162, section 2.1.3.2).
[[nodiscard]] bool isIncluded(const QByteArray &leaf, quint64 sequence, quint64 size, const QByteArrayList &path,
                              const QByteArray &root);

} // namespace gatehouse::client
