#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/role.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>
#include <vector>

namespace gatehouse::auth {

struct User {
    QByteArray id; ///< ULID
    QByteArray username;
    QByteArray passwordHash; ///< PHC string
    Role role = Role::User;
    bool disabled = false;
    WallTime created{};
};

/// The users in the database. Every function runs in the database's thread.
namespace user_store {

[[nodiscard]] Result<qint64> count(QSqlDatabase &database);
/// Fails with Conflict when the name is taken in any case.
[[nodiscard]] Result<void> insert(QSqlDatabase &database, const User &user);
[[nodiscard]] Result<std::optional<User>> findByName(QSqlDatabase &database, QByteArrayView username);
[[nodiscard]] Result<std::optional<User>> findById(QSqlDatabase &database, QByteArrayView id);
[[nodiscard]] Result<std::vector<User>> all(QSqlDatabase &database);
[[nodiscard]] Result<void> setPasswordHash(QSqlDatabase &database, QByteArrayView id, QByteArrayView hash);
/// These three fail with Conflict rather than leave no enabled administrator. To be called within a Transaction.
[[nodiscard]] Result<void> setDisabled(QSqlDatabase &database, const User &user, bool disabled);
[[nodiscard]] Result<void> setRole(QSqlDatabase &database, const User &user, Role role);
/// Removes the user with all sessions. The identifier is remembered as long as access tokens may be alive, so that
/// Revocations keeps them out.
[[nodiscard]] Result<void> remove(QSqlDatabase &database, const User &user, WallTime now);

} // namespace user_store

} // namespace gatehouse::auth
