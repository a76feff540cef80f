#include "documentation/html.h"
#include "documentation/reference_page.h"
#include "http/openapi.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::documentation;
using namespace Qt::StringLiterals;

namespace {

http::Route route(QByteArray path, QByteArray operationId, QByteArray summary)
{
    http::Route route;
    route.methods = {http::Method::Post};
    route.path = std::move(path);
    route.operationId = std::move(operationId);
    route.tag = "things";
    route.summary = std::move(summary);
    route.body = {"Thing", R"({"type":"object","additionalProperties":false,"required":["name"],"properties":{
        "name":{"type":"string","maxLength":9,"description":"What it is <called>."}}})",
                  "{\"name\":\"it's\"}"};
    route.responses = {{.status = 200, .description = "Made", .schema = R"({"type":"object"})", .example = R"({"a":"</code>"})"}};
    route.immediate = [](const http::Request &) -> Result<http::Response> { return http::Response::empty(204); };
    return route;
}

QString pageOf(const http::RouteTable &routes)
{
    const QJsonObject document = http::openApiDocument(routes, {u"1.2.3"_s, "cookie"});
    return QString::fromUtf8(
        referencePage("<p>{{version}}</p><nav>{{navigation}}</nav><main>{{content}}</main>", document, routes));
}

} // namespace

class ReferencePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatIsDeclared();
    void leavesOutWhatNobodyDescribes();
    void lendsNoTextTheMeaningOfMarkup();
    void namesEveryPlaceOnce();
    void needsNothingInline();
    void quotesForAShell();

private:
    http::RouteTable m_routes;
};

void ReferencePageTest::init()
{
    m_routes = http::RouteTable();
    m_routes.addTag({"things", "Things", "All `things` & more."});
    m_routes.add(route("/things", "makeThing", "Make a <b>thing</b>"));
    m_routes.add(route("/things/{id}", "changeThing", "Change it"));
    http::Route part = route("/things.css", "style", "A style");
    part.tag = "parts";
    m_routes.add(std::move(part));
}

void ReferencePageTest::showsWhatIsDeclared()
{
    const QString page = pageOf(m_routes);
    QVERIFY(page.contains(u"<p>1.2.3</p>"));
    for (const char *part : {"href=\"#makeThing\"", "id=\"changeThing\"", "/things/{id}", "All <code>things</code> &amp; more.",
                             "string, at most 9 characters", "class=\"required\"", "in the path", ">429<", "X-RateLimit-Limit"})
        QVERIFY2(page.contains(QLatin1String(part)), part);
    QVERIFY(page.indexOf(u"id=\"makeThing\"") < page.indexOf(u"id=\"changeThing\""));
}

void ReferencePageTest::leavesOutWhatNobodyDescribes()
{
    QVERIFY(!pageOf(m_routes).contains(u"things.css"));
}

void ReferencePageTest::lendsNoTextTheMeaningOfMarkup()
{
    const QString page = pageOf(m_routes);
    QVERIFY(page.contains(u"Make a &lt;b&gt;thing&lt;/b&gt;"));
    QVERIFY(page.contains(u"What it is &lt;called&gt;."));
    QVERIFY(page.contains(u"&lt;/code&gt;"));
    QVERIFY(!page.contains(u"<b>"));
    QCOMPARE(escaped(u"<a href=\"x\" b='y'>&"_s), u"&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;"_s);
    QCOMPARE(inlineText(u"`<i>` and `x"_s), u"<code>&lt;i&gt;</code> and `x"_s);
}

void ReferencePageTest::namesEveryPlaceOnce()
{
    const QString page = pageOf(m_routes);
    static const QRegularExpression ids(u" id=\"([^\"]+)\""_s);
    static const QRegularExpression references(u"(?:href=\"#|aria-labelledby=\")([^\"]+)\""_s);
    QSet<QString> known;
    for (const QRegularExpressionMatch &match : ids.globalMatch(page)) {
        QVERIFY2(!known.contains(match.captured(1)), qPrintable(match.captured(1)));
        known.insert(match.captured(1));
    }
    for (const QRegularExpressionMatch &match : references.globalMatch(page))
        QVERIFY2(known.contains(match.captured(1)), qPrintable(match.captured(1)));
}

void ReferencePageTest::needsNothingInline()
{
    // The policy of the page allows neither.
    static const QRegularExpression forbidden(u"<script|<style| style=| on[a-z]+="_s);
    QVERIFY(!pageOf(m_routes).contains(forbidden));
}

void ReferencePageTest::quotesForAShell()
{
    QVERIFY(pageOf(m_routes).contains(escaped(u"-d '{\"name\":\"it'\\''s\"}'"_s)));
}

QTEST_GUILESS_MAIN(ReferencePageTest)
#include "test_reference_page.moc"
