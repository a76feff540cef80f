#include "http/openapi.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;
using namespace Qt::StringLiterals;

namespace {

Route route(QList<Method> methods, QByteArray path, QByteArray operationId, Access access)
{
    Route route;
    route.methods = std::move(methods);
    route.path = std::move(path);
    route.operationId = std::move(operationId);
    route.tag = "things";
    route.summary = "A thing";
    route.access = access;
    route.responses = {{.status = 204, .description = "Done"}};
    route.immediate = [](const Request &) -> Result<Response> { return Response::empty(204); };
    return route;
}

QJsonObject documentOf(Route route)
{
    RouteTable routes;
    routes.addTag({"things", "Things", "All of them."});
    routes.add(std::move(route));
    return openApiDocument(routes, {u"1.2.3"_s, "the-cookie"});
}

/// Follows names and, in arrays, indexes.
QJsonValue at(QJsonValue value, const QStringList &names)
{
    for (const QString &name : names)
        value = value.isArray() ? value.toArray().at(name.toInt()) : value.toObject().value(name);
    return value;
}

QStringList answersOf(const QJsonObject &document, const QString &path, const QString &method)
{
    return at(document, {u"paths"_s, path, method, u"responses"_s}).toObject().keys();
}

} // namespace

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheTwinsOfARoute();
    void tellsWhatCredentialIsNeeded_data();
    void tellsWhatCredentialIsNeeded();
    void tellsWhatThePipelineAnswersByItself();
    void describesParametersOfPathAndQuery();
    void givesEveryAnswerItsHeaders();
    void namesEveryTypeThatAnAnswerMayHave();
    void namesSchemasOnce();
};

void OpenApiTest::namesTheTwinsOfARoute()
{
    const QJsonObject document = documentOf(route({Method::Get, Method::Post}, "/a", "verify", Access::User));
    QCOMPARE(at(document, {u"paths"_s, u"/a"_s, u"get"_s, u"operationId"_s}).toString(), u"verify"_s);
    QCOMPARE(at(document, {u"paths"_s, u"/a"_s, u"post"_s, u"operationId"_s}).toString(), u"verifyPost"_s);
}

void OpenApiTest::tellsWhatCredentialIsNeeded_data()
{
    QTest::addColumn<Access>("access");
    QTest::addColumn<bool>("anonymous"); // an empty requirement, or no requirement at all
    QTest::addColumn<bool>("credentials");
    QTest::addColumn<QString>("name");
    QTest::newRow("anybody") << Access::Anybody << true << false << u"anybody"_s;
    QTest::newRow("anybody known") << Access::AnybodyKnown << true << true << u"anybody"_s;
    QTest::newRow("anybody, leniently") << Access::AnybodyLenient << true << true << u"anybody"_s;
    QTest::newRow("user") << Access::User << false << true << u"user"_s;
    QTest::newRow("operator") << Access::Operator << false << true << u"operator"_s;
    QTest::newRow("admin") << Access::Admin << false << true << u"admin"_s;
}

void OpenApiTest::tellsWhatCredentialIsNeeded()
{
    QFETCH(Access, access);
    QFETCH(bool, anonymous);
    QFETCH(bool, credentials);
    QFETCH(QString, name);
    const QJsonObject document = documentOf(route({Method::Get, Method::Post}, "/a", "a", access));
    const QJsonArray security = at(document, {u"paths"_s, u"/a"_s, u"post"_s, u"security"_s}).toArray();
    QCOMPARE(security.isEmpty() || security.contains(QJsonObject()), anonymous);
    QCOMPARE(security.contains(QJsonObject{{u"bearer"_s, QJsonArray()}}), credentials);
    // By cookie a change needs the token against forgery, reading does not.
    QCOMPARE(security.contains(QJsonObject{{u"cookie"_s, QJsonArray()}, {u"csrf"_s, QJsonArray()}}), credentials);
    QCOMPARE(
        at(document, {u"paths"_s, u"/a"_s, u"get"_s, u"security"_s}).toArray().contains(QJsonObject{{u"cookie"_s, QJsonArray()}}),
        credentials);
    QCOMPARE(at(document, {u"paths"_s, u"/a"_s, u"get"_s, u"x-access"_s}).toString(), name);
    QCOMPARE(at(document, {u"components"_s, u"securitySchemes"_s, u"cookie"_s, u"name"_s}).toString(), u"the-cookie"_s);
}

void OpenApiTest::tellsWhatThePipelineAnswersByItself()
{
    QCOMPARE(answersOf(documentOf(route({Method::Get}, "/a", "a", Access::Anybody)), u"/a"_s, u"get"_s),
             (QStringList{u"204"_s, u"429"_s, u"default"_s}));
    QCOMPARE(answersOf(documentOf(route({Method::Get}, "/a", "a", Access::Operator)), u"/a"_s, u"get"_s),
             (QStringList{u"204"_s, u"401"_s, u"403"_s, u"429"_s, u"default"_s}));
    Route withBody = route({Method::Post}, "/a", "a", Access::Anybody);
    withBody.body = {"Thing", R"({"type":"object"})", R"({})"};
    QCOMPARE(answersOf(documentOf(std::move(withBody)), u"/a"_s, u"post"_s),
             (QStringList{u"204"_s, u"400"_s, u"413"_s, u"415"_s, u"422"_s, u"429"_s, u"default"_s}));
}

void OpenApiTest::describesParametersOfPathAndQuery()
{
    Route declared = route({Method::Get}, "/a/{id}/{other}", "a", Access::Anybody);
    declared.parameters = {{.name = "limit", .description = "How many", .schema = R"({"type":"integer"})", .example = "5"},
                           {.name = "id", .description = "Which"}};
    const QJsonArray parameters =
        at(documentOf(std::move(declared)), {u"paths"_s, u"/a/{id}/{other}"_s, u"get"_s, u"parameters"_s}).toArray();
    QCOMPARE(parameters.size(), 3);
    QCOMPARE(at(parameters, {u"0"_s, u"in"_s}).toString(), u"query"_s);
    QCOMPARE(at(parameters, {u"0"_s, u"example"_s}).toInt(), 5);
    QCOMPARE(at(parameters, {u"1"_s, u"in"_s}).toString(), u"path"_s);
    QCOMPARE(at(parameters, {u"2"_s, u"name"_s}).toString(), u"other"_s);
    QCOMPARE(at(parameters, {u"2"_s, u"required"_s}).toBool(), true);
}

void OpenApiTest::namesEveryTypeThatAnAnswerMayHave()
{
    Route declared = route({Method::Get}, "/a", "a", Access::Anybody);
    declared.responses = {{.status = 200, .description = "Text", .schema = R"({"type":"string"})", .contentType = "text/plain"},
                          {.status = 200, .description = "A page", .schema = R"({"type":"string"})", .contentType = "text/html"},
                          {.status = 304, .description = "Unchanged"}};
    const QJsonValue answers = at(documentOf(std::move(declared)), {u"paths"_s, u"/a"_s, u"get"_s, u"responses"_s});
    QCOMPARE(at(answers, {u"200"_s, u"content"_s}).toObject().keys(), QStringList({u"text/html"_s, u"text/plain"_s}));
    QVERIFY(at(answers, {u"304"_s, u"content"_s}).isUndefined());
}

void OpenApiTest::givesEveryAnswerItsHeaders()
{
    Route declared = route({Method::Get}, "/a", "a", Access::User);
    declared.responses[0].headers = {{.name = "X-Own", .description = "Its own."}};
    const QJsonObject document = documentOf(std::move(declared));
    const QJsonObject headers = at(document, {u"paths"_s, u"/a"_s, u"get"_s, u"responses"_s, u"204"_s, u"headers"_s}).toObject();
    for (const char *name : {"X-Own", "X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
                             "RateLimit-Policy", "RateLimit"})
        QVERIFY2(headers.contains(QLatin1String(name)), name);
    QVERIFY(at(document, {u"components"_s, u"responses"_s, u"OverLimit"_s, u"headers"_s}).toObject().contains(u"Retry-After"_s));
    QVERIFY(at(document, {u"components"_s, u"responses"_s, u"Unauthenticated"_s, u"headers"_s})
                .toObject()
                .contains(u"WWW-Authenticate"_s));
}

void OpenApiTest::namesSchemasOnce()
{
    Route declared = route({Method::Post}, "/a", "a", Access::Anybody);
    declared.body = {"Thing", R"({"type":"object","maxProperties":3})", R"({"a":1})"};
    declared.responses = {{.status = 200, .description = "Yes", .schema = R"({"type":"object"})", .name = "Other"}};
    const QJsonObject document = documentOf(std::move(declared));
    QCOMPARE(at(document, {u"components"_s, u"schemas"_s, u"Thing"_s, u"maxProperties"_s}).toInt(), 3);
    const QStringList body{u"paths"_s, u"/a"_s, u"post"_s, u"requestBody"_s, u"content"_s, u"application/json"_s};
    QCOMPARE(at(document, body + QStringList{u"schema"_s, u"$ref"_s}).toString(), u"#/components/schemas/Thing"_s);
    QCOMPARE(at(document, body + QStringList{u"example"_s, u"a"_s}).toInt(), 1);
    QVERIFY(at(document, {u"components"_s, u"schemas"_s}).toObject().contains(u"Other"_s));
}

QTEST_GUILESS_MAIN(OpenApiTest)
#include "test_openapi.moc"
