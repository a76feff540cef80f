#pragma once

#include "sharing/secret_request.h"
#include "sharing/secret_table.h"

#include <QSqlDatabase>

/// Requests for secrets in the database. Every function runs in its thread, within the caller's Transaction; failures are as
/// those of SecretTable. What has expired is unknown.
namespace gatehouse::sharing::secret_request_table {

using Events = SecretTable::Events;

/// With a `tokenHash` as SecretTable::put(): the token's own limit becomes that of the answer.
[[nodiscard]] Result<void> add(QSqlDatabase &database, const NewSecretRequest &asked, Events &events);
/// Fails with NotFound.
[[nodiscard]] Result<SecretRequest> show(QSqlDatabase &database, const QByteArray &id, WallTime now);
/// Once. Fails with NotFound, Gone when somebody has answered, TooLarge.
[[nodiscard]] Result<void> answer(QSqlDatabase &database, const QByteArray &id, const QByteArray &data, WallTime now,
                                  const ShareEvent &event, Events &events);
/// Once. Fails with NotFound without an answer or with another token, Gone when it was collected.
[[nodiscard]] Result<CollectedAnswer> collect(QSqlDatabase &database, const QByteArray &id, const QByteArray &collectHash,
                                              WallTime now, const ShareEvent &event, Events &events);
[[nodiscard]] Result<void> removeExpired(QSqlDatabase &database, WallTime now);

} // namespace gatehouse::sharing::secret_request_table
