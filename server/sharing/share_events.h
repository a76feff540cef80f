#pragma once

#include "core/error.h"
#include "core/ip_address.h"
#include "http/principal.h"
#include "http/request.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <qcoro/qcorotask.h>

#include <span>
#include <utility>
#include <vector>

namespace gatehouse::sharing {

/// What somebody did, or tried to do, with one-time secrets and the tokens for them.
enum class ShareAction { Create, Open, Expire, Burn, Request, Answer, Collect, CreateToken, UseToken, RevokeToken };

/// Something that an administrator wants to find afterwards. Holds no token, no data and no passphrase, nor a hash of one.
struct ShareEvent {
    ShareAction action = ShareAction::Create;
    bool succeeded = true;
    http::Principal::Kind actorKind = http::Principal::Kind::Anonymous;
    QByteArray actor = {}; ///< its ULID
    bool byServer = false; ///< nobody did it: time went by
    QByteArray target = {}; ///< ULID of the secret, request or token
    IpAddress client = {};
    QByteArray requestId = {};
    std::vector<std::pair<QByteArray, QByteArray>> facts = {};
    http::NotedHeaders noted = {}; ///< of the request
};

/// Where they go. Thread-safe.
class ShareEvents
{
public:
    virtual ~ShareEvents() = default;
    /// Within the transaction of the acts, as the last thing in it: neither is there without the other. Fails with Unavailable,
    /// and the acts are to fail with that.
    [[nodiscard]] virtual Result<void> recordWithin(QSqlDatabase &database, std::span<const ShareEvent> events) = 0;
    /// Of acts that are durable elsewhere; awaited before they are answered.
    virtual QCoro::Task<> record(ShareEvent event) = 0;
};

} // namespace gatehouse::sharing
