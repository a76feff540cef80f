#include "http/openapi.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <mutex>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

constexpr char kProblemSchema[] =
    R"({"type":"object","required":["type","title","status","instance","error_id","error"],"properties":{
"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
"instance":{"type":"string"},"error_id":{"type":"string"},"error":{"type":"string"},
"errors":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},"problem":{"type":"string"}}}}}})";

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject content(const QString &type, const QJsonValue &schema)
{
    return {{type, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject reference(const QString &name)
{
    return {{u"$ref"_s, u"#/components/schemas/"_s + name}};
}

QJsonObject problemAnswer(const QString &description)
{
    return {{u"description"_s, description}, {u"content"_s, content(u"application/problem+json"_s, reference(u"Problem"_s))}};
}

QJsonObject answersOf(const Route &route)
{
    QJsonObject answers;
    for (const ResponseDeclaration &declared : route.responses) {
        QJsonObject answer{{u"description"_s, QString::fromUtf8(declared.description)}};
        if (declared.status >= 400 && declared.schema.isEmpty())
            answer = problemAnswer(QString::fromUtf8(declared.description));
        else if (!declared.schema.isEmpty())
            answer.insert(u"content"_s, content(QString::fromLatin1(declared.contentType), parsed(declared.schema)));
        answers.insert(QString::number(declared.status), answer);
    }
    const auto add = [&answers](int status, const QString &description) {
        const QString key = QString::number(status);
        if (!answers.contains(key))
            answers.insert(key, problemAnswer(description));
    };
    add(429, u"Over a limit"_s);
    if (route.access != Access::Anybody && route.access != Access::AnybodyLenient)
        add(401, u"No credential, or a bad one"_s);
    if (route.access == Access::Operator || route.access == Access::Admin)
        add(403, u"The caller lacks the role"_s);
    if (route.body) {
        add(400, u"Not JSON"_s);
        add(413, u"The body is too large"_s);
        add(415, u"Not application/json"_s);
        add(422, u"JSON that breaks the schema"_s);
    }
    return answers;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    for (const QByteArray &segment : route.path.split('/')) {
        if (segment.startsWith('{'))
            parameters.append(QJsonObject{{u"name"_s, QString::fromLatin1(segment.mid(1).chopped(1))},
                                          {u"in"_s, u"path"_s},
                                          {u"required"_s, true},
                                          {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
    }
    return parameters;
}

QJsonObject operationOf(const Route &route, Method method)
{
    // Only the first method bears the declared name: names are unique in the document.
    QString id = QString::fromLatin1(route.operationId);
    if (route.methods.first() != method)
        id += QString::fromLatin1(toText(method).first(1)) + QString::fromLatin1(toText(method).sliced(1)).toLower();
    QJsonObject operation{{u"operationId"_s, id},
                          {u"summary"_s, QString::fromUtf8(route.summary)},
                          {u"tags"_s, QJsonArray{QString::fromLatin1(route.tag)}},
                          {u"responses"_s, answersOf(route)}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (route.body)
        operation.insert(
            u"requestBody"_s,
            QJsonObject{{u"required"_s, !route.bodyOptional},
                        {u"content"_s, content(u"application/json"_s, reference(QString::fromLatin1(route.body->name)))}});
    const bool open =
        route.access == Access::Anybody || route.access == Access::AnybodyKnown || route.access == Access::AnybodyLenient;
    QJsonArray security{QJsonObject{{u"bearer"_s, QJsonArray()}}};
    if (open)
        security.prepend(QJsonObject());
    operation.insert(u"security"_s, route.access == Access::Anybody ? QJsonArray() : security);
    return operation;
}

} // namespace

QJsonObject openApiDocument(const RouteTable &routes, const QString &version)
{
    QJsonObject paths;
    QJsonObject schemas{{u"Problem"_s, parsed(kProblemSchema)}};
    for (const auto &route : routes.all()) {
        const QString path = QString::fromLatin1(route->path);
        QJsonObject item = paths.value(path).toObject();
        for (const Method method : route->methods)
            item.insert(QString::fromLatin1(toText(method)).toLower(), operationOf(*route, method));
        paths.insert(path, item);
        if (route->body)
            schemas.insert(QString::fromLatin1(route->body->name), parsed(route->body->schema));
    }
    return {
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s,
         QJsonObject{{u"title"_s, u"Gatehouse"_s},
                     {u"version"_s, version},
                     {u"description"_s, u"The guarded front door of a self-hosted deployment."_s},
                     {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-only"_s}, {u"identifier"_s, u"GPL-3.0-only"_s}}}}},
        {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, u"/"_s}}}},
        {u"paths"_s, paths},
        {u"components"_s,
         QJsonObject{
             {u"schemas"_s, schemas},
             {u"securitySchemes"_s,
              QJsonObject{{u"bearer"_s,
                           QJsonObject{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}, {u"bearerFormat"_s, u"JWT"_s}}}}}}},
    };
}

void declareOpenApiRoute(RouteTable &routes, const QString &version)
{
    Route route;
    route.methods = {Method::Get};
    route.path = "/openapi.json";
    route.operationId = "openApiDocument";
    route.tag = "documentation";
    route.summary = "This document";
    route.access = Access::Anybody;
    route.responses = {{.status = 200, .description = "The OpenAPI document", .schema = R"({"type":"object"})"}};
    // Shared by the workers, the first of which to be asked writes it.
    struct Document {
        std::once_flag written;
        QByteArray text;
    };
    route.immediate = [&routes, version, document = std::make_shared<Document>()](const Request &) -> Result<Response> {
        std::call_once(document->written, [&] { document->text = QJsonDocument(openApiDocument(routes, version)).toJson(); });
        return Response::text(200, document->text, "application/json");
    };
    routes.add(std::move(route));
}

} // namespace gatehouse::http
