#include "tools.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

namespace {

constexpr char kPassphrase[] = "correct horse battery staple 2026";
constexpr char kSecret[] = "4f9c1d7be02a6835c7d1904eab3f62580dd97c3e81b6a45f2290ce7318fd64ab";
constexpr char kOther[] = "b81e5fa07c4293d6e81f0a5c9b7d3e62418fca05d97e2b3064ac8f1d5b90e72c";

} // namespace

/// The product's own secrets by the API: seen, set, made up, rotated, and never shown.
class AdminSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyAdministratorsMay_data();
    void onlyAdministratorsMay();
    void theListTellsEverythingButValues();
    void aMetricsTokenHoldsAtOnceAndAcrossARestart();
    void aJwtSecretSignsAtOnceAndLogsNobodyOut();
    void aRotationLogsNobodyOut();
    void aRotationNowVoidsWhatWasSigned();
    void whatIsThereIsReplacedOnlyWhenAskedTo();
    void whatAnotherPlaceWinsOverSaysSo();
    void refuses_data();
    void refuses();
    void productionRefusesWhatWouldNotStartAgain();
    void withoutAPassphraseNothingIsKept();
    void everyActIsInTheRecordFirst();
    void noValueIsAnywhere();

private:
    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) const
    {
        return askJson(*m_server, method, "/api/v1/admin" + path, m_admin, body);
    }
    [[nodiscard]] QJsonObject secret(const QString &name) const
    {
        for (const QJsonValue item : ask("GET", "/secrets").json().value("items"_L1).toArray()) {
            if (item["name"_L1].toString() == name)
                return item.toObject();
        }
        return {};
    }
    [[nodiscard]] QJsonArray entries(const QByteArray &action) const
    {
        return ask("GET", "/audit?action=" + action).json().value("items"_L1).toArray();
    }
    [[nodiscard]] Answer metricsWith(const QByteArray &token) const
    {
        // Through a proxy that nobody knows, so that loopback alone opens nothing.
        return HttpClient({.port = m_server->port(), .from = freshAddress()})
            .get("/metrics", bearer(token) + HeaderList{{"X-Forwarded-For", "198.51.100.7"}});
    }
    [[nodiscard]] int meWith(const QByteArray &token) const { return askJson(*m_server, "GET", "/auth/me", token).status; }
    void start()
    {
        m_server = std::make_unique<ServerProcess>(*m_folder);
        QVERIFY2(m_server->start({u"--http-workers"_s, u"2"_s}), m_server->output().constData());
    }

    std::unique_ptr<ServerFolder> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_admin;
    bool m_isRefusing = false; ///< the server is of a row of refuses()
};

void AdminSecretsTest::init()
{
    const bool refusesAgain = m_isRefusing;
    m_isRefusing = qstrcmp(QTest::currentTestFunction(), "refuses") == 0;
    if (refusesAgain && m_isRefusing)
        return; // what is refused changes nothing
    m_server.reset();
    m_folder = std::make_unique<ServerFolder>();
    m_folder->configure(kGenerous);
    if (qstrcmp(QTest::currentTestFunction(), "withoutAPassphraseNothingIsKept") != 0)
        m_folder->setVariable(u"SECRETS_PASSPHRASE"_s, QLatin1String(kPassphrase));
    if (qstrcmp(QTest::currentTestFunction(), "whatAnotherPlaceWinsOverSaysSo") == 0)
        m_folder->setVariable(u"METRICS_TOKEN"_s, QLatin1String(kOther));
    start();
    QCOMPARE(registerAdmin(*m_server).status, 201);
    m_admin = accessToken(*m_server, "admin");
}

void AdminSecretsTest::onlyAdministratorsMay_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("list") << QByteArray("GET") << QByteArray("/secrets");
    QTest::newRow("set") << QByteArray("PUT") << QByteArray("/secrets/METRICS_TOKEN");
    QTest::newRow("generate") << QByteArray("POST") << QByteArray("/secrets/METRICS_TOKEN/generate");
    QTest::newRow("rotate") << QByteArray("POST") << QByteArray("/secrets/JWT_SECRET/rotate");
}

void AdminSecretsTest::onlyAdministratorsMay()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    for (const auto &[name, role] : {std::pair(u"olga"_s, u"operator"_s), std::pair(u"uwe"_s, u"user"_s)}) {
        const QJsonObject user{{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}, {u"role"_s, role}};
        QCOMPARE(ask("POST", "/users", user).status, 201);
    }
    const QByteArray before = ask("GET", "/secrets").body;
    QCOMPARE(askJson(*m_server, method, "/api/v1/admin" + path, {}).status, 401);
    QCOMPARE(askJson(*m_server, method, "/api/v1/admin" + path, accessToken(*m_server, "uwe")).status, 403);
    QCOMPARE(askJson(*m_server, method, "/api/v1/admin" + path, accessToken(*m_server, "olga")).status, 403);
    QCOMPARE(ask("GET", "/secrets").body, before);
    for (const char *act : {"secret.set", "secret.generate", "secret.rotate"})
        QCOMPARE(entries(act).size(), 0);
}

void AdminSecretsTest::theListTellsEverythingButValues()
{
    QCOMPARE(ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kSecret)}}).status, 200);
    QCOMPARE(ask("PUT", "/secrets/AI_AGENT_SECRET", {{u"value"_s, u"password password password password"_s}}).status, 200);
    const Answer answer = ask("GET", "/secrets");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    const QJsonObject token = secret(u"METRICS_TOKEN"_s);
    QCOMPARE(token["state"_L1].toString(), u"set"_s);
    QCOMPARE(token["source"_L1].toString(), u"encrypted file"_s);
    QVERIFY(token["strength"_L1]["sufficient"_L1].toBool());
    QVERIFY(!token["changed_at"_L1].toString().isEmpty());
    QVERIFY(token["due_at"_L1].toString() > token["changed_at"_L1].toString());
    QVERIFY(!token["overdue"_L1].toBool(true));
    const QJsonObject weak = secret(u"AI_AGENT_SECRET"_s);
    QVERIFY(!weak["strength"_L1]["sufficient"_L1].toBool(true));
    QVERIFY(!weak["strength"_L1]["weakness"_L1].toString().isEmpty());
    QCOMPARE(secret(u"REDIS_URL"_s)["state"_L1].toString(), u"not_set"_s);
    const QJsonObject signing = secret(u"JWT_SECRET"_s);
    QCOMPARE(signing["state"_L1].toString(), u"made_here"_s);
    QVERIFY(signing["can_be_rotated"_L1].toBool());
    QVERIFY(!signing["due_at"_L1].toString().isEmpty());
    QVERIFY(!secret(u"SECRETS_PASSPHRASE"_s)["can_be_set"_L1].toBool(true));
    QCOMPARE(answer.json().value("signing_keys"_L1).toArray().size(), 2); // one signs, one is next
    QCOMPARE(answer.json().value("grace_seconds"_L1).toInt(), 86400);
    QCOMPARE(answer.json().value("default_store"_L1).toString(), u"file"_s);
    QVERIFY(answer.json().value("stores"_L1)[0]["usable"_L1].toBool());
    QVERIFY(!answer.json().value("stores"_L1)[1]["usable"_L1].toBool(true)); // nobody asks the keychain
}

void AdminSecretsTest::aMetricsTokenHoldsAtOnceAndAcrossARestart()
{
    QCOMPARE(metricsWith(kSecret).status, 403);
    const Answer set = ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kSecret)}});
    QCOMPARE(set.status, 200);
    QCOMPARE(set.json().value("effect"_L1).toString(), u"now"_s);
    QCOMPARE(metricsWith(kSecret).status, 200);
    m_server->kill(); // what was acknowledged survives
    start();
    QCOMPARE(metricsWith(kSecret).status, 200);
    QCOMPARE(metricsWith(kOther).status, 403);
    const QJsonObject url{{u"value"_s, u"redis://127.0.0.1:1/0"_s}};
    QCOMPARE(ask("PUT", "/secrets/REDIS_URL", url).json().value("effect"_L1).toString(), u"restart"_s);
}

void AdminSecretsTest::aJwtSecretSignsAtOnceAndLogsNobodyOut()
{
    const Answer set = ask("PUT", "/secrets/JWT_SECRET", {{u"value"_s, QLatin1String(kSecret)}});
    QCOMPARE(set.status, 200);
    QCOMPARE(set.json().value("effect"_L1).toString(), u"now"_s);
    QCOMPARE(meWith(m_admin), 200);
    const QByteArray later = accessToken(*m_server, "admin");
    const auto keyOf = [](const QByteArray &token) { return QByteArray::fromBase64(token.split('.').first()); };
    QVERIFY(keyOf(later) != keyOf(m_admin));
    QCOMPARE(secret(u"JWT_SECRET"_s)["state"_L1].toString(), u"set"_s);
    const QJsonArray keys = ask("GET", "/secrets").json().value("signing_keys"_L1).toArray();
    int given = 0;
    for (const QJsonValue key : keys)
        given += key["state"_L1].toString() == u"active" && key["origin"_L1].toString() == u"given" ? 1 : 0;
    QCOMPARE(given, 1);
}

void AdminSecretsTest::aRotationLogsNobodyOut()
{
    const Answer rotated = ask("POST", "/secrets/JWT_SECRET/rotate");
    QCOMPARE(rotated.status, 200);
    QCOMPARE(rotated.json().value("grace_seconds"_L1).toInt(), 86400);
    QCOMPARE(rotated.json().value("signing_keys"_L1).toArray().size(), 3);
    QCOMPARE(meWith(m_admin), 200);
    QCOMPARE(meWith(accessToken(*m_server, "admin")), 200);
    QCOMPARE(ask("POST", "/secrets/METRICS_TOKEN/rotate").status, 409);
    QTRY_COMPARE(entries("key.activate").size(), 2); // by the start, and by this
}

void AdminSecretsTest::aRotationNowVoidsWhatWasSigned()
{
    const Answer rotated = ask("POST", "/secrets/JWT_SECRET/rotate", {{u"now"_s, true}});
    QCOMPARE(rotated.status, 200);
    QCOMPARE(rotated.json().value("grace_seconds"_L1).toInt(-1), 0);
    QCOMPARE(meWith(m_admin), 401);
    QCOMPARE(meWith(accessToken(*m_server, "admin")), 200);
}

void AdminSecretsTest::whatIsThereIsReplacedOnlyWhenAskedTo()
{
    QCOMPARE(ask("POST", "/secrets/WEBHOOK_TOKEN/generate").status, 200);
    QCOMPARE(ask("POST", "/secrets/WEBHOOK_TOKEN/generate").status, 409);
    const QString first = entries("secret.generate")[0]["detail"_L1]["fingerprint"_L1].toString();
    QCOMPARE(ask("POST", "/secrets/WEBHOOK_TOKEN/generate", {{u"replace"_s, true}}).status, 200);
    const QJsonArray told = entries("secret.generate");
    QCOMPARE(told.size(), 2);
    QVERIFY(told[0]["detail"_L1]["fingerprint"_L1].toString() != first);
    QVERIFY(secret(u"WEBHOOK_TOKEN"_s)["strength"_L1]["sufficient"_L1].toBool());
    QCOMPARE(ask("POST", "/secrets/REDIS_URL/generate").status, 409);
}

void AdminSecretsTest::whatAnotherPlaceWinsOverSaysSo()
{
    const Answer set = ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kSecret)}});
    QCOMPARE(set.status, 200);
    QCOMPARE(set.json().value("effect"_L1).toString(), u"none"_s);
    QCOMPARE(set.json().value("hidden_by"_L1).toString(), u"environment"_s);
    QCOMPARE(metricsWith(kOther).status, 200);
    QCOMPARE(metricsWith(kSecret).status, 403);
}

void AdminSecretsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray sound = R"({"value":")" + QByteArray(kSecret) + R"("})";
    QTest::newRow("an unknown name") << QByteArray("NONSENSE") << sound << 404;
    QTest::newRow("another name of it") << QByteArray("HYPERCODE_JWT_SECRET") << sound << 404;
    QTest::newRow("a value for a name") << QByteArray(kSecret) << sound << 404;
    QTest::newRow("a path for a name") << QByteArray("..%2F..%2Fetc%2Fpasswd") << sound << 404;
    QTest::newRow("the passphrase") << QByteArray("SECRETS_PASSPHRASE") << sound << 409;
    QTest::newRow("the keychain that nobody asks")
        << QByteArray("METRICS_TOKEN") << QByteArray(R"({"store":"keychain","value":")") + kSecret + R"("})" << 409;
    QTest::newRow("nothing") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":""})") << 422;
    QTest::newRow("a line end alone") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":"\n"})") << 422;
    QTest::newRow("a zero byte") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":"4f9c1d7be02a6835\u0000c7d1904e"})")
                                 << 422;
    QTest::newRow("an unknown field") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":")") + kSecret + R"(","extra":1})"
                                      << 422;
    QTest::newRow("a number") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":4917})") << 422;
    QTest::newRow("not JSON") << QByteArray("METRICS_TOKEN") << QByteArray(kSecret) << 400;
    QTest::newRow("twice") << QByteArray("METRICS_TOKEN")
                           << QByteArray(R"({"value":")") + kSecret + R"(","value":")" + kOther + R"("})" << 400;
    QTest::newRow("too short to sign") << QByteArray("JWT_SECRET") << QByteArray(R"({"value":"Zk3vQ9pL"})") << 422;
    QTest::newRow("too short for metrics") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":"Zk3vQ9pL"})") << 422;
    QTest::newRow("no address of Redis") << QByteArray("REDIS_URL") << QByteArray(R"({"value":"ftp://Zk3vQ9pL@h"})") << 422;
    QTest::newRow("oversized") << QByteArray("METRICS_TOKEN") << QByteArray(R"({"value":")") + QByteArray(70'000, 'q') + R"("})"
                               << 413;
}

void AdminSecretsTest::refuses()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const HeaderList headers = bearer(m_admin) + HeaderList{{"Content-Type", "application/json"}};
    const Answer refused = HttpClient({.port = m_server->port(), .from = freshAddress()})
                               .request("PUT", "/api/v1/admin/secrets/" + path, body, headers);
    QVERIFY2(refused.status == status, refused.body.constData());
    // The path is the caller's own, and is told as the instance; of the value nothing is.
    for (const char *piece : {kOther, "Zk3vQ9pL", "4917", "qqqqqqqq", "c7d1904e"})
        QVERIFY2(path == kSecret || !refused.body.contains(piece), refused.body.constData());
    QCOMPARE(entries("secret.set").size(), 0);
    QCOMPARE(secret(u"METRICS_TOKEN"_s)["state"_L1].toString(), u"not_set"_s);
}

void AdminSecretsTest::productionRefusesWhatWouldNotStartAgain()
{
    m_server->kill();
    m_folder->configure(QByteArray(kGenerous).replace("mode: development", "mode: production") + "  backend: embedded\n");
    m_folder->setVariable(u"JWT_SECRET"_s, QLatin1String(kSecret));
    start();
    m_admin = accessToken(*m_server, "admin");
    const QString weak = u"this is a sentence of words and not a secret at all"_s;
    const Answer refused = ask("PUT", "/secrets/JWT_SECRET", {{u"value"_s, weak}});
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json().value("errors"_L1)[0]["field"_L1].toString(), u"value"_s);
    QVERIFY(!refused.body.contains("sentence"));
    QCOMPARE(ask("PUT", "/secrets/JWT_SECRET", {{u"value"_s, QLatin1String(kOther)}}).status, 200);
}

void AdminSecretsTest::withoutAPassphraseNothingIsKept()
{
    const Answer refused = ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kSecret)}});
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.body.contains("SECRETS_PASSPHRASE"));
    QCOMPARE(entries("secret.set").size(), 0);
    QVERIFY(!ask("GET", "/secrets").json().value("stores"_L1)[0]["usable"_L1].toBool(true));
    QCOMPARE(ask("POST", "/secrets/JWT_SECRET/rotate").status, 200); // the ring needs none
}

void AdminSecretsTest::everyActIsInTheRecordFirst()
{
    QCOMPARE(ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kSecret)}}).status, 200);
    const QJsonObject set = entries("secret.set")[0].toObject();
    QCOMPARE(set["target"_L1].toString(), u"METRICS_TOKEN"_s);
    QCOMPARE(set["outcome"_L1].toString(), u"success"_s);
    QCOMPARE(set["actor_kind"_L1].toString(), u"user"_s);
    QVERIFY(set["detail"_L1]["place"_L1].toString().endsWith(u"secrets.sealed"));
    QCOMPARE(set["detail"_L1]["fingerprint"_L1].toString().size(), 32);
    QCOMPARE(ask("POST", "/secrets/JWT_SECRET/rotate", {{u"now"_s, false}}).status, 200);
    QCOMPARE(entries("secret.rotate")[0]["detail"_L1]["grace_seconds"_L1].toString(), u"86400"_s);

    // What cannot be done though it was told of is told of again.
    QVERIFY(QFile::remove(m_folder->path(u"data/secrets.sealed"_s)));
    QVERIFY(QDir().mkdir(m_folder->path(u"data/secrets.sealed"_s)));
    QCOMPARE(ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kOther)}}).status, 503);
    const QJsonArray told = entries("secret.set");
    QCOMPARE(told.size(), 3);
    QCOMPARE(told[0]["outcome"_L1].toString(), u"failed"_s);
    QVERIFY(!told[0]["detail"_L1]["reason"_L1].toString().isEmpty());
}

void AdminSecretsTest::noValueIsAnywhere()
{
    m_server->kill();
    m_folder->configure(QByteArray(kGenerous).replace("mode: development\n", "mode: development\n  log_level: debug\n"));
    start();
    m_admin = accessToken(*m_server, "admin");
    QByteArray answers;
    answers += ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kSecret)}}).body;
    answers += ask("PUT", "/secrets/WEBHOOK_TOKEN", {{u"value"_s, QLatin1String(kOther)}}).body;
    answers += ask("POST", "/secrets/AI_AGENT_SECRET/generate").body;
    answers += ask("POST", "/secrets/JWT_SECRET/generate").body;
    answers += ask("PUT", "/secrets/NONSENSE", {{u"value"_s, QLatin1String(kOther)}}).body;
    answers += ask("PUT", "/secrets/METRICS_TOKEN", {{u"value"_s, QLatin1String(kOther)}, {u"stor"_s, 1}}).body;
    answers +=
        ask("GET", "/secrets").body + ask("GET", "/audit").body + ask("GET", "/overview").body + ask("GET", "/config").body;
    const Outcome exported = m_folder->run({u"secrets"_s, u"export"_s, u"--format"_s, u"env"_s, u"--to-stdout"_s});
    QCOMPARE(exported.exitCode, 0);
    QByteArrayList values;
    for (const QByteArray &line : exported.output.trimmed().split('\n'))
        values.append(line.mid(line.indexOf('=') + 1));
    QCOMPARE(values.size(), 4); // two were set, two made up
    values.append(kPassphrase);
    const QByteArray log = m_server->output();
    QVERIFY(log.contains("/api/v1/admin/secrets")); // at this level it tells of requests
    for (const QByteArray &value : values) {
        QVERIFY(value.size() >= 32);
        QVERIFY(!answers.contains(value));
        QVERIFY(!log.contains(value));
        QVERIFY(!answers.contains(value.toBase64()));
        for (const QString &file : QDir(m_folder->path(u"data"_s)).entryList(QDir::Files)) {
            QFile kept(m_folder->path(u"data/"_s + file));
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY2(!kept.readAll().contains(value), qPrintable(file));
        }
    }
}

QTEST_GUILESS_MAIN(AdminSecretsTest)
#include "test_admin_secrets.moc"
