#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>
#include <vector>

namespace gatehouse::sharing {

/// A token that secrets can be created with, or that such tokens can. The token itself is known to its holder alone.
struct ShareToken {
    enum class Kind { Share, Admin };
    QByteArray id; ///< ULID
    Kind kind = Kind::Share;
    QByteArray label = {}; ///< who made it
    std::optional<qint64> uploadSizeLimit = {}; ///< bytes; nothing: that of the server
    bool oneTime = false;
    WallTime created{};
    WallTime expires{};
};

/// What is stored of a token.
[[nodiscard]] QByteArray tokenHash(QByteArrayView token);

/// Share tokens in the database. Every function runs in its thread; those that write expect the caller's Transaction.
namespace share_token_table {

[[nodiscard]] Result<void> add(QSqlDatabase &database, const ShareToken &token, const QByteArray &hash);
/// The live token of that hash; nothing when there is none. Stays as it is until the transaction ends, if there is one.
[[nodiscard]] Result<std::optional<ShareToken>> find(QSqlDatabase &database, const QByteArray &hash, WallTime now);
/// All that are alive, by identifier.
[[nodiscard]] Result<std::vector<ShareToken>> all(QSqlDatabase &database, WallTime now);
/// Fails with NotFound when there is none.
[[nodiscard]] Result<void> remove(QSqlDatabase &database, QByteArrayView id);
/// The same, and removes the one-time tokens that were made with it.
[[nodiscard]] Result<void> removeWithItsOwn(QSqlDatabase &database, QByteArrayView id);
/// The live one-time tokens that were made with the token `id`.
struct OwnTokens {
    qint64 count = 0;
    WallTime firstExpires{}; ///< of them; meaningless when there are none
};
[[nodiscard]] Result<OwnTokens> ownOf(QSqlDatabase &database, QByteArrayView id, WallTime now);
[[nodiscard]] Result<void> removeAll(QSqlDatabase &database, ShareToken::Kind kind);
/// Removes those that have expired; returns how many share tokens are alive.
[[nodiscard]] Result<qint64> sweep(QSqlDatabase &database, WallTime now);

/// Whether a first token of that kind was ever made in this database; notes that it was. In a Transaction beside nobody.
[[nodiscard]] Result<bool> isFirst(QSqlDatabase &database, ShareToken::Kind kind);

} // namespace share_token_table

} // namespace gatehouse::sharing
