#include "client/merkle_proof.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse::client;
using namespace Qt::StringLiterals;

namespace {

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray node(const QByteArray &left, const QByteArray &right)
{
    return hash(QByteArray(1, '\x01') + left + right);
}

/// RFC 9162, section 2.1.1, as it is written there: recursively.
QByteArray rootOf(const QByteArrayList &leaves)
{
    if (leaves.isEmpty())
        return hash({});
    if (leaves.size() == 1)
        return leaves.first();
    qsizetype split = 1;
    while (split * 2 < leaves.size())
        split *= 2;
    return node(rootOf(leaves.first(split)), rootOf(leaves.sliced(split)));
}

/// RFC 9162, section 2.1.3.1.
QByteArrayList pathOf(qsizetype index, const QByteArrayList &leaves)
{
    if (leaves.size() < 2)
        return {};
    qsizetype split = 1;
    while (split * 2 < leaves.size())
        split *= 2;
    if (index < split)
        return pathOf(index, leaves.first(split)) << rootOf(leaves.sliced(split));
    return pathOf(index - split, leaves.sliced(split)) << rootOf(leaves.first(split));
}

QByteArrayList leavesOf(int count)
{
    QByteArrayList leaves;
    for (int i = 0; i < count; ++i)
        leaves.append(leafHash("entry " + QByteArray::number(i)));
    return leaves;
}

} // namespace

class TestMerkleProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLeafOfEveryTreeIsProven();
    void aProofForAnotherLeafOrPlaceIsRefused();
    void readsCheckpointsStrictly_data();
    void readsCheckpointsStrictly();
};

void TestMerkleProof::everyLeafOfEveryTreeIsProven()
{
    for (int size = 1; size <= 40; ++size) {
        const QByteArrayList leaves = leavesOf(size);
        for (int i = 0; i < size; ++i)
            QVERIFY(isIncluded(leaves.at(i), quint64(i), quint64(size), pathOf(i, leaves), rootOf(leaves)));
    }
}

void TestMerkleProof::aProofForAnotherLeafOrPlaceIsRefused()
{
    const QByteArrayList leaves = leavesOf(13);
    const QByteArrayList path = pathOf(5, leaves);
    const QByteArray root = rootOf(leaves);
    QVERIFY(isIncluded(leaves.at(5), 5, 13, path, root));
    QVERIFY(!isIncluded(leaves.at(6), 5, 13, path, root));
    QVERIFY(!isIncluded(leaves.at(5), 4, 13, path, root));
    QVERIFY(!isIncluded(leaves.at(5), 13, 13, path, root));
    QVERIFY(!isIncluded(leaves.at(5), 5, 13, path.first(path.size() - 1), root));
    QVERIFY(!isIncluded(leaves.at(5), 5, 13, QByteArrayList(path) << root, root));
    QVERIFY(!isIncluded(leaves.at(5), 5, 13, path, hash("other")));
    QVERIFY(!isIncluded({}, 0, 0, {}, hash({})));
}

void TestMerkleProof::readsCheckpointsStrictly_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<bool>("good");
    const QByteArray root = QByteArray(32, 'r').toBase64();
    QTest::newRow("good") << QByteArray("origin\n7\n" + root + "\n\n— origin sig\n") << true;
    QTest::newRow("no size") << QByteArray("origin\nmany\n" + root + "\n\n") << false;
    QTest::newRow("short root") << QByteArray("origin\n7\ncm9vdA==\n\n") << false;
    QTest::newRow("cut") << QByteArray("origin\n7") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestMerkleProof::readsCheckpointsStrictly()
{
    QFETCH(QByteArray, note);
    QFETCH(bool, good);
    QCOMPARE(CheckpointBody::parse(note).has_value(), good);
}

QTEST_GUILESS_MAIN(TestMerkleProof)
#include "test_merkle_proof.moc"
