#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "secrets/key_ring.h"
#include "secrets/key_ring_watcher.h"
#include "secrets/ring_place.h"
#include "storage/database.h"

#include <atomic>
#include <memory>

namespace gatehouse::assembly {

/// The signing keys of a server: the ring, wherever it is kept, and what has it follow its place. All calls from the thread that
/// made it.
class SigningKeys
{
public:
    /// `database` is the server's; its work ends before this does. `clock` outlives this. Blocks.
    [[nodiscard]] static Result<std::unique_ptr<SigningKeys>> open(const config::Settings &settings, const GivenSecrets &given,
                                                                   storage::Database &database, const Clock &clock);
    SigningKeys(const SigningKeys &) = delete;
    SigningKeys &operator=(const SigningKeys &) = delete;

    [[nodiscard]] const Snapshot<secrets::KeySet> &keys() const { return m_ring->keys(); }

    /// Reads a file again, and has `jwtSecret` sign where it is another than was given before.
    [[nodiscard]] Result<void> reload(const std::optional<SecretBytes> &jwtSecret);

    /// What an operator should know: a line each.
    [[nodiscard]] QStringList warnings(const config::Settings &settings, const GivenSecrets &given) const;

private:
    SigningKeys(secrets::RingPlace place, std::unique_ptr<secrets::KeyRing> ring, storage::Database &database);
    void follow();
    void poll();
    [[nodiscard]] Result<void> look(QSqlDatabase &connection);

    const secrets::RingPlace m_place;
    const std::unique_ptr<secrets::KeyRing> m_ring;
    storage::Database &m_database;
    std::atomic<bool> m_polling = false; ///< so that a slow database gets no queue of them
    QByteArray m_given; ///< fingerprint of the JWT_SECRET that was given last
    std::unique_ptr<secrets::KeyRingWatcher> m_watcher;
};

} // namespace gatehouse::assembly
