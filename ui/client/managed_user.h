#pragma once

#include "core/role.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace gatehouse::client {

/// A user as administrators see them.
struct ManagedUser {
    QString id;
    QString username;
    Role role = Role::User;
    bool disabled = false;
    QDateTime created;

    [[nodiscard]] static ManagedUser fromJson(const QJsonObject &object);
};

/// Somebody's session.
struct UserSession {
    QString id;
    QDateTime created;
    QDateTime lastUsed;
    QDateTime expires;
    QString client; ///< the address it began from

    [[nodiscard]] static UserSession fromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
