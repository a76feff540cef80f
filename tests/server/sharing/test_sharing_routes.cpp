#include "../http/silent_observer.h"
#include "http/pipeline.h"
#include "http/request_parser.h"
#include "limits/local_limiter.h"
#include "sharing/config_routes.h"
#include "sharing/request_routes.h"
#include "sharing/secret_routes.h"
#include "sharing/token_routes.h"
#include "sharing_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace Qt::StringLiterals;

namespace {

const limits::PolicyNumbers kUnlimited{.enabled = false, .exempt = {}};
const IpAddress kProxy = *IpAddress::parse("10.9.9.9");
const IpAddress kStranger = *IpAddress::parse("203.0.113.7");
const QByteArray kBody = R"({"data":"c2VjcmV0","expires_in":3600})";

/// Takes "Bearer user.of.NAME" for a user of that name, who is an administrator when called so.
class NamedUsers final : public http::Authenticator
{
public:
    std::expected<http::Principal, http::AuthenticationFailure> authenticate(const http::RequestHead &head) override
    {
        const QByteArray field = head.field("Authorization").toByteArray();
        if (!field.startsWith("Bearer user.of."))
            return std::unexpected(http::AuthenticationFailure{field.isEmpty()
                                                                   ? http::AuthenticationFailure::Kind::NoCredentials
                                                                   : http::AuthenticationFailure::Kind::BadCredentials});
        http::Principal principal;
        principal.kind = http::Principal::Kind::User;
        principal.id = principal.name = field.sliced(15);
        principal.role = principal.name == "admin" ? Role::Admin : Role::User;
        return principal;
    }
    bool csrfTokenMatches(const http::Principal &, QByteArrayView) override { return false; }
};

/// The routes as a worker serves them; only the socket is left out.
class Door
{
public:
    explicit Door(SharingSettings settings = {})
        : secrets(std::move(settings))
        , m_pipeline(std::make_shared<const http::PipelineSettings>(http::PipelineSettings{{*IpNetwork::parse("10.9.9.9")}, {}}))
        , m_policies(std::make_shared<const limits::PolicySet>(kUnlimited))
        , m_guesses(secrets.settings.guessLimit, m_limiter, secrets.clock)
    {
        declareSecretRoutes(m_routes, {secrets.store, m_guesses, secrets.statistics, m_pipeline, secrets.settings, secrets.clock},
                            {});
        declareRequestRoutes(m_routes, {secrets.store, m_guesses, secrets.settings, secrets.clock});
        declareTokenRoutes(m_routes, {secrets.store, *secrets.database, secrets.settings, secrets.clock});
        declareConfigRoutes(m_routes, secrets.settings);
        m_gate = std::make_unique<http::Pipeline>(
            http::PipelineShared{m_routes, m_pipeline, m_policies, m_limiter, secrets.clock}, std::make_unique<NamedUsers>(),
            std::make_unique<gatehouse::tests::SilentObserver>());
    }

    [[nodiscard]] http::Response ask(const QByteArray &method, const QByteArray &path, const QByteArrayList &fields = {},
                                     const QByteArray &body = {}, const IpAddress &from = kStranger)
    {
        QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: gate.example\r\n";
        for (const QByteArray &field : fields)
            head += field + "\r\n";
        if (!body.isEmpty())
            head += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        http::RequestParser parser;
        if (parser.feed(head + "\r\n").state != http::RequestParser::State::Complete)
            qFatal("no request: %s", head.constData());
        auto request = std::make_shared<http::Request>();
        request->head = parser.takeHead();
        request->peer = {.address = from, .port = 1, .tls = true};
        request->arrived = secrets.clock.steadyNow();
        auto admission = m_gate->admit(request);
        if (auto *response = std::get_if<http::Response>(&admission))
            return std::move(*response);
        admitted = std::get<http::Gate::Admission>(admission).bodyLimit;
        request->body = body;
        return QCoro::waitFor(m_gate->handle(request));
    }
    [[nodiscard]] http::Response create(const QByteArray &body, const QByteArrayList &fields = {},
                                        const IpAddress &from = kStranger)
    {
        return ask("POST", "/api/v1/secret", fields, body, from);
    }
    /// The identifier of a new secret, made by a user.
    [[nodiscard]] QByteArray created(const QByteArray &body = kBody)
    {
        return field(create(body, {"Authorization: Bearer user.of.alice"}), "id");
    }
    [[nodiscard]] static QByteArray field(const http::Response &response, const char *name)
    {
        return QJsonDocument::fromJson(response.body).object().value(QLatin1String(name)).toString().toUtf8();
    }
    [[nodiscard]] static QByteArray header(const http::Response &response, const QByteArray &name)
    {
        for (const auto &[key, value] : response.headers) {
            if (key == name)
                return value;
        }
        return {};
    }

    Secrets secrets;
    qsizetype admitted = 0; ///< the body limit of the request that was let in last

private:
    http::RouteTable m_routes;
    Snapshot<http::PipelineSettings> m_pipeline;
    Snapshot<limits::PolicySet> m_policies;
    limits::LocalLimiter m_limiter{10'000};
    GuessLimit m_guesses;
    std::unique_ptr<http::Pipeline> m_gate;
};

SharingSettings anonymous()
{
    SharingSettings settings;
    settings.allowAnonymous = true;
    return settings;
}

} // namespace

class TestSharingRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersCreationsAsTheContractSays_data();
    void answersCreationsAsTheContractSays();
    void letsOnlyThoseCreateWhoMay_data();
    void letsOnlyThoseCreateWhoMay();
    void readsLittleOfWhoMaySendLittle();
    void refusesRestrictionsItCannotCheck();
    void answersTakersAsTheContractSays();
    void aLinkGivesAPageToAllButOurPrograms_data();
    void aLinkGivesAPageToAllButOurPrograms();
    void headConsumesNothing();
    void believesCountriesOnlyFromATrustedProxy();
    void believesNoForwardedAddressFromAnybody();
    void stopsWhoGuesses();
    void givesAReceiptOnlyWhenAsked();
    void makesOneTimeTokens_data();
    void makesOneTimeTokens();
    void anOneTimeTokenMakesNoOther();
    void makesShareTokensForAdministrators_data();
    void makesShareTokensForAdministrators();
    void listsAndRevokesTokens();
    void tellsPagesWhatTheyNeed();
    void carriesAnAnswerToItsAskerOnce();
    void asksOnlyWithAPointOfTheCurve_data();
    void asksOnlyWithAPointOfTheCurve();
    void letsOnlyThoseAskWhoMayCreate();
    void anAnswerIsHeldToTheLimitOfItsAsker();
    void aRequestEndsInTime();
};

void TestSharingRoutes::answersCreationsAsTheContractSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &body, int status) { QTest::newRow(name) << body << status; };
    row("success", kBody, 200);
    row("as Hakanai's clients write it",
        R"({"data":"c2VjcmV0","expires_in":3600,"restrictions":{"allowed_ips":["10.0.0.0/8"],"allowed_countries":null}})", 200);
    row("no restrictions, said with null", R"({"data":"c2VjcmV0","expires_in":3600,"restrictions":null})", 200);
    row("one second", R"({"data":"c2VjcmV0","expires_in":1})", 200);
    row("the maximum", R"({"data":"c2VjcmV0","expires_in":604800})", 200);
    row("over the maximum", R"({"data":"c2VjcmV0","expires_in":604801})", 400);
    row("far over the maximum", R"({"data":"c2VjcmV0","expires_in":1e300})", 422);
    row("no time at all", R"({"data":"c2VjcmV0","expires_in":0})", 422);
    row("no expires_in", R"({"data":"c2VjcmV0"})", 422);
    row("a fraction of a second", R"({"data":"c2VjcmV0","expires_in":1.5})", 422);
    row("not JSON", "data=c2VjcmV0", 400);
    row("an unknown field", R"({"data":"c2VjcmV0","expires_in":1,"views":2})", 422);
    row("an unknown restriction", R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"allowed_users":["a"]}})", 422);
    row("a repeated field", R"({"data":"c2VjcmV0","expires_in":1,"expires_in":2})", 400);
    row("no base64", R"({"data":"<script>","expires_in":1})", 422);
    row("a range that is none", R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"allowed_ips":["10.0.0.0/40"]}})", 422);
    row("a short hash", R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"passphrase_hash":"ab"}})", 422);
    row("too large", R"({"expires_in":1,"data":")" + QByteArray(largestData(10 * 1024 * 1024) + 1, 'A') + R"("})", 413);
}

void TestSharingRoutes::answersCreationsAsTheContractSays()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Door door;
    const http::Response answer = door.create(body, {"Authorization: Bearer user.of.alice"});
    QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
    if (status == 200)
        QCOMPARE(QJsonDocument::fromJson(answer.body).object().keys(), QStringList{u"id"_s});
    QCOMPARE(door.secrets.count("SELECT count(*) FROM shared_secrets"), status == 200 ? 1 : 0);
}

void TestSharingRoutes::letsOnlyThoseCreateWhoMay_data()
{
    QTest::addColumn<bool>("anonymous");
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, bool everybody, const QByteArray &credential, const QByteArray &from, int status) {
        QTest::newRow(name) << everybody << credential << from << status;
    };
    row("nobody known", false, "", "203.0.113.7", 401);
    row("nobody known, where all may", true, "", "203.0.113.7", 200);
    row("a user", false, "Bearer user.of.alice", "203.0.113.7", 200);
    row("a trusted address", false, "", "192.168.1.5", 200);
    row("a share token", false, "Bearer TOKEN", "203.0.113.7", 200);
    row("a share token, spelled in small letters", false, "bearer TOKEN", "203.0.113.7", 200);
    row("an unknown token", false, "Bearer unknown", "203.0.113.7", 403);
    row("an unknown token, where all may", true, "Bearer unknown", "203.0.113.7", 403);
    row("an unknown token from a trusted address", false, "Bearer unknown", "192.168.1.5", 403);
    row("a user's token that does not hold", true, "Bearer ey.ey.x", "203.0.113.7", 401);
    row("another scheme", true, "Basic dXNlcjpwYXNz", "203.0.113.7", 401);
    row("an empty token", true, "Bearer ", "203.0.113.7", 401);
}

void TestSharingRoutes::letsOnlyThoseCreateWhoMay()
{
    QFETCH(bool, anonymous);
    QFETCH(QByteArray, credential);
    QFETCH(QByteArray, from);
    QFETCH(int, status);
    SharingSettings settings;
    settings.allowAnonymous = anonymous;
    settings.trustedRanges = {*IpNetwork::parse("192.168.0.0/16")};
    Door door(settings);
    credential.replace("TOKEN", door.secrets.addToken());
    const QByteArrayList fields = credential.isEmpty() ? QByteArrayList() : QByteArrayList{"Authorization: " + credential};
    const http::Response answer = door.create(kBody, fields, *IpAddress::parse(from));
    QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
}

void TestSharingRoutes::readsLittleOfWhoMaySendLittle()
{
    Door closed;
    QCOMPARE(closed.create(kBody).status, 401);
    QVERIFY2(closed.admitted == 0, "refused before the body is read");
    Door open(anonymous());
    QCOMPARE(open.create(kBody).status, 200);
    QVERIFY(open.admitted < 128 * 1024);
    const QByteArray large = R"({"expires_in":1,"data":")" + QByteArray(largestData(32 * 1024) + 1, 'A') + R"("})";
    QCOMPARE(open.create(large).status, 413);
    QCOMPARE(open.create(large, {"Authorization: Bearer user.of.alice"}).status, 200);
    QVERIFY(open.admitted > 15 * 1024 * 1024);
}

void TestSharingRoutes::refusesRestrictionsItCannotCheck()
{
    Door blind(anonymous());
    QCOMPARE(blind.create(R"({"data":"QUJD","expires_in":1,"restrictions":{"allowed_countries":["DE"]}})").status, 501);
    QCOMPARE(blind.create(R"({"data":"QUJD","expires_in":1,"restrictions":{"allowed_asns":[1]}})").status, 501);
}

void TestSharingRoutes::answersTakersAsTheContractSays()
{
    Door door;
    const QByteArray plain = door.created();
    const http::Response taken = door.ask("GET", "/api/v1/secret/" + plain);
    QCOMPARE(taken.status, 200);
    QVERIFY(taken.contentType.startsWith("text/plain"));
    QCOMPARE(taken.body, QByteArray("c2VjcmV0"));
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + plain).status, 410);
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + newUlid(door.secrets.clock.now())).status, 404);
    QCOMPARE(door.ask("GET", "/api/v1/secret/nonsense").status, 404);

    const QByteArray guarded = door.created(R"({"data":"QUJD","expires_in":60,"restrictions":{"allowed_ips":["203.0.113.7"],)"
                                            R"("passphrase_hash":")"
                                            + sha256Hex("open sesame") + R"("}})");
    const QByteArray path = "/api/v1/secret/" + guarded.toLower();
    QCOMPARE(door.ask("GET", path, {"X-Secret-Passphrase: " + sha256Hex("open sesame")}, {}, kProxy).status, 403);
    QCOMPARE(door.ask("GET", path).status, 401);
    QCOMPARE(door.ask("GET", path, {"X-Secret-Passphrase: open sesame"}).status, 401);
    QCOMPARE(door.ask("GET", path, {"X-Secret-Passphrase: " + sha256Hex("open sesame")}).status, 200);
    QCOMPARE(door.ask("GET", path, {"X-Secret-Passphrase: " + sha256Hex("open sesame")}).status, 410);
}

void TestSharingRoutes::aLinkGivesAPageToAllButOurPrograms_data()
{
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<bool>("takes");
    QTest::newRow("Hakanai's command line") << QByteArray("hakanai-client/3.1.0") << true;
    QTest::newRow("our command line") << QByteArray("gatehouse/0.1.0") << true;
    QTest::newRow("curl") << QByteArray("curl/7.88.1") << false;
    QTest::newRow("no agent") << QByteArray() << false;
    QTest::newRow("a browser") << QByteArray("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") << false;
    QTest::newRow("a preview") << QByteArray("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)") << false;
    QTest::newRow("another preview") << QByteArray("facebookexternalhit/1.1") << false;
    QTest::newRow("a name that only holds ours") << QByteArray("Mozilla/5.0 hakanai") << false;
    QTest::newRow("a name in capitals") << QByteArray("HAKANAI") << false;
}

void TestSharingRoutes::aLinkGivesAPageToAllButOurPrograms()
{
    QFETCH(QByteArray, agent);
    QFETCH(bool, takes);
    Door door;
    const QByteArray id = door.created();
    const QByteArrayList fields = agent.isEmpty() ? QByteArrayList() : QByteArrayList{"User-Agent: " + agent};
    const http::Response answer = door.ask("GET", "/s/" + id, fields);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType.startsWith("text/plain"), takes);
    QCOMPARE(answer.contentType.startsWith("text/html"), !takes);
    QCOMPARE(answer.body == "c2VjcmV0", takes);
    QVERIFY(!QByteArray::fromStdString(answer.commonLines).contains("unsafe-"));
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + id).status, takes ? 410 : 200);
    QCOMPARE(door.ask("GET", "/s/" + id, fields).status, takes ? 410 : 200);
}

void TestSharingRoutes::headConsumesNothing()
{
    Door door;
    const QByteArray id = door.created();
    QCOMPARE(door.ask("HEAD", "/api/v1/secret/" + id).status, 200);
    QCOMPARE(door.ask("HEAD", "/s/" + id, {"User-Agent: hakanai"}).status, 200);
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + id).status, 200);
    QCOMPARE(door.ask("HEAD", "/api/v1/secret/" + id).status, 410);
}

void TestSharingRoutes::believesCountriesOnlyFromATrustedProxy()
{
    SharingSettings settings;
    settings.countryHeader = "CF-IPCountry";
    settings.asnHeader = "X-ASN-Number";
    Door door(settings);
    const QByteArray id =
        door.created(R"({"data":"QUJD","expires_in":60,"restrictions":{"allowed_countries":["DE"],"allowed_asns":[64496]}})");
    const QByteArray path = "/api/v1/secret/" + id;
    const QByteArrayList claimed{"CF-IPCountry: DE", "X-ASN-Number: 64496"};
    QCOMPARE(door.ask("GET", path).status, 403);
    QCOMPARE(door.ask("GET", path, claimed).status, 403);
    QCOMPARE(door.ask("GET", path, {"CF-IPCountry: FR", "X-ASN-Number: 64496"}, {}, kProxy).status, 403);
    QCOMPARE(door.ask("GET", path, {"CF-IPCountry: DE", "X-ASN-Number: 64497"}, {}, kProxy).status, 403);
    // A client's own beside the proxy's: nobody can say which is which.
    QCOMPARE(door.ask("GET", path, {"CF-IPCountry: FR", "CF-IPCountry: DE", "X-ASN-Number: 64496"}, {}, kProxy).status, 403);
    QCOMPARE(door.ask("GET", path, claimed, {}, kProxy).status, 200);
}

void TestSharingRoutes::believesNoForwardedAddressFromAnybody()
{
    Door door;
    const QByteArray id = door.created(R"({"data":"QUJD","expires_in":60,"restrictions":{"allowed_ips":["198.51.100.4"]}})");
    const QByteArray path = "/api/v1/secret/" + id;
    for (const char *name : {"X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "CF-Connecting-IP"})
        QCOMPARE(door.ask("GET", path, {QByteArray(name) + ": 198.51.100.4"}).status, 403);
    QCOMPARE(door.ask("GET", path, {"X-Forwarded-For: 198.51.100.4, 203.0.113.7"}, {}, kProxy).status, 403);
    QCOMPARE(door.ask("GET", path, {"X-Forwarded-For: 198.51.100.4"}, {}, kProxy).status, 200);
}

void TestSharingRoutes::stopsWhoGuesses()
{
    SharingSettings settings;
    settings.guessLimit = 5;
    Door door(settings);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(door.ask("GET", "/api/v1/secret/" + newUlid(door.secrets.clock.now())).status, 404);
    const QByteArray id = door.created();
    const http::Response stopped = door.ask("GET", "/api/v1/secret/" + id);
    QCOMPARE(stopped.status, 429);
    QVERIFY(Door::header(stopped, "Retry-After").toInt() > 0);
    QCOMPARE(door.ask("GET", "/s/" + id, {"User-Agent: hakanai"}).status, 429);
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + id + "/receipt", {"X-Receipt-Token: x"}).status, 429);
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + id, {}, {}, *IpAddress::parse("203.0.113.8")).status, 200);
}

void TestSharingRoutes::givesAReceiptOnlyWhenAsked()
{
    Door door(anonymous());
    const http::Response answer = door.create(R"({"data":"QUJD","expires_in":60,"receipt":true})");
    const QByteArray id = Door::field(answer, "id");
    const QByteArray token = Door::field(answer, "receipt_token");
    QCOMPARE(QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding).size(), 32);
    const QByteArray path = "/api/v1/secret/" + id;
    QCOMPARE(Door::field(door.ask("GET", path + "/receipt", {"X-Receipt-Token: " + token}), "state"), QByteArray("waiting"));
    QCOMPARE(door.ask("GET", path + "/receipt").status, 404);
    QCOMPARE(door.ask("GET", path + "/receipt", {"X-Receipt-Token: " + token + "A"}).status, 404);
    QCOMPARE(door.ask("DELETE", path).status, 404);
    QCOMPARE(door.ask("GET", path).status, 200);
    const QJsonObject receipt =
        QJsonDocument::fromJson(door.ask("GET", path + "/receipt", {"X-Receipt-Token: " + token}).body).object();
    QCOMPARE(receipt.value("state"_L1).toString(), u"taken"_s);
    QCOMPARE(receipt.value("taken_from"_L1).toObject().value("address"_L1).toString(), u"203.0.113.7"_s);
    QVERIFY(receipt.value("taken_from"_L1).toObject().value("country"_L1).isNull());
    QCOMPARE(door.ask("DELETE", path, {"X-Receipt-Token: " + token}).status, 410);

    const http::Response other = door.create(R"({"data":"QUJD","expires_in":60,"receipt":true})");
    const QByteArray burned = "/api/v1/secret/" + Door::field(other, "id");
    QCOMPARE(door.ask("DELETE", burned, {"X-Receipt-Token: " + Door::field(other, "receipt_token")}).status, 204);
    QCOMPARE(door.ask("GET", burned).status, 410);
}

void TestSharingRoutes::makesOneTimeTokens_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &credential, const QByteArray &from, int status) {
        QTest::newRow(name) << credential << from << status;
    };
    row("nobody, although anybody may create", "", "203.0.113.7", 401);
    row("a user", "Bearer user.of.alice", "203.0.113.7", 200);
    row("a share token", "Bearer TOKEN", "203.0.113.7", 200);
    row("an unknown token", "Bearer unknown", "203.0.113.7", 403);
    row("a trusted address", "", "192.168.1.5", 200);
}

void TestSharingRoutes::makesOneTimeTokens()
{
    QFETCH(QByteArray, credential);
    QFETCH(QByteArray, from);
    QFETCH(int, status);
    SharingSettings settings = anonymous();
    settings.trustedRanges = {*IpNetwork::parse("192.168.0.0/16")};
    Door door(settings);
    credential.replace("TOKEN", door.secrets.addToken(false, 1000));
    const QByteArrayList fields = credential.isEmpty() ? QByteArrayList() : QByteArrayList{"Authorization: " + credential};
    const http::Response answer = door.ask("POST", "/api/v1/one-time-token", fields, {}, *IpAddress::parse(from));
    QCOMPARE(answer.status, status);
    if (status != 200)
        return;
    const QByteArray bearer = "Authorization: Bearer " + Door::field(answer, "token");
    const QByteArray large = R"({"expires_in":1,"data":")" + QByteArray(largestData(1000) + 1, 'A') + R"("})";
    QCOMPARE(door.create(large, {bearer}).status, credential.contains("user") || credential.isEmpty() ? 200 : 413);
    QCOMPARE(door.create(kBody, {bearer}).status, credential.contains("user") || credential.isEmpty() ? 403 : 200);
    QCOMPARE(door.create(kBody, {bearer}).status, 403);
}

void TestSharingRoutes::anOneTimeTokenMakesNoOther()
{
    Door door;
    const QByteArray bearer = "Authorization: Bearer " + door.secrets.addToken(true);
    QCOMPARE(door.ask("POST", "/api/v1/one-time-token", {bearer}).status, 403);
    QCOMPARE(door.create(kBody, {bearer}).status, 200);
}

void TestSharingRoutes::makesShareTokensForAdministrators_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &credential, const QByteArray &from, int status) {
        QTest::newRow(name) << credential << from << status;
    };
    row("nobody", "", "192.168.1.5", 401);
    row("a user", "Bearer user.of.alice", "192.168.1.5", 403);
    row("an administrator", "Bearer user.of.admin", "203.0.113.7", 200);
    row("the admin token", "Bearer ADMIN", "192.168.1.5", 200);
    row("the admin token from elsewhere", "Bearer ADMIN", "203.0.113.7", 403);
    row("a share token", "Bearer TOKEN", "192.168.1.5", 403);
    row("an unknown token", "Bearer unknown", "192.168.1.5", 403);
}

void TestSharingRoutes::makesShareTokensForAdministrators()
{
    QFETCH(QByteArray, credential);
    QFETCH(QByteArray, from);
    QFETCH(int, status);
    SharingSettings settings;
    settings.adminToken = true;
    settings.trustedRanges = {*IpNetwork::parse("192.168.0.0/16")};
    Door door(settings);
    credential.replace("TOKEN", door.secrets.addToken());
    credential.replace("ADMIN", door.secrets.addToken(false, {}, ShareToken::Kind::Admin));
    const QByteArrayList fields = credential.isEmpty() ? QByteArrayList() : QByteArrayList{"Authorization: " + credential};
    const http::Response answer = door.ask("POST", "/api/v1/admin/tokens", fields,
                                           R"({"ttl_seconds":60,"upload_size_limit":null})", *IpAddress::parse(from));
    QVERIFY2(answer.status == status, answer.body);
    if (status != 200)
        return;
    const QByteArray bearer = "Authorization: Bearer " + Door::field(answer, "token");
    QCOMPARE(door.create(kBody, {bearer}).status, 200);
    QCOMPARE(door.create(kBody, {bearer}).status, 200);
    door.secrets.clock.advance(std::chrono::seconds(60));
    QCOMPARE(door.create(kBody, {bearer}).status, 403);
}

void TestSharingRoutes::listsAndRevokesTokens()
{
    Door door;
    const QByteArray token = door.secrets.addToken();
    QCOMPARE(door.ask("GET", "/api/v1/admin/tokens").status, 401);
    QCOMPARE(door.ask("GET", "/api/v1/admin/tokens", {"Authorization: Bearer user.of.alice"}).status, 403);
    const QByteArray admin = "Authorization: Bearer user.of.admin";
    const http::Response listed = door.ask("GET", "/api/v1/admin/tokens", {admin});
    QCOMPARE(listed.status, 200);
    QVERIFY(!listed.body.contains(token));
    const QJsonArray items = QJsonDocument::fromJson(listed.body).object().value("items"_L1).toArray();
    QCOMPARE(items.size(), 1);
    const QByteArray path = "/api/v1/admin/tokens/" + items.first().toObject().value("id"_L1).toString().toUtf8();
    QCOMPARE(door.ask("DELETE", path, {"Authorization: Bearer user.of.alice"}).status, 403);
    QCOMPARE(door.ask("DELETE", path, {admin}).status, 204);
    QCOMPARE(door.ask("DELETE", path, {admin}).status, 404);
    QCOMPARE(door.create(kBody, {"Authorization: Bearer " + token}).status, 403);
}

void TestSharingRoutes::tellsPagesWhatTheyNeed()
{
    Door door(anonymous());
    const QJsonObject json = QJsonDocument::fromJson(door.ask("GET", "/config.json").body).object();
    QCOMPARE(json.value("showTokenInput"_L1).toBool(true), false);
    QCOMPARE(json.value("secretSizeLimit"_L1).toInteger(), 32 * 1024);
    QCOMPARE(json.value("limits"_L1).toObject().value("max_ttl_seconds"_L1).toInteger(), 604800);
    QCOMPARE(json.value("restrictions"_L1).toObject().value("country"_L1).toBool(true), false);
    QCOMPARE(json.value("restrictions"_L1).toObject().value("passphrase"_L1).toBool(), true);
}

namespace {

/// The generator of P-256: a point on the curve.
const QByteArray kPoint = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

QByteArray asking(const QByteArray &key = kPoint, const QByteArray &more = {})
{
    return R"({"public_key":")" + key + R"(","expires_in":60)" + more + '}';
}

} // namespace

void TestSharingRoutes::carriesAnAnswerToItsAskerOnce()
{
    Door door(anonymous());
    const http::Response asked = door.ask("POST", "/api/v1/secret-request", {}, asking(kPoint, R"(,"note":"the login, please")"));
    QVERIFY2(asked.status == 200, asked.body);
    const QByteArray path = "/api/v1/secret-request/" + Door::field(asked, "id");
    const QByteArray token = "X-Collect-Token: " + Door::field(asked, "collect_token");
    const http::Response shown = door.ask("GET", path);
    QCOMPARE(Door::field(shown, "public_key"), kPoint);
    QCOMPARE(Door::field(shown, "state"), QByteArray("open"));
    QCOMPARE(Door::field(shown, "note"), QByteArray("the login, please"));
    QVERIFY(!shown.body.contains(Door::field(asked, "collect_token")));

    QCOMPARE(door.ask("GET", path + "/answer", {token}).status, 404);
    QCOMPARE(door.ask("POST", path + "/answer", {}, R"({"data":"QUJD","from":"me"})").status, 422);
    QCOMPARE(door.ask("POST", path + "/answer", {}, R"({"data":"QUJD"})").status, 204);
    QCOMPARE(door.ask("POST", path + "/answer", {}, R"({"data":"REVG"})").status, 410);
    QCOMPARE(Door::field(door.ask("GET", path), "state"), QByteArray("answered"));

    QCOMPARE(door.ask("GET", path + "/answer").status, 404);
    QCOMPARE(door.ask("GET", path + "/answer", {token + "A"}).status, 404);
    QCOMPARE(door.ask("HEAD", path + "/answer", {token}).status, 404);
    const http::Response collected = door.ask("GET", path + "/answer", {token});
    QCOMPARE(collected.status, 200);
    QCOMPARE(collected.body, QByteArray("QUJD"));
    QCOMPARE(door.ask("GET", path + "/answer", {token}).status, 410);
    QCOMPARE(Door::field(door.ask("GET", path), "state"), QByteArray("collected"));
    QCOMPARE(door.secrets.count("SELECT count(*) FROM secret_requests WHERE answer IS NOT NULL"), 0);

    std::vector<ShareAction> actions;
    for (const ShareEvent &event : door.secrets.events.take())
        actions.push_back(event.action);
    QVERIFY((actions == std::vector{ShareAction::Request, ShareAction::Answer, ShareAction::Collect}));
}

void TestSharingRoutes::asksOnlyWithAPointOfTheCurve_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no base64url") << QByteArray(87, '!');
    QTest::newRow("too short") << kPoint.chopped(2);
    QTest::newRow("compressed") << QByteArray("A2sX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKW");
    QTest::newRow("beside the curve") << QByteArray(kPoint).replace(80, 1, "A");
    QTest::newRow("infinity") << QByteArray("AA");
    QTest::newRow("zeros") << ("BAAA" + QByteArray(83, 'A'));
}

void TestSharingRoutes::asksOnlyWithAPointOfTheCurve()
{
    QFETCH(QByteArray, key);
    Door door(anonymous());
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {}, asking(key)).status, 422);
}

void TestSharingRoutes::letsOnlyThoseAskWhoMayCreate()
{
    Door door;
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {}, asking()).status, 401);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {"Authorization: Bearer unknown"}, asking()).status, 403);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {"Authorization: Bearer user.of.alice"}, asking()).status, 200);
    const QByteArray once = "Authorization: Bearer " + door.secrets.addToken(true);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {once}, asking()).status, 200);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {once}, asking()).status, 403);
}

void TestSharingRoutes::anAnswerIsHeldToTheLimitOfItsAsker()
{
    Door door;
    const QByteArray bearer = "Authorization: Bearer " + door.secrets.addToken(false, 1000);
    const http::Response asked = door.ask("POST", "/api/v1/secret-request", {bearer}, asking());
    const QByteArray path = "/api/v1/secret-request/" + Door::field(asked, "id") + "/answer";
    const auto answer = [](qint64 size) { return R"({"data":")" + QByteArray(size, 'A') + R"("})"; };
    QCOMPARE(door.ask("POST", path, {}, answer(largestData(1000) + 1)).status, 413);
    QCOMPARE(door.ask("POST", path, {}, answer(largestData(1000))).status, 204);
}

void TestSharingRoutes::aRequestEndsInTime()
{
    Door door(anonymous());
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {}, R"({"public_key":")" + kPoint + R"(","expires_in":604801})").status,
             400);
    const http::Response asked = door.ask("POST", "/api/v1/secret-request", {}, asking());
    const QByteArray path = "/api/v1/secret-request/" + Door::field(asked, "id");
    door.secrets.clock.advance(std::chrono::seconds(60));
    QCOMPARE(door.ask("GET", path).status, 404);
    QCOMPARE(door.ask("POST", path + "/answer", {}, R"({"data":"QUJD"})").status, 404);
    door.secrets.sweep();
    QTRY_COMPARE(door.secrets.count("SELECT count(*) FROM secret_requests"), 0);
}

QTEST_GUILESS_MAIN(TestSharingRoutes)
#include "test_sharing_routes.moc"
