#include "pages/page_routes.h"

#include "http/entity_tag.h"

namespace gatehouse::pages {

using http::Response;
using http::Route;

namespace {

using Pages = std::shared_ptr<const PageSet>;

struct PageDeclaration {
    const char *path;
    const char *operationId;
    const char *summary;
};

constexpr PageDeclaration kPages[] = {
    {"/", "startPage", "Send a secret, and how it works"},
    {"/create", "createPage", "Send a secret"},
    {"/share", "sharePage", "Send what another program hands over"},
    {"/get", "getPage", "Open a secret by its link"},
    {"/receipt", "receiptPage", "See whether a secret was opened"},
    {"/request", "requestPage", "Ask somebody for a secret"},
    {"/r/{id}", "answerPage", "Answer a request for a secret"},
    {"/one-time-token", "oneTimeTokenPage", "Make a token for one secret"},
};

Response answerWith(const PageFile &file, const http::Request &request)
{
    if (http::namesTag(request.head.field("If-None-Match"), file.tag))
        return Response::empty(304).withHeader("ETag", file.tag);
    return Response::text(200, file.bytes, file.contentType).withHeader("ETag", file.tag);
}

Route routeOf(const PageDeclaration &page, const QByteArray &contentType)
{
    Route route;
    route.methods = {http::Method::Get};
    route.path = page.path;
    route.operationId = page.operationId;
    route.tag = "pages";
    route.summary = page.summary;
    route.access = http::Access::Anybody;
    // Kept by the browser, asked about each time: after an upgrade nobody meets an old page with new parts.
    route.cacheControl = "public, no-cache";
    const http::HeaderDeclaration tag{.name = "ETag", .description = "Changes when the content does."};
    const bool isJson = contentType.endsWith("json");
    route.responses = {{.status = 200,
                        .description = "The content",
                        .schema = isJson ? R"({"type":"object"})" : R"({"type":"string"})",
                        .contentType = contentType,
                        .headers = {tag}},
                       {.status = 304, .description = "Not changed since the `If-None-Match` of the request", .headers = {tag}}};
    return route;
}

/// `file`: a member of `pages`.
Route fixedRoute(const PageDeclaration &page, const Pages &pages, const PageFile &file)
{
    Route route = routeOf(page, file.contentType);
    if (file.contentType.startsWith("text/html"))
        route.contentSecurityPolicy = kPagePolicy;
    route.immediate = [pages, &file](const http::Request &request) -> Result<Response> { return answerWith(file, request); };
    return route;
}

/// Serves the parts of pages under `path`, whose first parameter is the version and whose others make up the name.
Route assetRoute(const PageDeclaration &page, const Pages &pages)
{
    Route route = routeOf(page, "text/javascript; charset=utf-8");
    for (const char *type : {"text/css; charset=utf-8", "image/svg+xml"}) {
        http::ResponseDeclaration whole = route.responses.front();
        whole.contentType = type;
        route.responses.insert(route.responses.begin(), std::move(whole));
    }
    // A page has two dozen of them, which are asked for once: they must not use up what its reader may ask the API.
    route.limitClass = http::LimitClass::Probe;
    route.cacheControl = "public, max-age=31536000, immutable";
    const bool isInFolder = route.path.contains("{folder}");
    route.parameters = {{.name = "version", .description = "Of all parts together", .example = '"' + pages->version() + '"'},
                        {.name = "name", .description = "Of a file", .example = isInFolder ? "\"dom.js\"" : "\"style.css\""}};
    if (isInFolder)
        route.parameters.push_back({.name = "folder", .description = "Of the file", .example = "\"parts\""});
    route.responses.push_back({.status = 404, .description = "No such part, or of another version"});
    route.immediate = [pages](const http::Request &request) -> Result<Response> {
        const PageFile *file = nullptr;
        if (request.parameters.first() == pages->version())
            file = pages->asset(request.parameters.sliced(1).join('/'));
        if (file == nullptr)
            return failure(ErrorKind::NotFound, QStringLiteral("no such part of a page"));
        return answerWith(*file, request);
    };
    return route;
}

} // namespace

void declarePageRoutes(http::RouteTable &routes, const Pages &pages)
{
    if (pages->isEmpty())
        return;
    for (const PageDeclaration &page : kPages) {
        Route route = fixedRoute(page, pages, pages->frame());
        if (route.path.contains("{id}"))
            route.parameters = {{.name = "id", .description = "Of the request", .example = "\"01HV0000000000000000000000\""}};
        routes.add(std::move(route));
    }
    if (pages->impressum() != nullptr)
        routes.add(fixedRoute({"/impressum", "impressumPage", "Who runs this server"}, pages, *pages->impressum()));
    if (pages->privacy() != nullptr)
        routes.add(fixedRoute({"/privacy", "privacyPage", "What becomes of data here"}, pages, *pages->privacy()));
    routes.add(fixedRoute({"/manifest.json", "pageManifest", "What the pages are as an app"}, pages, pages->manifest()));
    routes.add(fixedRoute({"/robots.txt", "pageRobots", "What search engines are to leave out"}, pages, pages->robots()));
    routes.add(assetRoute({"/assets/{version}/{name}", "pageAsset", "A part of pages"}, pages));
    routes.add(assetRoute({"/assets/{version}/{folder}/{name}", "pageAssetInFolder", "A part of pages, in a folder"}, pages));
}

std::function<Response(const http::Request &request)> secretPage(Pages pages)
{
    if (pages->isEmpty())
        return {};
    return [pages = std::move(pages)](const http::Request &request) { return answerWith(pages->frame(), request); };
}

} // namespace gatehouse::pages
