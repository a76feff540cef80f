#include "pages/page_routes.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pages;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = u":/gatehouse/web"_s;

} // namespace

/// With the pages that the product has.
class PageRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageIsTheFrame_data();
    void everyPageIsTheFrame();
    void pagesMayLoadNothingFromElsewhere();
    void whatIsUnchangedIsNotSentAgain();
    void everyPartIsServedAndKeptForGood();
    void everyPartThatPagesNameIsThere();
    void partsOfAnotherVersionAreNotThere();
    void theFrameHasNoScriptOrStyleOfItsOwn();
    void pagesOfTheOperatorAreThereOnlyWhenGiven();
    void withoutPagesNothingIsDeclared();
    void theSecretsPageIsTheSame();

private:
    [[nodiscard]] const http::Route *routeOf(const QByteArray &path) const
    {
        return m_routes.match(http::Method::Get, path).route;
    }
    [[nodiscard]] http::Response ask(const QByteArray &path, const QByteArray &ifNoneMatch = {}) const;
    [[nodiscard]] QByteArray assetPath(const QByteArray &name) const { return "/assets/" + m_pages->version() + '/' + name; }

    std::shared_ptr<const PageSet> m_pages;
    http::RouteTable m_routes;
};

void PageRoutesTest::initTestCase()
{
    auto pages = PageSet::load({.folder = kFolder});
    QVERIFY(pages.has_value());
    QVERIFY(!pages->isEmpty());
    m_pages = std::make_shared<const PageSet>(std::move(*pages));
    declarePageRoutes(m_routes, m_pages);
}

http::Response PageRoutesTest::ask(const QByteArray &path, const QByteArray &ifNoneMatch) const
{
    http::Request request;
    if (!ifNoneMatch.isNull())
        request.head.fields.append({"If-None-Match", ifNoneMatch});
    const http::RouteTable::Match match = m_routes.match(http::Method::Get, path);
    request.parameters = match.parameters;
    if (match.route == nullptr)
        return http::Response::empty(404);
    const auto response = match.route->immediate(request);
    return response ? *response : http::Response::empty(http::statusOf(response.error().kind));
}

void PageRoutesTest::everyPageIsTheFrame_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/", "/create", "/share", "/get", "/receipt", "/request", "/r/01HV0000000000000000000000", "/one-time-token"})
        QTest::newRow(path) << QByteArray(path);
}

void PageRoutesTest::everyPageIsTheFrame()
{
    QFETCH(QByteArray, path);
    const http::Response response = ask(path);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.contentType, "text/html; charset=utf-8");
    QCOMPARE(response.body, m_pages->frame().bytes);
    QVERIFY(!response.body.contains("{{"));
}

void PageRoutesTest::pagesMayLoadNothingFromElsewhere()
{
    int pages = 0;
    for (const auto &route : m_routes.all()) {
        QVERIFY(route->contentSecurityPolicy.startsWith("default-src 'none'"));
        QVERIFY(!route->contentSecurityPolicy.contains("unsafe"));
        QVERIFY(!route->contentSecurityPolicy.contains('*'));
        QVERIFY(route->access == http::Access::Anybody);
        pages += route->contentSecurityPolicy.contains("script-src 'self'") ? 1 : 0;
    }
    QCOMPARE(pages, 8);
}

void PageRoutesTest::whatIsUnchangedIsNotSentAgain()
{
    for (const QByteArray &path :
         {QByteArray("/create"), QByteArray("/manifest.json"), QByteArray("/robots.txt"), assetPath("style.css")}) {
        const http::Response whole = ask(path);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.headers.first().first, "ETag");
        QCOMPARE(ask(path, whole.headers.first().second).status, 304);
        QCOMPARE(ask(path, "\"another\"").status, 200);
    }
}

void PageRoutesTest::everyPartIsServedAndKeptForGood()
{
    QDirIterator parts(kFolder + u"/assets"_s, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (parts.hasNext()) {
        const QByteArray path = assetPath(parts.next().sliced(kFolder.size() + 8).toUtf8());
        QCOMPARE(ask(path).status, 200);
        QVERIFY(ask(path).contentType != "application/octet-stream");
        QVERIFY(routeOf(path)->cacheControl.contains("immutable"));
        // Loading a page must not use up what its reader may ask the API.
        QVERIFY(routeOf(path)->limitClass == http::LimitClass::Probe);
        ++count;
    }
    QVERIFY(count > 30);
}

void PageRoutesTest::everyPartThatPagesNameIsThere()
{
    static const QRegularExpression kImport(u"(?:from|import) ?\\(?[\"`](\\.[^\"`$]+)[\"`]"_s);
    QDirIterator parts(kFolder + u"/assets"_s, {u"*.js"_s}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (parts.hasNext()) {
        QFile file(parts.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto named = kImport.globalMatch(QString::fromUtf8(file.readAll()));
        for (; named.hasNext(); ++count) {
            const QString path = QDir::cleanPath(QFileInfo(file.fileName()).path() + u'/' + named.next().captured(1));
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
    }
    QVERIFY(count > 50);
    static const QRegularExpression kNamed(u"(?:href|src)=\"(/assets/[^\"]+)\""_s);
    auto named = kNamed.globalMatch(QString::fromUtf8(m_pages->frame().bytes));
    QVERIFY(named.hasNext());
    while (named.hasNext())
        QCOMPARE(ask(named.next().captured(1).toUtf8()).status, 200);
}

void PageRoutesTest::partsOfAnotherVersionAreNotThere()
{
    QCOMPARE(ask("/assets/older/style.css").status, 404);
    QCOMPARE(ask(assetPath("nothing.js")).status, 404);
    QCOMPARE(ask(assetPath("parts/nothing.js")).status, 404);
    QCOMPARE(ask(assetPath("../page.html")).status, 404);
    QCOMPARE(ask("/assets/").status, 404);
}

void PageRoutesTest::theFrameHasNoScriptOrStyleOfItsOwn()
{
    static const QRegularExpression kInline(u"<style|style=|\\son\\w+=|<script(?![^>]*\\ssrc=)|https?://"_s);
    const auto match = kInline.match(QString::fromUtf8(m_pages->frame().bytes));
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    QVERIFY(m_pages->frame().bytes.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
}

void PageRoutesTest::pagesOfTheOperatorAreThereOnlyWhenGiven()
{
    QVERIFY(routeOf("/impressum") == nullptr);
    QVERIFY(routeOf("/privacy") == nullptr);
    auto given = PageSet::load({.folder = kFolder, .privacyFile = kFolder + u"/robots.txt"_s});
    QVERIFY(given.has_value());
    http::RouteTable routes;
    declarePageRoutes(routes, std::make_shared<const PageSet>(std::move(*given)));
    const http::Route *route = routes.match(http::Method::Get, "/privacy").route;
    QVERIFY(route != nullptr);
    QVERIFY(route->immediate({}).value().body.contains("<p>User-agent: *<br>"));
    QVERIFY(routes.match(http::Method::Get, "/impressum").route == nullptr);
}

void PageRoutesTest::withoutPagesNothingIsDeclared()
{
    http::RouteTable routes;
    declarePageRoutes(routes, std::make_shared<const PageSet>());
    QVERIFY(routes.all().empty());
    QVERIFY(!secretPage(std::make_shared<const PageSet>()));
}

void PageRoutesTest::theSecretsPageIsTheSame()
{
    const auto answer = secretPage(m_pages);
    QCOMPARE(answer({}).body, m_pages->frame().bytes);
    QCOMPARE(answer({}).status, 200);
}

QTEST_GUILESS_MAIN(PageRoutesTest)

#include "test_page_routes.moc"
