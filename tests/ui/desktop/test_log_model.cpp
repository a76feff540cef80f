#include "desktop/logs/log_model.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::desktop;
using namespace Qt::StringLiterals;

/// What lines are taken, and how they read.
class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterTakesWhatFits_data();
    void aFilterTakesWhatFits();
    void aRequestReadsAsOneLine();
};

void TestLogModel::aFilterTakesWhatFits_data()
{
    using client::LogLevel;
    QTest::addColumn<int>("least");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing asked for") << int(LogLevel::Debug) << QString() << QString() << true;
    QTest::newRow("as bad") << int(LogLevel::Warning) << QString() << QString() << true;
    QTest::newRow("worse only") << int(LogLevel::Error) << QString() << QString() << false;
    QTest::newRow("its category") << 0 << u"gatehouse.http"_s << QString() << true;
    QTest::newRow("the one above") << 0 << u"gatehouse"_s << QString() << true;
    QTest::newRow("one that begins alike") << 0 << u"gatehouse.ht"_s << QString() << false;
    QTest::newRow("in the message") << 0 << QString() << u"SLOW"_s << true;
    QTest::newRow("in a field") << 0 << QString() << u"/auth/login"_s << true;
    QTest::newRow("nowhere") << 0 << QString() << u"quick"_s << false;
}

void TestLogModel::aFilterTakesWhatFits()
{
    QFETCH(int, least);
    QFETCH(QString, category);
    QFETCH(QString, text);
    const client::LogLine line{QDateTime::currentDateTimeUtc(),
                               client::LogLevel::Warning,
                               u"gatehouse.http"_s,
                               u"slow request"_s,
                               {{u"route"_s, u"/auth/login"_s}}};
    QTEST(LogFilter({client::LogLevel(least), category, text}).takes(line), "taken");
}

void TestLogModel::aRequestReadsAsOneLine()
{
    const client::LogLine line = client::LogLine::fromJson({{u"time"_s, u"2026-01-31T12:00:00.000Z"_s},
                                                            {u"level"_s, u"info"_s},
                                                            {u"category"_s, u"gatehouse.access"_s},
                                                            {u"message"_s, u"request"_s},
                                                            {u"method"_s, u"GET"_s},
                                                            {u"route"_s, u"/health"_s},
                                                            {u"status"_s, 200},
                                                            {u"duration_ms"_s, 0.25},
                                                            {u"client"_s, u"192.0.2.1"_s},
                                                            {u"request_id"_s, u"01J"_s}});
    QCOMPARE(line.summary(), u"GET /health  200  0.25 ms  client=192.0.2.1"_s);
    QVERIFY(line.toText().contains(u"request_id=01J"_s));
    // What somebody sends does not begin a line of its own.
    const client::LogLine forged = client::LogLine::fromJson({{u"message"_s, u"a\nb"_s}, {u"path"_s, u"c\r\nd"_s}});
    QCOMPARE(forged.toText().count(u'\n'), 0);
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "test_log_model.moc"
