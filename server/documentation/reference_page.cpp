#include "documentation/reference_page.h"

#include "documentation/curl_command.h"
#include "documentation/html.h"
#include "documentation/schema_list.h"
#include "http/openapi.h"

#include <QJsonArray>

namespace gatehouse::documentation {

using namespace Qt::StringLiterals;
using http::Route;

namespace {

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

QString methodLabel(const QString &method)
{
    return u"<span class=\"method %1\">%2</span>"_s.arg(method.toLower(), method);
}

QString accessLabel(const QString &access)
{
    return access == u"anybody" ? u"No credential needed"_s : access == u"user" ? u"Any user"_s : u"Role: "_s + access;
}

/// What one route is, taken from the document, and where the parts it refers to are.
class OperationView
{
public:
    OperationView(const Route &route, const QJsonObject &document)
        : m_route(route)
        , m_components(document.value(u"components"_s).toObject())
        , m_schemas(m_components.value(u"schemas"_s).toObject())
        , m_method(QString::fromLatin1(toText(route.methods.first())))
        , m_operation(
              document.value(u"paths"_s).toObject().value(text(route.path)).toObject().value(m_method.toLower()).toObject())
    {
    }

    [[nodiscard]] QString article() const
    {
        const QString id = escaped(text(m_route.operationId));
        QString html = u"<article class=\"operation\" id=\"%1\" aria-labelledby=\"%1-title\">\n<div class=\"about\">\n"
                       "<h3 id=\"%1-title\"><a href=\"#%1\">%2</a></h3>\n"_s.arg(id, inlineText(text(m_route.summary)));
        html += u"<p class=\"line\">"_s;
        for (const http::Method method : m_route.methods)
            html += methodLabel(QString::fromLatin1(toText(method))) + u' ';
        html +=
            u"<code class=\"path\">%1</code></p>\n<p class=\"facts\"><span>%2</span> <span>Limit: <code>%3</code></span></p>\n"_s
                .arg(escaped(text(m_route.path)), accessLabel(m_operation.value(u"x-access"_s).toString()),
                     escaped(m_operation.value(u"x-limit-class"_s).toString()));
        html += paragraphs(text(m_route.description)) + parameters() + body() + answers();
        return html + u"</div>\n"_s + samples() + u"</article>\n"_s;
    }

private:
    [[nodiscard]] QString parameters() const
    {
        QString items;
        for (const QJsonValue value : m_operation.value(u"parameters"_s).toArray()) {
            const QJsonObject parameter = value.toObject();
            items +=
                u"<li><p class=\"field\"><code>%1</code> <span class=\"type\">%2, in the %3</span>%4</p><p>%5</p></li>\n"_s.arg(
                    escaped(parameter.value(u"name"_s).toString()), escaped(typeText(parameter.value(u"schema"_s).toObject())),
                    parameter.value(u"in"_s).toString(),
                    parameter.value(u"required"_s).toBool() ? u" <span class=\"required\">required</span>"_s : QString(),
                    inlineText(parameter.value(u"description"_s).toString()));
        }
        return items.isEmpty() ? QString() : u"<h4>Parameters</h4>\n<ul class=\"fields\">\n"_s + items + u"</ul>\n"_s;
    }

    [[nodiscard]] QString body() const
    {
        if (!m_route.body)
            return {};
        const QJsonObject schema = m_schemas.value(text(m_route.body->name)).toObject();
        return u"<h4>Body%1</h4>\n"_s.arg(m_route.bodyOptional ? u" <span class=\"type\">optional</span>"_s : QString())
            + schemaList(schema, m_schemas, Direction::Request);
    }

    /// The shared answer that `answer` refers to, or itself.
    [[nodiscard]] QJsonObject resolvedAnswer(const QJsonObject &answer) const
    {
        return resolved(answer, m_components.value(u"responses"_s).toObject());
    }

    /// Headers that only this answer has: those of every answer are told once, above.
    [[nodiscard]] QString ownHeaders(const QJsonObject &answer) const
    {
        QString items;
        const QJsonObject headers = answer.value(u"headers"_s).toObject();
        for (auto header = headers.begin(); header != headers.end(); ++header) {
            const QJsonObject description = header.value().toObject();
            if (!description.contains(u"$ref"_s))
                items += u"<li><p class=\"field\"><code>%1</code> <span class=\"type\">header</span></p><p>%2</p></li>\n"_s.arg(
                    escaped(header.key()), inlineText(description.value(u"description"_s).toString()));
        }
        return items.isEmpty() ? QString() : u"<ul class=\"fields\">\n"_s + items + u"</ul>\n"_s;
    }

    [[nodiscard]] QString answers() const
    {
        QString html = u"<h4>Answers</h4>\n<ul class=\"answers\">\n"_s;
        const QJsonObject answers = m_operation.value(u"responses"_s).toObject();
        for (auto entry = answers.begin(); entry != answers.end(); ++entry) {
            if (entry.key() == u"default")
                continue;
            const QJsonObject answer = resolvedAnswer(entry.value().toObject());
            const QString summary = u"<span class=\"status s%1\">%2</span> <span>%3</span>"_s.arg(
                entry.key().first(1), entry.key(), inlineText(answer.value(u"description"_s).toString()));
            QString detail = ownHeaders(answer);
            const QJsonObject content = answer.value(u"content"_s).toObject();
            if (!content.isEmpty() && !content.contains(u"application/problem+json"_s))
                detail +=
                    schemaList(content.begin().value().toObject().value(u"schema"_s).toObject(), m_schemas, Direction::Answer);
            html += detail.isEmpty()
                ? u"<li class=\"answer\">"_s + summary + u"</li>\n"_s
                : u"<li><details class=\"answer\"><summary>%1</summary>\n%2</details></li>\n"_s.arg(summary, detail);
        }
        return html + u"</ul>\n"_s;
    }

    [[nodiscard]] QString samples() const
    {
        QString html =
            u"<div class=\"samples\">\n<figure><figcaption>Request</figcaption><pre tabindex=\"0\"><code>%1</code></pre>"
            "</figure>\n"_s.arg(escaped(
                curlCommand(m_method, text(m_route.path), m_operation, m_route.body ? m_route.body->example : QByteArray())));
        const QJsonObject answers = m_operation.value(u"responses"_s).toObject();
        for (auto entry = answers.begin(); entry != answers.end(); ++entry) {
            const QJsonObject content = entry.value().toObject().value(u"content"_s).toObject();
            const QJsonValue example = content.isEmpty() ? QJsonValue() : content.begin().value().toObject().value(u"example"_s);
            if (example.isObject())
                html +=
                    u"<figure><figcaption>Answer <span class=\"status s%1\">%2</span></figcaption><pre tabindex=\"0\"><code>%3"
                    "</code></pre></figure>\n"_s.arg(entry.key().first(1), entry.key(), highlightedJson(example));
            else if (example.isString())
                html +=
                    u"<figure><figcaption>Answer <span class=\"status s%1\">%2</span></figcaption><pre tabindex=\"0\"><code>%3"
                    "</code></pre></figure>\n"_s.arg(entry.key().first(1), entry.key(), escaped(example.toString()));
        }
        return html + u"</div>\n"_s;
    }

    const Route &m_route;
    QJsonObject m_components;
    QJsonObject m_schemas;
    QString m_method;
    QJsonObject m_operation;
};

QString schemeList(const QJsonObject &document)
{
    QString items;
    const QJsonObject schemes = document.value(u"components"_s).toObject().value(u"securitySchemes"_s).toObject();
    for (auto entry = schemes.begin(); entry != schemes.end(); ++entry) {
        const QJsonObject scheme = entry.value().toObject();
        const QString name = scheme.value(u"name"_s).toString(u"Authorization: Bearer"_s);
        items += u"<li><p class=\"field\"><code>%1</code></p><p>%2</p></li>\n"_s.arg(
            escaped(name), inlineText(scheme.value(u"description"_s).toString()));
    }
    return u"<ul class=\"fields\">\n"_s + items + u"</ul>\n"_s;
}

QString headerList(const QJsonObject &document)
{
    QString items;
    const QJsonObject headers = document.value(u"components"_s).toObject().value(u"headers"_s).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        items += u"<li><p class=\"field\"><code>%1</code></p><p>%2</p></li>\n"_s.arg(
            escaped(header.key()), inlineText(header.value().toObject().value(u"description"_s).toString()));
    return u"<ul class=\"fields\">\n"_s + items + u"</ul>\n"_s;
}

QString everywhere(const QJsonObject &document)
{
    const QJsonObject components = document.value(u"components"_s).toObject();
    const QJsonObject schemas = components.value(u"schemas"_s).toObject();
    const QString anyRefusal =
        components.value(u"responses"_s).toObject().value(u"Refused"_s).toObject().value(u"description"_s).toString();
    return u"<section class=\"group\" id=\"everywhere\" aria-labelledby=\"everywhere-title\">\n"
           "<h2 id=\"everywhere-title\">What holds everywhere</h2>\n<div class=\"columns\">\n"
           "<section><h3>Who is calling</h3>\n%1</section>\n<section><h3>When it is refused</h3>\n%2%3</section>\n"
           "<section><h3>Headers of answers</h3>\n%4</section>\n</div>\n</section>\n"_s.arg(
               schemeList(document), schemaList(schemas.value(u"Problem"_s).toObject(), schemas, Direction::Answer),
               u"<p class=\"note\">Any endpoint may answer so: "_s + inlineText(anyRefusal.left(1).toLower() + anyRefusal.mid(1))
                   + u".</p>\n"_s,
               headerList(document));
}

} // namespace

QByteArray referencePage(const QByteArray &frame, const QJsonObject &document, const http::RouteTable &routes)
{
    const QJsonObject info = document.value(u"info"_s).toObject();
    QString navigation = u"<li><a href=\"#everywhere\">What holds everywhere</a></li>\n"_s;
    QString content = u"<section class=\"opening\">\n<h1>%1</h1>\n%2</section>\n"_s.arg(
        escaped(info.value(u"title"_s).toString()), paragraphs(info.value(u"description"_s).toString()));
    content += everywhere(document);
    for (const http::TagDeclaration &tag : routes.tags()) {
        const QString id = u"group-"_s + escaped(text(tag.name));
        QString links;
        content += u"<section class=\"group\" aria-labelledby=\"%1\">\n<h2 id=\"%1\">%2</h2>\n%3"_s.arg(
            id, escaped(text(tag.title)), paragraphs(text(tag.description)));
        for (const auto &route : routes.all()) {
            if (route->tag != tag.name)
                continue;
            content += OperationView(*route, document).article();
            links += u"<li><a href=\"#%1\">%2 <code>%3</code></a></li>\n"_s.arg(
                escaped(text(route->operationId)), methodLabel(QString::fromLatin1(toText(route->methods.first()))),
                escaped(text(route->path)).replace(u'/', u"<wbr>/"_s));
        }
        content += u"</section>\n"_s;
        navigation +=
            u"<li><a class=\"group\" href=\"#%1\">%2</a>\n<ul>\n%3</ul></li>\n"_s.arg(id, escaped(text(tag.title)), links);
    }
    QByteArray page = frame;
    page.replace("{{version}}", escaped(info.value(u"version"_s).toString()).toUtf8());
    page.replace("{{navigation}}", navigation.toUtf8());
    page.replace("{{content}}", content.toUtf8());
    return page;
}

} // namespace gatehouse::documentation
