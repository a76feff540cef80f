#include "client/managed_user.h"

namespace gatehouse::client {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const QJsonObject &object, QLatin1String key)
{
    return QDateTime::fromString(object.value(key).toString(), Qt::ISODateWithMs);
}

} // namespace

ManagedUser ManagedUser::fromJson(const QJsonObject &object)
{
    return {object.value("id"_L1).toString(), object.value("username"_L1).toString(),
            roleFromText(object.value("role"_L1).toString().toUtf8()).value_or(Role::User), object.value("disabled"_L1).toBool(),
            timeOf(object, "created_at"_L1)};
}

UserSession UserSession::fromJson(const QJsonObject &object)
{
    return {object.value("id"_L1).toString(), timeOf(object, "created_at"_L1), timeOf(object, "last_used_at"_L1),
            timeOf(object, "expires_at"_L1), object.value("client"_L1).toString()};
}

} // namespace gatehouse::client
