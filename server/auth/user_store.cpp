#include "auth/user_store.h"

#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::auth::user_store {

using storage::Statement;

namespace {

User read(const Statement &row)
{
    return {row.text(0),        row.text(1), row.text(2), roleFromText(row.text(3)).value_or(Role::User),
            row.number(4) != 0, row.time(5)};
}

Result<std::optional<User>> findOne(Statement &statement)
{
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.next() ? std::optional(read(statement)) : std::nullopt;
}

Result<void> keepAnAdministrator(QSqlDatabase &database, const User &leaving)
{
    if (leaving.role != Role::Admin || leaving.disabled)
        return {};
    Statement others(database, "SELECT count(*) FROM users WHERE role = 'admin' AND disabled = 0 AND id <> ?");
    if (const Result<void> done = others.bindText(leaving.id).execute(); !done)
        return done;
    if (!others.next() || others.number(0) == 0)
        return failure(ErrorKind::Conflict, u"this is the last administrator"_s);
    return {};
}

} // namespace

Result<qint64> count(QSqlDatabase &database)
{
    Statement statement(database, "SELECT count(*) FROM users");
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    if (!statement.next())
        return failure(ErrorKind::Unavailable, u"the users cannot be counted"_s); // no users would mean an open door
    return statement.number(0);
}

Result<void> insert(QSqlDatabase &database, const User &user)
{
    Statement statement(
        database,
        "INSERT INTO users (id, username, username_key, password_hash, role, disabled, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.bindText(user.id)
                                  .bindText(user.username)
                                  .bindText(user.username.toLower())
                                  .bindText(user.passwordHash)
                                  .bindText(toText(user.role))
                                  .bind(qint64(user.disabled))
                                  .bind(user.created)
                                  .execute();
    if (!done && done.error().kind == ErrorKind::Conflict)
        return failure(ErrorKind::Conflict, u"this username is taken"_s);
    return done;
}

Result<std::optional<User>> findByName(QSqlDatabase &database, QByteArrayView username)
{
    Statement statement(database,
                        "SELECT id, username, password_hash, role, disabled, created_at FROM users WHERE username_key = ?");
    statement.bindText(username.toByteArray().toLower());
    // No name has a character that cannot be stored.
    Result<std::optional<User>> found = findOne(statement);
    return !found && found.error().kind == ErrorKind::Invalid ? std::nullopt : found;
}

Result<std::optional<User>> findById(QSqlDatabase &database, QByteArrayView id)
{
    Statement statement(database, "SELECT id, username, password_hash, role, disabled, created_at FROM users WHERE id = ?");
    statement.bindText(id);
    return findOne(statement);
}

Result<std::vector<User>> all(QSqlDatabase &database)
{
    Statement statement(database,
                        "SELECT id, username, password_hash, role, disabled, created_at FROM users ORDER BY username_key");
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    std::vector<User> users;
    while (statement.next())
        users.push_back(read(statement));
    if (const Result<void> ended = statement.reachedEnd(); !ended)
        return std::unexpected(ended.error());
    return users;
}

Result<void> setPasswordHash(QSqlDatabase &database, QByteArrayView id, QByteArrayView hash)
{
    return Statement(database, "UPDATE users SET password_hash = ? WHERE id = ?").bindText(hash).bindText(id).execute();
}

Result<void> setDisabled(QSqlDatabase &database, const User &user, bool disabled)
{
    if (const Result<void> kept = disabled ? keepAnAdministrator(database, user) : Result<void>(); !kept)
        return kept;
    return Statement(database, "UPDATE users SET disabled = ? WHERE id = ?").bind(qint64(disabled)).bindText(user.id).execute();
}

Result<void> setRole(QSqlDatabase &database, const User &user, Role role)
{
    if (const Result<void> kept = role != Role::Admin ? keepAnAdministrator(database, user) : Result<void>(); !kept)
        return kept;
    return Statement(database, "UPDATE users SET role = ? WHERE id = ?").bindText(toText(role)).bindText(user.id).execute();
}

Result<void> remove(QSqlDatabase &database, const User &user, WallTime now)
{
    if (const Result<void> kept = keepAnAdministrator(database, user); !kept)
        return kept;
    // No access token lives longer than a day.
    Statement forget(database, "DELETE FROM deleted_users WHERE deleted_at < ?");
    if (const Result<void> done = forget.bind(now - std::chrono::days(2)).execute(); !done)
        return done;
    Statement remember(database, "INSERT INTO deleted_users (id, deleted_at) VALUES (?, ?)");
    if (const Result<void> done = remember.bindText(user.id).bind(now).execute(); !done)
        return done;
    return Statement(database, "DELETE FROM users WHERE id = ?").bindText(user.id).execute();
}

} // namespace gatehouse::auth::user_store
