#include "client/generated_password.h"
#include "client/trouble.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace gatehouse::client;
using namespace Qt::StringLiterals;

using Kind = Trouble::Kind;

class TestTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDo_data();
    void saysWhatToDo();
    void aSuccessIsNone();
    void namesTheFieldsThatWereRefused();
    void madePasswordsKeepTheRulesAndDiffer();
};

void TestTrouble::saysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("mayRetry");
    QTest::newRow("no answer") << 0 << QString() << Kind::Unreachable << true;
    QTest::newRow("an older server") << 404 << u"there is nothing at this path"_s << Kind::NotOffered << false;
    QTest::newRow("a route that is not built") << 501 << QString() << Kind::NotOffered << false;
    QTest::newRow("what is gone") << 404 << u"no such user"_s << Kind::Missing << false;
    QTest::newRow("signed out") << 401 << QString() << Kind::SignedOut << false;
    QTest::newRow("not allowed") << 403 << QString() << Kind::Forbidden << false;
    QTest::newRow("a rule of the whole") << 409 << u"this is the last administrator"_s << Kind::Conflict << false;
    QTest::newRow("too often") << 429 << QString() << Kind::Limited << true;
    QTest::newRow("not ready") << 503 << QString() << Kind::Server << true;
    QTest::newRow("broken") << 500 << QString() << Kind::Server << true;
}

void TestTrouble::saysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QString, detail);
    QFETCH(Kind, kind);
    QFETCH(bool, mayRetry);
    ApiAnswer answer;
    answer.status = status;
    if (!detail.isEmpty())
        answer.body = QJsonDocument(QJsonObject{{u"detail"_s, detail}}).toJson();
    const auto trouble = Trouble::of(answer);
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, kind);
    QCOMPARE(trouble->mayRetry, mayRetry);
    QVERIFY(!trouble->title.isEmpty());
    QVERIFY(!trouble->remedy.isEmpty());
}

void TestTrouble::aSuccessIsNone()
{
    for (const int status : {200, 201, 204}) {
        ApiAnswer answer;
        answer.status = status;
        QVERIFY(!Trouble::of(answer));
    }
}

void TestTrouble::namesTheFieldsThatWereRefused()
{
    ApiAnswer answer;
    answer.status = 422;
    const QJsonObject field{{u"field"_s, u"username"_s}, {u"problem"_s, u"is too short"_s}};
    answer.body = QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{field}}, {u"error_id"_s, u"01M7"_s}}).toJson();
    const auto trouble = Trouble::of(answer);
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, Kind::Invalid);
    QCOMPARE(trouble->fields.size(), 1U);
    QCOMPARE(trouble->fields.front().field, u"username"_s);
    QCOMPARE(trouble->reference, u"01M7"_s);
}

void TestTrouble::madePasswordsKeepTheRulesAndDiffer()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 200; ++i) {
        const gatehouse::SecretBytes password = generatedPassword();
        const QByteArray text = password.view().toByteArray();
        QCOMPARE(text.size(), 24);
        QVERIFY(std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; }));
        QVERIFY(std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; }));
        QVERIFY(std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }));
        QVERIFY(std::ranges::any_of(text, [](char c) { return QByteArrayView("-_.:+=!?").contains(c); }));
        seen.insert(text);
    }
    QCOMPARE(seen.size(), 200);
}

QTEST_GUILESS_MAIN(TestTrouble)
#include "test_trouble.moc"
