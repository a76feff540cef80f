#include "client/file_archive.h"
#include "client/local_file.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace gatehouse;
using namespace gatehouse::client;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QByteArray name;
    QByteArray content;
    quint32 mode = 0100644;
    bool encrypted = false;
};

/// An archive as somebody may write one who means no good.
QByteArray archiveOf(const QList<Entry> &entries)
{
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    for (const Entry &entry : entries) {
        zip_source_t *content =
            zip_source_buffer(archive, entry.content.constData(), static_cast<zip_uint64_t>(entry.content.size()), 0);
        const zip_int64_t index = zip_file_add(archive, entry.name.constData(), content, ZIP_FL_ENC_UTF_8);
        zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, entry.mode << 16);
        if (entry.encrypted)
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "swordfish");
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    QByteArray bytes(zip_source_tell(target), Qt::Uninitialized);
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

} // namespace

class TestFileArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksWhatItPacked();
    void packsNoTwoFilesOfOneName();
    void leavesFoldersOut();
    void refusesWhatLeadsOutOfTheFolder_data();
    void refusesWhatLeadsOutOfTheFolder();
    void refusesWhatIsNoRegularFile_data();
    void refusesWhatIsNoRegularFile();
    void refusesAnEncryptedArchive();
    void refusesBombs();
    void refusesTooManyFiles();
    void refusesWhatIsNoArchive_data();
    void refusesWhatIsNoArchive();
    void seesADamagedFile();
    void namesFilesSafely_data();
    void namesFilesSafely();
    void savesForTheOwnerAlone();
    void savesNeverOverAFile();
    void savesNeverThroughALink();
};

void TestFileArchive::unpacksWhatItPacked()
{
    std::vector<NamedFile> files;
    files.push_back({u"a.txt"_s, SecretBytes("first")});
    files.push_back({u"ファイル.bin"_s, SecretBytes(QByteArray(100'000, '\0'))});
    files.push_back({u"empty"_s, SecretBytes()});
    const Result<SecretBytes> archive = toZip(files);
    QVERIFY2(archive, archive ? "" : qPrintable(archive.error().detail));
    QVERIFY(archive->view().startsWith("PK\x03\x04"));
    const Result<ArchiveReader> reader = ArchiveReader::open(archive->view());
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
    QCOMPARE(reader->files().size(), files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        QCOMPARE(reader->files()[i].name, files[i].name);
        const Result<SecretBytes> content = reader->read(reader->files()[i]);
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        QVERIFY(content->view() == files[i].content.view());
    }
}

void TestFileArchive::packsNoTwoFilesOfOneName()
{
    std::vector<NamedFile> files;
    files.push_back({u"a.txt"_s, SecretBytes("first")});
    files.push_back({u"a.txt"_s, SecretBytes("second")});
    QCOMPARE(toZip(files).error().kind, ErrorKind::Conflict);
}

void TestFileArchive::leavesFoldersOut()
{
    const QByteArray archive = archiveOf({{"folder/", "", 040755}, {"folder/a.txt", "first"}, {"deep/er/b.txt", "second"}});
    const Result<ArchiveReader> reader = ArchiveReader::open(archive);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
    QCOMPARE(reader->files().size(), std::size_t(2));
    QCOMPARE(reader->files()[0].name, u"a.txt"_s);
    QCOMPARE(reader->files()[1].name, u"b.txt"_s);
    QCOMPARE(reader->read(reader->files()[1])->view(), QByteArrayView("second"));
}

void TestFileArchive::refusesWhatLeadsOutOfTheFolder_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("the folder above") << QByteArray("../a");
    QTest::newRow("through a folder") << QByteArray("x/../../a");
    QTest::newRow("absolute") << QByteArray("/etc/cron.d/a");
    QTest::newRow("backslashes") << QByteArray("..\\..\\a");
    QTest::newRow("both kinds") << QByteArray("x\\../../a");
    QTest::newRow("a drive") << QByteArray("C:\\Windows\\a");
    QTest::newRow("another host") << QByteArray("\\\\host\\share\\a");
    QTest::newRow("nothing but dots") << QByteArray("x/..");
    QTest::newRow("this folder") << QByteArray("x/.");
}

void TestFileArchive::refusesWhatLeadsOutOfTheFolder()
{
    QFETCH(QByteArray, name);
    // Whatever else is in it: nothing is unpacked of such an archive.
    const QByteArray archive = archiveOf({{"good.txt", "good"}, {name, "evil"}});
    const Result<ArchiveReader> reader = ArchiveReader::open(archive);
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, ErrorKind::Malformed);
}

void TestFileArchive::refusesWhatIsNoRegularFile_data()
{
    QTest::addColumn<quint32>("mode");
    QTest::newRow("a symbolic link") << quint32{0120777};
    QTest::newRow("a character device") << quint32{0020666};
    QTest::newRow("a block device") << quint32{0060666};
    QTest::newRow("a pipe") << quint32{0010666};
    QTest::newRow("a socket") << quint32{0140666};
}

void TestFileArchive::refusesWhatIsNoRegularFile()
{
    QFETCH(quint32, mode);
    const QByteArray archive = archiveOf({{"link", "/etc/passwd", mode}});
    QVERIFY(!ArchiveReader::open(archive));
}

void TestFileArchive::refusesAnEncryptedArchive()
{
    const QByteArray archive = archiveOf({{"a", "x", 0100644, true}});
    QVERIFY(!ArchiveReader::open(archive));
}

void TestFileArchive::refusesBombs()
{
    // Each is within the limit, together they are not; and a thousandth of that as an archive.
    const QByteArray zeros(600'000, '\0');
    const QByteArray archive = archiveOf({{"a", zeros}, {"b", zeros}});
    QVERIFY(archive.size() < 3000);
    QVERIFY(ArchiveReader::open(archive, {.bytes = 1'200'000}));
    const Result<ArchiveReader> reader = ArchiveReader::open(archive, {.bytes = 1'199'999});
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, ErrorKind::TooLarge);

    // One that says it is small.
    QByteArray lie = archiveOf({{"a", zeros}});
    QByteArray size(4, '\0');
    size[0] = static_cast<char>(600'000 & 0xff);
    size[1] = static_cast<char>(600'000 >> 8 & 0xff);
    size[2] = static_cast<char>(600'000 >> 16 & 0xff);
    QVERIFY(lie.contains(size));
    lie.replace(size, QByteArray("\x0a\0\0\0", 4));
    const Result<ArchiveReader> small = ArchiveReader::open(lie, {.bytes = 1000});
    QVERIFY(!small || !small->read(small->files().front()));

    // One that says it is a thousand million, to have so much set aside.
    QByteArray boast = archiveOf({{"a", "x"}});
    const qsizetype inDirectory = boast.indexOf("PK\x01\x02") + 24; // uncompressed size (APPNOTE.TXT, section 4.3.12)
    boast.replace(inDirectory, 4, QByteArray("\0\0\0\x3b", 4));
    QVERIFY(!ArchiveReader::open(boast));
}

void TestFileArchive::refusesTooManyFiles()
{
    const QByteArray archive = archiveOf({{"a", "x"}, {"b", "x"}, {"c", "x"}});
    QCOMPARE(ArchiveReader::open(archive, {.files = 2}).error().kind, ErrorKind::TooLarge);
}

void TestFileArchive::refusesWhatIsNoArchive_data()
{
    QTest::addColumn<QByteArray>("archive");
    const QByteArray whole = archiveOf({{"a", "content"}});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << QByteArray("PK is not enough");
    QTest::newRow("the first half") << whole.first(whole.size() / 2);
    QTest::newRow("without its end") << whole.chopped(10);
}

void TestFileArchive::refusesWhatIsNoArchive()
{
    QFETCH(QByteArray, archive);
    QVERIFY(!ArchiveReader::open(archive));
}

void TestFileArchive::seesADamagedFile()
{
    QByteArray archive = archiveOf({{"a", "content that is stored"}});
    const qsizetype at = 30 + 1 + 4; // behind the local header and the name, in the content
    archive[at] = static_cast<char>(archive[at] ^ 0x55);
    const Result<ArchiveReader> reader = ArchiveReader::open(archive);
    QVERIFY(!reader || !reader->read(reader->files().front()));
}

void TestFileArchive::namesFilesSafely_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("local");
    QTest::newRow("a name") << u"a.txt"_s << u"a.txt"_s;
    QTest::newRow("beyond ASCII") << u"ファイル 🎉.txt"_s << u"ファイル 🎉.txt"_s;
    QTest::newRow("a path") << u"/etc/passwd"_s << u"passwd"_s;
    QTest::newRow("a path upwards") << u"../../a"_s << u"a"_s;
    QTest::newRow("a path of Windows") << u"C:\\x\\a.txt"_s << u"a.txt"_s;
    QTest::newRow("hidden") << u".profile"_s << u"_.profile"_s;
    QTest::newRow("hidden behind a space") << u" .profile"_s << u"_.profile"_s;
    QTest::newRow("steering a terminal") << u"a\x1b[2J\n\u202e.txt"_s << u"a_[2J__.txt"_s;
    QTest::newRow("a zero") << u"a\0b"_s << u"a_b"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a folder") << u"a/"_s << QString();
    QTest::newRow("the folder above") << u".."_s << QString();
    QTest::newRow("dots") << u"x/..."_s << QString();
    QTest::newRow("long") << QString(300, u'a') << QString(200, u'a');
}

void TestFileArchive::namesFilesSafely()
{
    QFETCH(QString, foreign);
    QFETCH(QString, local);
    QCOMPARE(localName(foreign).value_or(QString()), local);
}

void TestFileArchive::savesForTheOwnerAlone()
{
    const QTemporaryDir folder;
    const Result<QString> saved = saveNew(folder.filePath(u"a"_s), "content");
    QVERIFY(saved);
    QCOMPARE(*saved, folder.filePath(u"a"_s));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOwner;
    QVERIFY((QFileInfo(*saved).permissions() & others) == 0);
    QVERIFY(!saveNew(folder.filePath(u"none/a"_s), "content"));
}

void TestFileArchive::savesNeverOverAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    QSet<QString> paths;
    for (int i = 0; i < 4; ++i)
        paths.insert(*saveNew(path, QByteArray::number(i)));
    QCOMPARE(paths.size(), 4);
    QFile first(path);
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), "0");
}

void TestFileArchive::savesNeverThroughALink()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::link(folder.filePath(u"victim"_s), folder.filePath(u"a"_s)));
    const Result<QString> saved = saveNew(folder.filePath(u"a"_s), "content");
    QVERIFY(saved);
    QVERIFY(*saved != folder.filePath(u"a"_s));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"victim"_s)));
}

QTEST_APPLESS_MAIN(TestFileArchive)
#include "test_file_archive.moc"
