#pragma once

#include "audit/tree_hash.h"

#include <vector>

namespace gatehouse::audit {

/// A growing tree by its right edge alone: the roots of the perfect subtrees that it is made of, largest first, one for each bit
/// of its size. What it takes to append and to say the root.
class Frontier
{
public:
    void append(const Hash &leaf);
    [[nodiscard]] quint64 size() const { return m_size; }
    [[nodiscard]] Hash root() const;

private:
    std::vector<Hash> m_roots;
    quint64 m_size = 0;
};

} // namespace gatehouse::audit
