#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse::documentation {

/// A curl command that calls `operation` of the OpenAPI document as its examples say, for a shell: `$GATEHOUSE` holds the
/// server's address, `$TOKEN` an access token. `body`: JSON; empty for none.
[[nodiscard]] QString curlCommand(const QString &method, const QString &path, const QJsonObject &operation,
                                  const QByteArray &body);

} // namespace gatehouse::documentation
