#include "audit/audit_key_routes.h"

#include "audit/request_entry.h"

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
    Route list;
    list.methods = {Method::Get};
    list.path = "/api/v1/admin/audit/keys";
    list.operationId = "listAuditKeys";
    list.tag = "audit";
    list.summary = "List the public keys that sign checkpoints, or did";
    list.access = Access::Operator;
    list.responses = {{.status = 200, .description = "The one that signs first", .schema = kKeysSchema, .name = "AuditKeys"}};
    list.handler = [parts](RequestPtr request) { return listKeys(parts, std::move(request)); };
    routes.add(std::move(list));

    Route rotate;
    rotate.methods = {Method::Post};
    rotate.path = "/api/v1/admin/audit/keys/rotate";
    rotate.operationId = "rotateAuditKey";
    rotate.tag = "audit";
    rotate.summary = "Have a new key sign checkpoints";
    rotate.description = "The old key signs for the new one, and what it signed stays good. Give auditors the new public key.";
    rotate.access = Access::Admin;
    rotate.responses = {{.status = 200, .description = "The keys as they are now", .schema = kKeysSchema, .name = "AuditKeys"}};
    rotate.handler = [parts](RequestPtr request) { return rotateKey(parts, std::move(request)); };
    routes.add(std::move(rotate));
}

} // namespace gatehouse::audit
