#include "audit/action.h"
#include "desktop/events/event_words.h"

#include <QTest>

using namespace gatehouse;
using desktop::EventWords;

class TestEventWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionOfTheRecordHasWords_data()
    {
        QTest::addColumn<QString>("action");
        for (const audit::Action action : audit::allActions()) {
            const QByteArrayView name = audit::toText(action);
            QTest::newRow(name.toByteArray().constData()) << QString::fromLatin1(name);
        }
    }

    void everyActionOfTheRecordHasWords()
    {
        QFETCH(const QString, action);
        QVERIFY(EventWords::knownActions().contains(action));
        QVERIFY(EventWords::action(action) != action);
    }
};

QTEST_GUILESS_MAIN(TestEventWords)
#include "test_event_words.moc"
