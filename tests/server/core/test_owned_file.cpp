#include "core/owned_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t kService = 23456;
constexpr gid_t kServiceGroup = 23457;
constexpr uid_t kOther = 23458;

bool give(const QString &path, uid_t owner, gid_t group)
{
    return ::lchown(QFile::encodeName(path).constData(), owner, group) == 0;
}

/// Whose `path` is, "owner:group".
QString ownerOf(const QString &path)
{
    const QFileInfo info(path);
    return u"%1:%2"_s.arg(info.ownerId()).arg(info.groupId());
}

bool closed(int descriptor)
{
    return descriptor >= 0 && ::close(descriptor) == 0;
}

} // namespace

class TestOwnedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"file"_s);
        ::umask(0);
    }
    void whatIsMadeIsItsOwnersAlone();
    void whatIsThereIsNotMadeAgain();
    void whatRootMakesBelongsToTheFoldersOwner();
    void whatRootMakesBelongsToWhomItReplaces();
    void aLinkSaysNothingAboutAnOwner();
    void whatIsThereKeepsItsOwner();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestOwnedFile::whatIsMadeIsItsOwnersAlone()
{
    QVERIFY(closed(openOwnedFile(m_path)));
    QCOMPARE(QFile::permissions(m_path) & 0x0077, QFile::Permissions());
    QCOMPARE(QFileInfo(m_path).ownerId(), ::geteuid());
}

void TestOwnedFile::whatIsThereIsNotMadeAgain()
{
    QVERIFY(closed(makeOwnedFile(m_path, m_path)));
    QCOMPARE(makeOwnedFile(m_path, m_path), -1);
    QCOMPARE(errno, EEXIST);
    QVERIFY(closed(openOwnedFile(m_path)));
    QVERIFY(QFile::link(m_path, m_folder->filePath(u"link"_s)));
    QCOMPARE(openOwnedFile(m_folder->filePath(u"link"_s)), -1);
    QCOMPARE(openOwnedFile(m_folder->filePath(u"no/folder"_s)), -1);
}

void TestOwnedFile::whatRootMakesBelongsToTheFoldersOwner()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    QVERIFY(give(m_folder->path(), kService, kServiceGroup));
    QVERIFY(closed(openOwnedFile(m_path)));
    QCOMPARE(ownerOf(m_path), u"23456:23457"_s);
}

void TestOwnedFile::whatRootMakesBelongsToWhomItReplaces()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    QVERIFY(closed(openOwnedFile(m_path)));
    QVERIFY(give(m_path, kService, kServiceGroup));
    const QString fresh = m_folder->filePath(u"file.new"_s);
    QVERIFY(closed(makeOwnedFile(fresh, m_path)));
    QCOMPARE(ownerOf(fresh), u"23456:23457"_s);
}

void TestOwnedFile::aLinkSaysNothingAboutAnOwner()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    QVERIFY(give(m_folder->path(), kService, kServiceGroup));
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(u"/etc/passwd"_s, link));
    QVERIFY(give(link, kOther, kOther));
    QVERIFY(closed(makeOwnedFile(m_path, link)));
    QCOMPARE(ownerOf(m_path), u"23456:23457"_s);
}

void TestOwnedFile::whatIsThereKeepsItsOwner()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    QVERIFY(closed(openOwnedFile(m_path)));
    QVERIFY(give(m_path, kOther, kOther));
    QVERIFY(give(m_folder->path(), kService, kServiceGroup));
    QVERIFY(closed(openOwnedFile(m_path)));
    QCOMPARE(ownerOf(m_path), u"23458:23458"_s);
}

QTEST_APPLESS_MAIN(TestOwnedFile)
#include "test_owned_file.moc"
