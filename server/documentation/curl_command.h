#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse::documentation {

/// A curl command that calls `operation` of the OpenAPI document as its examples say, for a shell: `$GATEHOUSE` holds the
/// server's address, `$TOKEN` an access token.
[[nodiscard]] QString curlCommand(const QString &method, const QString &path, const QJsonObject &operation);

} // namespace gatehouse::documentation
