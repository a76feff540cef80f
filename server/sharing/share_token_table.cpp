#include "sharing/share_token_table.h"

#include "storage/statement.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gatehouse::sharing {

using storage::Statement;

namespace {

QByteArrayView nameOf(ShareToken::Kind kind)
{
    return kind == ShareToken::Kind::Admin ? "admin" : "share";
}

ShareToken readToken(const Statement &row)
{
    ShareToken token{.id = row.text(0),
                     .kind = row.text(1) == "admin" ? ShareToken::Kind::Admin : ShareToken::Kind::Share,
                     .label = row.text(2),
                     .oneTime = row.number(4) != 0,
                     .created = row.time(5),
                     .expires = row.time(6)};
    if (!row.isNull(3))
        token.uploadSizeLimit = row.number(3);
    return token;
}

} // namespace

QByteArray tokenHash(QByteArrayView token)
{
    return QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256);
}

namespace share_token_table {

Result<void> add(QSqlDatabase &database, const ShareToken &token, const QByteArray &hash)
{
    Statement statement(database,
                        "INSERT INTO share_tokens (id, hash, kind, label, upload_size_limit, one_time, created_at, expires_at)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bindText(token.id).bindBytes(hash).bindText(nameOf(token.kind)).bindText(token.label);
    if (token.uploadSizeLimit)
        statement.bind(*token.uploadSizeLimit);
    else
        statement.bindNull();
    return statement.bind(qint64(token.oneTime)).bind(token.created).bind(token.expires).execute();
}

Result<std::optional<ShareToken>> find(QSqlDatabase &database, const QByteArray &hash, WallTime now)
{
    Statement found = Statement::locking(database,
                                         "SELECT id, kind, label, upload_size_limit, one_time, created_at, expires_at"
                                         " FROM share_tokens WHERE hash = ? AND expires_at > ?");
    if (const Result<void> done = found.bindBytes(hash).bind(now).execute(); !done)
        return std::unexpected(done.error());
    if (found.next())
        return readToken(found);
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return std::nullopt;
}

Result<std::vector<ShareToken>> all(QSqlDatabase &database, WallTime now)
{
    Statement found(database,
                    "SELECT id, kind, label, upload_size_limit, one_time, created_at, expires_at FROM share_tokens"
                    " WHERE expires_at > ? ORDER BY id");
    if (const Result<void> done = found.bind(now).execute(); !done)
        return std::unexpected(done.error());
    std::vector<ShareToken> tokens;
    while (found.next())
        tokens.push_back(readToken(found));
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return tokens;
}

Result<void> remove(QSqlDatabase &database, QByteArrayView id)
{
    Statement statement(database, "DELETE FROM share_tokens WHERE id = ?");
    if (const Result<void> done = statement.bindText(id).execute(); !done)
        return done;
    if (statement.rowsChanged() == 0)
        return failure(ErrorKind::NotFound, u"no such token"_s);
    return {};
}

Result<void> removeWithItsOwn(QSqlDatabase &database, QByteArrayView id)
{
    if (const Result<void> done = remove(database, id); !done)
        return done;
    return Statement(database, "DELETE FROM share_tokens WHERE label = ? AND one_time <> 0").bindText(id).execute();
}

Result<OwnTokens> ownOf(QSqlDatabase &database, QByteArrayView id, WallTime now)
{
    Statement found(database,
                    "SELECT count(*), min(expires_at) FROM share_tokens WHERE label = ? AND one_time <> 0 AND expires_at > ?");
    if (const Result<void> done = found.bindText(id).bind(now).execute(); !done)
        return std::unexpected(done.error());
    return found.next() ? OwnTokens{found.number(0), found.time(1)} : OwnTokens();
}

Result<void> removeAll(QSqlDatabase &database, ShareToken::Kind kind)
{
    return Statement(database, "DELETE FROM share_tokens WHERE kind = ?").bindText(nameOf(kind)).execute();
}

Result<qint64> sweep(QSqlDatabase &database, WallTime now)
{
    const Result<void> removed = Statement(database, "DELETE FROM share_tokens WHERE expires_at <= ?").bind(now).execute();
    if (!removed)
        return std::unexpected(removed.error());
    Statement found(database, "SELECT count(*) FROM share_tokens WHERE kind = 'share'");
    if (const Result<void> done = found.execute(); !done)
        return std::unexpected(done.error());
    return found.next() ? found.number(0) : 0;
}

Result<bool> isFirst(QSqlDatabase &database, ShareToken::Kind kind)
{
    const QByteArray name = "first_" + nameOf(kind).toByteArray() + "_token";
    Statement found(database, "SELECT value FROM sharing_state WHERE name = ?");
    if (const Result<void> done = found.bindText(name).execute(); !done)
        return std::unexpected(done.error());
    if (found.next())
        return false;
    const Result<void> noted =
        Statement(database, "INSERT INTO sharing_state (name, value) VALUES (?, 1)").bindText(name).execute();
    return noted ? Result<bool>(true) : std::unexpected(noted.error());
}

} // namespace share_token_table

} // namespace gatehouse::sharing
