#include "documentation/documentation_routes.h"

#include "documentation/reference_page.h"
#include "documentation/yaml.h"
#include "http/entity_tag.h"

#include <QFile>
#include <QJsonDocument>

#include <mutex>

namespace gatehouse::documentation {

using namespace Qt::StringLiterals;
using http::Response;
using http::Route;

namespace {

/// Everything from this server and nothing else; no inline script or style.
constexpr char kPagePolicy[] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                               "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Something to be sent, with its entity tag. Immutable once made.
struct Content {
    QByteArray bytes;
    QByteArray tag;

    explicit Content(QByteArray content)
        : bytes(std::move(content))
        , tag(http::entityTagOf(bytes))
    {
    }
};

/// What is derived from the routes. Shared by the workers, the first of which to be asked makes it.
class Documents
{
public:
    Documents(const http::RouteTable &routes, http::ApiDescription api, QByteArray frame)
        : m_routes(routes)
        , m_api(std::move(api))
        , m_frame(std::move(frame))
    {
    }

    [[nodiscard]] const Content &json() { return made().json; }
    [[nodiscard]] const Content &yaml() { return made().yaml; }
    [[nodiscard]] const Content &page() { return made().page; }

private:
    struct Made {
        Content json;
        Content yaml;
        Content page;
    };

    const Made &made()
    {
        std::call_once(m_once, [this] {
            const QJsonObject document = http::openApiDocument(m_routes, m_api);
            const QStringList order{u"openapi"_s, u"info"_s, u"servers"_s, u"tags"_s, u"paths"_s};
            m_made.emplace(Made{Content(QJsonDocument(document).toJson(QJsonDocument::Compact)), Content(toYaml(document, order)),
                                Content(referencePage(m_frame, document, m_routes))});
        });
        return *m_made;
    }

    const http::RouteTable &m_routes;
    http::ApiDescription m_api;
    QByteArray m_frame;
    std::once_flag m_once;
    std::optional<Made> m_made;
};

Response answerWith(const Content &content, const QByteArray &contentType, const http::Request &request)
{
    if (http::namesTag(request.head.field("If-None-Match"), content.tag))
        return Response::empty(304).withHeader("ETag", content.tag);
    return Response::text(200, content.bytes, contentType).withHeader("ETag", content.tag);
}

/// `content` is called with each request and returns a reference to what stays.
template<typename Source>
Route document(const char *path, const char *operationId, const char *summary, const char *contentType, Source content)
{
    Route route;
    route.methods = {http::Method::Get};
    route.path = path;
    route.operationId = operationId;
    route.tag = "documentation";
    route.summary = summary;
    route.access = http::Access::Anybody;
    // Kept by the browser, asked about each time: after an upgrade nobody reads an old page with a new style.
    route.cacheControl = "public, no-cache";
    const QByteArray type = contentType;
    const bool isStructured = type == "application/json" || type == "application/yaml";
    const http::HeaderDeclaration tag{.name = "ETag", .description = "Changes when the content does."};
    route.responses = {{.status = 200,
                        .description = "The content",
                        .schema = isStructured ? R"({"type":"object"})" : R"({"type":"string"})",
                        .contentType = type,
                        .headers = {tag}},
                       {.status = 304, .description = "Not changed since the `If-None-Match` of the request", .headers = {tag}}};
    route.immediate = [content = std::move(content), type](const http::Request &request) -> Result<Response> {
        return answerWith(content(), type, request);
    };
    return route;
}

/// The same for what a browser shows as a page.
Route page(Route route)
{
    route.contentSecurityPolicy = kPagePolicy;
    return route;
}

/// The same for what a page is made of, which nobody looks up in a reference.
Route part(Route route)
{
    route.tag = "pages";
    return route;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

PageFiles PageFiles::fromFolder(const QString &folder)
{
    return {contentOf(folder + u"/docs.html"_s), contentOf(folder + u"/docs.css"_s), contentOf(folder + u"/docs.js"_s),
            contentOf(folder + u"/icon.svg"_s)};
}

void declareDocumentationRoutes(http::RouteTable &routes, const http::ApiDescription &api, const PageFiles &files)
{
    const auto documents = std::make_shared<Documents>(routes, api, files.frame);
    const auto reference = [documents]() -> const Content & { return documents->page(); };
    const auto fixed = [](const QByteArray &bytes) {
        return [content = std::make_shared<const Content>(bytes)]() -> const Content & { return *content; };
    };
    constexpr char kHtml[] = "text/html; charset=utf-8";

    routes.addTag({"documentation", "Documentation",
                   "This reference, for people and for programs. Every part of it is derived "
                   "from the routes that the server serves."});
    routes.add(document("/openapi.json", "openApiDocument", "The OpenAPI document", "application/json",
                        [documents]() -> const Content & { return documents->json(); }));
    routes.add(document("/openapi.yaml", "openApiDocumentAsYaml", "The OpenAPI document as YAML", "application/yaml",
                        [documents]() -> const Content & { return documents->yaml(); }));
    if (!files.isComplete())
        return;
    routes.add(page(document("/docs", "referencePage", "The reference as a page", kHtml, reference)));
    routes.add(page(document("/swagger/index.html", "swaggerPage", "The same page, under its older name", kHtml, reference)));
    routes.add(
        part(document("/docs/style.css", "referenceStyle", "The page's style", "text/css; charset=utf-8", fixed(files.style))));
    routes.add(part(document("/docs/script.js", "referenceScript", "The page's script, which it works without",
                             "text/javascript; charset=utf-8", fixed(files.script))));
    routes.add(part(document("/docs/icon.svg", "referenceIcon", "The page's icon", "image/svg+xml", fixed(files.icon))));
}

} // namespace gatehouse::documentation
