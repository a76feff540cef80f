#include "auth/base64url.h"
#include "auth/token_signer.h"
#include "auth/token_verifier.h"
#include "auth_fixture.h"
#include "core/ulid.h"

#include <QTest>

#include <openssl/evp.h>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using secrets::KeyAlgorithm;
using secrets::KeyState;

class TestTokenVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedTokenIsAccepted_data();
    void signedTokenIsAccepted();
    void headerThatMisleadsIsRefused_data();
    void headerThatMisleadsIsRefused();
    void tokenSignedByHmacWithAPublicKeyIsRefused();
    void eddsaTokenUnderAnHmacKeyIsRefused();
    void claims_data();
    void claims();
    void timesAreComparedWithSkew_data();
    void timesAreComparedWithSkew();
    void everyChangedByteIsRefused();
    void textAroundTheTokenIsRefused_data();
    void textAroundTheTokenIsRefused();
    void secondSpellingOfTheSignatureIsRefused();
    void tokenOverTheSizeLimitIsRefused();
    void keyFollowsItsLife();
    void plainAndGeneralReaderAgree_data();
    void plainAndGeneralReaderAgree();

private:
    [[nodiscard]] AccessClaims validClaims() const
    {
        const WallTime now = m_clock.now();
        return {.subject = kUserId,
                .username = "alice",
                .role = Role::Operator,
                .session = kSessionId,
                .tokenId = newUlid(now),
                .issuedAt = now,
                .notBefore = now,
                .expiresAt = now + std::chrono::seconds(900)};
    }
    /// A token with any header and claims, rightly signed by the HS256 key "first".
    [[nodiscard]] static QByteArray forge(const QByteArray &header, const QByteArray &payload,
                                          const QByteArray &key = QByteArray(32, 'k'))
    {
        const QByteArray input = toBase64Url(header) + '.' + toBase64Url(payload);
        return input + '.' + toBase64Url(viewOf(HmacSha256(key).of(input)));
    }
    [[nodiscard]] const char *reason(QByteArrayView token, const Snapshot<secrets::KeySet> &keys) const
    {
        TokenVerifier verifier(keys, kParty, std::chrono::seconds(30), m_clock);
        const auto claims = verifier.verify(token);
        return claims ? "accepted" : claims.error();
    }

    ManualClock m_clock;
    Snapshot<secrets::KeySet> m_keys{keySetOf()};
};

namespace {
const QByteArray kGoodHeader = R"({"alg":"HS256","kid":"first","typ":"at+jwt"})";
}

void TestTokenVerifier::signedTokenIsAccepted_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::newRow("HS256") << int(KeyAlgorithm::Hs256);
    QTest::newRow("EdDSA") << int(KeyAlgorithm::EdDsa);
}

void TestTokenVerifier::signedTokenIsAccepted()
{
    QFETCH(int, algorithm);
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm(algorithm)));
    const AccessClaims claims = validClaims();
    TokenVerifier verifier(keys, kParty, std::chrono::seconds(30), m_clock);
    for (int i = 0; i < 3; ++i) { // the key's context is used again
        const auto read = verifier.verify(TokenSigner(keys, kParty).sign(claims));
        QVERIFY2(read, read ? "" : read.error());
        QCOMPARE(read->subject, claims.subject);
        QCOMPARE(read->username, claims.username);
        QCOMPARE(read->role, claims.role);
        QCOMPARE(read->session, claims.session);
        QCOMPARE(read->tokenId, claims.tokenId);
        QCOMPARE(read->expiresAt, claims.expiresAt);
    }
}

void TestTokenVerifier::headerThatMisleadsIsRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char *header, const char *why) { QTest::newRow(header) << QByteArray(header) << QByteArray(why); };
    row(R"({"alg":"none","kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"alg":"None","kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"alg":"hs256","kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"alg":"HS512","kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"alg":"EdDSA","kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"alg":["HS256"],"kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"kid":"first","typ":"at+jwt"})", "not the key's algorithm");
    row(R"({"alg":"HS256","typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":"","typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":"second","typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":"../../dev/null","typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":"x' UNION SELECT 'k","typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":"first\u0000","typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":["first"],"typ":"at+jwt"})", "unknown key");
    row(R"({"alg":"HS256","kid":"first","typ":"JWT"})", "wrong type");
    row(R"({"alg":"HS256","kid":"first","typ":"id+jwt"})", "wrong type");
    row(R"({"alg":"HS256","kid":"first"})", "wrong type");
    for (const char *parameter : {"crit", "zip", "cty", "enc", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"}) {
        QTest::newRow(parameter) << QByteArray(R"({"alg":"HS256","kid":"first","typ":"at+jwt",")" + QByteArray(parameter)
                                               + R"(":["exp"]})")
                                 << QByteArray("header parameter that is not allowed");
    }
    row(R"({"alg":"none","alg":"HS256","kid":"first","typ":"at+jwt"})", "header is not strict JSON");
    row(R"({"alg":"HS256","kid":"first","typ":"at+jwt"}x)", "header is not strict JSON");
    row(R"(["HS256"])", "header is not strict JSON");
    row("\xff\xfe", "header is not strict JSON");
}

void TestTokenVerifier::headerThatMisleadsIsRefused()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, why);
    const QByteArray payload = toJson(validClaims(), kParty);
    QCOMPARE(QByteArray(reason(forge(header, payload), m_keys)), why);
    const QByteArray unsignedToken = toBase64Url(header) + '.' + toBase64Url(payload) + '.';
    QCOMPARE(QByteArray(reason(unsignedToken, m_keys)), why);
}

void TestTokenVerifier::tokenSignedByHmacWithAPublicKeyIsRefused()
{
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm::EdDsa));
    const QByteArray seed(32, 'k');
    EVP_PKEY *key =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(seed.data()), 32);
    QByteArray publicKey(32, '\0');
    size_t size = 32;
    QVERIFY(EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(publicKey.data()), &size) == 1);
    EVP_PKEY_free(key);
    const QByteArray payload = toJson(validClaims(), kParty);
    QCOMPARE(reason(forge(kGoodHeader, payload, publicKey), keys), "not the key's algorithm");
    QCOMPARE(reason(forge(R"({"alg":"EdDSA","kid":"first","typ":"at+jwt"})", payload, publicKey), keys), "wrong signature");
}

void TestTokenVerifier::eddsaTokenUnderAnHmacKeyIsRefused()
{
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm::EdDsa));
    const QByteArray token = TokenSigner(keys, kParty).sign(validClaims());
    QCOMPARE(reason(token, keys), "accepted");
    QCOMPARE(reason(token, m_keys), "not the key's algorithm");
}

void TestTokenVerifier::claims_data()
{
    QTest::addColumn<QByteArray>("before"); // in a valid claims set, replaced by
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char *name, const char *before, const char *after, const char *why) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(why);
    };
    row("as they are", "", "", "accepted");
    row("unknown claim", "{\"iss\"", R"({"extra":{"a":[1]},"iss")", "accepted");
    row("whitespace", "{\"iss\"", "{ \n\"iss\"", "accepted");
    row("escaped value", "gatehouse-test", "\\u0067atehouse-test", "accepted");
    row("audience among others", R"("gatehouse-callers")", R"(["other","gatehouse-callers"])", "accepted");
    row("audience list without ours", R"("gatehouse-callers")", R"(["other"])", "another audience");
    row("audience list of wrong type", R"("gatehouse-callers")", R"(["gatehouse-callers",1])", "another audience");
    row("audience empty list", R"("gatehouse-callers")", "[]", "another audience");
    row("other audience", R"("gatehouse-callers")", R"("gatehouse-callers2")", "another audience");
    row("other issuer", "gatehouse-test", "evil", "another issuer");
    row("issuer twice", "{\"iss\"", R"({"iss":"evil","iss")", "claims are not strict JSON of the right types");
    row("role twice", "{\"iss\"", R"({"role":"admin","iss")", "claims are not strict JSON of the right types");
    row("unknown claim twice", "{\"iss\"", R"({"x":1,"x":2,"iss")", "claims are not strict JSON of the right types");
    row("role twice by escape", "{\"iss\"", R"({"rol\u0065":"admin","iss")", "claims are not strict JSON of the right types");
    row("unknown role", "operator", "root", "unknown role");
    row("role in capitals", "operator", "Operator", "unknown role");
    row("role as number", R"("operator")", "2", "claims are not strict JSON of the right types");
    row("no subject", "\"sub\"", "\"subject\"", "a claim is missing");
    row("no expiry", "\"exp\"", "\"expiry\"", "a claim is missing");
    row("no session", "\"sid\"", "\"session\"", "a claim is missing");
    row("expiry null", "\"exp\":", "\"exp\":null,\"old\":", "claims are not strict JSON of the right types");
    row("expiry as text", "\"exp\":", "\"exp\":\"9999999999\",\"old\":", "claims are not strict JSON of the right types");
    row("expiry huge", "\"exp\":", "\"exp\":1e300,\"old\":", "claims are not strict JSON of the right types");
    row("expiry negative", "\"exp\":", "\"exp\":-1,\"old\":", "claims are not strict JSON of the right types");
    row("expiry with a leading zero", "\"exp\":", "\"exp\":0", "claims are not strict JSON of the right types");
    row("subject no ULID", "01HZZ", "'--xx", "an identifier is no ULID");
    row("user name with a line break", "alice", "alice\\r\\nX-Auth-Role: admin", "malformed user name");
    row("trailing bytes", "\"alice\"}", "\"alice\"}{}", "claims are not strict JSON of the right types");
    row("trailing comma", "\"alice\"}", "\"alice\",}", "claims are not strict JSON of the right types");
    row("cut off", "\"alice\"}", "\"alice\"", "claims are not strict JSON of the right types");
}

void TestTokenVerifier::claims()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, why);
    QByteArray payload = toJson(validClaims(), kParty);
    if (!before.isEmpty()) {
        QVERIFY(payload.contains(before));
        payload.replace(before, after);
    }
    QCOMPARE(QByteArray(reason(forge(kGoodHeader, payload), m_keys)), why);
}

void TestTokenVerifier::timesAreComparedWithSkew_data()
{
    QTest::addColumn<int>("notBefore"); // seconds from now
    QTest::addColumn<int>("expires");
    QTest::addColumn<int>("skew");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("just made") << 0 << 1 << 0 << QByteArray("accepted");
    QTest::newRow("ends now") << -10 << 0 << 0 << QByteArray("expired");
    QTest::newRow("ended within the skew") << -10 << -29 << 30 << QByteArray("accepted");
    QTest::newRow("ended a skew ago") << -60 << -30 << 30 << QByteArray("expired");
    QTest::newRow("begins within the skew") << 30 << 900 << 30 << QByteArray("accepted");
    QTest::newRow("begins after the skew") << 31 << 900 << 30 << QByteArray("not valid yet");
    QTest::newRow("skew is at most a minute") << -900 << -60 << 3600 << QByteArray("expired");
}

void TestTokenVerifier::timesAreComparedWithSkew()
{
    QFETCH(int, notBefore);
    QFETCH(int, expires);
    QFETCH(int, skew);
    QFETCH(QByteArray, why);
    AccessClaims claims = validClaims();
    claims.notBefore = m_clock.now() + std::chrono::seconds(notBefore);
    claims.issuedAt = m_clock.now() - std::chrono::seconds(60);
    claims.expiresAt = m_clock.now() + std::chrono::seconds(expires);
    TokenVerifier verifier(m_keys, kParty, std::chrono::seconds(skew), m_clock);
    const auto read = verifier.verify(TokenSigner(m_keys, kParty).sign(claims));
    QCOMPARE(read ? QByteArray("accepted") : QByteArray(read.error()), why);
}

void TestTokenVerifier::everyChangedByteIsRefused()
{
    const QByteArray token = TokenSigner(m_keys, kParty).sign(validClaims());
    TokenVerifier verifier(m_keys, kParty, std::chrono::seconds(30), m_clock);
    for (qsizetype i = 0; i < token.size(); ++i) {
        for (const char replacement : {'A', 'B', '.', '=', '\0', '\n'}) {
            QByteArray changed = token;
            if (changed[i] == replacement)
                continue;
            changed[i] = replacement;
            QVERIFY2(!verifier.verify(changed), changed.constData());
        }
        QVERIFY(!verifier.verify(token.first(i)));
    }
}

void TestTokenVerifier::textAroundTheTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("suffix");
    QTest::newRow("padding") << QByteArray() << QByteArray("=");
    QTest::newRow("space after") << QByteArray() << QByteArray(" ");
    QTest::newRow("space before") << QByteArray(" ") << QByteArray();
    QTest::newRow("fourth part") << QByteArray() << QByteArray(".e30");
    QTest::newRow("empty fourth part") << QByteArray() << QByteArray(".");
    QTest::newRow("empty first part") << QByteArray(".") << QByteArray();
    QTest::newRow("quotes") << QByteArray("\"") << QByteArray("\"");
    QTest::newRow("NUL") << QByteArray() << QByteArray(1, '\0');
}

void TestTokenVerifier::textAroundTheTokenIsRefused()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, suffix);
    QVERIFY(qstrcmp(reason(prefix + TokenSigner(m_keys, kParty).sign(validClaims()) + suffix, m_keys), "accepted") != 0);
}

void TestTokenVerifier::secondSpellingOfTheSignatureIsRefused()
{
    // 43 characters carry 258 bits for 256: the last two are not looked at by a lax decoder.
    QByteArray token = TokenSigner(m_keys, kParty).sign(validClaims());
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const qsizetype value = alphabet.indexOf(token.back());
    for (qsizetype other = value + 1; other <= value + 3; ++other) {
        token[token.size() - 1] = alphabet[other];
        QCOMPARE(reason(token, m_keys), "wrong signature");
    }
}

void TestTokenVerifier::tokenOverTheSizeLimitIsRefused()
{
    QByteArray payload = toJson(validClaims(), kParty);
    payload.chop(1);
    payload += R"(,"padding":")" + QByteArray(4096, 'x') + "\"}";
    QCOMPARE(reason(forge(kGoodHeader, payload), m_keys), "too long");
}

void TestTokenVerifier::keyFollowsItsLife()
{
    Snapshot<secrets::KeySet> keys(keySetOf());
    TokenVerifier verifier(keys, kParty, std::chrono::seconds(30), m_clock);
    const QByteArray token = TokenSigner(keys, kParty).sign(validClaims());
    QVERIFY(verifier.verify(token));

    const auto rotate = [&](KeyState state, WallTime retiresAt) {
        std::vector<secrets::SigningKey> set;
        set.push_back(makeKey("second", KeyAlgorithm::Hs256, KeyState::Active, 's'));
        set.push_back(makeKey("first", KeyAlgorithm::Hs256, state, 'k'));
        set.back().retiresAt = retiresAt;
        keys.set(std::make_shared<const secrets::KeySet>(std::move(set)));
    };
    rotate(KeyState::VerifyOnly, m_clock.now() + std::chrono::seconds(60));
    QVERIFY(verifier.verify(token));
    QVERIFY(verifier.verify(TokenSigner(keys, kParty).sign(validClaims())));
    m_clock.advance(std::chrono::seconds(60));
    QVERIFY(!verifier.verify(token));
    rotate(KeyState::Next, {});
    QVERIFY(verifier.verify(token));
    rotate(KeyState::Retired, {});
    QVERIFY(!verifier.verify(token));
}

void TestTokenVerifier::plainAndGeneralReaderAgree_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"alice", "A_1", "___", "", "no", "with space", "quote\"d", "back\\slash", "caf\xc3\xa9"})
        QTest::newRow(name) << QByteArray(name);
}

void TestTokenVerifier::plainAndGeneralReaderAgree()
{
    QFETCH(QByteArray, name);
    AccessClaims claims = validClaims();
    claims.username = name;
    const QByteArray plain = toJson(claims, kParty);
    const auto fast = readAccessClaims(plain, kParty);
    const auto general = readAccessClaims(" " + plain, kParty); // a leading space is beyond the plain reader
    QCOMPARE(fast.has_value(), general.has_value());
    if (fast) {
        QCOMPARE(fast->username, general->username);
        QCOMPARE(fast->expiresAt, general->expiresAt);
        QCOMPARE(fast->tokenId, general->tokenId);
    } else {
        QCOMPARE(fast.error(), general.error());
    }
}

QTEST_GUILESS_MAIN(TestTokenVerifier)
#include "test_token_verifier.moc"
