#pragma once

#include "http/openapi.h"
#include "http/route.h"

#include <QByteArray>
#include <QString>

namespace gatehouse::documentation {

/// What the pages are made of. The server knows nothing of user interfaces: whoever puts it together hands them over.
struct PageFiles {
    QByteArray frame; ///< HTML around the reference; see referencePage()
    QByteArray style;
    QByteArray script;
    QByteArray icon; ///< SVG

    /// `docs.html`, `docs.css`, `docs.js` and `icon.svg` of a folder; empty where there is none.
    [[nodiscard]] static PageFiles fromFolder(const QString &folder);
    [[nodiscard]] bool isComplete() const { return !frame.isEmpty() && !style.isEmpty() && !script.isEmpty() && !icon.isEmpty(); }
};

/// Declares `/openapi.json`, `/openapi.yaml` and, when `files` is complete, `/docs` with what it needs and
/// `/swagger/index.html`, the same page. All are public, limited as anything else, and revalidated by entity tag. `routes` is
/// the table itself, so that the document holds these routes too; it is written when it is first asked for, once all
/// are declared.
void declareDocumentationRoutes(http::RouteTable &routes, const http::ApiDescription &api, const PageFiles &files);

} // namespace gatehouse::documentation
