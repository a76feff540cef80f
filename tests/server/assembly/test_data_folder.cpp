#include "assembly/data_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gatehouse;
using namespace gatehouse::assembly;
using namespace Qt::StringLiterals;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat found{};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_mode & 07777U : 0;
}

} // namespace

class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void aNewOneIsForItsOwnerOnly();
    void anEmptyOneIsClosedToOthers();
    void oneThatWasOursIsClosedToOthers();
    void somebodyElsesStaysAsItIs_data();
    void somebodyElsesStaysAsItIs();

private:
    /// A folder of that mode.
    [[nodiscard]] QString folder(mode_t mode) const
    {
        const QString path = m_root->filePath(u"data"_s);
        const bool made = QDir().mkpath(path) && ::chmod(QFile::encodeName(path).constData(), mode) == 0;
        return made ? path : QString();
    }
    [[nodiscard]] static bool write(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly);
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestDataFolder::aNewOneIsForItsOwnerOnly()
{
    const QString path = m_root->filePath(u"some/where/data/"_s);
    const Result<void> made = makeDataFolder(path);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(modeOf(path), 0700U);
    QVERIFY(makeDataFolder(path)); // again
}

void TestDataFolder::anEmptyOneIsClosedToOthers()
{
    const QString path = folder(0777);
    QVERIFY(makeDataFolder(path));
    QCOMPARE(modeOf(path), 0700U);
}

void TestDataFolder::oneThatWasOursIsClosedToOthers()
{
    const QString path = folder(0755);
    QVERIFY(write(path + u"/gatehouse.db"_s));
    QVERIFY(makeDataFolder(path));
    QCOMPARE(modeOf(path), 0700U);
}

void TestDataFolder::somebodyElsesStaysAsItIs_data()
{
    QTest::addColumn<uint>("mode");
    QTest::newRow("as /tmp") << 01777U;
    QTest::newRow("as /var") << 0755U;
}

void TestDataFolder::somebodyElsesStaysAsItIs()
{
    QFETCH(const uint, mode);
    const QString path = folder(mode);
    QVERIFY(write(path + u"/something"_s));
    const Result<void> refused = makeDataFolder(path);
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"open to others"_s));
    QCOMPARE(modeOf(path), mode);
    QVERIFY(!DataFolderLock::take(path));
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "test_data_folder.moc"
