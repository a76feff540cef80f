#include "audit/signing_key_file.h"
#include "secrets/sealer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::audit;
using namespace Qt::StringLiterals;

/// The file of the key that signs the record.
class TestSigningKeyFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeOnceAndItsOwnersAlone();
    void thatOthersCanReadIsRefused();
    void damagedIsRefused();
    void isEncryptedUnderAPassphrase();
    void inPlainIsEncryptedOnceThereIsAPassphrase();
    void readingChangesNothing();
    void withAnotherPassphraseIsRefused();
    void isReplacedOnlyOnceThatIsAnnounced();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"audit-key"_s); }
    [[nodiscard]] SigningKeyFile file(const char *passphrase = nullptr) const
    {
        return {path(), passphrase == nullptr ? nullptr : std::make_shared<secrets::Sealer>(SecretBytes(passphrase), kCheap)};
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static constexpr secrets::SealingCost kCheap{.memoryKib = 8 * 1024, .passes = 1};
    QTemporaryDir m_folder;

private Q_SLOTS:
    void cleanup() { QFile::remove(path()); }
};

void TestSigningKeyFile::isMadeOnceAndItsOwnersAlone()
{
    QVERIFY(file().identity().isEmpty());
    const Result<SecretBytes> made = file().open();
    QVERIFY(made);
    QVERIFY(!file().identity().isEmpty());
    QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    QCOMPARE(file().open()->view(), made->view());
}

void TestSigningKeyFile::thatOthersCanReadIsRefused()
{
    QVERIFY(file().open());
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(!file().open());
    QVERIFY(!file().read());
}

void TestSigningKeyFile::damagedIsRefused()
{
    QVERIFY(file().open());
    QVERIFY(QFile::resize(path(), 31));
    QVERIFY(!file().open());
    QVERIFY(QFile::resize(path(), 33));
    QVERIFY(!file().open());
}

void TestSigningKeyFile::isEncryptedUnderAPassphrase()
{
    const Result<SecretBytes> made = file("correct horse").open();
    QVERIFY(made);
    QVERIFY(content().startsWith("GHSEALED"));
    QVERIFY(!content().contains(made->view().toByteArray()));
    QCOMPARE(file("correct horse").open()->view(), made->view());
    QVERIFY(!file("correct horse").isClosed());

    QVERIFY(file().isClosed());
    const Result<SecretBytes> without = file().open();
    QVERIFY(!without);
    QVERIFY(without.error().detail.contains(u"SECRETS_PASSPHRASE"_s));
}

void TestSigningKeyFile::inPlainIsEncryptedOnceThereIsAPassphrase()
{
    const Result<SecretBytes> made = file().open();
    QVERIFY(made);
    QCOMPARE(content(), made->view().toByteArray());
    QVERIFY(!file().isClosed());
    QCOMPARE(file("correct horse").open()->view(), made->view());
    QVERIFY(content().startsWith("GHSEALED"));
}

void TestSigningKeyFile::readingChangesNothing()
{
    QVERIFY(!file("correct horse").read()->has_value());
    QVERIFY(!QFile::exists(path()));
    QVERIFY(file().open());
    const QByteArray before = content();
    QVERIFY(file("correct horse").read()->has_value());
    QCOMPARE(content(), before);
}

void TestSigningKeyFile::withAnotherPassphraseIsRefused()
{
    QVERIFY(file("correct horse").open());
    const QByteArray before = content();
    QVERIFY(!file("battery staple").open());
    QCOMPARE(content(), before);
}

void TestSigningKeyFile::isReplacedOnlyOnceThatIsAnnounced()
{
    const SigningKeyFile file = this->file("correct horse");
    const Result<SecretBytes> before = file.open();
    QVERIFY(before);
    const SecretBytes after(QByteArray(32, 'k'));
    const auto refuse = [] { return Result<void>(failure(ErrorKind::Unavailable, u"no room"_s)); };
    QVERIFY(!file.replace(*before, after, refuse));
    QCOMPARE(file.read()->value().view(), before->view());

    const auto allow = [] { return Result<void>(); };
    QVERIFY(file.replace(*before, after, allow));
    QCOMPARE(file.read()->value().view(), after.view());
    QVERIFY(content().startsWith("GHSEALED"));
    const Result<void> again = file.replace(*before, after, allow);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

QTEST_GUILESS_MAIN(TestSigningKeyFile)
#include "test_signing_key_file.moc"
