#pragma once

#include "sharing/share_events.h"
#include "sharing/share_token_table.h"
#include "sharing/sharing_settings.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <optional>

namespace gatehouse::sharing {

/// A new token of 32 random bytes, base64url.
[[nodiscard]] QByteArray newToken();

/// The share token of that hash, for something of `size` bytes. Fails with Forbidden when it is not known (any more), TooLarge
/// when it is not good for so much.
[[nodiscard]] Result<ShareToken> findToken(QSqlDatabase &database, const QByteArray &hash, qint64 size, WallTime now);

/// Creates something of `size` bytes with the share token of that hash, within the caller's Transaction: spends it if it is for
/// one time, and makes `event` its own. Fails as findToken(); then nothing has changed.
[[nodiscard]] Result<ShareToken> useToken(QSqlDatabase &database, const QByteArray &hash, qint64 size, WallTime now,
                                          ShareEvent &event, std::vector<ShareEvent> &events);

/// Tokens that were just made, for whoever sits at the machine to see once.
struct FirstTokens {
    std::optional<QByteArray> share;
    std::optional<QByteArray> admin;
};

// All of these run in the database's thread, each a transaction of its own with its entry in the record.

/// Makes the share token of a new deployment and, where settings want one, the admin token, unless there ever was one.
[[nodiscard]] Result<FirstTokens> ensureFirstTokens(QSqlDatabase &database, const SharingSettings &settings, WallTime now,
                                                    ShareEvents &events);
/// Withdraws all tokens of `kind`, and makes one in their place, which it returns.
[[nodiscard]] Result<QByteArray> resetTokens(QSqlDatabase &database, ShareToken::Kind kind, WallTime now, ShareEvents &events,
                                             const ShareEvent &by);

} // namespace gatehouse::sharing
