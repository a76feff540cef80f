#pragma once

#include "http/route.h"

#include <QByteArray>
#include <QJsonObject>

namespace gatehouse::documentation {

/// The reference of the API as one page. `document` is the OpenAPI document of `routes`, which give the order. `frame` is the
/// page around it; `{{version}}`, `{{navigation}}` and `{{content}}` in it are replaced.
[[nodiscard]] QByteArray referencePage(const QByteArray &frame, const QJsonObject &document, const http::RouteTable &routes);

} // namespace gatehouse::documentation
