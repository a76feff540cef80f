#include "webhooks/webhook_message.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::webhooks;
using namespace Qt::StringLiterals;
using audit::Action;

class TestWebhookMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signatureIsThatOfStandardWebhooks();
    void keysAreReadOrRefused_data();
    void keysAreReadOrRefused();
    void eventsAreChosenByNameOrBeginning_data();
    void eventsAreChosenByNameOrBeginning();
    void namesNoActionIsRefused();
    void tellsWhatHakanaiTells();
};

/// The example that the specification's libraries are tested with.
void TestWebhookMessage::signatureIsThatOfStandardWebhooks()
{
    const auto key = signingKeyFrom(SecretBytes("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    QVERIFY(key);
    QCOMPARE(signatureOf(*key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", R"({"test": 2432232314})"),
             QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
}

void TestWebhookMessage::keysAreReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("good");
    QTest::newRow("24 bytes behind the prefix") << QByteArray("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") << true;
    QTest::newRow("characters") << QByteArray(64, 'a') << true;
    QTest::newRow("no base64") << QByteArray("whsec_MfKQ9r8GKYqrTwjU!D8ILPZIo2LaLaSw") << false;
    QTest::newRow("short behind the prefix") << QByteArray("whsec_MfKQ9r8G") << false;
    QTest::newRow("short") << QByteArray("hunter2") << false;
}

void TestWebhookMessage::keysAreReadOrRefused()
{
    QFETCH(QByteArray, secret);
    QFETCH(bool, good);
    const auto key = signingKeyFrom(SecretBytes(secret));
    QCOMPARE(key.has_value(), good);
    if (!good)
        QVERIFY(!key.error().detail.contains(QString::fromLatin1(secret)));
}

void TestWebhookMessage::eventsAreChosenByNameOrBeginning_data()
{
    QTest::addColumn<QByteArrayList>("events");
    QTest::addColumn<Action>("action");
    QTest::addColumn<bool>("sent");
    QTest::newRow("all") << QByteArrayList{"*"} << Action::AuthLogin << true;
    QTest::newRow("by name") << QByteArrayList{"user.create", "auth.login"} << Action::AuthLogin << true;
    QTest::newRow("by beginning") << QByteArrayList{"share.*"} << Action::ShareOpen << true;
    QTest::newRow("another") << QByteArrayList{"share.*", "user.create"} << Action::AuthLogin << false;
    QTest::newRow("none") << QByteArrayList() << Action::AuthLogin << false;
}

void TestWebhookMessage::eventsAreChosenByNameOrBeginning()
{
    QFETCH(QByteArrayList, events);
    QFETCH(Action, action);
    QFETCH(bool, sent);
    QCOMPARE(EventFilter::parse(events)->lets(action), sent);
}

void TestWebhookMessage::namesNoActionIsRefused()
{
    for (const char *event : {"user.creat", "users.*", "", "*.create", "user*"})
        QVERIFY(!EventFilter::parse({event}));
    const QString problem = EventFilter::parse({"auth.reus"}).error().detail;
    QVERIFY2(problem.contains(u"auth.reus") && problem.contains(u"auth.reuse, "), qPrintable(problem));
}

void TestWebhookMessage::tellsWhatHakanaiTells()
{
    audit::Entry entry;
    entry.sequence = 42;
    entry.action = Action::ShareOpen;
    entry.target = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
    entry.detail = {{"header.user-agent", "curl/8"}, {"ttl", "1h"}};
    const QJsonObject body = QJsonDocument::fromJson(bodyOf(entry)).object();
    QCOMPARE(body.value("secret_id"_L1).toString(), u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s);
    QCOMPARE(body.value("action"_L1).toString(), u"Retrieved"_s);
    QCOMPARE(body.value("details"_L1).toObject(), (QJsonObject{{u"user-agent"_s, u"curl/8"_s}, {u"ttl"_s, u"1h"_s}}));
    QCOMPARE(body.value("type"_L1).toString(), u"share.open"_s);
    QCOMPARE(body.value("data"_L1)["sequence"_L1].toInt(), 42);
    QCOMPARE(idOf(entry), QByteArray("entry-42"));
}

QTEST_APPLESS_MAIN(TestWebhookMessage)
#include "test_webhook_message.moc"
