#pragma once

#include "audit/tree_hash.h"

#include <utility>
#include <vector>

namespace gatehouse::audit {

/// A growing tree by its right edge alone: the roots of the perfect subtrees that it is made of, largest first, one for each bit
/// of its size. What it takes to append and to say the root.
class Frontier
{
public:
    /// Of the tree without leaves.
    Frontier() = default;
    /// Of `size` leaves; `roots` are those that the class is about.
    Frontier(quint64 size, std::vector<Hash> roots)
        : m_roots(std::move(roots))
        , m_size(size)
    {
    }

    void append(const Hash &leaf);
    [[nodiscard]] quint64 size() const { return m_size; }
    [[nodiscard]] Hash root() const;
    /// One for each bit of the size, largest first.
    [[nodiscard]] const std::vector<Hash> &roots() const { return m_roots; }

private:
    std::vector<Hash> m_roots;
    quint64 m_size = 0;
};

} // namespace gatehouse::audit
