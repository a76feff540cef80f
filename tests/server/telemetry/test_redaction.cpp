#include "telemetry/redaction.h"

#include <QTest>

using namespace gatehouse::telemetry;

namespace {
const QByteArray kJwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMUoifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
const QByteArray kSecret = "hunter2-Zq9";
} // namespace

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFormOfASecretSurvives_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("secrets");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &secrets = {kSecret}) {
            QTest::newRow(name) << text << secrets;
        };
        row("a token alone", kJwt, {kJwt, "eyJzdWIiOiIwMUoifQ", "c2lnbmF0dXJl"});
        row("a token in a sentence", "cannot verify " + kJwt + ", expired", {"eyJ", "c2lnbmF0dXJl"});
        row("a token in quotes", "\"" + kJwt + "\"", {"eyJ", "c2lnbmF0dXJl"});
        row("an unsigned token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", {"eyJ"});
        row("five parts of JWE", "eyJhbGciOiJkaXIifQ..abc.def.ghi", {"abc.def", "ghi"});
        row("bearer", "Authorization: Bearer " + kSecret);
        row("bearer without its header", "got Bearer " + kSecret + " from client");
        row("bearer in capitals", "AUTHORIZATION: BEARER " + kSecret);
        row("bearer with a tab", "bearer\t" + kSecret);
        row("basic", "basic dXNlcjpwYXNzd29yZA==", {"dXNlcjpwYXNzd29yZA"});
        row("authorisation of an unknown scheme", "Authorization: Custom a=" + kSecret + ", b=" + kSecret);
        row("cookies", "Cookie: theme=dark; session=" + kSecret + "; x=" + kSecret);
        row("a cookie that is set", "Set-Cookie: __Host-gatehouse-access=" + kSecret + "; Path=/");
        row("password=", "password=" + kSecret);
        row("password = ", "password = " + kSecret);
        row("PASSWORD:", "PASSWORD: " + kSecret);
        row("db_password=", "db_password=" + kSecret);
        row("JSON", "{\"username\":\"a\",\"password\":\"" + kSecret + "\"}");
        row("JSON with spaces", "{ \"token\" : \"" + kSecret + "\" }");
        row("JSON with an escaped quote", "{\"secret\":\"a\\\"" + kSecret + "\"}");
        row("JSON that was cut off", "{\"secret\":\"" + kSecret);
        row("a Python dictionary", "{'api_key': '" + kSecret + "'}");
        row("an environment variable", "JWT_SECRET=" + kSecret);
        row("a header", "X-AI-Signature: " + kSecret);
        row("another header", "X-Secret-Passphrase: " + kSecret);
        row("a query", "GET /reset?code=" + kSecret + "&next=" + kSecret + " HTTP/1.1");
        row("a query of a URL", "https://example.org/a?state=" + kSecret);
        row("a fragment", "https://example.org/s/01J#" + kSecret, {kSecret});
        row("user and password of a URL", "redis://user:" + kSecret + "@db.internal:6379/0");
        row("a password alone in a URL", "rediss://:" + kSecret + "@db.internal:6379");
        row("a password with reserved characters", "postgresql://u:pa/ss?" + kSecret + "#x@db/name");
        row("a password with an @", "amqp://u:" + kSecret + "@x@db/name");
        row("a hexadecimal key", "key is 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", {"ccddeeff"});
        row("base64url of 32 bytes", "loaded 3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", {"3q2-7w"});
        row("base64 of 32 bytes", "loaded 3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAA/AAAAAAAAAA=", {"3q2+7w"});
        row("two lines", "first\npassword: " + kSecret + "\nlast");
    }

    void noFormOfASecretSurvives()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, secrets);
        const QByteArray clean = scrubbed(text);
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY2(!clean.contains(secret), clean.constData());
        QVERIFY(clean.contains("[redacted]"));
    }

    void leavesOrdinaryTextAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"listening on 127.0.0.1:8080", "worker 3 ended after 12.5 ms",
                                 "cannot open /var/lib/gatehouse/gatehouse.db: disk full", "the token has expired",
                                 "password changed", "GET /auth/sessions/{id} 200", "request 01JQZ5Y3M8K2V7W9X4N6P1R0ST",
                                 "trace 4bf92f3577b34da6a3ce929d0e0e4736", "see https://example.org/docs/limits", "issue #12",
                                 "ready? yes", "rate limit 60 per 60 s", "", "\xc3\xa4\xc3\xb6\xc3\xbc"})
            QTest::newRow(*text != '\0' ? text : "nothing") << QByteArray(text);
    }

    void leavesOrdinaryTextAlone()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(scrubbed(text), text);
    }

    void knowsNamesOfSecrets_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("secret");
        for (const char *name : {"token",           "access_token", "refreshToken",   "PASSWORD",      "new-password",
                                 "passphrase_hash", "secret",       "jwt_secret",     "Authorization", "proxy-authorization",
                                 "cookie",          "Set-Cookie",   "X-AI-Signature", "signature",     "api_key",
                                 "apikey",          "X-CSRF-Token", "signing_key",    "key",           "private_pem",
                                 "credentials",     "otp",          "setup_code",     "pass"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char *name :
             {"token_id", "token_type", "secret_count", "user", "status", "kid", "path", "client", "session", "", "keys_loaded"})
            QTest::newRow(*name != '\0' ? name : "nothing") << QByteArray(name) << false;
    }

    void knowsNamesOfSecrets()
    {
        QFETCH(QByteArray, name);
        QTEST(isSecretName(name), "secret");
    }

    void takesTimeInProportionToTheText()
    {
        for (const char *piece : {"a?b=", "eyJ", "://", "password=\"", "Bearer ", "a@b://", "#a"}) {
            const QByteArray text = QByteArray(piece).repeated(1000);
            QVERIFY(scrubbed(text).size() <= 20 * text.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestRedaction)
#include "test_redaction.moc"
