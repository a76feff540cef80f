#pragma once

#include "sharing/one_time_secret.h"
#include "sharing/secret_request.h"

#include <qcoro/qcorotask.h>

namespace gatehouse::sharing {

/// Where one-time secrets and requests for them lie, for all workers. Every act is durable, as far as its engine is, and in the
/// record before it is answered. Thread-safe; awaited by coroutines of threads with an event loop. Fails with Unavailable when
/// the engine or the record is away, besides what is said below.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Fails with Forbidden when the token is not known (any more), TooLarge when it is not good for so much.
    [[nodiscard]] virtual QCoro::Task<Result<void>> put(NewSecret secret) = 0;
    /// Hands a secret out, once. Existence, restrictions, passphrase, removal and the mark that it was taken are one step: of two
    /// at once the second finds the mark.
    [[nodiscard]] virtual QCoro::Task<Result<TakeOutcome>> take(TakeRequest request) = 0;
    /// Fails with NotFound when there is no secret, or not with that receipt token.
    [[nodiscard]] virtual QCoro::Task<Result<Receipt>> receipt(QByteArray id, QByteArray receiptHash) = 0;
    /// Ends a secret before anybody has taken it. Fails with NotFound as receipt(), Gone when it has ended.
    [[nodiscard]] virtual QCoro::Task<Result<void>> burn(QByteArray id, QByteArray receiptHash, ShareEvent event) = 0;

    /// Fails as put(). The token's own limit becomes that of the answer.
    [[nodiscard]] virtual QCoro::Task<Result<void>> ask(NewSecretRequest request) = 0;
    /// Fails with NotFound; what has expired is unknown.
    [[nodiscard]] virtual QCoro::Task<Result<SecretRequest>> show(QByteArray id) = 0;
    /// Once. Fails with NotFound, Gone when somebody has answered, TooLarge.
    [[nodiscard]] virtual QCoro::Task<Result<void>> answer(QByteArray id, QByteArray data, ShareEvent event) = 0;
    /// Once. Fails with NotFound without an answer or with another token, Gone when it was collected.
    [[nodiscard]] virtual QCoro::Task<Result<CollectedAnswer>> collect(QByteArray id, QByteArray collectHash,
                                                                       ShareEvent event) = 0;

    /// Ends what has expired, without waiting. Now and then, from one thread.
    virtual void sweep() = 0;
    /// Ends what goes on by itself, while the database is still there. Nobody awaits anything of it any more.
    virtual void stop() { }
};

} // namespace gatehouse::sharing
