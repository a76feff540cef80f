#include "client/admin_session.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::client {

namespace {

constexpr std::chrono::seconds kShortestLife = 5s;
constexpr std::chrono::milliseconds kRenewalRetry = 3s;

SecretBytes secretOf(const QJsonObject &object, QLatin1String key)
{
    QByteArray bytes = object.value(key).toString().toUtf8();
    return SecretBytes::takeFrom(bytes);
}

/// Whether the server does not take a token any more, and not only not now.
bool isRefusal(const ApiAnswer &answer)
{
    return answer.status >= 400 && answer.status < 500 && answer.status != 429;
}

/// What a server would say to somebody who may only look.
ApiAnswer readOnlyAnswer()
{
    ApiAnswer answer;
    answer.status = 403;
    answer.body = R"({"title":"Forbidden","detail":"this server is only looked at from here"})";
    return answer;
}

} // namespace

AdminSession::AdminSession(std::unique_ptr<ApiClient> client, QObject *parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_link(*m_client)
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, &AdminSession::renew);
}

AdminSession::~AdminSession()
{
    // Calls refer to the client, which would be gone before them.
    qDeleteAll(findChildren<ApiCall *>(Qt::FindDirectChildrenOnly));
}

void AdminSession::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

ApiRequest AdminSession::credentials(const QString &path, const QString &username, const SecretBytes &password,
                                     const QString &setupCode) const
{
    QJsonObject body{{u"username"_s, username}, {u"password"_s, QString::fromUtf8(password.view())}};
    if (!setupCode.isEmpty())
        body.insert(u"setup_code"_s, setupCode);
    return {.method = "POST", .path = path, .json = QJsonDocument(body).toJson(QJsonDocument::Compact), .secretBody = true};
}

void AdminSession::signIn(const QString &username, SecretBytes password)
{
    m_wasResumed = false;
    setState(State::SigningIn);
    call(credentials(u"/auth/login"_s, username, password, {}), this, [this](const ApiAnswer &answer) {
        if (std::optional<Trouble> trouble = Trouble::of(answer)) {
            if (trouble->kind == Trouble::Kind::SignedOut) {
                trouble->title = tr("The username or the password is wrong");
                trouble->remedy = tr("Check both. After several wrong tries the server waits a minute.");
            }
            setState(State::SignedOut);
            Q_EMIT signInFailed(*trouble);
            return;
        }
        takeTokens(answer);
        setState(State::SignedIn);
    });
}

void AdminSession::resume(SecretBytes refreshToken)
{
    if (m_state != State::SignedOut)
        return;
    m_wasResumed = true;
    m_refresh = std::move(refreshToken);
    setState(State::SigningIn);
    renew();
}

void AdminSession::resumed(const ApiAnswer &answer)
{
    if (std::optional<Trouble> trouble = Trouble::of(answer)) {
        const bool isOver = isRefusal(answer);
        if (isOver) {
            trouble->title = tr("You were signed out meanwhile");
            trouble->remedy = tr("The session has ended or was revoked. Sign in again.");
        }
        forgetTokens();
        setState(State::SignedOut);
        if (isOver)
            Q_EMIT ended();
        Q_EMIT signInFailed(*trouble);
        return;
    }
    takeTokens(answer);
    setState(State::SignedIn);
}

void AdminSession::createAdministrator(const QString &username, SecretBytes password, const QString &setupCode)
{
    setState(State::SigningIn);
    auto keptPassword = std::make_shared<SecretBytes>(std::move(password)); // shared as std::function asks for copies
    call(credentials(u"/auth/register"_s, username, *keptPassword, setupCode), this,
         [this, username, keptPassword](const ApiAnswer &answer) {
             if (const std::optional<Trouble> trouble = Trouble::of(answer)) {
                 setState(State::SignedOut);
                 Q_EMIT signInFailed(*trouble);
                 return;
             }
             signIn(username, std::move(*keptPassword));
         });
}

void AdminSession::signOut()
{
    if (m_state != State::SignedIn)
        return;
    call({.method = "POST", .path = u"/auth/logout"_s}, this, [](const ApiAnswer &) { });
    forgetTokens();
    Q_EMIT ended();
    setState(State::SignedOut);
}

QNetworkRequest AdminSession::socketRequest(const QString &path, const QString &query) const
{
    QNetworkRequest request = m_client->requestFor({.path = path, .query = query, .bearer = m_access.view().toByteArray()});
    QUrl url = request.url();
    url.setScheme(url.scheme() == u"https" ? u"wss"_s : u"ws"_s);
    request.setUrl(url);
    return request;
}

ApiCall *AdminSession::get(const QString &path, const QString &query, QObject *context, ApiCall::Done done)
{
    return call({.path = path, .query = query}, context, std::move(done));
}

ApiCall *AdminSession::call(ApiRequest request, QObject *context, ApiCall::Done done)
{
    const bool isRefused = m_readOnly && request.method != "GET" && !request.path.startsWith("/auth/"_L1);
    auto *const call = new ApiCall(std::move(request), context, std::move(done), this);
    if (isRefused)
        QMetaObject::invokeMethod(call, [call] { call->finish(readOnlyAnswer()); }, Qt::QueuedConnection);
    else
        dispatch(call, false);
    return call;
}

void AdminSession::dispatch(ApiCall *call, bool again)
{
    call->disconnect(this);
    connect(call, &ApiCall::answered, this, [this, call, again](const ApiAnswer &answer) { sort(call, answer, again); });
    call->send(*m_client, m_access.view());
}

/// A token may end, or be revoked, between two calls: then a new one is tried, once.
void AdminSession::sort(ApiCall *call, const ApiAnswer &answer, bool again)
{
    m_link.saw(answer);
    if (answer.status == 401 && !again && m_state == State::SignedIn && !m_refresh.isEmpty()) {
        m_waiting.emplace_back(call);
        renew();
        return;
    }
    call->finish(answer);
}

void AdminSession::takeTokens(const ApiAnswer &answer)
{
    const QJsonObject body = answer.json();
    m_access = secretOf(body, "access_token"_L1);
    m_refresh = secretOf(body, "refresh_token"_L1);
    if (const QJsonObject user = body.value("user"_L1).toObject(); !user.isEmpty()) {
        m_account = {user.value("id"_L1).toString(), user.value("username"_L1).toString(),
                     roleFromText(user.value("role"_L1).toString().toUtf8()).value_or(Role::User)};
    }
    const std::chrono::seconds life = std::max(std::chrono::seconds(body.value("expires_in"_L1).toInt()), kShortestLife);
    m_renewal.start(life * 4 / 5);
    Q_EMIT renewedTokens();
}

void AdminSession::forgetTokens()
{
    m_renewal.stop();
    m_access = {};
    m_refresh = {};
    m_account = {};
}

void AdminSession::renew()
{
    if (m_renewing || m_refresh.isEmpty())
        return;
    m_renewing = true;
    const QJsonObject body{{u"refresh_token"_s, QString::fromUtf8(m_refresh.view())}};
    auto *const call = new ApiCall(
        {.method = "POST",
         .path = u"/auth/refresh"_s,
         .json = QJsonDocument(body).toJson(QJsonDocument::Compact),
         .secretBody = true},
        this, [this](const ApiAnswer &answer) { renewed(answer); }, this);
    connect(call, &ApiCall::answered, this, [this, call](const ApiAnswer &answer) {
        m_link.saw(answer);
        call->finish(answer);
    });
    call->send(*m_client, {});
}

void AdminSession::renewed(const ApiAnswer &answer)
{
    m_renewing = false;
    const std::vector<QPointer<ApiCall>> waiting = std::exchange(m_waiting, {});
    if (m_state == State::SigningIn && m_wasResumed)
        return resumed(answer);
    if (m_state != State::SignedIn)
        return;
    const bool isRefused = isRefusal(answer);
    if (answer.status == 200)
        takeTokens(answer);
    else if (!isRefused)
        m_renewal.start(kRenewalRetry);
    for (const QPointer<ApiCall> &call : waiting) {
        if (call && answer.status == 200)
            dispatch(call, true);
        else if (call)
            call->finish(answer);
    }
    if (isRefused) {
        forgetTokens();
        Q_EMIT ended();
        setState(State::SignedOut);
    }
}

} // namespace gatehouse::client
