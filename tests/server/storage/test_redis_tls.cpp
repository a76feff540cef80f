#include "../http/test_certificates.h"
#include "redis_call_waiter.h"
#include "redis_server.h"
#include "redis_test_client.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

namespace {

QByteArray tlsUrl(const RedisServer &redis, const QByteArray &credentials = {}, const QByteArray &host = "127.0.0.1")
{
    return "rediss://" + credentials + host + ':' + QByteArray::number(redis.port());
}

} // namespace

/// A server with TLS that wants a client certificate, and users.
class TestRedisTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = m_certificates.selfSigned(u"server"_s);
        m_client = m_certificates.selfSigned(u"client"_s, u"rsa:2048"_s);
        m_stranger = m_certificates.selfSigned(u"stranger"_s);
        m_certificates.openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                                u"-nodes"_s, u"-subj"_s, u"/CN=elsewhere"_s, u"-addext"_s,
                                u"subjectAltName=DNS:elsewhere.example"_s, u"-keyout"_s, u"elsewhere.key"_s, u"-out"_s,
                                u"elsewhere.pem"_s});
        m_redis = start(m_server.certificate, m_server.key);
        m_elsewhere = start(m_certificates.path(u"elsewhere.pem"_s), m_certificates.path(u"elsewhere.key"_s));
    }

    void logsInAsAUserOverTls_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("by address") << QByteArray("127.0.0.1");
        QTest::newRow("by name") << QByteArray("localhost");
    }
    void logsInAsAUserOverTls()
    {
        QFETCH(const QByteArray, host);
        RedisTestClient client(options(tlsUrl(*m_redis, "gate:a%20pass@", host), m_server.certificate));
        WAIT_UNTIL(client->isReady());
        QCOMPARE(waitFor(client->call({"ACL", "WHOAMI"})).value().bytes, "gate");
        QVERIFY(waitFor(client->call({"SET", "large", QByteArray(1'000'000, 'x')})));
        QCOMPARE(waitFor(client->call({"GET", "large"})).value().bytes.size(), 1'000'000);
        QCOMPARE(waitFor(client->call({"FLUSHALL"})).error().kind, ErrorKind::Internal); // this user may not
        QVERIFY(client->server().complete);
    }

    void servesAUserWhoMayNotLookAtTheServer()
    {
        RedisTestClient client(options(tlsUrl(*m_redis, "blind:b@"), m_server.certificate));
        WAIT_UNTIL(client->isReady());
        QVERIFY(!client->server().complete);
        QVERIFY(client->server().version >= QVersionNumber(6, 2));
        QCOMPARE(serverWarnings(client->server(), RedisUse::LiveData).size(), 1);
    }

    void refusesWhatIsNotSafe_data()
    {
        QTest::addColumn<QByteArray>("credentials");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<bool>("elsewhere");
        QTest::addColumn<int>("kind");
        const int unavailable = static_cast<int>(ErrorKind::Unavailable);
        const int unauthenticated = static_cast<int>(ErrorKind::Unauthenticated);
        QTest::newRow("a certificate of nobody we trust")
            << QByteArray("gate:a%20pass@") << m_stranger.certificate << false << unavailable;
        QTest::newRow("a certificate that the system does not know")
            << QByteArray("gate:a%20pass@") << QString() << false << unavailable;
        QTest::newRow("another's name") << QByteArray("gate:a%20pass@") << m_certificates.path(u"elsewhere.pem"_s) << true
                                        << unavailable;
        QTest::newRow("a wrong password") << QByteArray("gate:hunter2@") << m_server.certificate << false << unauthenticated;
        QTest::newRow("no password") << QByteArray() << m_server.certificate << false << unauthenticated;
    }
    void refusesWhatIsNotSafe()
    {
        QFETCH(const QByteArray, credentials);
        QFETCH(const QString, authority);
        QFETCH(const bool, elsewhere);
        QFETCH(const int, kind);
        RedisTestClient client(options(tlsUrl(elsewhere ? *m_elsewhere : *m_redis, credentials), authority));
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        QVERIFY(!client->isReady());
        QCOMPARE(static_cast<int>(client->problem()->kind), kind);
        QVERIFY(!client->problem()->detail.isEmpty());
        QVERIFY(!client->problem()->detail.contains(u"hunter2"_s));
    }

    void acceptsAnotherNameOnlyWhenTold()
    {
        RedisOptions lenient = options(tlsUrl(*m_elsewhere, "gate:a%20pass@"), m_certificates.path(u"elsewhere.pem"_s));
        lenient.verifyHostName = false;
        RedisTestClient client(std::move(lenient));
        WAIT_UNTIL(client->isReady());

        // But a certificate of nobody we trust stays one.
        RedisOptions strange = options(tlsUrl(*m_elsewhere, "gate:a%20pass@"), m_stranger.certificate);
        strange.verifyHostName = false;
        RedisTestClient stranger(std::move(strange));
        WAIT_UNTIL(stranger.statistics.failedConnects.value() > 0);
        QVERIFY(!stranger->isReady());
    }

    void showsItsCertificate()
    {
        RedisOptions without = RedisTestClient::optionsFor(tlsUrl(*m_redis, "gate:a%20pass@"));
        without.tls = redisTls({.ca = m_server.certificate, .certificate = {}, .key = {}}).value();
        RedisTestClient client(std::move(without));
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        QVERIFY(!client->isReady());
    }

    void doesNotSpeakInTheClear()
    {
        RedisTestClient client("redis://gate:a%20pass@127.0.0.1:" + QByteArray::number(m_redis->port()));
        WAIT_UNTIL(client.statistics.failedConnects.value() > 0);
        QVERIFY(!client->isReady());
    }

    void namesTheFileThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("named");
        QTest::newRow("absent") << m_certificates.path(u"absent"_s) << QString() << QString() << u"absent"_s;
        QTest::newRow("a key as authority") << m_server.key << QString() << QString() << u"server.key"_s;
        QTest::newRow("a certificate as key") << QString() << m_server.certificate << m_server.certificate << u"server.pem"_s;
        QTest::newRow("no key") << QString() << m_server.certificate << QString() << u"together"_s;
    }
    void namesTheFileThatCannotBeUsed()
    {
        QFETCH(const QString, ca);
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, named);
        const Result<QSslConfiguration> tls = redisTls({.ca = ca, .certificate = certificate, .key = key});
        QVERIFY(!tls);
        QCOMPARE(tls.error().kind, ErrorKind::Invalid);
        QVERIFY2(tls.error().detail.contains(named), qPrintable(tls.error().detail));
    }

private:
    std::unique_ptr<RedisServer> start(const QString &certificate, const QString &key) const
    {
        const QByteArray users = "user default off\n"
                                 "user gate on \">a pass\" ~* &* +@all -flushall\n"
                                 "user blind on >b ~* &* +@all -info\n";
        return std::make_unique<RedisServer>(QStringList{u"--port"_s, u"0"_s, u"--tls-port"_s, u"{port}"_s, u"--tls-cert-file"_s,
                                                         certificate, u"--tls-key-file"_s, key, u"--tls-ca-cert-file"_s,
                                                         m_client.certificate, u"--tls-auth-clients"_s, u"yes"_s},
                                             RedisServer::Mode::Server, users);
    }

    RedisOptions options(const QByteArray &url, const QString &authority) const
    {
        RedisOptions made = RedisTestClient::optionsFor(url);
        made.tls = redisTls({.ca = authority, .certificate = m_client.certificate, .key = m_client.key}).value();
        return made;
    }

    TestCertificates m_certificates;
    http::TlsFiles m_server;
    http::TlsFiles m_client;
    http::TlsFiles m_stranger;
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<RedisServer> m_elsewhere;
};

QTEST_GUILESS_MAIN(TestRedisTls)
#include "test_redis_tls.moc"
