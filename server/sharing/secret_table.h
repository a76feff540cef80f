#pragma once

#include "sharing/one_time_secret.h"
#include "sharing/sharing_settings.h"

#include <QSqlDatabase>

#include <vector>

namespace gatehouse::sharing {

/// One-time secrets in the database. Every function runs in its thread, within the caller's Transaction, and adds to `events`
/// what that is to record. A failure with Internal or Unavailable is the database's, and the transaction cannot be committed; any
/// other says why the act was refused, and has changed nothing.
class SecretTable
{
public:
    explicit SecretTable(const SharingSettings &settings)
        : m_maxTtl(settings.maxTtl)
        , m_attempts(settings.passphraseAttempts)
        , m_policy(settings.passphrasePolicy)
        , m_lock(settings.passphraseLock)
    {
    }

    using Events = std::vector<ShareEvent>;

    /// Fails with Forbidden when the token is not known (any more), TooLarge when it is not good for so much.
    [[nodiscard]] Result<void> put(QSqlDatabase &database, const NewSecret &secret, Events &events) const;

    /// Hands a secret out, once. Existence, restrictions, passphrase, removal and the mark that it was taken are one step: of two
    /// at once the second finds the mark.
    [[nodiscard]] Result<TakeOutcome> take(QSqlDatabase &database, const TakeRequest &request, Events &events) const;

    /// Fails with NotFound when there is no secret, or not with that receipt token.
    [[nodiscard]] Result<Receipt> receipt(QSqlDatabase &database, const QByteArray &id, const QByteArray &receiptHash,
                                          WallTime now) const;

    /// Ends a secret before anybody has taken it. Fails with NotFound as receipt(), Gone when it has ended.
    [[nodiscard]] Result<void> burn(QSqlDatabase &database, const QByteArray &id, const QByteArray &receiptHash, WallTime now,
                                    const ShareEvent &event, Events &events) const;

    struct Swept {
        int expired = 0;
        bool more = false; ///< there is more to do
    };
    /// Ends what has expired, and forgets what ended long enough ago; a few hundred at a time.
    [[nodiscard]] Result<Swept> sweep(QSqlDatabase &database, WallTime now, Events &events) const;
    [[nodiscard]] static Result<qint64> countWaiting(QSqlDatabase &database, WallTime now);

private:
    struct Row;
    [[nodiscard]] static Result<std::optional<Row>> find(QSqlDatabase &database, const QByteArray &id);
    [[nodiscard]] Result<TakeOutcome> hand(QSqlDatabase &database, const TakeRequest &request, const Row &row,
                                           Events &events) const;
    [[nodiscard]] Result<TakeOutcome> countWrong(QSqlDatabase &database, const TakeRequest &request, const Row &row,
                                                 Events &events) const;
    [[nodiscard]] Result<void> end(QSqlDatabase &database, const QByteArray &id, QByteArrayView state, WallTime ended) const;

    std::chrono::seconds m_maxTtl;
    int m_attempts;
    PassphrasePolicy m_policy;
    std::chrono::seconds m_lock;
};

} // namespace gatehouse::sharing
