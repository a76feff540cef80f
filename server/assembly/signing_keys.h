#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "secrets/key_ring.h"
#include "secrets/key_ring_watcher.h"
#include "secrets/ring_place.h"
#include "storage/database.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace gatehouse::assembly {

/// The signing keys of a server: the ring, wherever it is kept, and what has it follow its place. Made and destroyed in one
/// thread; what changes keys waits for their place, and may be called from any thread that has time for that.
class SigningKeys
{
public:
    /// `database` is the server's; its work ends before this does. `clock` outlives this. Blocks.
    [[nodiscard]] static Result<std::unique_ptr<SigningKeys>> open(const config::Settings &settings, const GivenSecrets &given,
                                                                   storage::Database &database, const Clock &clock);
    SigningKeys(const SigningKeys &) = delete;
    SigningKeys &operator=(const SigningKeys &) = delete;

    [[nodiscard]] const Snapshot<secrets::KeySet> &keys() const { return m_ring->keys(); }

    /// Has `listener` told of every step in a key's life that this process makes, those so far first. It may be called in any
    /// thread, and is there as long as the database works.
    void tellOfSteps(secrets::KeyLifeListener listener);

    /// Reads a file again, and has `jwtSecret` sign where it is another than was given before.
    [[nodiscard]] Result<void> reload(const std::optional<SecretBytes> &jwtSecret);

    /// Has another key sign; see KeyRing::rotate().
    [[nodiscard]] Result<void> rotate(secrets::KeyRing::Rotation rotation) { return m_ring->rotate(rotation); }
    /// Whether `jwtSecret` was given and signs no more, or another instance was given another.
    [[nodiscard]] bool isSuperseded(const SecretBytes &jwtSecret) const { return m_ring->isSuperseded(jwtSecret); }

    /// What an operator should know: a line each.
    [[nodiscard]] QStringList warnings(const config::Settings &settings, const GivenSecrets &given) const;

private:
    /// Keeps steps until there is somebody to tell.
    class Steps
    {
    public:
        void add(const std::vector<secrets::KeyStep> &steps);
        void tell(secrets::KeyLifeListener listener);

    private:
        std::mutex m_mutex; ///< of all below
        std::vector<secrets::KeyStep> m_untold;
        secrets::KeyLifeListener m_listener; ///< empty: nobody yet
    };

    SigningKeys(secrets::RingPlace place, storage::Database &database);
    void follow();
    void poll();
    [[nodiscard]] Result<void> look(QSqlDatabase &connection);

    const secrets::RingPlace m_place;
    storage::Database &m_database;
    Steps m_steps;
    std::unique_ptr<secrets::KeyRing> m_ring; ///< tells m_steps
    std::atomic<bool> m_polling = false; ///< so that a slow database gets no queue of them
    std::mutex m_reloading; ///< of what follows
    QByteArray m_given; ///< fingerprint of the JWT_SECRET that was given last
    std::unique_ptr<secrets::KeyRingWatcher> m_watcher;
};

} // namespace gatehouse::assembly
