#include "terminal/smoke_run.h"
#include "core/base64url.h"

#include "core/random.h"
#include "terminal/public_routes.h"

#include <QJsonDocument>

#include <qcoro/qcorotimer.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::terminal {

using client::ApiAnswer;

namespace {

constexpr int kMostWaits = 2;
constexpr std::chrono::seconds kLongestWait = 2min;

QByteArray randomHex(qsizetype bytes)
{
    const SecretBytes random = randomSecret(bytes);
    return random.view().toByteArray().toHex();
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A token that says it is an administrator's, signed by nobody.
QByteArray forgedToken(const QByteArray &header, const QByteArray &signature)
{
    const QByteArray claims = R"({"iss":"gatehouse","aud":"gatehouse","sub":"01ARZ3NDEKTSV4RRFFQ69G5FAV","role":"admin",)"
                              R"("iat":1,"nbf":1,"exp":32503680000,"jti":"x","sid":"01ARZ3NDEKTSV4RRFFQ69G5FAV"})";
    return toBase64Url(header) + '.' + toBase64Url(claims) + '.' + signature;
}

/// The same token with one character of its signature changed.
QByteArray tampered(QByteArray token)
{
    const qsizetype position = token.lastIndexOf('.') + 1;
    if (position > 0 && position < token.size())
        token[position] = token[position] == 'A' ? 'B' : 'A';
    return token;
}

std::optional<Mismatch> expectThat(bool holds, const QString &expected, const ApiAnswer &answer)
{
    return holds ? std::nullopt : std::optional(Mismatch{expected, answer.summary()});
}

} // namespace

SmokeRun::SmokeRun(client::ApiClient &client, std::function<void(std::chrono::seconds)> waiting)
    : m_client(client)
    , m_waiting(std::move(waiting))
{
}

void SmokeRun::add(const QString &check, std::optional<Mismatch> mismatch)
{
    m_results.push_back({check, std::move(mismatch)});
}

void SmokeRun::addHeaders(const QString &what, const ApiAnswer &answer)
{
    add(u"limit headers: "_s + what, limitHeadersMismatch(answer));
    add(u"security headers: "_s + what, securityHeadersMismatch(answer, m_client.base().scheme() == u"https"));
}

QCoro::Task<ApiAnswer> SmokeRun::ask(QByteArray method, QString path, QByteArray bearer, QByteArray json)
{
    for (int waits = 0;; ++waits) {
        ApiAnswer answer = co_await m_client.send(method, path, bearer, json);
        const std::chrono::seconds wait(answer.header("Retry-After").toInt());
        if (answer.status != 429 || waits == kMostWaits || wait <= 0s || wait > kLongestWait)
            co_return answer;
        m_waiting(wait);
        co_await QCoro::sleepFor(std::chrono::milliseconds(wait));
    }
}

QCoro::Task<std::vector<SmokeResult>> SmokeRun::run(QString user, SecretBytes password)
{
    m_results.clear();
    co_await checkProbes();
    co_await checkPublicRoutes(!user.isEmpty());
    co_await checkRefusals();
    if (!user.isEmpty())
        co_await checkSession(user, std::move(password));
    co_return std::move(m_results);
}

QCoro::Task<> SmokeRun::checkProbes()
{
    const ApiAnswer live = co_await ask("GET", u"/health/live"_s);
    add(u"probe: /health/live"_s,
        expectThat(live.status == 200 && live.json().value("alive"_L1).toBool(), u"200 {alive: true}"_s, live));
    const ApiAnswer ready = co_await ask("GET", u"/health/ready"_s);
    add(u"probe: /health/ready"_s,
        expectThat(ready.status == 200 && ready.json().value("ready"_L1).toBool(), u"200 {ready: true}"_s, ready));
    const ApiAnswer health = co_await ask("GET", u"/health"_s);
    const QString status = health.text("status"_L1);
    add(u"probe: /health"_s,
        expectThat(health.status == 200 && (status == u"healthy" || status == u"degraded"),
                   u"200 {status: healthy or degraded}"_s, health));
}

QCoro::Task<> SmokeRun::checkPublicRoutes(bool signsIn)
{
    const ApiAnswer document = co_await ask("GET", u"/openapi.json"_s);
    const std::vector<PublicRoute> routes = publicRoutes(document.json());
    add(u"routes: /openapi.json"_s,
        expectThat(document.status == 200 && !routes.empty(), u"200 and public routes in the document"_s, document));
    for (const PublicRoute &route : routes) {
        // Sign-ins are few a minute: these two are looked at when they are needed.
        if (signsIn && (route.path == u"/auth/login" || route.path == u"/auth/refresh"))
            continue;
        // An empty object: refused by the schema, changes nothing.
        const QByteArray body = route.method == "GET" || route.method == "DELETE" ? QByteArray() : QByteArray("{}");
        const ApiAnswer answer = co_await ask(route.method, route.path, {}, body);
        addHeaders(QString::fromLatin1(route.method) + u' ' + route.path, answer);
    }
    const ApiAnswer nothing = co_await ask("GET", u"/smoke/"_s + QString::fromLatin1(randomHex(8)));
    add(u"refusal: unknown path"_s, statusMismatch(nothing, 404));
    addHeaders(u"unknown path"_s, nothing);
}

QCoro::Task<> SmokeRun::checkRefusals()
{
    const ApiAnswer none = co_await ask("GET", u"/auth/me"_s);
    add(u"refusal: without a token"_s, refusalMismatch(none, false));
    addHeaders(u"refusal"_s, none);
    const ApiAnswer forged =
        co_await ask("GET", u"/auth/me"_s, forgedToken(R"({"alg":"HS256","typ":"at+jwt"})", toBase64Url(randomHex(16))));
    add(u"refusal: with a forged token"_s, refusalMismatch(forged, true));
    const ApiAnswer unsignedToken = co_await ask("GET", u"/auth/me"_s, forgedToken(R"({"alg":"none","typ":"at+jwt"})", {}));
    add(u"refusal: with an unsigned token"_s, refusalMismatch(unsignedToken, true));
}

QCoro::Task<> SmokeRun::checkSession(QString user, SecretBytes password)
{
    QByteArray credentials = jsonText({{u"username"_s, user}, {u"password"_s, QString::fromUtf8(password.view())}});
    const ApiAnswer signedIn = co_await ask("POST", u"/auth/login"_s, {}, credentials);
    cleanse(credentials);
    QByteArray token = signedIn.text("access_token"_L1).toUtf8();
    add(u"sign-in"_s, expectThat(signedIn.status == 200 && !token.isEmpty(), u"200 with an access token"_s, signedIn));
    addHeaders(u"POST /auth/login"_s, signedIn);
    if (signedIn.status != 200 || token.isEmpty())
        co_return;
    const ApiAnswer me = co_await ask("GET", u"/auth/me"_s, token);
    add(u"signed in: /auth/me"_s,
        expectThat(me.status == 200 && me.text("username"_L1).compare(user, Qt::CaseInsensitive) == 0, u"200 with the user"_s,
                   me));
    const ApiAnswer changed = co_await ask("GET", u"/auth/me"_s, tampered(token));
    add(u"refusal: with a token that was changed"_s, refusalMismatch(changed, true));

    token = co_await checkRefresh(token, signedIn.text("refresh_token"_L1));
    co_await checkCreate(token);
    const ApiAnswer signedOut = co_await ask("POST", u"/auth/logout"_s, token);
    add(u"sign-out"_s, statusMismatch(signedOut, 204));
    const ApiAnswer after = co_await ask("GET", u"/auth/me"_s, token);
    add(u"refusal: after signing out"_s, refusalMismatch(after, true));
}

/// The access token to go on with.
QCoro::Task<QByteArray> SmokeRun::checkRefresh(QByteArray accessToken, QString refreshToken)
{
    const QByteArray body = jsonText({{u"refresh_token"_s, refreshToken}});
    const ApiAnswer refreshed = co_await ask("POST", u"/auth/refresh"_s, {}, body);
    const QByteArray token = refreshed.text("access_token"_L1).toUtf8();
    const QString successor = refreshed.text("refresh_token"_L1);
    const bool renewed = refreshed.status == 200 && !token.isEmpty() && !successor.isEmpty() && successor != refreshToken;
    addHeaders(u"POST /auth/refresh"_s, refreshed);
    add(u"refresh"_s, expectThat(renewed, u"200 with a new pair"_s, refreshed));
    co_return renewed ? token : accessToken;
}

QCoro::Task<> SmokeRun::checkCreate(QByteArray accessToken)
{
    const QString name = u"smoke_"_s + QString::fromLatin1(randomHex(8));
    const QString users = u"/api/v1/admin/users"_s;
    const QByteArray user = jsonText({{u"username"_s, name}, {u"password"_s, u"Aa1!"_s + QString::fromLatin1(randomHex(16))}});
    const ApiAnswer refused = co_await ask("POST", users, {}, user);
    add(u"refusal: create without a token"_s, refusalMismatch(refused, false));
    const ApiAnswer created = co_await ask("POST", users, accessToken, user);
    const QString id = created.text("id"_L1);
    add(u"create a user"_s,
        expectThat(created.status == 201 && !id.isEmpty(),
                   created.status == 403 ? u"201; sign in as an administrator for this"_s : u"201 with an id"_s, created));
    if (id.isEmpty())
        co_return;
    const QString path = users + u'/' + id;
    const ApiAnswer removed = co_await ask("DELETE", path, accessToken);
    add(u"remove that user"_s,
        removed.status == 204 ? std::nullopt
                              : std::optional(Mismatch{u"204; now remove %1 by hand"_s.arg(name), removed.summary()}));
    const ApiAnswer gone = co_await ask("GET", path, accessToken);
    add(u"that user is gone"_s, statusMismatch(gone, 404));
}

} // namespace gatehouse::terminal
