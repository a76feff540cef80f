#include "audit/tree_proof.h"

#include <algorithm>
#include <bit>
#include <ranges>

namespace gatehouse::audit {

namespace {

/// A run of leaves; `begin` is a multiple of the largest power of two below its length.
struct Range {
    quint64 begin;
    quint64 end;

    [[nodiscard]] quint64 size() const { return end - begin; }
    /// Where the tree over it divides: the largest power of two smaller than the length.
    [[nodiscard]] quint64 split() const { return begin + std::bit_floor(size() - 1); }
    [[nodiscard]] Range left() const { return {begin, split()}; }
    [[nodiscard]] Range right() const { return {split(), end}; }
};

Result<Hash> hashOf(NodeSource &nodes, Range range)
{
    if (std::has_single_bit(range.size())) {
        const int level = std::countr_zero(range.size());
        return nodes.node(level, range.begin >> static_cast<unsigned>(level));
    }
    const Result<Hash> left = hashOf(nodes, range.left());
    if (!left)
        return left;
    const Result<Hash> right = hashOf(nodes, range.right());
    if (!right)
        return right;
    return nodeHash(*left, *right);
}

/// Hashes of `ranges`, which were met on the way down, in the order of a proof: from below.
Result<Proof> proofOf(NodeSource &nodes, const std::vector<Range> &ranges)
{
    Proof proof;
    for (const Range range : std::views::reverse(ranges)) {
        const Result<Hash> hash = hashOf(nodes, range);
        if (!hash)
            return std::unexpected(hash.error());
        proof.push_back(*hash);
    }
    return proof;
}

} // namespace

Result<Hash> rootAt(NodeSource &nodes, quint64 size)
{
    return size == 0 ? emptyRoot() : hashOf(nodes, {0, size});
}

Result<Proof> inclusionProof(NodeSource &nodes, quint64 index, quint64 size)
{
    if (index >= size)
        return failure(ErrorKind::NotFound, QStringLiteral("the tree has no such leaf"));
    std::vector<Range> beside;
    for (Range range{0, size}; range.size() > 1;) {
        const bool goesLeft = index < range.split();
        beside.push_back(goesLeft ? range.right() : range.left());
        range = goesLeft ? range.left() : range.right();
    }
    return proofOf(nodes, beside);
}

Result<Proof> consistencyProof(NodeSource &nodes, quint64 first, quint64 second)
{
    if (first > second)
        return failure(ErrorKind::NotFound, QStringLiteral("the tree is not that large"));
    if (first == 0 || first == second)
        return Proof();
    std::vector<Range> beside;
    Range range{0, second};
    while (first != range.end) {
        const bool goesLeft = first <= range.split();
        beside.push_back(goesLeft ? range.right() : range.left());
        range = goesLeft ? range.left() : range.right();
    }
    // Where the first tree is a perfect subtree of the second, the verifier has its root already.
    if (range.begin != 0)
        beside.push_back(range);
    return proofOf(nodes, beside);
}

bool verifyInclusion(const Hash &leaf, quint64 index, quint64 size, const Proof &proof, const Hash &root)
{
    if (index >= size)
        return false;
    quint64 fn = index;
    quint64 sn = size - 1;
    Hash r = leaf;
    for (const Hash &p : proof) {
        if (sn == 0)
            return false;
        if ((fn & 1U) != 0 || fn == sn) {
            r = nodeHash(p, r);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            r = nodeHash(r, p);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && r == root;
}

bool verifyConsistency(quint64 first, quint64 second, const Hash &firstRoot, const Hash &secondRoot, const Proof &proof)
{
    if (first > second)
        return false;
    if (first == second)
        return proof.empty() && firstRoot == secondRoot;
    if (first == 0)
        return proof.empty() && firstRoot == emptyRoot();
    // A first tree that is perfect is a subtree of the second: its root begins the path.
    auto next = proof.begin();
    if (!std::has_single_bit(first) && next == proof.end())
        return false;
    Hash fr = std::has_single_bit(first) ? firstRoot : *next++;
    Hash sr = fr;
    quint64 fn = first - 1;
    quint64 sn = second - 1;
    const int skipped = std::countr_one(fn);
    fn >>= static_cast<unsigned>(skipped);
    sn >>= static_cast<unsigned>(skipped);
    for (; next != proof.end(); ++next) {
        if (sn == 0)
            return false;
        if ((fn & 1U) != 0 || fn == sn) {
            fr = nodeHash(*next, fr);
            sr = nodeHash(*next, sr);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            sr = nodeHash(sr, *next);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && fr == firstRoot && sr == secondRoot;
}

} // namespace gatehouse::audit
