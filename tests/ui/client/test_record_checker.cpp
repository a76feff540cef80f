#include "client/joined_export.h"
#include "client/merkle_proof.h"
#include "client/record_checker.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <bit>

using namespace gatehouse::client;
using namespace Qt::StringLiterals;

namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray contentOf(int sequence)
{
    return "entry " + QByteArray::number(sequence);
}

/// RFC 9162, section 2.1.1, as it is written there: recursively.
QByteArray rootOf(int begin, int end)
{
    if (begin == end)
        return QCryptographicHash::hash({}, QCryptographicHash::Sha256);
    if (end - begin == 1)
        return leafHash(contentOf(begin));
    const int split = begin + int(std::bit_ceil(unsigned(end - begin)) / 2);
    return nodeHash(rootOf(begin, split), rootOf(split, end));
}

QByteArray checkpointLine(int size, const QByteArray &root)
{
    const QByteArray note = "test\n" + QByteArray::number(size) + '\n' + root.toBase64() + "\n\n— test c2lnbmF0dXJl\n";
    return lineOf({{u"checkpoint"_s, QString::fromUtf8(note)}});
}

/// Where a piece begins, with the roots of the perfect trees before it.
QByteArray headLine(int first)
{
    QJsonArray before;
    int begin = 0;
    for (unsigned size = std::bit_floor(unsigned(first)); size > 0; size /= 2) {
        if (!(unsigned(first) & size))
            continue;
        before.append(QString::fromLatin1(rootOf(begin, begin + int(size)).toBase64()));
        begin += int(size);
    }
    QByteArray line = R"({"format":"gatehouse-audit-1")";
    if (first > 0)
        line += ",\"first\":" + QByteArray::number(first) + ",\"before\":" + QJsonDocument(before).toJson(QJsonDocument::Compact);
    return line + "}\n";
}

QByteArray entryLine(int sequence, const QByteArray &content)
{
    return lineOf({{u"sequence"_s, sequence}, {u"content"_s, QString::fromLatin1(content.toBase64())}});
}

QByteArray entriesOf(int begin, int end)
{
    QByteArray lines;
    for (int i = begin; i < end; ++i)
        lines += entryLine(i, contentOf(i));
    return lines;
}

QByteArray pieceOf(int begin, int end, bool isSigned = true)
{
    return headLine(begin) + (isSigned ? checkpointLine(end, rootOf(0, end)) : QByteArray()) + entriesOf(begin, end);
}

bool goOn(quint64)
{
    return true;
}

RecordCheck checkOf(const QByteArrayList &pieces)
{
    RecordChecker checker;
    for (const QByteArray &piece : pieces) {
        if (!checker.take(piece, goOn))
            break;
    }
    return checker.finish();
}

} // namespace

class RecordCheckerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeRecordHolds();
    void piecesThatGoOnHold_data();
    void piecesThatGoOnHold();
    void aRecordWhoseBeginningWasSealedHolds();
    void anEntryThatWasChangedIsFound();
    void anEntryThatWasRemovedIsFound();
    void aCutAtTheEndIsFound();
    void checkpointsThatDisagreeAreFound();
    void aPieceThatIsMissingIsFound();
    void aPieceOfAnotherRecordIsFound();
    void aPieceThatComesTwiceIsFound();
    void aBeginningThatNobodyConfirmsIsFound();
    void rootsThatAreNoneAreRefused();
    void canBeStopped();
    void piecesAreSavedAsOneExport();
    void aPlaceThatCannotBeWrittenIsSaid();
};

void RecordCheckerTest::aWholeRecordHolds()
{
    const RecordCheck check = checkOf({pieceOf(0, 1000)});
    QCOMPARE(check.problem, QString());
    QCOMPARE(check.entries, 1000U);
    QCOMPARE(check.covered, 1000U);
    QCOMPARE(check.checkpoints, 1U);
    QCOMPARE(check.first, 0U);
}

void RecordCheckerTest::piecesThatGoOnHold_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 7, 8, 31, 32, 33})
        QTest::addRow("%d entries each", size) << size;
}

void RecordCheckerTest::piecesThatGoOnHold()
{
    QFETCH(const int, size);
    QByteArrayList pieces;
    for (int begin = 0; begin < 100; begin += size)
        pieces.append(pieceOf(begin, std::min(begin + size, 100)));
    const RecordCheck check = checkOf(pieces);
    QCOMPARE(check.problem, QString());
    QCOMPARE(check.entries, 100U);
    QCOMPARE(check.covered, 100U);
    QCOMPARE(check.checkpoints, quint64(pieces.size()));
}

void RecordCheckerTest::aRecordWhoseBeginningWasSealedHolds()
{
    const RecordCheck check = checkOf({pieceOf(37, 60), pieceOf(60, 80, false)});
    QCOMPARE(check.problem, QString());
    QCOMPARE(check.first, 37U);
    QCOMPARE(check.entries, 43U);
    QCOMPARE(check.covered, 60U);
}

void RecordCheckerTest::anEntryThatWasChangedIsFound()
{
    QByteArray piece = pieceOf(10, 20);
    piece.replace(contentOf(17).toBase64(), contentOf(18).toBase64());
    QVERIFY(checkOf({pieceOf(0, 10), piece}).problem.contains(u"not those that were signed"_s));
}

void RecordCheckerTest::anEntryThatWasRemovedIsFound()
{
    QByteArray piece = pieceOf(0, 20);
    piece.replace(entryLine(7, contentOf(7)), "");
    QVERIFY(checkOf({piece}).problem.contains(u"entry 7"_s));
}

void RecordCheckerTest::aCutAtTheEndIsFound()
{
    QByteArray piece = pieceOf(0, 20);
    piece.replace(entryLine(19, contentOf(19)), "");
    QVERIFY(checkOf({piece}).problem.contains(u"only 19"_s));
}

void RecordCheckerTest::checkpointsThatDisagreeAreFound()
{
    QVERIFY(checkOf({pieceOf(0, 20) + checkpointLine(20, QByteArray(32, 'x'))}).problem.contains(u"different roots"_s));
}

void RecordCheckerTest::aPieceThatIsMissingIsFound()
{
    QCOMPARE(checkOf({pieceOf(0, 10), pieceOf(20, 30)}).problem, u"the entries 10 to 19 are missing"_s);
}

void RecordCheckerTest::aPieceOfAnotherRecordIsFound()
{
    QByteArray other = pieceOf(10, 20);
    other.replace(rootOf(0, 8).toBase64(), QByteArray(32, 'x').toBase64());
    QCOMPARE(checkOf({pieceOf(0, 10), other}).problem, u"from entry 10 on it is another record"_s);
}

void RecordCheckerTest::aPieceThatComesTwiceIsFound()
{
    QVERIFY(!checkOf({pieceOf(0, 10), pieceOf(0, 10)}).problem.isEmpty());
}

void RecordCheckerTest::aBeginningThatNobodyConfirmsIsFound()
{
    QCOMPARE(checkOf({pieceOf(5, 10, false)}).problem, u"no checkpoint tells what came before entry 5"_s);
}

void RecordCheckerTest::rootsThatAreNoneAreRefused()
{
    QByteArray piece = pieceOf(5, 10);
    piece.replace(rootOf(0, 4).toBase64(), "c2hvcnQ=");
    QVERIFY(checkOf({piece}).problem.contains(u"is not told"_s));
    QVERIFY(checkOf({R"({"format":"gatehouse-audit-1","first":5})"}).problem.contains(u"is not told"_s));
}

void RecordCheckerTest::canBeStopped()
{
    int asked = 0;
    RecordChecker checker;
    QVERIFY(!checker.take(pieceOf(0, 2000), [&asked](quint64) { return ++asked < 2; }));
    QCOMPARE(asked, 2);
    QVERIFY(!checker.finish().problem.isEmpty());
}

void RecordCheckerTest::piecesAreSavedAsOneExport()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"record.jsonl"_s);
    JoinedExport joined(path);
    for (const QByteArray &piece : {pieceOf(37, 60), pieceOf(60, 80), pieceOf(80, 85, false)})
        QVERIFY(joined.take(piece));
    QVERIFY(!QFile::exists(path));
    QVERIFY(joined.finish());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             headLine(37) + checkpointLine(60, rootOf(0, 60)) + checkpointLine(80, rootOf(0, 80)) + entriesOf(37, 85));
}

void RecordCheckerTest::aPlaceThatCannotBeWrittenIsSaid()
{
    JoinedExport joined(u"/dev/null/record.jsonl"_s);
    const auto taken = joined.take(pieceOf(0, 3));
    QVERIFY(!taken);
    QVERIFY(!taken.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(RecordCheckerTest)
#include "test_record_checker.moc"
