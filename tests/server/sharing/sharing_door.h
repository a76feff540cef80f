#pragma once

#include "../http/silent_observer.h"
#include "http/pipeline.h"
#include "http/request_parser.h"
#include "limits/local_limiter.h"
#include "sharing/config_routes.h"
#include "sharing/request_routes.h"
#include "sharing/secret_routes.h"
#include "sharing/token_routes.h"
#include "sharing_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::sharing::tests {

inline const limits::PolicyNumbers kUnlimited{.enabled = false, .exempt = {}};
inline const IpAddress kProxy = *IpAddress::parse("10.9.9.9");
inline const IpAddress kStranger = *IpAddress::parse("203.0.113.7");
inline const QByteArray kBody = R"({"data":"c2VjcmV0","expires_in":3600})";

/// Takes "Bearer user.of.NAME" for a user of that name, who is an administrator when called so.
class NamedUsers final : public http::Authenticator
{
public:
    std::expected<http::Principal, http::AuthenticationFailure> authenticate(const http::RequestHead &head) override
    {
        const QByteArray field = head.field("Authorization").toByteArray();
        if (!field.startsWith("Bearer user.of."))
            return std::unexpected(http::AuthenticationFailure{field.isEmpty()
                                                                   ? http::AuthenticationFailure::Kind::NoCredentials
                                                                   : http::AuthenticationFailure::Kind::BadCredentials});
        http::Principal principal;
        principal.kind = http::Principal::Kind::User;
        principal.id = principal.name = field.sliced(15);
        principal.role = principal.name == "admin" ? Role::Admin : Role::User;
        return principal;
    }
    bool csrfTokenMatches(const http::Principal &, QByteArrayView) override { return false; }
};

/// The routes as a worker serves them; only the socket is left out.
class Door
{
public:
    explicit Door(SharingSettings settings = {})
        : secrets(std::move(settings))
        , m_pipeline(std::make_shared<const http::PipelineSettings>(
              http::PipelineSettings{{*IpNetwork::parse("10.9.9.9")}, {{"https://app.example"}}}))
        , m_policies(std::make_shared<const limits::PolicySet>(kUnlimited))
        , m_guesses(secrets.settings.guessLimit, m_limiter, secrets.clock)
    {
        declareSecretRoutes(m_routes,
                            {secrets.store, *secrets.database, m_guesses, room, secrets.statistics, m_pipeline, secrets.settings,
                             geo, secrets.clock},
                            {});
        declareRequestRoutes(m_routes, {secrets.store, m_guesses, room, secrets.settings, secrets.clock});
        declareTokenRoutes(m_routes, {secrets.instance->transactions, *secrets.database, secrets.settings, secrets.clock});
        declareConfigRoutes(m_routes, secrets.settings);
        m_gate = std::make_unique<http::Pipeline>(
            http::PipelineShared{m_routes, m_pipeline, m_policies, m_limiter, secrets.clock}, std::make_unique<NamedUsers>(),
            std::make_unique<gatehouse::tests::SilentObserver>());
    }

    [[nodiscard]] http::Response ask(const QByteArray &method, const QByteArray &path, const QByteArrayList &fields = {},
                                     const QByteArray &body = {}, const IpAddress &from = kStranger)
    {
        reachedItsBody = false;
        QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\n";
        for (const QByteArray &field : fields)
            head += field + "\r\n";
        if (!body.isEmpty())
            head += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        http::RequestParser parser;
        if (parser.feed(head + "\r\n").state != http::RequestParser::State::Complete)
            qFatal("no request: %s", head.constData());
        auto request = std::make_shared<http::Request>();
        request->head = parser.takeHead();
        request->peer = {.address = from, .port = 1, .tls = true};
        request->arrived = secrets.clock.steadyNow();
        auto admission = m_gate->admit(request);
        if (auto *response = std::get_if<http::Response>(&admission))
            return std::move(*response);
        if (auto *deciding = std::get_if<http::Gate::Deciding>(&admission)) {
            auto decision = QCoro::waitFor(settled(std::move(*deciding)));
            if (auto *response = std::get_if<http::Response>(&decision->outcome))
                return std::move(*response);
            admission = std::get<http::Gate::Admission>(decision->outcome);
        }
        admitted = std::get<http::Gate::Admission>(admission).bodyLimit;
        reachedItsBody = true;
        request->body = body;
        return QCoro::waitFor(m_gate->handle(request));
    }
    [[nodiscard]] http::Response create(const QByteArray &body, const QByteArrayList &fields = {},
                                        const IpAddress &from = kStranger)
    {
        return ask("POST", "/api/v1/secret", fields, body, from);
    }
    /// The identifier of a new secret, made by a user.
    [[nodiscard]] QByteArray created(const QByteArray &body = kBody)
    {
        return field(create(body, {"Authorization: Bearer user.of.alice"}), "id");
    }
    [[nodiscard]] static QByteArray field(const http::Response &response, const char *name)
    {
        return QJsonDocument::fromJson(response.body).object().value(QLatin1String(name)).toString().toUtf8();
    }
    [[nodiscard]] static QByteArray header(const http::Response &response, const QByteArray &name)
    {
        for (const auto &[key, value] : response.headers) {
            if (key == name)
                return value;
        }
        return {};
    }

    Secrets secrets;
    QByteArray host = "gate.example";
    Snapshot<GeoDatabases> geo{std::make_shared<const GeoDatabases>()};
    std::optional<StorageRoom::Space> space; ///< of the disk; nothing: there is no end of it
    StorageRoom room{[this] { return space; }};
    qsizetype admitted = 0; ///< the body limit of the request that was let in last
    bool reachedItsBody = false; ///< the last request: else it was answered by its head

private:
    /// As QCoro::waitFor() needs it.
    [[nodiscard]] static QCoro::Task<std::optional<http::Gate::Decision>> settled(http::Gate::Deciding deciding)
    {
        http::Gate::Decision decision = co_await deciding;
        co_return decision;
    }

    http::RouteTable m_routes;
    Snapshot<http::PipelineSettings> m_pipeline;
    Snapshot<limits::PolicySet> m_policies;
    limits::LocalLimiter m_limiter{10'000};
    GuessLimit m_guesses;
    std::unique_ptr<http::Pipeline> m_gate;
};

inline SharingSettings anonymous()
{
    SharingSettings settings;
    settings.allowAnonymous = true;
    return settings;
}

} // namespace gatehouse::sharing::tests
