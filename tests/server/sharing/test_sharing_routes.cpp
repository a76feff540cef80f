#include "maxmind_file.h"
#include "sharing_door.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::sharing;
using namespace gatehouse::sharing::tests;
using namespace Qt::StringLiterals;

/// Creating and taking secrets, as a worker answers.
class TestSharingRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersCreationsAsTheContractSays_data();
    void answersCreationsAsTheContractSays();
    void letsOnlyThoseCreateWhoMay_data();
    void letsOnlyThoseCreateWhoMay();
    void trustsNoAddressThatMayBeAnothers_data();
    void trustsNoAddressThatMayBeAnothers();
    void readsNothingLargeForATokenThatNobodyGaveOut();
    void readsLittleOfWhoMaySendLittle();
    void refusesRestrictionsItCannotCheck();
    void answersTakersAsTheContractSays();
    void aLinkGivesAPageToAllButOurPrograms_data();
    void aLinkGivesAPageToAllButOurPrograms();
    void headConsumesNothing();
    void leavesRoomForTheServerItself_data();
    void leavesRoomForTheServerItself();
    void aForeignPageTakesNothing_data();
    void aForeignPageTakesNothing();
    void believesCountriesOnlyFromATrustedProxy();
    void asksADatabaseWhereNoHeaderTells();
    void believesNoForwardedAddressFromAnybody();
    void stopsWhoGuesses();
    void givesAReceiptOnlyWhenAsked();
    void tellsPagesWhatTheyNeed();
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
    row("a lifetime beyond 32 bits", R"({"data":"c2VjcmV0","expires_in":2147483648})", 400);
    row("a private network beyond 31 bits", R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"allowed_asns":[4200000000]}})",
        501);
    row("an unknown restriction", R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"allowed_users":["a"]}})", 422);
    row("a repeated field", R"({"data":"c2VjcmV0","expires_in":1,"expires_in":2})", 400);
    row("no base64", R"({"data":"<script>","expires_in":1})", 422);
    row("a range that is none", R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"allowed_ips":["10.0.0.0/40"]}})", 422);
    for (const char *empty : {"allowed_ips\":[]", "allowed_countries\":[]", "allowed_asns\":[]", "passphrase_hash\":\"\""})
        row(empty, R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{")" + QByteArray(empty) + "}}", 422);
    row("all restrictions null",
        R"({"data":"c2VjcmV0","expires_in":1,"restrictions":{"allowed_ips":null,"allowed_asns":null,"passphrase_hash":null}})",
        200);
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
    QCOMPARE(door.secrets.waiting(), status == 200 ? 1 : 0);
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

void TestSharingRoutes::trustsNoAddressThatMayBeAnothers_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("status");
    QTest::newRow("here") << QByteArray("127.0.0.1") << QByteArray("localhost:8080") << QByteArray() << 200;
    QTest::newRow("a name pointed here") << QByteArray("127.0.0.1") << QByteArray("evil.example") << QByteArray() << 401;
    QTest::newRow("a proxy here") << QByteArray("127.0.0.1") << QByteArray("localhost")
                                  << QByteArray("X-Forwarded-For: 203.0.113.9") << 401;
    QTest::newRow("a proxy nearby") << QByteArray("192.168.1.5") << QByteArray("gate.example") << QByteArray("Via: 1.1 proxy")
                                    << 401;
    QTest::newRow("through the known proxy")
        << QByteArray("10.9.9.9") << QByteArray("gate.example") << QByteArray("X-Forwarded-For: 192.168.1.5") << 200;
}

void TestSharingRoutes::trustsNoAddressThatMayBeAnothers()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, field);
    QFETCH(int, status);
    SharingSettings settings;
    settings.trustedRanges = {*IpNetwork::parse("192.168.0.0/16"), *IpNetwork::parse("127.0.0.0/8")};
    settings.adminToken = true;
    Door door(settings);
    door.host = host;
    QByteArrayList fields;
    if (!field.isEmpty())
        fields << field;
    const IpAddress address = *IpAddress::parse(from);
    QCOMPARE(door.create(kBody, fields, address).status, status);
    QCOMPARE(door.ask("POST", "/api/v1/one-time-token", fields, {}, address).status, status);
    fields << "Authorization: Bearer " + door.secrets.addToken(false, {}, ShareToken::Kind::Admin);
    QCOMPARE(door.ask("POST", "/api/v1/admin/tokens", fields, R"({"ttl_seconds":60})", address).status,
             status == 200 ? 200 : 403);
}

void TestSharingRoutes::readsNothingLargeForATokenThatNobodyGaveOut()
{
    Door door;
    const QByteArray large = R"({"expires_in":1,"data":")" + QByteArray(100'000, 'A') + R"("})";
    QCOMPARE(door.create(large, {"Authorization: Bearer unknown"}).status, 403);
    QVERIFY(!door.reachedItsBody);
    const QByteArray small = "Authorization: Bearer " + door.secrets.addToken(false, 1000);
    QCOMPARE(door.create(large, {small}).status, 413);
    QVERIFY2(door.admitted < 100'000, "no more than the token is good for");
    QCOMPARE(door.create(large, {"Authorization: Bearer " + door.secrets.addToken()}).status, 200);
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
    const QByteArray restricted =
        door.created(R"({"data":"c2VjcmV0","expires_in":3600,"restrictions":{"allowed_ips":["192.0.2.0/24"]}})");
    QCOMPARE(door.ask("HEAD", "/api/v1/secret/" + restricted).status, 403); // nor tells whom it denies more than GET
    QCOMPARE(door.ask("HEAD", "/api/v1/secret/" + restricted, {}, {}, *IpAddress::parse("192.0.2.7")).status, 200);
}

void TestSharingRoutes::leavesRoomForTheServerItself_data()
{
    QTest::addColumn<qint64>("free");
    QTest::addColumn<int>("anonymous");
    QTest::addColumn<int>("user");
    constexpr qint64 kMiB = 1024 * 1024;
    QTest::newRow("half of it") << 10'000 * kMiB << 200 << 200;
    QTest::newRow("a tenth of it") << 2'001 * kMiB << 200 << 200;
    QTest::newRow("less") << 1'999 * kMiB << 503 << 200;
    QTest::newRow("just enough") << 129 * kMiB << 503 << 200;
    QTest::newRow("nearly nothing") << 127 * kMiB << 503 << 503;
    QTest::newRow("nothing") << qint64(0) << 503 << 503;
}

void TestSharingRoutes::leavesRoomForTheServerItself()
{
    QFETCH(qint64, free);
    Door door(anonymous());
    const QByteArray before = door.created();
    door.space = StorageRoom::Space{.free = free, .total = qint64(20'000) * 1024 * 1024};
    QTEST(door.create(kBody).status, "anonymous");
    QTEST(door.create(kBody, {"Authorization: Bearer user.of.alice"}).status, "user");
    QVERIFY(door.reachedItsBody == (free > 127 * 1024 * 1024)); // else no body is taken in for nothing
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + before).status, 200); // what is there goes on
    door.room.found(qint64(4'000) * 1024 * 1024); // the file has room of its own
    QCOMPARE(door.create(kBody).status, 200);
}

void TestSharingRoutes::aForeignPageTakesNothing_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArrayList &fields, int status) { QTest::newRow(name) << fields << status; };
    row("a picture", {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"}, 403);
    row("a link to it", {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"}, 403);
    row("a page beside", {"Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"}, 403);
    row("a script", {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Origin: https://evil.example"}, 403);
    row("an old browser's script", {"Origin: https://evil.example"}, 403);
    row("a frame of nobody's", {"Origin: null"}, 403);
    row("both", {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"}, 403);
    row("ahead of time", {"Sec-Fetch-Site: same-origin", "Sec-Purpose: prefetch"}, 403);
    row("ahead of time, rendered", {"Sec-Fetch-Site: none", "Sec-Purpose: prefetch;prerender"}, 403);
    row("our page", {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"}, 200);
    row("by hand", {"Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate"}, 200);
    row("a page that is allowed", {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Origin: https://app.example"}, 200);
    row("no browser", {}, 200);
}

void TestSharingRoutes::aForeignPageTakesNothing()
{
    QFETCH(QByteArrayList, fields);
    QFETCH(int, status);
    Door door;
    const QByteArray id = door.created();
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + id, fields).status, status);
    QCOMPARE(door.ask("GET", "/s/" + id, fields + QByteArrayList{"User-Agent: hakanai"}).status, status == 200 ? 410 : 403);
    QCOMPARE(door.ask("GET", "/api/v1/secret/" + id).status, status == 200 ? 410 : 200);
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

void TestSharingRoutes::asksADatabaseWhereNoHeaderTells()
{
    QTemporaryDir folder;
    MaxmindFile file;
    const QByteArray country = MaxmindFile::map({{"iso_code", MaxmindFile::text("DE")}});
    file.add("203.0.113.0/24",
             MaxmindFile::map({{"country", country}, {"autonomous_system_number", MaxmindFile::number(64496)}}));
    QVERIFY(file.write(folder.filePath(u"both.mmdb"_s)));
    SharingSettings settings;
    settings.countryHeader = "CF-IPCountry";
    settings.hasCountryDatabase = settings.hasAsnDatabase = true;
    Door door(settings);
    const QString both = folder.filePath(u"both.mmdb"_s);
    door.geo.set(*openGeoDatabases(both, both));
    const QByteArray body =
        R"({"data":"QUJD","expires_in":60,"restrictions":{"allowed_countries":["DE"],"allowed_asns":[64496]}})";
    const QByteArray path = "/api/v1/secret/" + door.created(body);
    QCOMPARE(door.ask("GET", path, {}, {}, *IpAddress::parse("198.51.100.1")).status, 403);
    // A header of the trusted proxy is believed more than the file; of anybody else it is not read.
    const QByteArrayList throughProxy{"X-Forwarded-For: 203.0.113.7", "CF-IPCountry: FR"};
    QCOMPARE(door.ask("GET", path, throughProxy, {}, kProxy).status, 403);
    QCOMPARE(door.ask("GET", path, {"CF-IPCountry: FR"}).status, 200);
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

QTEST_GUILESS_MAIN(TestSharingRoutes)
#include "test_sharing_routes.moc"
