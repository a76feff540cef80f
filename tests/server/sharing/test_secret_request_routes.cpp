#include "sharing_door.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace Qt::StringLiterals;

namespace {

/// The generator of P-256: a point on the curve.
const QByteArray kPoint = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

QByteArray asking(const QByteArray &key = kPoint, const QByteArray &more = {})
{
    return R"({"public_key":")" + key + R"(","expires_in":60)" + more + '}';
}

} // namespace

/// Asking somebody for a secret, as a worker answers.
class TestSecretRequestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesAnAnswerToItsAskerOnce();
    void asksOnlyWithAPointOfTheCurve_data();
    void asksOnlyWithAPointOfTheCurve();
    void letsOnlyThoseAskWhoMayCreate();
    void anAnswerIsHeldToTheLimitOfItsAsker();
    void readsNoAnswerThatNobodyAskedFor();
    void aRequestEndsInTime();
};

void TestSecretRequestRoutes::carriesAnAnswerToItsAskerOnce()
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

void TestSecretRequestRoutes::asksOnlyWithAPointOfTheCurve_data()
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

void TestSecretRequestRoutes::asksOnlyWithAPointOfTheCurve()
{
    QFETCH(QByteArray, key);
    Door door(anonymous());
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {}, asking(key)).status, 422);
}

void TestSecretRequestRoutes::letsOnlyThoseAskWhoMayCreate()
{
    Door door;
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {}, asking()).status, 401);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {"Authorization: Bearer unknown"}, asking()).status, 403);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {"Authorization: Bearer user.of.alice"}, asking()).status, 200);
    const QByteArray once = "Authorization: Bearer " + door.secrets.addToken(true);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {once}, asking()).status, 200);
    QCOMPARE(door.ask("POST", "/api/v1/secret-request", {once}, asking()).status, 403);
}

void TestSecretRequestRoutes::anAnswerIsHeldToTheLimitOfItsAsker()
{
    Door door;
    const QByteArray bearer = "Authorization: Bearer " + door.secrets.addToken(false, 1000);
    const http::Response asked = door.ask("POST", "/api/v1/secret-request", {bearer}, asking());
    const QByteArray path = "/api/v1/secret-request/" + Door::field(asked, "id") + "/answer";
    const auto answer = [](qint64 size) { return R"({"data":")" + QByteArray(size, 'A') + R"("})"; };
    QCOMPARE(door.ask("POST", path, {}, answer(largestData(1000) + 1)).status, 413);
    QCOMPARE(door.ask("POST", path, {}, answer(largestData(1000))).status, 204);
}

void TestSecretRequestRoutes::readsNoAnswerThatNobodyAskedFor()
{
    SharingSettings settings = anonymous();
    settings.guessLimit = 3;
    Door door(settings);
    const http::Response asked = door.ask("POST", "/api/v1/secret-request", {}, asking());
    const QByteArray path = "/api/v1/secret-request/" + Door::field(asked, "id") + "/answer";
    const QByteArray answer = R"({"data":"QUJD"})";
    QCOMPARE(door.ask("POST", path, {}, answer).status, 204);
    QVERIFY2(door.admitted < 128 * 1024, "no more than who asked may receive");
    QCOMPARE(door.ask("POST", path, {}, answer).status, 410);
    QVERIFY(!door.reachedItsBody);
    const QByteArray unknown = "/api/v1/secret-request/01M80N56MQRYK2REKKMSM7ACDZ/answer";
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(door.ask("POST", unknown, {}, answer).status, 404);
        QVERIFY(!door.reachedItsBody);
    }
    QCOMPARE(door.ask("POST", unknown, {}, answer).status, 429);
    QVERIFY2(!door.reachedItsBody, "each was a guess");
}

void TestSecretRequestRoutes::aRequestEndsInTime()
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

QTEST_GUILESS_MAIN(TestSecretRequestRoutes)
#include "test_secret_request_routes.moc"
