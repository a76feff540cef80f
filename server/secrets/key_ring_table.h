#pragma once

#include "secrets/key_ring_store.h"
#include "storage/database.h"

#include <memory>

namespace gatehouse::secrets {

class Sealer;

/// The key ring of a deployment, in its database: one row that all instances share, always encrypted. A change is written on the
/// condition that nobody else has made one since it was read, and is begun anew otherwise, so nobody is waited for and nothing is
/// derived or decrypted under a lock; see docs/decisions/098.
class KeyRingTable final : public KeyRingStore
{
public:
    /// In `database`, which outlives this: its threads ask, while the caller's waits. So not from work in it. `before`: where the
    /// ring was until now, for whoever finds none here; null: nowhere.
    KeyRingTable(storage::Database &database, std::shared_ptr<Sealer> sealer, std::shared_ptr<const KeyRingStore> before);
    /// Asked over `connection`, in its thread only.
    KeyRingTable(QSqlDatabase &connection, std::shared_ptr<Sealer> sealer, std::shared_ptr<const KeyRingStore> before);
    /// The same ring over `connection`: from work in the database.
    [[nodiscard]] KeyRingTable over(QSqlDatabase &connection) const;

    /// Whether there is a ring, whatever it is encrypted under. Runs in the database's thread.
    [[nodiscard]] static Result<bool> exists(QSqlDatabase &connection);

    /// What is there cannot be used when the passphrase is another one, or when anything of it was altered.
    [[nodiscard]] Result<std::optional<RingReading>> readUnless(const std::optional<RingIdentity> &known) const override;
    /// Writes only what differs from what is there.
    [[nodiscard]] Result<StoredRing> change(const std::function<void(RingContent &)> &work) const override;
    [[nodiscard]] QString description() const override;

private:
    struct Row {
        qint64 version = 0;
        QByteArray sealed;
    };
    template<typename Work> [[nodiscard]] auto ask(Work work) const -> std::invoke_result_t<Work, QSqlDatabase &>
    {
        return m_connection != nullptr ? work(*m_connection) : m_database->runBlocking(std::move(work));
    }
    [[nodiscard]] static Result<std::optional<Row>> rowIn(QSqlDatabase &connection);
    [[nodiscard]] static Result<bool> replaceIn(QSqlDatabase &connection, const std::optional<Row> &row,
                                                const QByteArray &sealed);
    [[nodiscard]] Result<RingContent> opened(const QByteArray &sealed) const;

    storage::Database *const m_database; ///< null: m_connection
    QSqlDatabase *const m_connection; ///< null: m_database
    const std::shared_ptr<Sealer> m_sealer; ///< shared with the secret chain
    const std::shared_ptr<const KeyRingStore> m_before; ///< shared with over()
};

} // namespace gatehouse::secrets
