#include "audit/frontier.h"

namespace gatehouse::audit {

void Frontier::append(const Hash &leaf)
{
    Hash node = leaf;
    // Each one-bit at the end of the size is a subtree that this one completes.
    for (quint64 rest = m_size; (rest & 1U) != 0; rest >>= 1U) {
        node = nodeHash(m_roots.back(), node);
        m_roots.pop_back();
    }
    m_roots.push_back(node);
    ++m_size;
}

Hash Frontier::root() const
{
    if (m_roots.empty())
        return emptyRoot();
    Hash root = m_roots.back();
    for (auto node = m_roots.rbegin() + 1; node != m_roots.rend(); ++node)
        root = nodeHash(*node, root);
    return root;
}

} // namespace gatehouse::audit
