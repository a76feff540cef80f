#pragma once

#include "audit/tree_hash.h"
#include "core/error.h"

#include <vector>

namespace gatehouse::audit {

/// What a proof is made of: the hashes beside a path, from the leaves up.
using Proof = std::vector<Hash>;

/// Where the nodes of a tree are.
class NodeSource
{
public:
    virtual ~NodeSource() = default;
    /// The root of the perfect subtree over the leaves [index·2^level, (index+1)·2^level), all of which are there.
    [[nodiscard]] virtual Result<Hash> node(int level, quint64 index) = 0;
};

/// The root of the tree over the first `size` leaves.
[[nodiscard]] Result<Hash> rootAt(NodeSource &nodes, quint64 size);

/// That leaf `index` is in the tree of `size` leaves: PATH of RFC 9162, section 2.1.3.1. `index` < `size`. Asks for O(log size)
/// nodes.
[[nodiscard]] Result<Proof> inclusionProof(NodeSource &nodes, quint64 index, quint64 size);

/// That the tree of `first` leaves is the beginning of that of `second`: PROOF of RFC 9162, section 2.1.4.1. `first` <= `second`;
/// empty where there is nothing to prove. Asks for O(log second) nodes.
[[nodiscard]] Result<Proof> consistencyProof(NodeSource &nodes, quint64 first, quint64 second);

/// RFC 9162, section 2.1.3.2. No input makes it do more than its length.
[[nodiscard]] bool verifyInclusion(const Hash &leaf, quint64 index, quint64 size, const Proof &proof, const Hash &root);

/// RFC 9162, section 2.1.4.2. Every tree begins with the empty one, and is the beginning of itself, both by an empty proof.
[[nodiscard]] bool verifyConsistency(quint64 first, quint64 second, const Hash &firstRoot, const Hash &secondRoot,
                                     const Proof &proof);

} // namespace gatehouse::audit
