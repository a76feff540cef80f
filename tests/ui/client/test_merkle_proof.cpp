#include "client/merkle_proof.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
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

QByteArray checkpointLine(int size, const QByteArray &root)
{
    const QByteArray note = "test\n" + QByteArray::number(size) + '\n' + root.toBase64() + "\n\n— test c2lnbmF0dXJl\n";
    return QJsonDocument(QJsonObject{{u"checkpoint"_s, QString::fromUtf8(note)}}).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray entryLine(int sequence, const QByteArray &content)
{
    return QJsonDocument(QJsonObject{{u"sequence"_s, sequence}, {u"content"_s, QString::fromLatin1(content.toBase64())}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QByteArray exportOf(int count)
{
    QByteArray lines = checkpointLine(count, rootOf(leavesOf(count)));
    for (int i = 0; i < count; ++i)
        lines += entryLine(i, "entry " + QByteArray::number(i));
    return lines;
}

bool goOn(double)
{
    return true;
}

} // namespace

class TestMerkleProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLeafOfEveryTreeIsProven();
    void aProofForAnotherLeafOrPlaceIsRefused();
    void anExportThatIsWholeHolds();
    void anEntryThatWasChangedIsFound();
    void anEntryThatWasRemovedIsFound();
    void aCutAtTheEndIsFound();
    void checkpointsThatDisagreeAreFound();
    void canBeCancelled();
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

void TestMerkleProof::anExportThatIsWholeHolds()
{
    const RecordCheck check = checkExport(exportOf(1000), goOn);
    QCOMPARE(check.problem, QString());
    QCOMPARE(check.entries, 1000U);
    QCOMPARE(check.covered, 1000U);
    QCOMPARE(check.checkpoints, 1U);
}

void TestMerkleProof::anEntryThatWasChangedIsFound()
{
    QByteArray lines = exportOf(20);
    lines.replace(QByteArray("entry 7").toBase64(), QByteArray("entry 8").toBase64());
    QVERIFY(!checkExport(lines, goOn).problem.isEmpty());
}

void TestMerkleProof::anEntryThatWasRemovedIsFound()
{
    QByteArray lines = exportOf(20);
    lines.replace(entryLine(7, "entry 7"), "");
    QVERIFY(checkExport(lines, goOn).problem.contains(u"7"_s));
}

void TestMerkleProof::aCutAtTheEndIsFound()
{
    QByteArray lines = exportOf(20);
    lines.replace(entryLine(19, "entry 19"), "");
    QVERIFY(!checkExport(lines, goOn).problem.isEmpty());
}

void TestMerkleProof::checkpointsThatDisagreeAreFound()
{
    QVERIFY(!checkExport(checkpointLine(20, hash("other")) + exportOf(20), goOn).problem.isEmpty());
}

void TestMerkleProof::canBeCancelled()
{
    int asked = 0;
    const RecordCheck check = checkExport(exportOf(2000), [&asked](double) { return ++asked < 2; });
    QCOMPARE(asked, 2);
    QVERIFY(!check.problem.isEmpty());
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
