#pragma once

#include <QByteArray>

#include <vector>

/// A request that is refused for its head, whatever follows.
struct RefusedHead {
    const char *name;
    QByteArray bytes;
    int status;
};

/// What two recipients could read differently, or what no client of good will sends: the parser must refuse each (RFC 9112), and
/// so must the program.
[[nodiscard]] std::vector<RefusedHead> refusedHeads();
