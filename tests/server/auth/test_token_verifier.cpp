#include "core/base64url.h"
#include "auth/key_operations.h"
#include "auth/token_signer.h"
#include "auth/token_verifier.h"
#include "auth_fixture.h"

#include <openssl/evp.h>

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using secrets::KeyAlgorithm;
using secrets::KeyState;

/// Access tokens as an attacker would write them: RFC 8725, section 2 names the attacks. What is forged here bears a right
/// signature wherever that is possible, so that nothing else hides the check that is meant.
class TestTokenVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheSignerWrote_data();
    void acceptsWhatTheSignerWrote();
    void refusesAHeaderThatMisleads_data();
    void refusesAHeaderThatMisleads();
    void refusesAnHmacUnderThePublicKey();
    void refusesAnEddsaTokenUnderAnHmacKey();
    void goesByTheFirstOfTwoKeysWithOneId();
    void judgesClaims_data();
    void judgesClaims();
    void judgesTimesWithSkew_data();
    void judgesTimesWithSkew();
    void refusesEveryChangedByte_data();
    void refusesEveryChangedByte();
    void refusesTextAroundTheToken_data();
    void refusesTextAroundTheToken();
    void refusesASecondSpellingOfAnyPart();
    void refusesAnEncryptedToken();
    void refusesHugeTokens();
    void refusesDeepNesting();
    void followsAKeyThroughItsLife();
    void signerWritesNoClaimThatNeedsEscaping_data();
    void signerWritesNoClaimThatNeedsEscaping();

private:
    [[nodiscard]] static AccessClaims someone()
    {
        return {.subject = kUserId, .username = "alice", .role = Role::Operator, .session = kSessionId, .expiresAt = {}};
    }
    [[nodiscard]] QByteArray signedToken(const Snapshot<secrets::KeySet> &keys) const
    {
        return TokenSigner(keys, kTokenSettings, m_clock).sign(someone()).value();
    }
    [[nodiscard]] QByteArray validPayload() const
    {
        const QByteArray encoded = signedToken(m_keys).split('.').at(1);
        return QByteArray::fromBase64(encoded, QByteArray::Base64UrlEncoding);
    }
    /// Any header and claims, rightly signed with HMAC by `material`.
    [[nodiscard]] static QByteArray forge(const QByteArray &header, const QByteArray &payload,
                                          const QByteArray &material = QByteArray(32, 'k'))
    {
        secrets::SigningKey key;
        key.material = SecretBytes(material);
        const QByteArray input = toBase64Url(header) + '.' + toBase64Url(payload);
        return input + '.' + toBase64Url(KeyOperations::make(key)->sign(input));
    }
    [[nodiscard]] QByteArray reason(QByteArrayView token, const Snapshot<secrets::KeySet> &keys) const
    {
        TokenVerifier verifier(keys, kTokenSettings, m_clock);
        const auto claims = verifier.verify(token);
        return claims ? "accepted" : claims.error();
    }

    ManualClock m_clock;
    Snapshot<secrets::KeySet> m_keys{keySetOf()};
};

namespace {

const QByteArray kGoodHeader = R"({"alg":"HS256","kid":"first","typ":"at+jwt"})";

QByteArray publicKeyOf(const QByteArray &seed)
{
    EVP_PKEY *key =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(seed.data()), 32);
    QByteArray publicKey(32, '\0');
    std::size_t size = 32;
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(publicKey.data()), &size);
    EVP_PKEY_free(key);
    return publicKey;
}

} // namespace

void TestTokenVerifier::acceptsWhatTheSignerWrote_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::newRow("HS256") << int(KeyAlgorithm::Hs256);
    QTest::newRow("EdDSA") << int(KeyAlgorithm::EdDsa);
}

void TestTokenVerifier::acceptsWhatTheSignerWrote()
{
    QFETCH(int, algorithm);
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm(algorithm)));
    TokenVerifier verifier(keys, kTokenSettings, m_clock);
    for (int i = 0; i < 3; ++i) { // the key's context is used again
        const auto claims = verifier.verify(signedToken(keys));
        QVERIFY2(claims, claims ? "" : claims.error());
        QCOMPARE(claims->subject, kUserId);
        QCOMPARE(claims->username, QByteArray("alice"));
        QCOMPARE(claims->role, Role::Operator);
        QCOMPARE(claims->session, kSessionId);
        QCOMPARE(claims->expiresAt, m_clock.now() + kTokenSettings.life);
    }
    QCOMPARE(reason(forge(kGoodHeader, validPayload()), m_keys), QByteArray("accepted")); // or the tests below prove nothing
}

void TestTokenVerifier::refusesAHeaderThatMisleads_data()
{
    QTest::addColumn<QByteArray>("header");
    const auto row = [](const QByteArray &header) { QTest::newRow(header.left(100).constData()) << header; };
    for (const char *alg : {"none", "None", "NONE", "nOnE", "none ", "", "hs256", "HS384", "HS512", "RS256", "ES256", "PS256",
                            "EdDSA", "Ed25519", "dir", "A256GCMKW"})
        row(R"({"alg":")" + QByteArray(alg) + R"(","kid":"first","typ":"at+jwt"})");
    for (const char *alg : {"[\"HS256\"]", "null", "true", "0", "{}"})
        row(R"({"alg":)" + QByteArray(alg) + R"(,"kid":"first","typ":"at+jwt"})");
    row(R"({"kid":"first","typ":"at+jwt"})");
    row(R"({"alg":"HS256","typ":"at+jwt"})");
    for (const char *kid : {"", "second", "First", "first ", "../../../dev/null", "/dev/null", "x' UNION SELECT 'k",
                            "first\\u0000", "http://127.0.0.1/key", "|sleep 1"})
        row(R"({"alg":"HS256","kid":")" + QByteArray(kid) + R"(","typ":"at+jwt"})");
    for (const char *kid : {"[\"first\"]", "null", "0", "{\"$ne\":\"\"}"})
        row(R"({"alg":"HS256","kid":)" + QByteArray(kid) + R"(,"typ":"at+jwt"})");
    for (const char *typ : {"JWT", "jwt", "AT+JWT", "at+jwt ", "id+jwt", "secevent+jwt", "dpop+jwt", "application/at+jwt", ""})
        row(R"({"alg":"HS256","kid":"first","typ":")" + QByteArray(typ) + "\"}");
    row(R"({"alg":"HS256","kid":"first"})");
    // Nested tokens, compression, keys that the token brings along, extensions that must be understood.
    for (const char *extra :
         {R"("crit":["exp"])", R"("crit":[])", R"("crit":["b64"],"b64":false)", R"("crit":"exp")", R"("zip":"DEF")",
          R"("cty":"JWT")", R"("cty":"jwt")", R"("enc":"A256GCM")", R"("b64":false)", R"("jku":"https://evil.example/jwks.json")",
          R"("jwk":{"kty":"oct","k":"a2tra2s"})", R"("x5u":"https://evil.example/x5u.pem")", R"("x5c":["MIIB"])",
          R"("x5t":"AAAA")", R"("x5t#S256":"AAAA")", R"("jku":"x")", R"("p2c":1000000)", R"("unknown":1)", R"("unknown":"1")"})
        row(R"({"alg":"HS256","kid":"first","typ":"at+jwt",)" + QByteArray(extra) + '}');
    for (const char *again : {R"("alg":"HS256")", R"("alg":"none")", R"("kid":"first")", R"("typ":"at+jwt")"}) {
        row(R"({"alg":"HS256","kid":"first","typ":"at+jwt",)" + QByteArray(again) + '}');
        row("{" + QByteArray(again) + R"(,"alg":"HS256","kid":"first","typ":"at+jwt"})");
    }
    row(R"({"\u0061lg":"HS256","kid":"first","typ":"at+jwt"})");
    row(R"({"ALG":"HS256","kid":"first","typ":"at+jwt"})");
    row(R"({"alg":"HS256","kid":"first","typ":"at+jwt"}x)");
    row(R"({"alg":"HS256","kid":"first","typ":"at+jwt"}{})");
    row(R"({"alg":"HS256","kid":"first","typ":"at+jwt",})");
    row(R"({"alg":"HS256","kid":"first","typ":"at+jwt")");
    row("\xef\xbb\xbf" + kGoodHeader);
    QTest::newRow("NUL within") << QByteArray(kGoodHeader).insert(1, '\0');
    QTest::newRow("NUL after") << kGoodHeader + '\0';
    row("{}");
    row("[]");
    row("\"HS256\"");
    row("null");
    row("\xff\xfe");
}

void TestTokenVerifier::refusesAHeaderThatMisleads()
{
    QFETCH(QByteArray, header);
    const QByteArray payload = validPayload();
    const QByteArray bare = toBase64Url(header) + '.' + toBase64Url(payload);
    QCOMPARE(reason(forge(header, payload), m_keys), QByteArray("header refused"));
    QCOMPARE(reason(bare + '.', m_keys), QByteArray("header refused"));
    QVERIFY(reason(bare, m_keys) != "accepted");
}

void TestTokenVerifier::refusesAnHmacUnderThePublicKey()
{
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm::EdDsa));
    const QByteArray known = publicKeyOf(QByteArray(32, 'k'));
    QCOMPARE(reason(forge(kGoodHeader, validPayload(), known), keys), QByteArray("header refused"));
    const QByteArray claimed = R"({"alg":"EdDSA","kid":"first","typ":"at+jwt"})";
    QCOMPARE(reason(forge(claimed, validPayload(), known), keys), QByteArray("signature wrong"));
}

void TestTokenVerifier::refusesAnEddsaTokenUnderAnHmacKey()
{
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm::EdDsa));
    QCOMPARE(reason(signedToken(keys), keys), QByteArray("accepted"));
    QCOMPARE(reason(signedToken(keys), m_keys), QByteArray("header refused"));
    QCOMPARE(reason(signedToken(m_keys), keys), QByteArray("header refused"));
}

void TestTokenVerifier::goesByTheFirstOfTwoKeysWithOneId()
{
    std::vector<secrets::SigningKey> both;
    both.push_back(makeKey("first", KeyAlgorithm::Hs256, KeyState::Active, 'k'));
    both.push_back(makeKey("first", KeyAlgorithm::Hs256, KeyState::VerifyOnly, 'x'));
    const Snapshot<secrets::KeySet> keys(std::make_shared<const secrets::KeySet>(std::move(both)));
    QCOMPARE(reason(signedToken(m_keys), keys), QByteArray("accepted"));
    QCOMPARE(reason(forge(kGoodHeader, validPayload(), QByteArray(32, 'x')), keys), QByteArray("signature wrong"));
}

void TestTokenVerifier::judgesClaims_data()
{
    QTest::addColumn<QByteArray>("before"); // in a valid set of claims, replaced by
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char *name, const char *before, const QByteArray &after, const char *why) {
        QTest::newRow(name) << QByteArray(before) << after << QByteArray(why);
    };
    const char *unreadable = "claims unreadable";
    row("as they are", "", "", "accepted");
    row("whitespace", "{\"iss\"", "{ \r\n\t\"iss\"", "accepted");
    row("another claim", "{\"iss\"", R"({"nonce":"x","iss")", "accepted");
    row("nested claim", "{\"iss\"", R"({"extra":{"a":[1]},"iss")", unreadable);
    row("escaped value", "gatehouse-test", "\\u0067atehouse-test", unreadable);
    row("list of audiences", R"("gatehouse-callers")", R"(["other","gatehouse-callers"])", unreadable);
    row("list of one audience", R"("gatehouse-callers")", R"(["gatehouse-callers"])", unreadable);
    row("no audience in the list", R"("gatehouse-callers")", "[]", unreadable);
    row("other audience", "gatehouse-callers", "gatehouse-callers2", "other audience");
    row("audience cut off", "gatehouse-callers", "gatehouse", "other audience");
    row("audience empty", "gatehouse-callers", "", "other audience");
    row("audience a number", R"("gatehouse-callers")", "1", "other audience");
    row("no audience", "\"aud\"", "\"audience\"", "other audience");
    row("other issuer", "gatehouse-test", "evil", "other issuer");
    row("issuer in capitals", "gatehouse-test", "GATEHOUSE-TEST", "other issuer");
    row("no issuer", "\"iss\"", "\"issuer\"", "other issuer");
    row("issuer twice", "{\"iss\"", R"({"iss":"evil","iss")", unreadable);
    row("role twice", "{\"iss\"", R"({"role":"admin","iss")", unreadable);
    row("role twice by escape", "{\"iss\"", R"({"rol\u0065":"admin","iss")", unreadable);
    row("unknown claim twice", "{\"iss\"", R"({"x":1,"x":2,"iss")", unreadable);
    row("unknown role", "operator", "root", "role unknown");
    row("role in capitals", "operator", "Operator", "role unknown");
    row("role a number", R"("operator")", "2", "role unknown");
    row("roles in a list", R"("operator")", R"(["admin"])", unreadable);
    row("no role", "\"role\"", "\"roles\"", "role unknown");
    row("no subject", "\"sub\"", "\"subject\"", "claims missing");
    row("no session", "\"sid\"", "\"session\"", "claims missing");
    row("no jti", "\"jti\"", "\"id\"", "claims missing");
    row("no name", "preferred_username", "name", "claims missing");
    row("subject no ULID", "01HZZ", "'--xx", "claims missing");
    row("subject in lower case", "01HZZ", "01hzz", "claims missing");
    row("name with a line end", "alice", "alice\\r\\nX-Auth-Role: admin", unreadable);
    row("name with a raw line end", "alice", "alice\r\nX-Auth-Role: admin", unreadable);
    row("name with a NUL", "alice", QByteArray("al\0ce", 5), unreadable);
    row("name beyond ASCII", "alice", "alic\xc3\xa9", unreadable);
    row("name with DEL", "alice", "alice\x7f", unreadable);
    row("no exp", "\"exp\"", "\"expiry\"", "times missing");
    row("no nbf", "\"nbf\"", "\"from\"", "times missing");
    row("no iat", "\"iat\"", "\"at\"", "times missing");
    row("exp null", "\"exp\":", "\"exp\":null,\"old\":", unreadable);
    row("exp true", "\"exp\":", "\"exp\":true,\"old\":", unreadable);
    row("exp a text", "\"exp\":", R"("exp":"9999999999","old":)", "times missing");
    row("exp a fraction", "\"exp\":", "\"exp\":1900000000.5,\"old\":", unreadable);
    row("exp whole, as a fraction", "\"exp\":", "\"exp\":1900000000.0,\"old\":", unreadable);
    row("exp with an exponent", "\"exp\":", "\"exp\":1e300,\"old\":", unreadable);
    row("exp infinite", "\"exp\":", "\"exp\":Infinity,\"old\":", unreadable);
    row("exp negative", "\"exp\":", "\"exp\":-1,\"old\":", unreadable);
    row("exp signed", "\"exp\":", "\"exp\":+1900000000,\"old\":", unreadable);
    row("exp octal", "\"exp\":", "\"exp\":0", unreadable);
    row("exp hexadecimal", "\"exp\":", "\"exp\":0x7fffffff,\"old\":", unreadable);
    row("exp of 16 digits", "\"exp\":", "\"exp\":9999999999999999,\"old\":", unreadable);
    row("exp beyond 64 bits", "\"exp\":", "\"exp\":18446744073709551617,\"old\":", unreadable);
    row("exp in milliseconds", "\"exp\":", "\"exp\":1900000000000,\"old\":", "times missing");
    row("exp as far as numbers go", "\"exp\":", "\"exp\":999999999999999,\"old\":", "times missing");
    row("exp before iat", "\"exp\":", "\"exp\":1,\"old\":", "times missing");
    row("more after the end", "}", "}{}", unreadable);
    row("NUL after the end", "}", QByteArray("}\0", 2), unreadable);
    row("trailing comma", "}", ",}", unreadable);
    row("cut off", "}", "", unreadable);
    row("a list of them", "{", "[{", unreadable);
}

void TestTokenVerifier::judgesClaims()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, why);
    QByteArray payload = validPayload();
    if (!before.isEmpty()) {
        QVERIFY2(payload.contains(before), payload.constData());
        payload.replace(before, after);
    }
    QCOMPARE(reason(forge(kGoodHeader, payload), m_keys), why);
}

void TestTokenVerifier::judgesTimesWithSkew_data()
{
    QTest::addColumn<int>("issued"); // all in seconds from now; the skew is 30
    QTest::addColumn<int>("notBefore");
    QTest::addColumn<int>("expires");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("just made") << 0 << 0 << 900 << QByteArray("accepted");
    QTest::newRow("ends now") << -900 << -900 << 0 << QByteArray("accepted");
    QTest::newRow("ended within the skew") << -900 << -900 << -29 << QByteArray("accepted");
    QTest::newRow("ended a skew ago") << -900 << -900 << -30 << QByteArray("expired");
    QTest::newRow("ended long ago") << -9000 << -9000 << -8100 << QByteArray("expired");
    QTest::newRow("begins within the skew") << 0 << 30 << 900 << QByteArray("accepted");
    QTest::newRow("begins after the skew") << 0 << 31 << 900 << QByteArray("not valid yet");
    QTest::newRow("issued within the skew") << 30 << 0 << 900 << QByteArray("accepted");
    QTest::newRow("issued after the skew") << 31 << 0 << 900 << QByteArray("not valid yet");
    QTest::newRow("ends as it is issued") << 0 << 0 << 0 << QByteArray("times missing");
}

void TestTokenVerifier::judgesTimesWithSkew()
{
    QFETCH(int, issued);
    QFETCH(int, notBefore);
    QFETCH(int, expires);
    QFETCH(QByteArray, why);
    const qint64 now = std::chrono::floor<std::chrono::seconds>(m_clock.now().time_since_epoch()).count();
    QByteArray payload = validPayload();
    const auto set = [&](const QByteArray &name, qint64 before, qint64 value) {
        const QByteArray old = '"' + name + "\":" + QByteArray::number(before);
        QVERIFY(payload.contains(old));
        payload.replace(old, '"' + name + "\":" + QByteArray::number(value));
    };
    set("iat", now, now + issued);
    set("nbf", now, now + notBefore);
    set("exp", now + 900, now + expires);
    QCOMPARE(reason(forge(kGoodHeader, payload), m_keys), why);
}

void TestTokenVerifier::refusesEveryChangedByte_data()
{
    acceptsWhatTheSignerWrote_data();
}

void TestTokenVerifier::refusesEveryChangedByte()
{
    QFETCH(int, algorithm);
    const Snapshot<secrets::KeySet> keys(keySetOf(KeyAlgorithm(algorithm)));
    const QByteArray token = signedToken(keys);
    TokenVerifier verifier(keys, kTokenSettings, m_clock);
    for (qsizetype i = 0; i < token.size(); ++i) {
        for (const char replacement : {'A', 'B', '.', '=', '+', '/', ' ', '\0', '\n'}) {
            QByteArray changed = token;
            if (changed[i] == replacement)
                continue;
            changed[i] = replacement;
            QVERIFY2(!verifier.verify(changed), changed.constData());
        }
        QVERIFY(!verifier.verify(token.first(i)));
        QVERIFY(!verifier.verify(token.sliced(i + 1)));
        QVERIFY(!verifier.verify(token.first(i) + token.sliced(i + 1)));
    }
    QVERIFY(verifier.verify(token));
}

void TestTokenVerifier::refusesTextAroundTheToken_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray none;
    QTest::newRow("padding") << none << QByteArray("=");
    QTest::newRow("space after") << none << QByteArray(" ");
    QTest::newRow("space before") << QByteArray(" ") << none;
    QTest::newRow("line end after") << none << QByteArray("\n");
    QTest::newRow("fourth part") << none << QByteArray(".e30");
    QTest::newRow("trailing dot") << none << QByteArray(".");
    QTest::newRow("leading dot") << QByteArray(".") << none;
    QTest::newRow("quotes") << QByteArray("\"") << QByteArray("\"");
    QTest::newRow("scheme") << QByteArray("Bearer ") << none;
    QTest::newRow("NUL") << none << QByteArray(1, '\0');
    QTest::newRow("second token") << none << QByteArray(",e30.e30.e30");
}

void TestTokenVerifier::refusesTextAroundTheToken()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(reason(before + signedToken(m_keys) + after, m_keys) != "accepted");
}

void TestTokenVerifier::refusesASecondSpellingOfAnyPart()
{
    // The last character of a part has bits to spare where its bytes do not come out even; a lax decoder looks past them.
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const QByteArrayList parts = signedToken(m_keys).split('.');
    int spellings = 0;
    for (qsizetype part = 0; part < 3; ++part) {
        const qsizetype spare = parts.at(part).size() % 4 == 2 ? 16 : parts.at(part).size() % 4 == 3 ? 4 : 1;
        const qsizetype value = alphabet.indexOf(parts.at(part).back());
        QCOMPARE(value % spare, 0);
        for (qsizetype other = value + 1; other < value + spare; ++other, ++spellings) {
            QByteArrayList changed = parts;
            changed[part].back() = alphabet[other];
            QVERIFY(reason(changed.join('.'), m_keys) != "accepted");
        }
        QByteArrayList standard = parts;
        standard[part].replace('-', '+').replace('_', '/');
        QVERIFY(standard == parts || reason(standard.join('.'), m_keys) != "accepted");
    }
    QVERIFY(spellings > 0);
    // The payload's own spelling is signed too: rightly signed, it is refused all the same.
    secrets::SigningKey key = makeKey("first", KeyAlgorithm::Hs256, KeyState::Active, 'k');
    for (const char *tail : {"=", "==", " ", "\n", "+", "/"}) {
        const QByteArray input = parts[0] + '.' + parts[1] + tail;
        QCOMPARE(reason(input + '.' + toBase64Url(KeyOperations::make(key)->sign(input)), m_keys),
                 QByteArray("claims unreadable"));
    }
}

void TestTokenVerifier::refusesAnEncryptedToken()
{
    const QByteArray header = toBase64Url(R"({"alg":"dir","enc":"A256GCM","kid":"first","typ":"at+jwt"})");
    QVERIFY(reason(header + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA", m_keys) != "accepted");
    QVERIFY(reason(signedToken(m_keys) + ".AAAA.AAAA", m_keys) != "accepted");
}

void TestTokenVerifier::refusesHugeTokens()
{
    QByteArray payload = validPayload();
    payload.chop(1);
    const auto padded = [&](qsizetype size) {
        return forge(kGoodHeader, payload + R"(,"padding":")" + QByteArray(size, 'x') + "\"}");
    };
    QCOMPARE(reason(padded(1000), m_keys), QByteArray("accepted"));
    QCOMPARE(reason(padded(kMostTokenBytes), m_keys), QByteArray("too long"));
    QCOMPARE(reason(QByteArray(10'000'000, '.'), m_keys), QByteArray("too long"));
    QCOMPARE(reason(QByteArray(kMostTokenBytes, '.'), m_keys), QByteArray("not a token"));
    QVERIFY(reason(QByteArray(kMostTokenBytes - 2, 'A') + "..", m_keys) != "accepted");
    // A signature as long as the token may be.
    QCOMPARE(reason(signedToken(m_keys) + QByteArray(3000, 'A'), m_keys), QByteArray("signature wrong"));
}

void TestTokenVerifier::refusesDeepNesting()
{
    const QByteArray deep = R"({"a":)" + QByteArray(1200, '[') + QByteArray(1200, ']') + '}';
    QCOMPARE(reason(forge(kGoodHeader, deep), m_keys), QByteArray("claims unreadable"));
    QCOMPARE(reason(forge(deep, validPayload()), m_keys), QByteArray("header refused"));
    QByteArray wide = "{";
    for (int i = 0; i < 200; ++i)
        wide += "\"m" + QByteArray::number(i) + "\":1,";
    wide.back() = '}';
    QCOMPARE(reason(forge(kGoodHeader, wide), m_keys), QByteArray("claims unreadable"));
}

void TestTokenVerifier::followsAKeyThroughItsLife()
{
    Snapshot<secrets::KeySet> keys(keySetOf());
    TokenVerifier verifier(keys, kTokenSettings, m_clock);
    const QByteArray token = signedToken(keys);
    QVERIFY(verifier.verify(token));

    const auto rotate = [&](KeyState state, WallTime retiresAt) {
        std::vector<secrets::SigningKey> set;
        set.push_back(makeKey("second", KeyAlgorithm::EdDsa, KeyState::Active, 's'));
        set.push_back(makeKey("first", KeyAlgorithm::Hs256, state, 'k'));
        set.back().retiresAt = retiresAt;
        keys.set(std::make_shared<const secrets::KeySet>(std::move(set)));
    };
    rotate(KeyState::VerifyOnly, m_clock.now() + std::chrono::seconds(60));
    QVERIFY(verifier.verify(token));
    QVERIFY(verifier.verify(signedToken(keys))); // by the new key, of another algorithm
    m_clock.advance(std::chrono::milliseconds(59'999));
    QVERIFY(verifier.verify(token));
    m_clock.advance(std::chrono::milliseconds(1));
    const auto retired = verifier.verify(token);
    QVERIFY(!retired);
    QCOMPARE(retired.error(), "key retired");
    rotate(KeyState::Next, {});
    QVERIFY(verifier.verify(token));
    rotate(KeyState::Retired, {});
    QVERIFY(!verifier.verify(token));
    keys.set(keySetOf(KeyAlgorithm::EdDsa)); // the same id, another key
    QVERIFY(!verifier.verify(token));
}

void TestTokenVerifier::signerWritesNoClaimThatNeedsEscaping_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("quote") << QByteArray(R"(x","role":"admin)");
    QTest::newRow("backslash") << QByteArray("x\\");
    QTest::newRow("line end") << QByteArray("x\r\n");
    QTest::newRow("NUL") << QByteArray("x\0", 2);
    QTest::newRow("beyond ASCII") << QByteArray("caf\xc3\xa9");
}

void TestTokenVerifier::signerWritesNoClaimThatNeedsEscaping()
{
    QFETCH(QByteArray, name);
    AccessClaims claims = someone();
    claims.username = name;
    const Result<QByteArray> token = TokenSigner(m_keys, kTokenSettings, m_clock).sign(claims);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Internal);
    TokenSettings settings = kTokenSettings;
    settings.issuer = name;
    QVERIFY(!TokenSigner(m_keys, settings, m_clock).sign(someone()));
}

QTEST_GUILESS_MAIN(TestTokenVerifier)
#include "test_token_verifier.moc"
