#include "core/edit_distance.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestEditDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatMustBeChanged_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<qsizetype>("distance");
        QTest::newRow("both empty") << QString() << QString() << qsizetype(0);
        QTest::newRow("one empty") << QString() << u"port"_s << qsizetype(4);
        QTest::newRow("the same") << u"http.port"_s << u"http.port"_s << qsizetype(0);
        QTest::newRow("a letter missing") << u"htp.port"_s << u"http.port"_s << qsizetype(1);
        QTest::newRow("a letter too many") << u"http.poort"_s << u"http.port"_s << qsizetype(1);
        QTest::newRow("another letter") << u"http.part"_s << u"http.port"_s << qsizetype(1);
        QTest::newRow("two letters swapped") << u"http.prot"_s << u"http.port"_s << qsizetype(2);
        QTest::newRow("of everything something") << u"kitten"_s << u"sitting"_s << qsizetype(3);
        QTest::newRow("shifted by one") << u"sessions"_s << u"xsession"_s << qsizetype(2);
        QTest::newRow("nothing in common") << u"abc"_s << u"wxyz"_s << qsizetype(4);
        QTest::newRow("another case") << u"Port"_s << u"port"_s << qsizetype(1);
        QTest::newRow("not ASCII") << u"gr\u00fc\u00dfe"_s << u"gr\u00fcsse"_s << qsizetype(2);
    }
    void countsWhatMustBeChanged()
    {
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QFETCH(const qsizetype, distance);
        QCOMPARE(editDistance(a, b), distance);
        QCOMPARE(editDistance(b, a), distance);
    }
};

QTEST_APPLESS_MAIN(TestEditDistance)
#include "test_edit_distance.moc"
