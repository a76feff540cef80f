#include "http/openapi_components.h"

#include "http/response.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

constexpr char kDescription[] =
    R"(The guarded front door of a self-hosted deployment: it knows who is calling, whether they may, and whether there is quota left.

JSON in and out, UTF-8. A body with an unknown field, a wrong type, a repeated key or trailing bytes is refused. Times are RFC 3339 in UTC with milliseconds, identifiers are ULIDs. Lists take `limit` (1 to 500) and `after`, and answer `{"items": [...], "next": "..."}`.

Every refusal is an `application/problem+json` document (RFC 9457) whose `error_id` also stands in the server's log. `HEAD` is answered wherever `GET` is. `X-Request-Id` and `traceparent` of a request are continued.)";

constexpr char kProblemSchema[] =
    R"({"type":"object","description":"Why a request was refused (RFC 9457).","additionalProperties":false,
"required":["type","title","status","instance","error_id","error"],"properties":{
"type":{"type":"string","description":"Always about:blank; the status says what kind of problem it is."},
"title":{"type":"string","description":"The status in words."},
"status":{"type":"integer","minimum":400,"maximum":599},
"detail":{"type":"string","description":"What was wrong, for a person."},
"instance":{"type":"string","description":"The path that was asked for."},
"error_id":{"type":"string","description":"Stands in the server's log too.","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},
"error":{"type":"string","description":"Repeats the title, for clients that look there."},
"errors":{"type":"array","description":"The fields that were refused.","items":{"type":"object","additionalProperties":false,
"required":["field","problem"],"properties":{"field":{"type":"string"},"problem":{"type":"string"}}}}}})";

struct SharedAnswer {
    const char *name;
    int status; ///< of the example
    const char *description;
    const char *detail; ///< of the example
    const char *ownHeader; ///< beyond the common ones; null: none
};

constexpr SharedAnswer kAnswers[] = {
    {.name = "NotJson",
     .status = 400,
     .description = "The body is not JSON, or repeats a key, or goes on after its end",
     .detail = "a JSON body is expected",
     .ownHeader = nullptr},
    {.name = "Unauthenticated",
     .status = 401,
     .description = "No credential, or one that does not hold",
     .detail = "this needs a credential",
     .ownHeader = "WWW-Authenticate"},
    {.name = "Forbidden",
     .status = 403,
     .description = "The caller lacks the role, or a request by cookie lacks its `X-CSRF-Token`",
     .detail = "this needs the role admin",
     .ownHeader = nullptr},
    {.name = "TooLarge",
     .status = 413,
     .description = "The body is larger than this route takes",
     .detail = "the body is larger than this route takes",
     .ownHeader = nullptr},
    {.name = "NotJsonType",
     .status = 415,
     .description = "The body is not `application/json`",
     .detail = "application/json is expected",
     .ownHeader = nullptr},
    {.name = "Invalid",
     .status = 422,
     .description = "JSON that breaks the schema or a rule; `errors` names the fields",
     .detail = "username is required",
     .ownHeader = nullptr},
    {.name = "OverLimit",
     .status = 429,
     .description = "Over a limit; come back after `Retry-After` seconds",
     .detail = "too many requests; try again in 12 s",
     .ownHeader = "Retry-After"},
    {.name = "Refused",
     .status = 503,
     .description =
         "Refused before it reached this operation, or the server could not: broken framing (400), too slow (408), too large "
         "(413, 414, 431), an expectation that cannot be met (417), an unknown method or transfer coding (501), another HTTP "
         "version (505), "
         "an error of the server's own (500), or a server that is stopping or misses what it needs (503)",
     .detail = "the server is stopping",
     .ownHeader = nullptr},
};

struct SharedHeader {
    const char *name;
    const char *description;
    const char *schema;
    bool common; ///< on every answer
};

constexpr char kCount[] = R"({"type":"integer","minimum":0})";
constexpr char kText[] = R"({"type":"string"})";

constexpr SharedHeader kHeaders[] = {
    {.name = "X-Request-Id",
     .description = "The caller's own when that is a ULID or a UUID, else a new ULID.",
     .schema = kText,
     .common = true},
    {.name = "X-RateLimit-Limit",
     .description = "Requests that the tightest policy grants in its window. Like the other headers of limits it is absent "
                    "when limits are off or the address is exempt.",
     .schema = kCount,
     .common = true},
    {.name = "X-RateLimit-Remaining", .description = "Requests left in it.", .schema = kCount, .common = true},
    {.name = "X-RateLimit-Reset",
     .description = "Seconds until all of the quota is there again.",
     .schema = kCount,
     .common = true},
    {.name = "RateLimit-Policy",
     .description = "Every policy that was charged: name, quota and window in seconds (IETF draft, structured field).",
     .schema = kText,
     .common = true},
    {.name = "RateLimit",
     .description = "What is left of each: name, remaining and seconds until reset.",
     .schema = kText,
     .common = true},
    {.name = "Retry-After", .description = "Seconds to wait.", .schema = R"({"type":"integer","minimum":1})", .common = false},
    {.name = "WWW-Authenticate",
     .description = "`Bearer`, with `error=\"invalid_token\"` when a credential came but does not hold.",
     .schema = kText,
     .common = false},
};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonObject problemExample(const SharedAnswer &answer)
{
    const QString title = QString::fromLatin1(reasonPhrase(answer.status));
    QJsonObject example{{u"type"_s, u"about:blank"_s},
                        {u"title"_s, title},
                        {u"status"_s, answer.status},
                        {u"detail"_s, text(answer.detail)},
                        {u"instance"_s, u"/auth/login"_s},
                        {u"error_id"_s, u"01KAHWD0E1Q6V8J9M4S5T6W7X8"_s},
                        {u"error"_s, title}};
    if (answer.status == 422)
        example.insert(u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"username"_s}, {u"problem"_s, u"is required"_s}}});
    return example;
}

QJsonObject sharedAnswers()
{
    QJsonObject answers;
    for (const SharedAnswer &answer : kAnswers) {
        QJsonObject headers = commonHeaders();
        if (answer.ownHeader != nullptr)
            headers.insert(text(answer.ownHeader), componentReference(u"headers"_s, text(answer.ownHeader)));
        answers.insert(text(answer.name),
                       QJsonObject{{u"description"_s, text(answer.description)},
                                   {u"headers"_s, headers},
                                   {u"content"_s,
                                    mediaType(u"application/problem+json"_s, componentReference(u"schemas"_s, u"Problem"_s),
                                              problemExample(answer))}});
    }
    return answers;
}

QJsonObject securitySchemes(const ApiDescription &api)
{
    return {
        {u"bearer"_s,
         QJsonObject{{u"type"_s, u"http"_s},
                     {u"scheme"_s, u"bearer"_s},
                     {u"bearerFormat"_s, u"JWT"_s},
                     {u"description"_s, u"The `access_token` of `POST /auth/login`."_s}}},
        {u"cookie"_s,
         QJsonObject{{u"type"_s, u"apiKey"_s},
                     {u"in"_s, u"cookie"_s},
                     {u"name"_s, QString::fromLatin1(api.sessionCookie)},
                     {u"description"_s,
                      u"The same token, as browsers keep it. Whatever changes something needs the "
                      "session's `X-CSRF-Token` and a same-origin `Origin` or `Sec-Fetch-Site` as well."_s}}},
        {u"csrf"_s,
         QJsonObject{
             {u"type"_s, u"apiKey"_s},
             {u"in"_s, u"header"_s},
             {u"name"_s, u"X-CSRF-Token"_s},
             {u"description"_s, u"Bound to the session: `csrf_token` of the answer to signing in, and of `/auth/me`."_s}}},
    };
}

} // namespace

QJsonValue parsedJson(const QByteArray &json)
{
    // QJsonDocument takes only objects and arrays.
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

QJsonObject componentReference(const QString &section, const QString &name)
{
    return {{u"$ref"_s, u"#/components/%1/%2"_s.arg(section, name)}};
}

QJsonObject mediaType(const QString &type, const QJsonValue &schema, const QJsonValue &example)
{
    QJsonObject description{{u"schema"_s, schema}};
    if (!example.isNull() && !example.isUndefined())
        description.insert(u"example"_s, example);
    return {{type, description}};
}

QJsonObject commonHeaders()
{
    QJsonObject headers;
    for (const SharedHeader &header : kHeaders) {
        if (header.common)
            headers.insert(text(header.name), componentReference(u"headers"_s, text(header.name)));
    }
    return headers;
}

QJsonObject sharedAnswer(const QString &name)
{
    return componentReference(u"responses"_s, name);
}

QJsonObject openApiInfo(const ApiDescription &api)
{
    return {{u"title"_s, u"Gatehouse API"_s},
            {u"version"_s, api.version},
            {u"summary"_s, u"The guarded front door of a self-hosted deployment."_s},
            {u"description"_s, text(kDescription)},
            {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-only"_s}, {u"identifier"_s, u"GPL-3.0-only"_s}}}};
}

QJsonObject sharedComponents(const ApiDescription &api)
{
    QJsonObject headers;
    for (const SharedHeader &header : kHeaders)
        headers.insert(text(header.name),
                       QJsonObject{{u"description"_s, text(header.description)}, {u"schema"_s, parsedJson(header.schema)}});
    return {{u"headers"_s, headers},
            {u"responses"_s, sharedAnswers()},
            {u"schemas"_s, QJsonObject{{u"Problem"_s, parsedJson(kProblemSchema)}}},
            {u"securitySchemes"_s, securitySchemes(api)}};
}

} // namespace gatehouse::http
