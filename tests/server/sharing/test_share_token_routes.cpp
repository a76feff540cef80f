#include "sharing_door.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace Qt::StringLiterals;

/// Tokens that secrets are created with, as a worker answers.
class TestShareTokenRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneTimeTokens_data();
    void makesOneTimeTokens();
    void aPageElsewhereHasNoTrustedAddress();
    void anOneTimeTokenMakesNoOther();
    void oneTimeTokensEndWithTheTokenTheyWereMadeWith();
    void aTokenHasNotMadeOneTimeTokensWithoutNumber();
    void makesShareTokensForAdministrators_data();
    void makesShareTokensForAdministrators();
    void listsAndRevokesTokens();
};

void TestShareTokenRoutes::makesOneTimeTokens_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &credential, const QByteArray &from, int status) {
        QTest::newRow(name) << credential << from << status;
    };
    row("nobody, although anybody may create", "", "203.0.113.7", 401);
    row("a user", "Bearer user.of.alice", "203.0.113.7", 403);
    row("a user at a trusted address", "Bearer user.of.alice", "192.168.1.5", 200);
    row("an administrator", "Bearer user.of.admin", "203.0.113.7", 200);
    row("a share token", "Bearer TOKEN", "203.0.113.7", 200);
    row("an unknown token", "Bearer unknown", "203.0.113.7", 403);
    row("a trusted address", "", "192.168.1.5", 200);
}

void TestShareTokenRoutes::makesOneTimeTokens()
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

void TestShareTokenRoutes::aPageElsewhereHasNoTrustedAddress()
{
    SharingSettings settings;
    settings.trustedRanges = {*IpNetwork::parse("192.168.0.0/16")};
    Door door(settings);
    const IpAddress trusted = *IpAddress::parse("192.168.1.5");
    for (const QByteArrayList &fields : {QByteArrayList{"Origin: https://evil.example", "Sec-Fetch-Site: cross-site"},
                                         QByteArrayList{"Origin: https://evil.example"}}) {
        QCOMPARE(door.ask("POST", "/api/v1/one-time-token", fields, {}, trusted).status, 401);
        QCOMPARE(door.create(kBody, fields, trusted).status, 401);
    }
    const QByteArrayList allowed{"Origin: https://app.example", "Sec-Fetch-Site: cross-site"};
    QCOMPARE(door.ask("POST", "/api/v1/one-time-token", allowed, {}, trusted).status, 200);
    QCOMPARE(door.create(kBody, {"Origin: https://gate.example", "Sec-Fetch-Site: same-origin"}, trusted).status, 200);
}

void TestShareTokenRoutes::anOneTimeTokenMakesNoOther()
{
    Door door;
    const QByteArray bearer = "Authorization: Bearer " + door.secrets.addToken(true);
    QCOMPARE(door.ask("POST", "/api/v1/one-time-token", {bearer}).status, 403);
    QCOMPARE(door.create(kBody, {bearer}).status, 200);
}

void TestShareTokenRoutes::oneTimeTokensEndWithTheTokenTheyWereMadeWith()
{
    Door door;
    const QByteArray admin = "Authorization: Bearer user.of.admin";
    const auto oneTime = [&](const QByteArray &credential) {
        return "Authorization: Bearer "
            + Door::field(door.ask("POST", "/api/v1/one-time-token", {"Authorization: Bearer " + credential}), "token");
    };
    const QByteArray parent = door.secrets.addToken();
    door.secrets.clock.advance(std::chrono::milliseconds(1)); // so that it is listed first
    const QByteArray other = door.secrets.addToken();
    const QByteArray used = oneTime(parent);
    const QByteArray child = oneTime(parent);
    const QByteArray foreign = oneTime(other);
    const QByteArray administrators = oneTime("user.of.admin");
    QCOMPARE(door.create(kBody, {used}).status, 200);
    const QJsonArray listed =
        QJsonDocument::fromJson(door.ask("GET", "/api/v1/admin/tokens", {admin}).body).object().value("items"_L1).toArray();
    const QByteArray id = listed.first().toObject().value("id"_L1).toString().toUtf8();
    QCOMPARE(door.ask("DELETE", "/api/v1/admin/tokens/" + id, {admin}).status, 204);
    QCOMPARE(door.create(kBody, {child}).status, 403);
    QCOMPARE(door.create(kBody, {foreign}).status, 200);
    QCOMPARE(door.create(kBody, {administrators}).status, 200);

    door.secrets.clock.advance(std::chrono::hours(24) - std::chrono::seconds(10)); // of the token's day
    const QByteArray late = oneTime(other);
    door.secrets.clock.advance(std::chrono::seconds(10));
    QCOMPARE(door.create(kBody, {late}).status, 403);
}

void TestShareTokenRoutes::aTokenHasNotMadeOneTimeTokensWithoutNumber()
{
    Door door;
    const QByteArray parent = "Authorization: Bearer " + door.secrets.addToken();
    const auto make = [&] { return door.ask("POST", "/api/v1/one-time-token", {parent}); };
    QByteArray last;
    for (int i = 0; i < 256; ++i)
        last = "Authorization: Bearer " + Door::field(make(), "token");
    const http::Response over = make();
    QCOMPARE(over.status, 429);
    QCOMPARE(Door::header(over, "Retry-After"), QByteArray("3600"));
    QCOMPARE(door.create(kBody, {last}).status, 200);
    QCOMPARE(make().status, 200);
    QCOMPARE(make().status, 429);
    QCOMPARE(door.ask("POST", "/api/v1/one-time-token", {"Authorization: Bearer " + door.secrets.addToken()}).status, 200);
}

void TestShareTokenRoutes::makesShareTokensForAdministrators_data()
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

void TestShareTokenRoutes::makesShareTokensForAdministrators()
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

void TestShareTokenRoutes::listsAndRevokesTokens()
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
    for (const char *query : {"?after=x", "?after=", "?limit=501"})
        QCOMPARE(door.ask("GET", "/api/v1/admin/tokens" + QByteArray(query), {admin}).status, 422);
    const QByteArray path = "/api/v1/admin/tokens/" + items.first().toObject().value("id"_L1).toString().toUtf8();
    QCOMPARE(door.ask("DELETE", path, {"Authorization: Bearer user.of.alice"}).status, 403);
    QCOMPARE(door.ask("DELETE", path, {admin}).status, 204);
    QCOMPARE(door.ask("DELETE", path, {admin}).status, 404);
    QCOMPARE(door.create(kBody, {"Authorization: Bearer " + token}).status, 403);
}

QTEST_GUILESS_MAIN(TestShareTokenRoutes)
#include "test_share_token_routes.moc"
