#include "audit/frontier.h"
#include "audit/tree_proof.h"

#include <QTest>

#include <span>

using namespace gatehouse;
using namespace gatehouse::audit;

/// Against the vectors of the reference implementation of RFC 6962 and against the RFC's own recursion, written down as it is.
class TestMerkleTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAreThoseOfTheReference();
    void proofsAreThoseOfTheReference();
    void frontierHasTheRootOfEverySize();
    void inclusionIsProvedInEverySize();
    void consistencyIsProvedBetweenAllSizes();
    void proofOfAnythingElseIsRefused();
    void alteredProofsAreRefused();
    void proofsAskForFewNodes();
};

namespace {

std::vector<Hash> referenceLeaves()
{
    std::vector<Hash> leaves;
    for (const char *hex : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        leaves.push_back(leafHash(QByteArray::fromHex(hex)));
    return leaves;
}

std::vector<Hash> numberedLeaves(int count)
{
    std::vector<Hash> leaves;
    for (int i = 0; i < count; ++i)
        leaves.push_back(leafHash(QByteArray::number(i)));
    return leaves;
}

QByteArray hex(const Hash &hash)
{
    return bytesOf(hash).toByteArray().toHex();
}

QByteArrayList hex(const Proof &proof)
{
    QByteArrayList list;
    for (const Hash &hash : proof)
        list.append(hex(hash));
    return list;
}

std::size_t splitOf(std::size_t size)
{
    std::size_t k = 1;
    while (2 * k < size)
        k *= 2;
    return k;
}

/// MTH (RFC 9162, section 2.1.1).
Hash naiveRoot(std::span<const Hash> leaves)
{
    if (leaves.empty())
        return emptyRoot();
    if (leaves.size() == 1)
        return leaves.front();
    const std::size_t k = splitOf(leaves.size());
    return nodeHash(naiveRoot(leaves.first(k)), naiveRoot(leaves.subspan(k)));
}

/// PATH (section 2.1.3.1).
Proof naivePath(std::size_t m, std::span<const Hash> leaves)
{
    if (leaves.size() <= 1)
        return {};
    const std::size_t k = splitOf(leaves.size());
    Proof path = m < k ? naivePath(m, leaves.first(k)) : naivePath(m - k, leaves.subspan(k));
    path.push_back(m < k ? naiveRoot(leaves.subspan(k)) : naiveRoot(leaves.first(k)));
    return path;
}

/// SUBPROOF (section 2.1.4.1).
Proof naiveSubproof(std::size_t m, std::span<const Hash> leaves, bool known)
{
    if (m == leaves.size())
        return known ? Proof() : Proof{naiveRoot(leaves)};
    const std::size_t k = splitOf(leaves.size());
    Proof proof = m <= k ? naiveSubproof(m, leaves.first(k), known) : naiveSubproof(m - k, leaves.subspan(k), false);
    proof.push_back(m <= k ? naiveRoot(leaves.subspan(k)) : naiveRoot(leaves.first(k)));
    return proof;
}

/// Nodes made of all leaves each time.
class NodesOf final : public NodeSource
{
public:
    explicit NodesOf(std::vector<Hash> leaves)
        : m_leaves(std::move(leaves))
    {
    }
    Result<Hash> node(int level, quint64 index) override
    {
        ++asked;
        const std::size_t size = std::size_t(1) << level;
        if ((index + 1) * size > m_leaves.size())
            return failure(ErrorKind::NotFound, QStringLiteral("there is no such node"));
        return naiveRoot(std::span(m_leaves).subspan(index * size, size));
    }
    int asked = 0;

private:
    const std::vector<Hash> m_leaves;
};

constexpr int kSizes = 257;

} // namespace

void TestMerkleTree::rootsAreThoseOfTheReference()
{
    QCOMPARE(hex(emptyRoot()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const QByteArray roots[]{
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    };
    Frontier frontier;
    QCOMPARE(frontier.root(), emptyRoot());
    for (const Hash &leaf : referenceLeaves()) {
        frontier.append(leaf);
        QCOMPARE(hex(frontier.root()), roots[frontier.size() - 1]);
    }
}

void TestMerkleTree::proofsAreThoseOfTheReference()
{
    NodesOf nodes(referenceLeaves());
    QCOMPARE(hex(*inclusionProof(nodes, 0, 8)),
             (QByteArrayList{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                             "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                             "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    QCOMPARE(hex(*consistencyProof(nodes, 6, 8)),
             (QByteArrayList{"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                             "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(hex(*consistencyProof(nodes, 2, 5)),
             (QByteArrayList{"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                             "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

void TestMerkleTree::frontierHasTheRootOfEverySize()
{
    const std::vector<Hash> leaves = numberedLeaves(kSizes);
    NodesOf nodes(leaves);
    Frontier frontier;
    for (const Hash &leaf : leaves) {
        frontier.append(leaf);
        const Hash root = naiveRoot(std::span(leaves).first(frontier.size()));
        QCOMPARE(frontier.root(), root);
        QCOMPARE(*rootAt(nodes, frontier.size()), root);
    }
}

void TestMerkleTree::inclusionIsProvedInEverySize()
{
    const std::vector<Hash> leaves = numberedLeaves(kSizes);
    NodesOf nodes(leaves);
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        const Hash root = naiveRoot(std::span(leaves).first(size));
        // All leaves of small trees, and of large ones those at the edges.
        for (std::size_t index = 0; index < size; index += size < 40 || index < 2 || index + 3 > size ? 1 : 7) {
            const Result<Proof> proof = inclusionProof(nodes, index, size);
            QVERIFY(proof);
            QCOMPARE(*proof, naivePath(index, std::span(leaves).first(size)));
            QVERIFY(verifyInclusion(leaves[index], index, size, *proof, root));
        }
    }
    QVERIFY(!inclusionProof(nodes, 5, 5));
}

void TestMerkleTree::consistencyIsProvedBetweenAllSizes()
{
    const std::vector<Hash> leaves = numberedLeaves(kSizes);
    NodesOf nodes(leaves);
    for (std::size_t second = 0; second <= leaves.size(); second += second < 40 || second > 250 ? 1 : 11) {
        const Hash secondRoot = naiveRoot(std::span(leaves).first(second));
        for (std::size_t first = 0; first <= second; ++first) {
            const Result<Proof> proof = consistencyProof(nodes, first, second);
            QVERIFY(proof);
            if (first > 0)
                QCOMPARE(*proof, naiveSubproof(first, std::span(leaves).first(second), true));
            QVERIFY(verifyConsistency(first, second, naiveRoot(std::span(leaves).first(first)), secondRoot, *proof));
        }
    }
    QVERIFY(!consistencyProof(nodes, 6, 5));
}

void TestMerkleTree::proofOfAnythingElseIsRefused()
{
    const std::vector<Hash> leaves = numberedLeaves(20);
    NodesOf nodes(leaves);
    const Hash root = naiveRoot(leaves);
    const Proof proof = *inclusionProof(nodes, 7, 20);
    for (quint64 index = 0; index < 25; ++index) {
        // A proof holds for all sizes whose path has the same shape; it is the root that tells which was meant.
        for (quint64 size = 0; size < 40; ++size)
            QCOMPARE(verifyInclusion(leaves[7], index, size, proof, root), index == 7 && size > 16 && size <= 32);
    }
    QVERIFY(!verifyInclusion(leaves[8], 7, 20, proof, root));
    QVERIFY(!verifyInclusion(leaves[7], 7, 20, proof, emptyRoot()));

    const Hash first = naiveRoot(std::span(leaves).first(13));
    const Proof consistency = *consistencyProof(nodes, 13, 20);
    QVERIFY(verifyConsistency(13, 20, first, root, consistency));
    QVERIFY(!verifyConsistency(12, 20, first, root, consistency));
    QVERIFY(!verifyConsistency(13, 20, root, first, consistency));
    QVERIFY(!verifyConsistency(20, 13, root, first, consistency));
    QVERIFY(!verifyConsistency(20, 20, root, first, {}));
    QVERIFY(!verifyConsistency(0, 20, first, root, {}));
    QVERIFY(!verifyConsistency(13, 20, first, root, {}));
    QVERIFY(!verifyConsistency(16, 20, naiveRoot(std::span(leaves).first(16)), root, {}));
}

void TestMerkleTree::alteredProofsAreRefused()
{
    const std::vector<Hash> leaves = numberedLeaves(100);
    NodesOf nodes(leaves);
    const Hash root = naiveRoot(leaves);
    const Hash first = naiveRoot(std::span(leaves).first(77));
    const Proof inclusion = *inclusionProof(nodes, 42, 100);
    const Proof consistency = *consistencyProof(nodes, 77, 100);
    const auto refusesAltered = [](const Proof &proof, const auto &verify) {
        bool refused = true;
        for (std::size_t i = 0; i < proof.size(); ++i) {
            Proof changed = proof;
            changed[i][31] ^= 1U;
            refused = refused && !verify(changed);
            changed = proof;
            changed.erase(changed.begin() + static_cast<qsizetype>(i));
            refused = refused && !verify(changed);
            changed = proof;
            changed.insert(changed.begin() + static_cast<qsizetype>(i), proof[i]);
            refused = refused && !verify(changed);
        }
        Proof longer = proof;
        longer.push_back(emptyRoot());
        return refused && !verify(longer);
    };
    QVERIFY(refusesAltered(inclusion, [&](const Proof &proof) { return verifyInclusion(leaves[42], 42, 100, proof, root); }));
    QVERIFY(refusesAltered(consistency, [&](const Proof &proof) { return verifyConsistency(77, 100, first, root, proof); }));
}

void TestMerkleTree::proofsAskForFewNodes()
{
    NodesOf nodes(numberedLeaves(255)); // no other size has so many perfect subtrees
    for (quint64 index = 0; index < 255; ++index) {
        nodes.asked = 0;
        QVERIFY(inclusionProof(nodes, index, 255));
        QVERIFY(nodes.asked <= 2 * 8);
        nodes.asked = 0;
        QVERIFY(consistencyProof(nodes, index, 255));
        QVERIFY(nodes.asked <= 2 * 8);
    }
}

QTEST_APPLESS_MAIN(TestMerkleTree)
#include "test_merkle_tree.moc"
