#include "api_document.h"
#include "tools.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// The running server keeps to its OpenAPI document, in everything that is declared.
class ApiDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itsExamplesHold();
    void answersAsDescribed_data();
    void answersAsDescribed();
    void signsInAsDescribed();
    void limitsEveryOperationAsDescribed();
    void pagesAreWhole();

private:
    [[nodiscard]] HttpClient client() const { return HttpClient({.port = m_server.port(), .from = freshAddress()}); }
    /// Sends what the document has as examples, or `body` instead.
    [[nodiscard]] Answer ask(HttpClient &client, const Operation &operation, const HeaderList &credential,
                             const QByteArray &body) const;
    [[nodiscard]] HeaderList freshUser();

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
    std::unique_ptr<ApiDocument> m_document;
    int m_users = 0;
};

void ApiDocumentTest::initTestCase()
{
    m_folder.configure(kGenerous);
    QVERIFY2(m_server.start(), m_server.output().constData());
    QCOMPARE(registerAdmin(m_server).status, 201);
    m_document = std::make_unique<ApiDocument>(client().get("/openapi.json").json());
    QVERIFY(m_document->operations().size() > 20);
}

Answer ApiDocumentTest::ask(HttpClient &client, const Operation &operation, const HeaderList &credential,
                            const QByteArray &body) const
{
    HeaderList headers = credential;
    if (operation.takesBody())
        headers.emplaceBack("Content-Type", "application/json");
    return client.request(operation.method, operation.examplePath(), operation.takesBody() ? body : QByteArray(), headers);
}

HeaderList ApiDocumentTest::freshUser()
{
    const QByteArray name = "user_" + QByteArray::number(++m_users);
    const Answer made =
        client().post("/auth/register", {{u"username"_s, QString::fromLatin1(name)}, {u"password"_s, QLatin1String(kPassword)}},
                      bearer(accessToken(m_server, "admin")));
    return made.status == 201 ? bearer(accessToken(m_server, name)) : HeaderList();
}

void ApiDocumentTest::itsExamplesHold()
{
    const QString flaw = m_document->flawOfExamples();
    QVERIFY2(flaw.isEmpty(), qPrintable(flaw));
}

void ApiDocumentTest::answersAsDescribed_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Operation &operation : m_document->operations())
        QTest::newRow(qPrintable(operation.id())) << index++;
}

void ApiDocumentTest::answersAsDescribed()
{
    QFETCH(int, index);
    const Operation &operation = m_document->operations().at(static_cast<size_t>(index));
    // A user of its own: what is tried may end the session or change the password.
    QList<HeaderList> callers{{}, bearer("forged"), freshUser()};
    if (operation.method == "GET" || operation.method == "HEAD")
        callers.append(bearer(accessToken(m_server, "admin")));
    const QByteArray nested = QByteArray(R"({"username":)") + QByteArray(200, '[') + QByteArray(200, ']') + '}';
    for (const HeaderList &caller : callers) {
        for (const QByteArray &body : {QByteArray(), QByteArray("{}"), QByteArray("{"), QByteArray("[]"), QByteArray("null"),
                                       QByteArray(R"({"unknown":1})"), nested, operation.exampleBody()}) {
            HttpClient connection = client();
            const Answer answer = ask(connection, operation, caller, body);
            const QString flaw = ApiDocument::flawOf(operation, answer);
            QVERIFY2(flaw.isEmpty(),
                     qPrintable(flaw + u" to "_s + QString::fromUtf8(body) + u'\n' + QString::fromUtf8(answer.body)));
        }
    }
}

void ApiDocumentTest::signsInAsDescribed()
{
    HttpClient connection = client();
    const auto check = [&](const QString &id, const Answer &answer, int status) {
        QCOMPARE(answer.status, status);
        const QString flaw = ApiDocument::flawOf(m_document->operation(id), answer);
        QVERIFY2(flaw.isEmpty(), qPrintable(id + u": "_s + flaw));
    };
    const QJsonObject credentials{{u"username"_s, u"described"_s}, {u"password"_s, QLatin1String(kPassword)}};
    check(u"register"_s, connection.post("/auth/register", credentials, bearer(accessToken(m_server, "admin"))), 201);
    const Answer first = connection.post("/auth/login", credentials);
    check(u"login"_s, first, 200);
    const Answer second = connection.post("/auth/refresh", {{u"refresh_token"_s, first.json().value("refresh_token"_L1)}});
    check(u"refresh"_s, second, 200);
    const HeaderList caller = bearer(second.json().value("access_token"_L1).toString().toUtf8());
    check(u"me"_s, connection.get("/auth/me", caller), 200);
    const Answer page = connection.get("/auth/sessions?limit=1", caller);
    check(u"listSessions"_s, page, 200);
    check(u"listSessions"_s, connection.get("/auth/sessions?limit=0", caller), 422);
    const QByteArray session = page.json().value("items"_L1).toArray().at(0).toObject().value("id"_L1).toString().toLatin1();
    check(u"revokeSession"_s, connection.request("DELETE", "/auth/sessions/" + session, {}, caller), 204);
}

void ApiDocumentTest::limitsEveryOperationAsDescribed()
{
    ServerFolder folder;
    folder.configure("limits:\n  general: {quota: 1}\n  probe: {quota: 1}\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    for (const Operation &operation : m_document->operations()) {
        HttpClient connection({.port = server.port(), .from = freshAddress()});
        (void)ask(connection, operation, {}, operation.exampleBody());
        const Answer answer = ask(connection, operation, {}, operation.exampleBody());
        QVERIFY2(answer.status == 429, qPrintable(operation.id()));
        const QString flaw = ApiDocument::flawOf(operation, answer);
        QVERIFY2(flaw.isEmpty(), qPrintable(operation.id() + u": "_s + flaw));
    }
}

void ApiDocumentTest::pagesAreWhole()
{
    const Answer page = client().get("/docs");
    QCOMPARE(page.status, 200);
    for (const Operation &operation : m_document->operations()) {
        if (operation.path.startsWith(u"/auth/") || operation.path.startsWith(u"/health"))
            QVERIFY2(page.body.contains("id=\"" + operation.id().toLatin1() + '"')
                         || page.body.contains(operation.path.toLatin1()),
                     qPrintable(operation.id()));
    }
    for (const char *part : {"/docs/style.css", "/docs/script.js", "/docs/icon.svg"})
        QVERIFY2(page.body.contains(part) && client().get(part).body.size() > 100, part);
    QCOMPARE(client().get("/swagger/index.html").body, page.body);
    QCOMPARE(client().get("/docs", {{"If-None-Match", page.header("ETag")}}).status, 304);
    QCOMPARE(client().request("HEAD", "/docs").header("Content-Length").toLongLong(), page.body.size());
}

QTEST_GUILESS_MAIN(ApiDocumentTest)
#include "test_api_document.moc"
