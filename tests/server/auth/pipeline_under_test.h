#pragma once

#include "../http/silent_observer.h"
#include "accounts.h"
#include "auth/auth_routes.h"
#include "http/pipeline.h"
#include "http/request_parser.h"
#include "limits/local_limiter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::auth::tests {

inline const limits::PolicyNumbers kUnlimited{.enabled = false, .exempt = {}};

/// The routes under /auth as a worker serves them: requests are parsed by the guard's parser and go through the whole
/// pipeline; only the socket is left out.
class PipelineUnderTest
{
public:
    explicit PipelineUnderTest(limits::PolicyNumbers numbers = kUnlimited, bool openRegistration = false)
        : accounts(openRegistration)
        , m_settings(std::make_shared<const http::PipelineSettings>())
        , m_policies(std::make_shared<const limits::PolicySet>(std::move(numbers)))
    {
        declareAuthRoutes(m_routes, accounts.service, {.secure = true});
        m_pipeline = std::make_unique<http::Pipeline>(
            http::PipelineShared{m_routes, m_settings, m_policies, m_limiter, accounts.clock},
            std::make_unique<AccessTokenAuthenticator>(TokenVerifier(accounts.keys, kTokenSettings, accounts.clock),
                                                       accounts.revocations, accounts.csrfTokens, CookieSettings{.secure = true}),
            std::make_unique<gatehouse::tests::SilentObserver>());
    }

    struct Asked {
        QByteArray method = "GET";
        QByteArray path;
        QByteArrayList fields = {}; ///< complete lines, without Host
        QByteArray body = {};
        IpAddress from = IpAddress::fromIpv4(0xcb007107);
        QByteArray host = "gate.example";
        bool tls = true;
    };

    [[nodiscard]] http::Response ask(const Asked &asked)
    {
        QByteArray head = asked.method + ' ' + asked.path + " HTTP/1.1\r\nHost: " + asked.host + "\r\n";
        for (const QByteArray &field : asked.fields)
            head += field + "\r\n";
        if (!asked.body.isEmpty())
            head += "Content-Length: " + QByteArray::number(asked.body.size()) + "\r\n";
        http::RequestParser parser;
        if (parser.feed(head + "\r\n").state != http::RequestParser::State::Complete)
            qFatal("no request: %s", head.constData());
        last = std::make_shared<http::Request>();
        last->head = parser.takeHead();
        last->peer = {.address = asked.from, .port = 1, .tls = asked.tls};
        last->arrived = accounts.clock.steadyNow();
        auto admission = m_pipeline->admit(last);
        if (auto *response = std::get_if<http::Response>(&admission))
            return std::move(*response);
        last->body = asked.body;
        return QCoro::waitFor(m_pipeline->handle(last));
    }
    [[nodiscard]] http::Response post(const QByteArray &path, const QByteArray &json, const QByteArrayList &fields = {})
    {
        const QByteArrayList all = fields + QByteArrayList{"Content-Type: application/json"};
        return ask({.method = "POST", .path = path, .fields = all, .body = json});
    }
    /// Registers a user without the door's help and signs in through it.
    [[nodiscard]] QJsonObject signIn(const QByteArray &name)
    {
        return jsonOf(post("/auth/login", R"({"username":")" + name + R"(","password":")" + kPassword + R"("})"));
    }

    [[nodiscard]] static QJsonObject jsonOf(const http::Response &response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }
    [[nodiscard]] static QByteArrayList headersOf(const http::Response &response, QByteArrayView name)
    {
        QByteArrayList values;
        for (const auto &[header, value] : response.headers) {
            if (header.compare(name.toByteArray(), Qt::CaseInsensitive) == 0)
                values << value;
        }
        const QByteArray common = QByteArray::fromStdString(response.commonLines);
        for (const QByteArray &line : common.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (line.left(colon).compare(name.toByteArray(), Qt::CaseInsensitive) == 0)
                values << line.mid(colon + 1).trimmed();
        }
        return values;
    }

    Accounts accounts;
    http::RequestPtr last; ///< the request that was asked last, as the pipeline left it

private:
    http::RouteTable m_routes;
    Snapshot<http::PipelineSettings> m_settings;
    Snapshot<limits::PolicySet> m_policies;
    limits::LocalLimiter m_limiter{10'000};
    std::unique_ptr<http::Pipeline> m_pipeline;
};

} // namespace gatehouse::auth::tests
