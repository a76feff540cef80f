#pragma once

#include "http/route.h"

#include <QJsonObject>

namespace gatehouse::http {

/// What the document says of this server beyond its routes.
struct ApiDescription {
    QString version; ///< of the program
    QByteArray sessionCookie; ///< the name of the cookie that holds an access token
};

/// The OpenAPI 3.1 document of the declared routes: paths, parameters, bodies, answers with their headers, problem bodies,
/// and what each needs as a credential. Beyond the standard each operation has `x-access` (anybody, user, operator, admin) and
/// `x-limit-class` (general, sign_in, probe).
[[nodiscard]] QJsonObject openApiDocument(const RouteTable &routes, const ApiDescription &api);

/// The name of an operation in the document. Only the first method of a route bears the declared name, because names are
/// unique: `verify`, `verifyPost`.
[[nodiscard]] QString operationIdOf(const Route &route, Method method);

} // namespace gatehouse::http
