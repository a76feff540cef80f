#include "http/tls_context.h"

#include "test_certificates.h"

#include <QFile>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;
using namespace Qt::StringLiterals;

namespace {

/// The clock of somebody who lives some days from now.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(int days)
        : m_shift(std::chrono::days(days))
    {
    }
    [[nodiscard]] WallTime now() const override { return m_clock.now() + m_shift; }
    [[nodiscard]] SteadyTime steadyNow() const override { return m_clock.steadyNow(); }

private:
    SystemClock m_clock;
    std::chrono::days m_shift;
};

} // namespace

class TestTlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesFilesThatAreNoIdentity_data();
    void refusesFilesThatAreNoIdentity();
    void readsEveryKindOfKey_data();
    void readsEveryKindOfKey();
    void refusesAKeyThatIsTooWeak();
    void readsACertificateAndItsKeyFromOneFile();
    void warnsOfWhatShouldBeLookedAfter_data();
    void warnsOfWhatShouldBeLookedAfter();
    void warnsOfAKeyThatEverybodyMayRead();
    void warnsOfAChainThatIsOutOfOrder();
    void coversWhatTheCertificateNames_data();
    void coversWhatTheCertificateNames();

private:
    const SystemClock m_clock;
    const TestCertificates m_folder;
    TlsFiles m_good;
};

void TestTlsIdentity::initTestCase()
{
    m_good = m_folder.selfSigned(u"good"_s);
    const TlsFiles other = m_folder.selfSigned(u"other"_s);
    m_folder.openssl({u"ec"_s, u"-in"_s, u"good.key"_s, u"-aes256"_s, u"-passout"_s, u"pass:x"_s, u"-out"_s, u"locked.key"_s});
    m_folder.write(u"empty"_s, {});
    m_folder.write(u"text"_s, "no PEM at all\n");
    m_folder.write(u"cut.pem"_s, m_folder.read(u"good.pem"_s).left(200));
    QByteArray broken = m_folder.read(u"good.pem"_s);
    broken.remove(200, 64);
    m_folder.write(u"broken.pem"_s, broken);
    m_folder.write(u"chain-cut.pem"_s, m_folder.read(u"good.pem"_s) + broken);
    m_folder.write(u"large"_s, QByteArray(1024 * 1024 + 1, '\n') + m_folder.read(u"good.pem"_s));
    m_folder.write(u"both"_s, m_folder.read(u"good.key"_s) + m_folder.read(u"good.pem"_s));
    m_folder.write(u"unordered.pem"_s, m_folder.read(u"good.pem"_s) + m_folder.read(u"other.pem"_s));
}

void TestTlsIdentity::refusesFilesThatAreNoIdentity_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("named"); // the file that the message names
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *tag, const QString &certificate, const QString &key, const QString &named,
                        const QString &reason) { QTest::newRow(tag) << certificate << key << named << reason; };
    row("no certificate", u"absent"_s, u"good.key"_s, u"absent"_s, u"cannot be read"_s);
    row("a folder", u"."_s, u"good.key"_s, u"."_s, u"cannot be read"_s);
    row("an empty certificate", u"empty"_s, u"good.key"_s, u"empty"_s, u"holds no certificate"_s);
    row("a text", u"text"_s, u"good.key"_s, u"text"_s, u"holds no certificate"_s);
    row("a key for a certificate", u"good.key"_s, u"good.key"_s, u"good.key"_s, u"holds no certificate"_s);
    row("a certificate cut off", u"cut.pem"_s, u"good.key"_s, u"cut.pem"_s, {});
    row("a broken certificate", u"broken.pem"_s, u"good.key"_s, u"broken.pem"_s, {});
    row("a broken chain", u"chain-cut.pem"_s, u"good.key"_s, u"chain-cut.pem"_s, u"certificate 2"_s);
    row("a huge file", u"large"_s, u"good.key"_s, u"large"_s, u"larger than"_s);
    row("no key", u"good.pem"_s, u"absent"_s, u"absent"_s, u"cannot be read"_s);
    row("a certificate for a key", u"good.pem"_s, u"good.pem"_s, u"good.pem"_s, u"holds no private key"_s);
    row("another's key", u"good.pem"_s, u"other.key"_s, u"other.key"_s, u"is not the key of the certificate"_s);
    row("a key with a passphrase", u"good.pem"_s, u"locked.key"_s, u"locked.key"_s, u"passphrase"_s);
}

void TestTlsIdentity::refusesFilesThatAreNoIdentity()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, named);
    QFETCH(QString, reason);
    const auto identity = TlsIdentity::read({.certificate = m_folder.path(certificate), .key = m_folder.path(key)}, m_clock);
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, ErrorKind::Invalid);
    QVERIFY2(identity.error().detail.startsWith(m_folder.path(named) + u' '), qPrintable(identity.error().detail));
    QVERIFY2(identity.error().detail.contains(reason), qPrintable(identity.error().detail));
}

void TestTlsIdentity::readsEveryKindOfKey_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("P-256") << u"ec"_s;
    QTest::newRow("RSA") << u"rsa:2048"_s;
    QTest::newRow("Ed25519") << u"ed25519"_s;
}

void TestTlsIdentity::readsEveryKindOfKey()
{
    QFETCH(QString, kind);
    const auto context = TlsContext::load(m_folder.selfSigned(u"kind"_s, kind), m_clock);
    QVERIFY2(context, context ? "" : qPrintable(context.error().detail));
    QVERIFY((*context)->identity().warnings().isEmpty());
    QVERIFY((*context)->newSession() != nullptr);
}

void TestTlsIdentity::refusesAKeyThatIsTooWeak()
{
    const TlsFiles files = m_folder.selfSigned(u"weak"_s, u"rsa:1024"_s);
    const auto context = TlsContext::load(files, m_clock);
    QVERIFY(!context);
    QVERIFY2(context.error().detail.startsWith(files.certificate) && context.error().detail.contains(u"key too small"),
             qPrintable(context.error().detail));
}

void TestTlsIdentity::readsACertificateAndItsKeyFromOneFile()
{
    const auto identity = TlsIdentity::read({.certificate = m_folder.path(u"both"_s), .key = m_folder.path(u"both"_s)}, m_clock);
    QVERIFY(identity);
    QVERIFY(identity->chain().empty());
}

void TestTlsIdentity::warnsOfWhatShouldBeLookedAfter_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("warning");
    QTest::newRow("fresh") << 0 << QString();
    QTest::newRow("not yet valid") << -2 << u"not valid yet"_s;
    QTest::newRow("soon over") << 20 << u"expires within two weeks"_s;
    QTest::newRow("over") << 31 << u"has expired"_s;
}

void TestTlsIdentity::warnsOfWhatShouldBeLookedAfter()
{
    QFETCH(int, days);
    QFETCH(QString, warning);
    const auto identity = TlsIdentity::read(m_good, ShiftedClock(days));
    QVERIFY(identity);
    const QStringList warnings = identity->warnings();
    QCOMPARE(warnings.size(), warning.isEmpty() ? 0 : 1);
    QVERIFY(warning.isEmpty() || (warnings[0].contains(m_good.certificate) && warnings[0].contains(warning)));
}

void TestTlsIdentity::warnsOfAKeyThatEverybodyMayRead()
{
    const TlsFiles files = m_folder.selfSigned(u"open"_s);
    QVERIFY(QFile::setPermissions(files.key, QFile::ReadOwner | QFile::ReadGroup));
    QVERIFY(TlsIdentity::read(files, m_clock)->warnings().isEmpty()); // as Debian's ssl-cert group has it
    QVERIFY(QFile::setPermissions(files.key, QFile::ReadOwner | QFile::ReadOther));
    const auto identity = TlsIdentity::read(files, m_clock);
    QCOMPARE(identity->warnings().size(), 1);
    QVERIFY(identity->warnings()[0].startsWith(files.key));
}

void TestTlsIdentity::warnsOfAChainThatIsOutOfOrder()
{
    const auto identity = TlsIdentity::read({.certificate = m_folder.path(u"unordered.pem"_s), .key = m_good.key}, m_clock);
    QVERIFY(identity);
    QCOMPARE(identity->chain().size(), 1U);
    QCOMPARE(identity->warnings().size(), 1);
    QVERIFY(identity->warnings()[0].startsWith(u"certificate 2 in "));
}

void TestTlsIdentity::coversWhatTheCertificateNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("covered");
    const auto row = [](const QByteArray &host, bool covered) { QTest::newRow(host.constData()) << host << covered; };
    row("localhost", true);
    row("LOCALHOST", true);
    row("a.example.org", true);
    row("example.org", false);
    row("a.b.example.org", false);
    row("evil.example", false);
    row("localhost.evil.example", false);
    row("evillocalhost", false);
    row(".example.org", false);
    row("127.0.0.1", true);
    row("127.0.0.2", false);
    row("::1", true);
    row("::2", false);
}

void TestTlsIdentity::coversWhatTheCertificateNames()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, covered);
    QCOMPARE(TlsIdentity::read(m_good, m_clock)->covers(host), covered);
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "test_tls_identity.moc"
