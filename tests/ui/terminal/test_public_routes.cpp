#include "terminal/public_routes.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse::terminal;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kBearer{{u"bearer"_s, QJsonArray()}};

/// A document of one path that answers to `method`.
QJsonObject documentOf(const QString &path, const QString &method, const QJsonObject &operation)
{
    return {{u"paths"_s, QJsonObject{{path, QJsonObject{{method, operation}}}}}};
}

} // namespace

class TestPublicRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoMayCall_data();
    void knowsWhoMayCall();
    void goesByTheWholeDocumentWhereAnOperationSaysNothing();
    void leavesOutWhatCannotBeAskedForAsItIs();
    void findsNothingInWhatIsNoDocument();
};

void TestPublicRoutes::knowsWhoMayCall_data()
{
    QTest::addColumn<QJsonObject>("operation");
    QTest::addColumn<bool>("isPublic");
    QTest::newRow("none needed") << QJsonObject{{u"security"_s, QJsonArray()}} << true;
    QTest::newRow("with or without") << QJsonObject{{u"security"_s, QJsonArray{QJsonObject(), kBearer}}} << true;
    QTest::newRow("needed") << QJsonObject{{u"security"_s, QJsonArray{kBearer}}} << false;
    QTest::newRow("nothing said anywhere") << QJsonObject() << true;
}

void TestPublicRoutes::knowsWhoMayCall()
{
    QFETCH(QJsonObject, operation);
    QFETCH(bool, isPublic);
    const auto routes = publicRoutes(documentOf(u"/health"_s, u"get"_s, operation));
    QCOMPARE(routes.size(), isPublic ? 1U : 0U);
    if (isPublic) {
        QCOMPARE(routes.front().method, "GET");
        QCOMPARE(routes.front().path, u"/health"_s);
    }
}

void TestPublicRoutes::goesByTheWholeDocumentWhereAnOperationSaysNothing()
{
    QJsonObject document = documentOf(u"/health"_s, u"get"_s, {});
    document.insert(u"security"_s, QJsonArray{kBearer});
    QVERIFY(publicRoutes(document).empty());
}

void TestPublicRoutes::leavesOutWhatCannotBeAskedForAsItIs()
{
    const QJsonObject open{{u"security"_s, QJsonArray()}};
    QVERIFY(publicRoutes(documentOf(u"/s/{id}"_s, u"get"_s, open)).empty());
    QVERIFY(publicRoutes(documentOf(u"/health"_s, u"head"_s, open)).empty());
    QVERIFY(publicRoutes(documentOf(u"/health"_s, u"parameters"_s, open)).empty());
}

void TestPublicRoutes::findsNothingInWhatIsNoDocument()
{
    QVERIFY(publicRoutes({}).empty());
    QVERIFY(publicRoutes({{u"paths"_s, u"none"_s}}).empty());
    QVERIFY(publicRoutes({{u"paths"_s, QJsonObject{{u"/health"_s, 7}}}}).empty());
}

QTEST_GUILESS_MAIN(TestPublicRoutes)
#include "test_public_routes.moc"
