#include "sharing_terminal.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

/// `gatehouse token`, `receipt`, `burn`, `request`, `answer` and `collect`, as they are run.
class SharingFollowUpTest : public QObject, private SharingTerminal
{
    Q_OBJECT

private Q_SLOTS:
    void init() { static_cast<SharingTerminal &>(*this) = SharingTerminal(); }
    void makesATokenForAnAdministrator();
    void tellsWhatBecameOfASecret();
    void burnsASecret();
    void asksAndCollects();
    void answersNobodyElsesKey();
};

void SharingFollowUpTest::makesATokenForAnAdministrator()
{
    const Outcome outcome = run({u"token"_s, u"--limit"_s, u"1.5m"_s, u"--ttl"_s, u"7d"_s, u"--one-time"_s},
                                QByteArray(SharingState::kAdminToken) + '\n');
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    QCOMPARE(outcome.output, QByteArray("\nToken created successfully!\n\nUser token:\n") + SharingState::kShareToken + '\n');
    QCOMPARE(lastBody(), (QJsonObject{{u"ttl_seconds"_s, 604800}, {u"upload_size_limit"_s, 1572864}, {u"one_time"_s, true}}));
    QCOMPARE(run({u"token"_s}, "wrong\n").exitCode, 2);
    QCOMPARE(lastBody(), (QJsonObject{{u"ttl_seconds"_s, 2592000}}));
    QCOMPARE(run({u"token"_s}, "\n").exitCode, 2);
}

void SharingFollowUpTest::tellsWhatBecameOfASecret()
{
    const QString link = sendText("swordfish", {u"--receipt"_s, u"kept.json"_s});
    QVERIFY(!content(u"kept.json"_s).contains(link.section(u'#', 1).toUtf8()));
    QCOMPARE(QFileInfo(path(u"kept.json"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(run({u"receipt"_s, u"kept.json"_s}).output.startsWith("Nobody has taken it."));
    QCOMPARE(run({u"get"_s, link}).exitCode, 0);
    const Outcome taken = run({u"receipt"_s, u"kept.json"_s});
    QVERIFY2(taken.exitCode == 0, taken.errors.constData());
    QVERIFY(taken.output.contains("192.0.2.1, DE, AS64496"));
    const QJsonObject json = QJsonDocument::fromJson(run({u"receipt"_s, u"kept.json"_s, u"--json"_s}).output).object();
    QCOMPARE(json.value("state"_L1).toString(), u"taken"_s);
    // By the link, when the token was kept elsewhere.
    const QByteArray token =
        QJsonDocument::fromJson(content(u"kept.json"_s)).object().value("receipt_token"_L1).toString().toUtf8();
    QVERIFY(run({u"receipt"_s, link.section(u'#', 0, 0)}, token + '\n').output.startsWith("It was taken."));
    QCOMPARE(run({u"receipt"_s, link}, "guessed\n").exitCode, 3);
    QCOMPARE(run({u"receipt"_s, link}, "two words\n").exitCode, 2);
    QCOMPARE(run({u"receipt"_s, u"none.json"_s}).exitCode, 2);
    m_server->state().answerNext(http::Response::json(200, {{u"state"_s, u"\x1b]0;evil\x07"_s}}));
    const Outcome hostile = run({u"receipt"_s, u"kept.json"_s});
    QVERIFY2(hostile.output.contains("evil") && !hostile.output.contains('\x1b'), hostile.output.constData());
}

void SharingFollowUpTest::burnsASecret()
{
    const QString link = sendText("swordfish", {u"--receipt=kept.json"_s});
    const Outcome burned = run({u"burn"_s, u"kept.json"_s});
    QVERIFY2(burned.exitCode == 0, burned.errors.constData());
    QCOMPARE(run({u"get"_s, link}).exitCode, 3);
    QCOMPARE(run({u"burn"_s, u"kept.json"_s}).exitCode, 3);
    QVERIFY(run({u"receipt"_s, u"kept.json"_s}).output.startsWith("It was burned"));
}

void SharingFollowUpTest::asksAndCollects()
{
    const Outcome asked =
        run({u"request"_s, u"answer.key"_s, u"--note"_s, u"the password of the archive"_s, u"--ttl"_s, u"1m"_s});
    QVERIFY2(asked.exitCode == 0, asked.errors.constData());
    QCOMPARE(lastBody().value("expires_in"_L1).toInteger(), 60);
    QCOMPARE(QFileInfo(path(u"answer.key"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QString link = linkIn(asked);
    QVERIFY2(link.contains(u"/r/"), qPrintable(link));
    QCOMPARE(run({u"collect"_s, u"answer.key"_s}).exitCode, 3);
    QCOMPARE(run({u"request"_s, u"answer.key"_s}).exitCode, 2);

    const Outcome answered = run({u"answer"_s, link}, "swordfish");
    QVERIFY2(answered.exitCode == 0, answered.errors.constData());
    QVERIFY(answered.errors.contains("They ask for: the password of the archive"));
    QVERIFY(!m_server->state().last().body.contains("swordfish"));
    QCOMPARE(run({u"answer"_s, link}, "sailfish").exitCode, 3);

    const Outcome collected = run({u"collect"_s, u"answer.key"_s});
    QVERIFY2(collected.exitCode == 0, collected.errors.constData());
    QCOMPARE(collected.output, "swordfish");
    QVERIFY(files().isEmpty());
}

void SharingFollowUpTest::answersNobodyElsesKey()
{
    const QString link = linkIn(run({u"request"_s, u"answer.key"_s}));
    const Outcome other = run({u"request"_s, u"other.key"_s});
    m_server->state().replaceKeys(lastBody().value("public_key"_L1).toString().toLatin1());
    const Outcome answered = run({u"answer"_s, link}, "swordfish");
    QCOMPARE(answered.exitCode, 4);
    QVERIFY(answered.errors.contains("nothing is sent"));
    QCOMPARE(run({u"answer"_s, linkIn(other)}, "swordfish").exitCode, 0);
}

QTEST_GUILESS_MAIN(SharingFollowUpTest)
#include "test_sharing_follow_up.moc"
