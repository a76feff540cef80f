#pragma once

#include "sharing/secret_table.h"

#include <QSqlDatabase>

namespace gatehouse::sharing {

/// Somebody asks somebody else for a secret, to be encrypted to the asker's key.
struct SecretRequest {
    enum class State { Open, Answered, Collected };
    QByteArray id; ///< ULID
    State state = State::Open;
    WallTime created{};
    WallTime expires{};
    QByteArray publicKey; ///< a point of P-256, uncompressed: 65 bytes
    QByteArray note = {}; ///< UTF-8; empty: none
    qint64 sizeLimit = 0; ///< of the answer's plaintext, in bytes
};

/// Such requests in the database. Every function runs in its thread, within the caller's Transaction; failures are as those of
/// SecretTable. What has expired is unknown.
namespace secret_request_table {

using Events = SecretTable::Events;

/// With a `tokenHash` as SecretTable::put(): the token's own limit becomes that of the answer.
[[nodiscard]] Result<void> add(QSqlDatabase &database, const SecretRequest &request, const QByteArray &collectHash,
                               const QByteArray &tokenHash, const ShareEvent &event, Events &events);
/// Fails with NotFound.
[[nodiscard]] Result<SecretRequest> show(QSqlDatabase &database, const QByteArray &id, WallTime now);
/// Once. Fails with NotFound, Gone when somebody has answered, TooLarge.
[[nodiscard]] Result<void> answer(QSqlDatabase &database, const QByteArray &id, const QByteArray &data, WallTime now,
                                  const ShareEvent &event, Events &events);
/// Once. Fails with NotFound without an answer or with another token, Gone when it was collected.
struct Collected {
    QByteArray data;
};
[[nodiscard]] Result<Collected> collect(QSqlDatabase &database, const QByteArray &id, const QByteArray &collectHash, WallTime now,
                                        const ShareEvent &event, Events &events);
[[nodiscard]] Result<void> removeExpired(QSqlDatabase &database, WallTime now);

} // namespace secret_request_table

} // namespace gatehouse::sharing
