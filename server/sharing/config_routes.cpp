#include "sharing/config_routes.h"

#include "sharing/creator.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::sharing {

using http::Response;
using http::Route;

namespace {

constexpr char kConfiguration[] = R"({"type":"object","required":["showTokenInput","features","secretSizeLimit","limits",
"restrictions","pages","branding"],"properties":{
"showTokenInput":{"type":"boolean"},"secretSizeLimit":{"type":"integer","description":"Bytes, for a caller without a credential."},
"features":{"type":"object"},
"limits":{"type":"object","required":["anonymous_upload_size","upload_size","max_ttl_seconds","default_ttl_seconds"],"properties":{
"anonymous_upload_size":{"type":"integer","description":"Bytes; 0: nobody may create without a credential."},
"upload_size":{"type":"integer"},"max_ttl_seconds":{"type":"integer"},"default_ttl_seconds":{"type":"integer"}}},
"restrictions":{"type":"object"},"pages":{"type":"object"},"branding":{"type":"object"}}})";

QJsonObject describe(const Branding &branding)
{
    QJsonObject json{
        {u"style"_s, branding.style}, {u"logo"_s, branding.logo}, {u"icon"_s, branding.icon}, {u"manifest"_s, branding.manifest}};
    if (!branding.name.isEmpty())
        json.insert(u"name"_s, branding.name);
    return json;
}

/// Hakanai's fields first, then ours.
QJsonObject configurationFor(const http::Request &request, const SharingSettings &settings)
{
    const bool country = settings.tellsCountries();
    const bool asn = settings.tellsAsns();
    const qint64 anonymous = settings.allowAnonymous ? settings.anonymousSizeLimit : 0;
    const bool trusted = isAtTrustedAddress(request, settings);
    const QJsonObject pages{{u"impressum"_s, settings.hasImpressum}, {u"privacy"_s, settings.hasPrivacy}};
    QJsonObject features = pages;
    features.insert(u"restrictions"_s, QJsonObject{{u"country"_s, country}, {u"asn"_s, asn}});
    return {{u"showTokenInput"_s, settings.showTokenInput || !settings.allowAnonymous},
            {u"features"_s, features},
            {u"secretSizeLimit"_s, trusted ? settings.uploadSizeLimit : anonymous},
            {u"limits"_s,
             QJsonObject{{u"anonymous_upload_size"_s, anonymous},
                         {u"upload_size"_s, settings.uploadSizeLimit},
                         {u"max_ttl_seconds"_s, qint64(settings.maxTtl.count())},
                         {u"default_ttl_seconds"_s, qint64(settings.defaultTtl.count())}}},
            {u"restrictions"_s, QJsonObject{{u"ip"_s, true}, {u"country"_s, country}, {u"asn"_s, asn}, {u"passphrase"_s, true}}},
            {u"pages"_s, pages},
            {u"branding"_s, describe(settings.branding)}};
}

} // namespace

void declareConfigRoutes(http::RouteTable &routes, const SharingSettings &settings)
{
    Route route;
    route.methods = {http::Method::Get};
    route.path = "/config.json";
    route.operationId = "publicConfiguration";
    route.tag = "secrets";
    route.summary = "How this server is set up";
    route.description = "What pages and clients need to know before they ask for a secret.";
    route.access = http::Access::Anybody;
    route.responses = {
        {.status = 200, .description = "What is public of it", .schema = kConfiguration, .name = "PublicConfiguration"}};
    route.immediate = [&settings](const http::Request &request) -> Result<Response> {
        return Response::json(200, configurationFor(request, settings));
    };
    routes.add(std::move(route));
}

} // namespace gatehouse::sharing
