#include "documentation/documentation_routes.h"
#include "http/entity_tag.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::documentation;
using namespace Qt::StringLiterals;

namespace {

const PageFiles kFiles{"<html>{{content}}</html>", "body {}", "export {};", "<svg/>"};

/// Asks a route as the pipeline does, with at most one header field.
http::Response ask(const http::RouteTable &routes, const QByteArray &path, const QByteArray &ifNoneMatch = {})
{
    http::Request request;
    if (!ifNoneMatch.isNull())
        request.head.fields.append({"If-None-Match", ifNoneMatch});
    const http::RouteTable::Match match = routes.match(http::Method::Get, path);
    return match.route == nullptr ? http::Response::empty(404) : match.route->immediate(request).value();
}

QByteArray tagOf(const http::Response &response)
{
    for (const auto &[name, value] : response.headers) {
        if (name == "ETag")
            return value;
    }
    return {};
}

} // namespace

class DocumentationRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersEachWithItsType_data();
    void answersEachWithItsType();
    void describesItself();
    void pagesMayLoadNothingFromElsewhere();
    void withoutPagesThereIsOnlyTheDocument();
    void comparesTags_data();
    void comparesTags();

private:
    http::RouteTable m_routes;
};

void DocumentationRoutesTest::init()
{
    m_routes = http::RouteTable();
    declareDocumentationRoutes(m_routes, {u"1"_s, "cookie"}, kFiles);
}

void DocumentationRoutesTest::answersEachWithItsType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("/openapi.json") << QByteArray("application/json");
    QTest::newRow("/openapi.yaml") << QByteArray("application/yaml");
    QTest::newRow("/docs") << QByteArray("text/html; charset=utf-8");
    QTest::newRow("/swagger/index.html") << QByteArray("text/html; charset=utf-8");
    QTest::newRow("/docs/style.css") << QByteArray("text/css; charset=utf-8");
    QTest::newRow("/docs/script.js") << QByteArray("text/javascript; charset=utf-8");
    QTest::newRow("/docs/icon.svg") << QByteArray("image/svg+xml");
}

void DocumentationRoutesTest::answersEachWithItsType()
{
    QFETCH(QByteArray, type);
    const QByteArray path = QTest::currentDataTag();
    const http::Response whole = ask(m_routes, path);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.contentType, type);
    QVERIFY(!whole.body.isEmpty());

    const http::Response unchanged = ask(m_routes, path, tagOf(whole));
    QCOMPARE(unchanged.status, 304);
    QVERIFY(unchanged.body.isEmpty());
    QCOMPARE(tagOf(unchanged), tagOf(whole));
    QCOMPARE(ask(m_routes, path, "\"another\"").status, 200);
}

void DocumentationRoutesTest::describesItself()
{
    const QJsonObject document = QJsonDocument::fromJson(ask(m_routes, "/openapi.json").body).object();
    for (const auto &route : m_routes.all())
        QVERIFY2(document.value("paths"_L1).toObject().contains(QString::fromLatin1(route->path)), route->path.constData());
    QVERIFY(ask(m_routes, "/docs").body.contains("/openapi.yaml"));
    QVERIFY(!kFiles.frame.isNull() && ask(m_routes, "/docs").body.startsWith("<html>"));
}

void DocumentationRoutesTest::pagesMayLoadNothingFromElsewhere()
{
    for (const char *path : {"/docs", "/swagger/index.html"}) {
        const http::Route *page = m_routes.match(http::Method::Get, path).route;
        QVERIFY(page->contentSecurityPolicy.startsWith("default-src 'none';"));
        for (const char *never : {"unsafe", "http", "*", "data:", "nonce", "sha256"})
            QVERIFY2(!page->contentSecurityPolicy.contains(never), never);
    }
    QVERIFY(
        m_routes.match(http::Method::Get, "/openapi.json").route->contentSecurityPolicy.startsWith("default-src 'none'; frame"));
}

void DocumentationRoutesTest::withoutPagesThereIsOnlyTheDocument()
{
    http::RouteTable routes;
    declareDocumentationRoutes(routes, {u"1"_s, "cookie"}, PageFiles::fromFolder(u":/nowhere"_s));
    QCOMPARE(ask(routes, "/openapi.json").status, 200);
    QCOMPARE(ask(routes, "/docs").status, 404);
}

void DocumentationRoutesTest::comparesTags_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("named");
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("the same") << QByteArray("\"a\"") << true;
    QTest::newRow("weak") << QByteArray("W/\"a\"") << true;
    QTest::newRow("one of several") << QByteArray("\"b\", W/\"a\" , \"c\"") << true;
    QTest::newRow("any") << QByteArray(" * ") << true;
    QTest::newRow("another") << QByteArray("\"b\"") << false;
    QTest::newRow("without quotes") << QByteArray("a") << false;
    QTest::newRow("only a part") << QByteArray("\"aa\"") << false;
    QTest::newRow("only commas") << QByteArray(",,,") << false;
}

void DocumentationRoutesTest::comparesTags()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, named);
    QCOMPARE(http::namesTag(field, "\"a\""), named);
}

QTEST_GUILESS_MAIN(DocumentationRoutesTest)
#include "test_documentation_routes.moc"
