#pragma once

#include "http/route.h"

#include <QJsonObject>

namespace gatehouse::http {

/// The OpenAPI 3.1 document of the declared routes: paths, parameters, bodies, answers, problem bodies and what each
/// needs as a credential.
[[nodiscard]] QJsonObject openApiDocument(const RouteTable &routes, const QString &version);

/// Declares `/openapi.json`. `routes` is the table itself, so that the document holds this route too; it is written when
/// it is first asked for, once all are declared.
void declareOpenApiRoute(RouteTable &routes, const QString &version);

} // namespace gatehouse::http
