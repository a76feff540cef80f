#include "http/openapi.h"

#include "http/openapi_components.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

QString accessName(Access access)
{
    switch (access) {
    case Access::Anybody:
    case Access::AnybodyKnown:
    case Access::AnybodyLenient: return u"anybody"_s;
    case Access::User: return u"user"_s;
    case Access::Operator: return u"operator"_s;
    case Access::Admin: return u"admin"_s;
    }
    Q_UNREACHABLE();
}

QString limitClassName(LimitClass limitClass)
{
    switch (limitClass) {
    case LimitClass::General: return u"general"_s;
    case LimitClass::SignIn: return u"sign_in"_s;
    case LimitClass::Administration: return u"administration"_s;
    case LimitClass::Probe: return u"probe"_s;
    }
    Q_UNREACHABLE();
}

bool needsRole(Access access)
{
    return access == Access::User || access == Access::Operator || access == Access::Admin;
}

/// Collects the named schemas of the routes while their operations are written.
class SchemaCollection
{
public:
    explicit SchemaCollection(QJsonObject schemas)
        : m_schemas(std::move(schemas))
    {
    }

    [[nodiscard]] QJsonValue refer(const QByteArray &name, const QByteArray &schema)
    {
        if (name.isEmpty())
            return parsedJson(schema);
        m_schemas.insert(QString::fromLatin1(name), parsedJson(schema));
        return componentReference(u"schemas"_s, QString::fromLatin1(name));
    }
    [[nodiscard]] const QJsonObject &all() const { return m_schemas; }

private:
    QJsonObject m_schemas;
};

QJsonValue exampleOf(const QByteArray &json)
{
    return json.isEmpty() ? QJsonValue() : parsedJson(json);
}

QJsonObject answerOf(const ResponseDeclaration &declared, SchemaCollection &schemas)
{
    QJsonObject headers = commonHeaders();
    for (const HeaderDeclaration &header : declared.headers)
        headers.insert(QString::fromLatin1(header.name),
                       QJsonObject{{u"description"_s, QString::fromUtf8(header.description)},
                                   {u"required"_s, header.always},
                                   {u"schema"_s, parsedJson(header.schema)}});
    if (declared.status == 401)
        headers.insert(u"WWW-Authenticate"_s, componentReference(u"headers"_s, u"WWW-Authenticate"_s));
    QJsonObject answer{{u"description"_s, QString::fromUtf8(declared.description)}, {u"headers"_s, headers}};
    if (!declared.schema.isEmpty())
        answer.insert(u"content"_s,
                      mediaType(QString::fromLatin1(declared.contentType), schemas.refer(declared.name, declared.schema),
                                exampleOf(declared.example)));
    else if (declared.status >= 400)
        answer.insert(u"content"_s, mediaType(u"application/problem+json"_s, componentReference(u"schemas"_s, u"Problem"_s)));
    return answer;
}

QJsonObject answersOf(const Route &route, SchemaCollection &schemas)
{
    QJsonObject answers;
    for (const ResponseDeclaration &declared : route.responses) {
        const QString status = QString::number(declared.status);
        QJsonObject answer = answerOf(declared, schemas);
        QJsonObject content = answers.value(status).toObject().value(u"content"_s).toObject();
        const QJsonObject own = answer.value(u"content"_s).toObject();
        for (auto type = own.begin(); type != own.end(); ++type)
            content.insert(type.key(), type.value());
        if (!content.isEmpty())
            answer.insert(u"content"_s, content);
        answers.insert(status, answer);
    }
    const auto add = [&answers](const QString &status, const QString &name) {
        if (!answers.contains(status))
            answers.insert(status, sharedAnswer(name));
    };
    add(u"429"_s, u"OverLimit"_s);
    add(u"default"_s, u"Refused"_s);
    if (needsRole(route.access) || route.access == Access::AnybodyKnown)
        add(u"401"_s, u"Unauthenticated"_s);
    const bool changes =
        !route.changesNothing && std::ranges::any_of(route.methods, [](Method method) { return !isSafe(method); });
    if (route.access == Access::Operator || route.access == Access::Admin || (needsRole(route.access) && changes))
        add(u"403"_s, u"Forbidden"_s);
    if (route.body) {
        add(u"400"_s, u"NotJson"_s);
        add(u"413"_s, u"TooLarge"_s);
        add(u"415"_s, u"NotJsonType"_s);
        add(u"422"_s, u"Invalid"_s);
    }
    return answers;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    const auto add = [&parameters](const ParameterDeclaration &declared, bool inPath) {
        QJsonObject parameter{{u"name"_s, QString::fromLatin1(declared.name)},
                              {u"in"_s, inPath ? u"path"_s : u"query"_s},
                              {u"schema"_s, parsedJson(declared.schema)}};
        if (inPath)
            parameter.insert(u"required"_s, true);
        if (!declared.description.isEmpty())
            parameter.insert(u"description"_s, QString::fromUtf8(declared.description));
        if (!declared.example.isEmpty())
            parameter.insert(u"example"_s, parsedJson(declared.example));
        parameters.append(parameter);
    };
    const auto isInPath = [&route](const QByteArray &name) { return route.path.contains('{' + name + '}'); };
    for (const ParameterDeclaration &declared : route.parameters)
        add(declared, isInPath(declared.name));
    for (const QByteArray &segment : route.path.split('/')) {
        const QByteArray name = segment.startsWith('{') ? segment.mid(1).chopped(1) : QByteArray();
        const bool described = std::ranges::any_of(
            route.parameters, [&name](const ParameterDeclaration &declared) { return declared.name == name; });
        if (!name.isEmpty() && !described)
            add({.name = name, .description = {}}, true);
    }
    return parameters;
}

QJsonArray securityOf(const Route &route, Method method)
{
    if (route.access == Access::Anybody)
        return {};
    QJsonObject byCookie{{u"cookie"_s, QJsonArray()}};
    if (!isSafe(method))
        byCookie.insert(u"csrf"_s, QJsonArray());
    QJsonArray security{QJsonObject{{u"bearer"_s, QJsonArray()}}, byCookie};
    if (!needsRole(route.access))
        security.prepend(QJsonObject());
    return security;
}

QJsonObject operationOf(const Route &route, Method method, SchemaCollection &schemas)
{
    QJsonObject operation{{u"operationId"_s, operationIdOf(route, method)},
                          {u"summary"_s, QString::fromUtf8(route.summary)},
                          {u"tags"_s, QJsonArray{QString::fromLatin1(route.tag)}},
                          {u"security"_s, securityOf(route, method)},
                          {u"responses"_s, answersOf(route, schemas)},
                          {u"x-access"_s, accessName(route.access)},
                          {u"x-limit-class"_s, limitClassName(route.limitClass)}};
    if (!route.description.isEmpty())
        operation.insert(u"description"_s, QString::fromUtf8(route.description));
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (route.body)
        operation.insert(u"requestBody"_s,
                         QJsonObject{{u"required"_s, !route.bodyOptional},
                                     {u"content"_s,
                                      mediaType(u"application/json"_s, schemas.refer(route.body->name, route.body->schema),
                                                exampleOf(route.body->example))}});
    return operation;
}

QJsonArray tagsOf(const RouteTable &routes)
{
    QJsonArray tags;
    for (const TagDeclaration &tag : routes.tags())
        tags.append(QJsonObject{{u"name"_s, QString::fromLatin1(tag.name)},
                                {u"x-displayName"_s, QString::fromUtf8(tag.title)},
                                {u"description"_s, QString::fromUtf8(tag.description)}});
    return tags;
}

} // namespace

QString operationIdOf(const Route &route, Method method)
{
    QString id = QString::fromLatin1(route.operationId);
    if (route.methods.first() != method)
        id += QString::fromLatin1(toText(method).first(1)) + QString::fromLatin1(toText(method).sliced(1)).toLower();
    return id;
}

QJsonObject openApiDocument(const RouteTable &routes, const ApiDescription &api)
{
    QJsonObject components = sharedComponents(api);
    SchemaCollection schemas(components.value(u"schemas"_s).toObject());
    QJsonObject paths;
    for (const auto &route : routes.all()) {
        const QString path = QString::fromLatin1(route->path);
        QJsonObject item = paths.value(path).toObject();
        for (const Method method : route->methods)
            item.insert(QString::fromLatin1(toText(method)).toLower(), operationOf(*route, method, schemas));
        paths.insert(path, item);
    }
    components.insert(u"schemas"_s, schemas.all());
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s, openApiInfo(api)},
            {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, u"/"_s}, {u"description"_s, u"This server"_s}}}},
            {u"tags"_s, tagsOf(routes)},
            {u"paths"_s, paths},
            {u"components"_s, components}};
}

} // namespace gatehouse::http
