#include "audit/checkpoint.h"
#include "audit/checkpoint_anchor.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace Qt::StringLiterals;

class TestCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesAreThoseOfTheReference();
    void noteOfTheReferenceIsAccepted();
    void checkpointComesBackAsItWas();
    void otherSignaturesAreLetPass();
    void alteredNoteIsRefused();
    void brokenNotesAreRefused_data();
    void brokenNotesAreRefused();
    void brokenVerifierKeysAreRefused_data();
    void brokenVerifierKeysAreRefused();
    void brokenCheckpointsAreRefused_data();
    void brokenCheckpointsAreRefused();
    void checkpointOfAnotherLogIsRefused();
    void namesThatCannotBeAreRefused();
    void anchoredFileGrowsAndIsReadBack();
    void anchorsThatCannotBeAreRefused();
};

namespace {

// The example of golang.org/x/mod/sumdb/note.
const QByteArray kSeed = QByteArray::fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").sliced(1);
const QByteArray kVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
const QByteArray kText("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n");
const QByteArray kSignature(
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");

std::unique_ptr<Ed25519NoteSigner> signerNamed(const QByteArray &name, const QByteArray &seed = kSeed)
{
    return std::move(*Ed25519NoteSigner::make(name, SecretBytes(seed)));
}

Checkpoint sample()
{
    return {"example.com/audit", 1234, leafHash("x")};
}

} // namespace

void TestCheckpoint::notesAreThoseOfTheReference()
{
    const auto signer = signerNamed("PeterNeumann");
    QCOMPARE(signer->verifierKey(), kVerifierKey);
    QCOMPARE(*signer->sign(kText), kText + '\n' + kSignature);
}

void TestCheckpoint::noteOfTheReferenceIsAccepted()
{
    const Result<NoteVerifier> verifier = NoteVerifier::parse(kVerifierKey);
    QVERIFY(verifier);
    QCOMPARE(verifier->name(), "PeterNeumann");
    QCOMPARE(*verifier->open(kText + '\n' + kSignature), kText);
}

void TestCheckpoint::checkpointComesBackAsItWas()
{
    const auto signer = signerNamed("example.com/audit");
    const Result<QByteArray> note = signer->sign(toText(sample()));
    QVERIFY(note);
    QVERIFY(note->startsWith("example.com/audit\n1234\n"));
    const Result<Checkpoint> opened = openCheckpoint(*note, *NoteVerifier::parse(signer->verifierKey()));
    QVERIFY(opened);
    QVERIFY(*opened == sample());
}

void TestCheckpoint::otherSignaturesAreLetPass()
{
    const auto other = signerNamed("witness.example", QByteArray(32, 'w'));
    const QByteArray note = *other->sign(kText) + kSignature;
    QCOMPARE(*NoteVerifier::parse(kVerifierKey)->open(note), kText);
    QCOMPARE(*NoteVerifier::parse(other->verifierKey())->open(note), kText);
    const auto stranger = signerNamed("PeterNeumann", QByteArray(32, 's'));
    const auto opened = NoteVerifier::parse(stranger->verifierKey())->open(note);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::NotFound);
}

void TestCheckpoint::alteredNoteIsRefused()
{
    const Result<NoteVerifier> verifier = NoteVerifier::parse(kVerifierKey);
    const QByteArray note = kText + '\n' + kSignature;
    for (qsizetype i = 0; i < note.size(); ++i) {
        QByteArray changed = note;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x01);
        QVERIFY(!verifier->open(changed));
        QVERIFY(!verifier->open(note.first(i)));
    }
}

void TestCheckpoint::brokenNotesAreRefused_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no signature") << kText + '\n';
    QTest::newRow("no empty line") << kText + kSignature;
    QTest::newRow("no line end") << (kText + '\n' + kSignature).chopped(1);
    QTest::newRow("carriage return") << kText + "\r\n\n" + kSignature;
    QTest::newRow("signed twice") << kText + '\n' + kSignature + kSignature;
    QTest::newRow("something that is no signature") << kText + '\n' + kSignature + "x\n";
    QTest::newRow("signature without base64") << kText + '\n' + kSignature + "\u2014 x\n";
    QTest::newRow("short signature") << kText + '\n' + "\u2014 PeterNeumann x08gow==\n";
    QTest::newRow("too many") << kText + '\n' + kSignature.repeated(101);
    QTest::newRow("invalid UTF-8") << "\xff\n\n" + kSignature;
}

void TestCheckpoint::brokenNotesAreRefused()
{
    QFETCH(QByteArray, note);
    QVERIFY(!NoteVerifier::parse(kVerifierKey)->open(note));
}

void TestCheckpoint::brokenVerifierKeysAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no name") << QByteArray("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    QTest::newRow("other name") << QByteArray("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    QTest::newRow("other hash") << QByteArray("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    QTest::newRow("upper case") << QByteArray("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    QTest::newRow("other algorithm") << QByteArray("PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    QTest::newRow("short key") << QByteArray("PeterNeumann+c74f20a3+ARpc2QcU");
    QTest::newRow("no base64") << QByteArray("PeterNeumann+c74f20a3+!");
    QTest::newRow("no key") << QByteArray("PeterNeumann+c74f20a3+");
    QTest::newRow("a private one") << QByteArray(
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
}

void TestCheckpoint::brokenVerifierKeysAreRefused()
{
    QFETCH(QByteArray, key);
    QVERIFY(!NoteVerifier::parse(key));
}

void TestCheckpoint::brokenCheckpointsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray root = bytesOf(emptyRoot()).toByteArray().toBase64();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no origin") << "\n1\n" + root + '\n';
    QTest::newRow("no root") << QByteArray("log\n1\n");
    QTest::newRow("no line end") << "log\n1\n" + root;
    QTest::newRow("leading zero") << "log\n01\n" + root + '\n';
    QTest::newRow("plus sign") << "log\n+1\n" + root + '\n';
    QTest::newRow("negative") << "log\n-1\n" + root + '\n';
    QTest::newRow("beyond 64 bits") << "log\n18446744073709551616\n" + root + '\n';
    QTest::newRow("short root") << QByteArray("log\n1\nAAAA\n");
    QTest::newRow("root without padding") << "log\n1\n" + root.chopped(1) + '\n';
}

void TestCheckpoint::brokenCheckpointsAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!checkpointFromText(text));
}

void TestCheckpoint::checkpointOfAnotherLogIsRefused()
{
    const auto signer = signerNamed("example.com/other");
    const auto opened = openCheckpoint(*signer->sign(toText(sample())), *NoteVerifier::parse(signer->verifierKey()));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Invalid);
}

void TestCheckpoint::namesThatCannotBeAreRefused()
{
    for (const char *name : {"", "a b", "a+b", "a\nb", "a\u2003b", "a\xff"})
        QVERIFY(!isKeyName(name));
    QVERIFY(isKeyName("gatehouse.example.com/audit"));
    QVERIFY(!Ed25519NoteSigner::make("a b", SecretBytes(kSeed)));
    QVERIFY(!Ed25519NoteSigner::make("a", SecretBytes("short")));
}

void TestCheckpoint::anchoredFileGrowsAndIsReadBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"anchor"_s);
    const auto signer = signerNamed("example.com/audit");
    std::vector<QByteArray> notes;
    for (quint64 size : {1, 2, 3}) {
        notes.push_back(*signer->sign(toText(Checkpoint{"example.com/audit", size, emptyRoot()})));
        const auto anchor = anchorFrom("file:" + path.toUtf8());
        QVERIFY(anchor);
        QVERIFY((*anchor)->publish(notes.back()));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(notesIn(file.readAll()), notes);
    QCOMPARE(notesIn(notes.front()), std::vector<QByteArray>{notes.front()});
    QVERIFY(notesIn({}).empty());
}

void TestCheckpoint::anchorsThatCannotBeAreRefused()
{
    for (const char *setting : {"", "file:", "syslog", "http://somebody:secret@example.com", "redis:", "ftp://example.com"})
        QVERIFY(!anchorFrom(setting));
    QVERIFY(!(*anchorFrom("file:/nowhere/at/all"))->publish("note"));
}

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "test_checkpoint.moc"
