#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace gatehouse::terminal {

/// One endpoint that callers without a credential may reach.
struct PublicRoute {
    QByteArray method; ///< "GET"
    QString path;
};

/// The public endpoints of an OpenAPI document whose paths have no parameters: those whose `security`, or else the whole
/// document's, allows none (OpenAPI 3.1, section 4.8.10.1). HEAD, which comes with GET, and OPTIONS are left out.
[[nodiscard]] std::vector<PublicRoute> publicRoutes(const QJsonObject &openApi);

} // namespace gatehouse::terminal
