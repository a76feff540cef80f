#pragma once

#include "sharing/grouped_transactions.h"
#include "sharing/secret_store.h"
#include "sharing/secret_table.h"
#include "sharing/statistics.h"
#include "sharing/storage_room.h"

namespace gatehouse::sharing {

/// One-time secrets in the database, in the same transactions as their entries in the record (docs/decisions/110).
class DatabaseSecretStore final : public SecretStore
{
public:
    struct Parts {
        storage::Database &database;
        GroupedTransactions &transactions;
        ShareEvents &events;
        Statistics &statistics;
        StorageRoom &room;
        const Clock &clock;
    };
    /// What is borrowed outlives it, but for the database, which is to end first.
    DatabaseSecretStore(Parts parts, const SharingSettings &settings);

    [[nodiscard]] QCoro::Task<Result<void>> put(NewSecret secret) override;
    [[nodiscard]] QCoro::Task<Result<TakeOutcome>> take(TakeRequest request) override;
    [[nodiscard]] QCoro::Task<Result<Receipt>> receipt(QByteArray id, QByteArray receiptHash) override;
    [[nodiscard]] QCoro::Task<Result<void>> burn(QByteArray id, QByteArray receiptHash, ShareEvent event) override;
    [[nodiscard]] QCoro::Task<Result<void>> ask(NewSecretRequest request) override;
    [[nodiscard]] QCoro::Task<Result<SecretRequest>> show(QByteArray id) override;
    [[nodiscard]] QCoro::Task<Result<void>> answer(QByteArray id, QByteArray data, ShareEvent event) override;
    [[nodiscard]] QCoro::Task<Result<CollectedAnswer>> collect(QByteArray id, QByteArray collectHash, ShareEvent event) override;
    void sweep() override;

private:
    template<typename T> using Work = GroupedTransactions::Work<T>;
    using Events = GroupedTransactions::Events;

    const Parts m_parts;
    const SecretTable m_table;
};

} // namespace gatehouse::sharing
