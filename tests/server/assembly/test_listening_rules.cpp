#include "assembly/start_rules.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::assembly;
using namespace Qt::StringLiterals;

namespace {

constexpr char kSecret[] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// Safe to start with in either mode, on loopback.
config::Settings safeSettings(config::Mode mode)
{
    config::Settings settings;
    settings.app.mode = mode;
    settings.limits.backend = config::LimitsBackend::Embedded;
    return settings;
}

/// The settings that are refused.
QStringList refusedKeys(const config::Settings &settings)
{
    GivenSecrets secrets;
    secrets.jwtSecret = SecretBytes(QByteArrayView(kSecret));
    const Result<void> rules = checkStartRules(settings, secrets);
    QStringList keys;
    if (!rules) {
        for (const FieldError &field : rules.error().fields)
            keys.append(field.field);
    }
    return keys;
}

} // namespace

class TestListeningRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensBeyondThisMachineOnlyBehindTls_data();
    void listensBeyondThisMachineOnlyBehindTls();
    void namesTheThreeWaysOut();
    void refusesTlsSettingsThatContradictThemselves_data();
    void refusesTlsSettingsThatContradictThemselves();
};

void TestListeningRules::listensBeyondThisMachineOnlyBehindTls_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("behindProxy");
    QTest::addColumn<bool>("starts");
    const auto row = [](const QByteArray &address, bool tls, bool behindProxy, bool starts) {
        QTest::addRow("%s%s%s", address.constData(), tls ? " with TLS" : "", behindProxy ? " behind a proxy" : "")
            << address << tls << behindProxy << starts;
    };
    for (const char *loopback : {"127.0.0.1", "127.9.8.7", "::1", "::ffff:127.0.0.1"}) {
        row(loopback, false, false, true);
        row(loopback, true, false, true);
        row(loopback, false, true, true);
    }
    for (const char *elsewhere : {"0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "2001:db8::1", "fe80::1", "::ffff:0.0.0.0"}) {
        row(elsewhere, false, false, false);
        row(elsewhere, true, false, true);
        row(elsewhere, false, true, true);
        row(elsewhere, true, true, true);
    }
}

void TestListeningRules::listensBeyondThisMachineOnlyBehindTls()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, tls);
    QFETCH(bool, behindProxy);
    QFETCH(bool, starts);
    for (const config::Mode mode : {config::Mode::Development, config::Mode::Production}) {
        config::Settings settings = safeSettings(mode);
        settings.http.listen = IpAddress::parse(address).value();
        settings.http.behindProxy = behindProxy;
        if (tls) {
            settings.tls.certificate = u"certificate.pem"_s;
            settings.tls.key = u"key.pem"_s;
        }
        QCOMPARE(refusedKeys(settings), starts ? QStringList() : QStringList{u"http.listen"_s});
    }
}

void TestListeningRules::namesTheThreeWaysOut()
{
    config::Settings settings = safeSettings(config::Mode::Development);
    settings.http.listen = IpAddress::parse("0.0.0.0").value();
    const Result<void> rules = checkStartRules(settings, {});
    QVERIFY(!rules);
    const QString problem = rules.error().fields.at(0).problem;
    for (const auto &way : {u"127.0.0.1"_s, u"tls.certificate and tls.key"_s, u"http.behind_proxy"_s})
        QVERIFY2(problem.contains(way), qPrintable(problem));
}

void TestListeningRules::refusesTlsSettingsThatContradictThemselves_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("redirectPort");
    QTest::addColumn<int>("metricsPort");
    QTest::addColumn<QStringList>("refused");
    const auto row = [](const char *name, const QString &certificate, const QString &key, int redirectPort, int metricsPort,
                        const QStringList &refused) {
        QTest::newRow(name) << certificate << key << redirectPort << metricsPort << refused;
    };
    row("all in order", u"c"_s, u"k"_s, 8081, 9090, {});
    row("a certificate alone", u"c"_s, {}, 0, 0, {u"tls.key"_s});
    row("a key alone", {}, u"k"_s, 0, 0, {u"tls.certificate"_s});
    row("nothing to redirect to", {}, {}, 8081, 0, {u"tls.redirect_port"_s});
    row("redirecting to itself", u"c"_s, u"k"_s, 8080, 0, {u"tls.redirect_port"_s});
    row("redirecting where metrics are", u"c"_s, u"k"_s, 9090, 9090, {u"tls.redirect_port"_s});
    row("metrics where everything is", {}, {}, 0, 8080, {u"metrics.port"_s});
    row("metrics elsewhere", {}, {}, 0, 9090, {});
}

void TestListeningRules::refusesTlsSettingsThatContradictThemselves()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(int, redirectPort);
    QFETCH(int, metricsPort);
    QFETCH(QStringList, refused);
    config::Settings settings = safeSettings(config::Mode::Production);
    settings.tls.certificate = certificate;
    settings.tls.key = key;
    settings.tls.redirectPort = static_cast<quint16>(redirectPort);
    settings.metrics.port = static_cast<quint16>(metricsPort);
    QCOMPARE(refusedKeys(settings), refused);
}

QTEST_APPLESS_MAIN(TestListeningRules)
#include "test_listening_rules.moc"
