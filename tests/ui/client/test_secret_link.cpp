#include "client/secret_link.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::client;
using namespace Qt::StringLiterals;

namespace {

const QString kId = u"01KAHV3R8J0000000000000000"_s;
const QString kKey = u"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"_s;
const QString kDigest = u"LPJNul-wow4m6Dsqxbning"_s;
const QString kFragment = kKey + u':' + kDigest;

} // namespace

class TestSecretLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinks_data();
    void readsLinks();
    void refusesWhatIsNoLink_data();
    void refusesWhatIsNoLink();
    void neverRepeatsAKey();
    void writesWhatItRead_data();
    void writesWhatItRead();
    void readsTheKeyAlone();
    void readsTheLinkOfARequest();
    void refusesTheLinkOfARequestWithoutFingerprint_data();
    void refusesTheLinkOfARequestWithoutFingerprint();
};

void TestSecretLink::readsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<bool>("hasDigest");
    QTest::newRow("key and digest") << u"https://a.example/s/"_s + kId + u'#' + kFragment << u"https://a.example"_s << true
                                    << true;
    QTest::newRow("key alone") << u"https://a.example/s/"_s + kId + u'#' + kKey << u"https://a.example"_s << true << false;
    QTest::newRow("no key") << u"https://a.example/s/"_s + kId << u"https://a.example"_s << false << false;
    QTest::newRow("the API's path") << u"http://127.0.0.1:8080/api/v1/secret/"_s + kId + u'#' + kFragment
                                    << u"http://127.0.0.1:8080"_s << true << true;
    QTest::newRow("below a path") << u"https://a.example/share/s/"_s + kId + u'#' + kFragment << u"https://a.example/share"_s
                                  << true << true;
    QTest::newRow("below a path that looks like it")
        << u"https://a.example/s/x/s/"_s + kId << u"https://a.example/s/x"_s << false << false;
    QTest::newRow("the API below such a path")
        << u"https://a.example/s/x/api/v1/secret/"_s + kId << u"https://a.example/s/x"_s << false << false;
    QTest::newRow("colon written in percent")
        << u"https://a.example/s/"_s + kId + u'#' + kKey + u"%3A"_s + kDigest << u"https://a.example"_s << true << true;
    QTest::newRow("space around it") << u"  https://a.example/s/"_s + kId + u"\n"_s << u"https://a.example"_s << false << false;
}

void TestSecretLink::readsLinks()
{
    QFETCH(QString, text);
    QFETCH(bool, hasKey);
    QFETCH(bool, hasDigest);
    const Result<SecretLink> link = SecretLink::parse(text);
    QVERIFY2(link, link ? "" : qPrintable(link.error().detail));
    QTEST(link->server.toString(), "server");
    QCOMPARE(QString::fromLatin1(link->id), kId);
    QCOMPARE(link->key.has_value(), hasKey);
    if (hasKey) {
        QCOMPARE(link->key->key.view().toByteArray().toHex().first(8), "00010203");
        QCOMPARE(link->key->digest.toHex(), hasDigest ? "2cf24dba5fb0a30e26e83b2ac5b9e29e" : "");
    }
}

void TestSecretLink::refusesWhatIsNoLink_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"correct horse"_s;
    QTest::newRow("no scheme") << u"a.example/s/"_s + kId;
    QTest::newRow("a file") << u"file:///s/"_s + kId;
    QTest::newRow("another scheme") << u"ftp://a.example/s/"_s + kId;
    QTest::newRow("no host") << u"https:///s/"_s + kId;
    QTest::newRow("a password") << u"https://user:word@a.example/s/"_s + kId;
    QTest::newRow("a query") << u"https://a.example/s/"_s + kId + u"?x=1"_s;
    QTest::newRow("another page") << u"https://a.example/create"_s;
    QTest::newRow("no identifier") << u"https://a.example/s/"_s;
    QTest::newRow("a path behind it") << u"https://a.example/s/"_s + kId + u"/receipt"_s;
    QTest::newRow("dots for an identifier") << u"https://a.example/s/.."_s;
    QTest::newRow("an identifier in percent") << u"https://a.example/s/%2e%2e%2fadmin"_s;
    QTest::newRow("an identifier with a line break") << u"https://a.example/s/a%0d%0ab"_s;
    QTest::newRow("an endless identifier") << u"https://a.example/s/"_s + QString(65, u'a');
    QTest::newRow("a short key") << u"https://a.example/s/"_s + kId + u'#' + kKey.chopped(1);
    QTest::newRow("a long key") << u"https://a.example/s/"_s + kId + u'#' + kKey + u"A"_s;
    QTest::newRow("a padded key") << u"https://a.example/s/"_s + kId + u'#' + kKey + u"="_s;
    QTest::newRow("another spelling of the key") << u"https://a.example/s/"_s + kId + u'#' + kKey.chopped(1) + u'9';
    QTest::newRow("a key of the other alphabet") << u"https://a.example/s/"_s + kId + u'#' + kKey.chopped(2) + u"+8"_s;
    QTest::newRow("a short digest") << u"https://a.example/s/"_s + kId + u'#' + kFragment.chopped(1);
    QTest::newRow("an empty digest") << u"https://a.example/s/"_s + kId + u'#' + kKey + u':';
    QTest::newRow("two digests") << u"https://a.example/s/"_s + kId + u'#' + kFragment + u':' + kDigest;
}

void TestSecretLink::refusesWhatIsNoLink()
{
    QFETCH(QString, text);
    const Result<SecretLink> link = SecretLink::parse(text);
    QVERIFY(!link);
    QCOMPARE(link.error().kind, ErrorKind::Malformed);
}

void TestSecretLink::neverRepeatsAKey()
{
    const Result<SecretLink> link = SecretLink::parse(u"https://a.example/s/"_s + kId + u'#' + kKey + u"A:"_s + kDigest);
    QVERIFY(!link);
    QVERIFY(!link.error().detail.contains(kKey));
}

void TestSecretLink::writesWhatItRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("key and digest") << u"https://a.example/s/"_s + kId + u'#' + kFragment;
    QTest::newRow("key alone") << u"https://a.example:8443/s/"_s + kId + u'#' + kKey;
    QTest::newRow("no key") << u"https://a.example/s/"_s + kId;
    QTest::newRow("below a path, an IPv6 address") << u"http://[::1]:8080/a/b/s/"_s + kId + u'#' + kFragment;
}

void TestSecretLink::writesWhatItRead()
{
    QFETCH(QString, text);
    const Result<SecretLink> link = SecretLink::parse(text);
    QVERIFY(link);
    QCOMPARE(link->toText(), text);
    QCOMPARE(link->textWithoutKey(), text.section(u'#', 0, 0));
}

void TestSecretLink::readsTheKeyAlone()
{
    const Result<SecretKey> key = SecretKey::parse(kFragment.toLatin1());
    QVERIFY(key);
    QCOMPARE(key->toText(), kFragment);
    QVERIFY(!SecretKey::parse(""));
    QVERIFY(!SecretKey::parse(":"));
}

void TestSecretLink::readsTheLinkOfARequest()
{
    const QString text = u"https://a.example/r/"_s + kId + u'#' + kDigest;
    const Result<RequestLink> link = RequestLink::parse(text);
    QVERIFY(link);
    QCOMPARE(link->server.toString(), u"https://a.example"_s);
    QCOMPARE(link->fingerprint.toHex(), "2cf24dba5fb0a30e26e83b2ac5b9e29e");
    QCOMPARE(link->toText(), text);
}

void TestSecretLink::refusesTheLinkOfARequestWithoutFingerprint_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << u"https://a.example/r/"_s + kId;
    QTest::newRow("empty") << u"https://a.example/r/"_s + kId + u'#';
    QTest::newRow("cut off") << u"https://a.example/r/"_s + kId + u'#' + kDigest.chopped(1);
    QTest::newRow("the link of a secret") << u"https://a.example/s/"_s + kId + u'#' + kDigest;
}

void TestSecretLink::refusesTheLinkOfARequestWithoutFingerprint()
{
    QFETCH(QString, text);
    QVERIFY(!RequestLink::parse(text));
}

QTEST_APPLESS_MAIN(TestSecretLink)
#include "test_secret_link.moc"
