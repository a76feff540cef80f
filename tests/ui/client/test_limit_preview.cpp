#include "client/limit_preview.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse::client;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLimitPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheApiSaysIsRead();
    void theTruthLiesBetweenTheTwoHoweverTheyCome();
    void whatMakesNoSenseIsNothing();

private:
    static LimitPreview previewOf(QByteArray text)
    {
        return LimitPreview::fromJson(QJsonDocument::fromJson(text.replace('\'', '"')).object());
    }
};

void TestLimitPreview::whatTheApiSaysIsRead()
{
    const LimitPreview preview =
        previewOf("{'items':[{'policy':'general','requests':5230,'callers':41,"
                  "'now':{'evenly':{'refused':0,'callers':0},'in_bursts':{'refused':7,'callers':1}},"
                  "'then':{'evenly':{'refused':310,'callers':2},'in_bursts':{'refused':355,'callers':3}}}],"
                  "'next':null,'covered_seconds':3600,'slot_seconds':10,'not_counted':5}");
    QCOMPARE(preview.covered, 3600s);
    QCOMPARE(preview.notCounted, 5);
    QCOMPARE(preview.forecasts.size(), 1U);
    const LimitPreview::Forecast &forecast = preview.forecasts.front();
    QCOMPARE(forecast.policy, u"general"_s);
    QCOMPARE(forecast.requests, 5230);
    QCOMPARE(forecast.callers, 41);
    QVERIFY((forecast.now == LimitPreview::Refusals{0, 7, 0, 1}));
    QVERIFY((forecast.then == LimitPreview::Refusals{310, 355, 2, 3}));
}

void TestLimitPreview::theTruthLiesBetweenTheTwoHoweverTheyCome()
{
    const LimitPreview preview =
        previewOf("{'items':[{'then':{'evenly':{'refused':9,'callers':3},'in_bursts':{'refused':4,'callers':5}}}]}");
    QVERIFY((preview.forecasts.front().then == LimitPreview::Refusals{4, 9, 3, 5}));
}

void TestLimitPreview::whatMakesNoSenseIsNothing()
{
    const LimitPreview preview = previewOf("{'items':['x',{'requests':-4}],'covered_seconds':-1,'not_counted':'many'}");
    QCOMPARE(preview.forecasts.size(), 2U);
    QCOMPARE(preview.forecasts.back().requests, 0);
    QCOMPARE(preview.covered, 0s);
    QCOMPARE(preview.notCounted, 0);
}

QTEST_GUILESS_MAIN(TestLimitPreview)
#include "test_limit_preview.moc"
