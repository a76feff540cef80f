#include "client/share_token.h"

namespace gatehouse::client {

using namespace Qt::StringLiterals;

ShareToken ShareToken::fromJson(const QJsonObject &object)
{
    const QJsonValue limit = object.value("upload_size_limit"_L1);
    return {.id = object.value("id"_L1).toString(),
            .kind = object.value("kind"_L1).toString() == "admin"_L1 ? Kind::Admin : Kind::Share,
            .label = object.value("label"_L1).toString(),
            .uploadSizeLimit = limit.isDouble() ? std::optional(limit.toInteger()) : std::nullopt,
            .oneTime = object.value("one_time"_L1).toBool(),
            .created = QDateTime::fromString(object.value("created_at"_L1).toString(), Qt::ISODateWithMs),
            .expires = QDateTime::fromString(object.value("expires_at"_L1).toString(), Qt::ISODateWithMs)};
}

} // namespace gatehouse::client
