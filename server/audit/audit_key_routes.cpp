#include "audit/audit_key_routes.h"
#include "audit/request_entry.h"

#include "http/route_group.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using http::Access;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;

namespace {

constexpr char kKeysSchema[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["verifier_key","state"],"properties":{
"verifier_key":{"type":"string","description":"Of a C2SP signed note: name, hash and key."},
"state":{"type":"string","enum":["active","verify_only"]}}}},"next":{"type":"null"}}})";

Result<Response> answerWith(const Result<VerifierKeys> &keys)
{
    if (!keys)
        return std::unexpected(keys.error());
    QJsonArray items;
    for (const QByteArray &key : *keys)
        items.append(QJsonObject{{u"verifier_key"_s, QString::fromUtf8(key)},
                                 {u"state"_s, items.isEmpty() ? u"active"_s : u"verify_only"_s}});
    return Response::json(200, {{u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

Answer listKeys(AuditKeyRouteParts parts, RequestPtr /*request*/)
{
    VerifierKeysFuture listing = parts.list();
    const VerifierKeysOutcome keys = co_await listing;
    co_return answerWith(*keys);
}

Answer rotateKey(AuditKeyRouteParts parts, RequestPtr request)
{
    VerifierKeysFuture rotating = parts.rotate(entryOf(*request, Action::KeyActivate));
    const VerifierKeysOutcome keys = co_await rotating;
    co_return answerWith(*keys);
}

} // namespace

void declareAuditKeyRoutes(http::RouteTable &routes, const AuditKeyRouteParts &parts)
{
    const http::RouteGroup<AuditKeyRouteParts> group("audit", parts, Access::Operator, Access::Admin);
    Route list = group.route(Method::Get, "/api/v1/admin/audit/keys", "listAuditKeys",
                             "List the public keys that sign checkpoints, or did", listKeys);
    list.responses = {{.status = 200, .description = "The one that signs first", .schema = kKeysSchema, .name = "AuditKeys"}};
    routes.add(std::move(list));

    Route rotate = group.route(Method::Post, "/api/v1/admin/audit/keys/rotate", "rotateAuditKey",
                               "Have a new key sign checkpoints", rotateKey);
    rotate.description = "The old key signs for the new one, and what it signed stays good. Give auditors the new public key.";
    rotate.responses = {{.status = 200, .description = "The keys as they are now", .schema = kKeysSchema, .name = "AuditKeys"}};
    routes.add(std::move(rotate));
}

} // namespace gatehouse::audit
