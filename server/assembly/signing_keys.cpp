#include "assembly/signing_keys.h"

#include "secrets/given_key.h"

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

SigningKeys::SigningKeys(secrets::RingPlace place, storage::Database &database)
    : m_place(std::move(place))
    , m_database(database)
{
}

void SigningKeys::Steps::add(const std::vector<secrets::KeyStep> &steps)
{
    const std::lock_guard lock(m_mutex);
    if (m_listener)
        m_listener(steps);
    else
        m_untold.insert(m_untold.end(), steps.begin(), steps.end());
}

void SigningKeys::Steps::tell(secrets::KeyLifeListener listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
    if (!m_untold.empty())
        m_listener(std::exchange(m_untold, {}));
}

void SigningKeys::tellOfSteps(secrets::KeyLifeListener listener)
{
    m_steps.tell(std::move(listener));
}

Result<std::unique_ptr<SigningKeys>> SigningKeys::open(const config::Settings &settings, const GivenSecrets &given,
                                                       storage::Database &database, const Clock &clock)
{
    const bool postgres = database.dialect() == storage::Dialect::PostgreSql;
    Result<secrets::RingPlace> place = secrets::ringPlaceOf(settings, given.sealer, postgres ? &database : nullptr);
    if (!place)
        return std::unexpected(place.error());
    std::unique_ptr<SigningKeys> keys(new SigningKeys(std::move(*place), database));
    auto ring = secrets::KeyRing::open(keys->m_place.store, given.jwtSecret, secrets::ringOptionsOf(settings), clock,
                                       [&steps = keys->m_steps](const std::vector<secrets::KeyStep> &made) { steps.add(made); });
    if (!ring)
        return std::unexpected(ring.error());
    keys->m_ring = std::move(*ring);
    if (given.jwtSecret)
        keys->m_given = secrets::fingerprintOf(*given.jwtSecret);
    keys->follow();
    return keys;
}

void SigningKeys::follow()
{
    if (!m_place.table) {
        m_watcher = std::make_unique<secrets::KeyRingWatcher>(*m_ring);
        return;
    }
    m_watcher = std::make_unique<secrets::KeyRingWatcher>(*m_ring, [this] { poll(); });
    // Two ways, neither of which waits for the other: the announcement comes over a connection of its own.
    m_database.onExternalChange([this](QSqlDatabase &connection) { return look(connection); });
}

void SigningKeys::poll()
{
    if (m_polling.exchange(true))
        return;
    m_database.runDetached([this](QSqlDatabase &connection) { return look(connection); },
                           [this](const Result<void> &) { m_polling = false; });
}

Result<void> SigningKeys::look(QSqlDatabase &connection)
{
    return m_watcher->look(m_place.table->over(connection));
}

Result<void> SigningKeys::reload(const std::optional<SecretBytes> &jwtSecret)
{
    // A table is followed all the time, and a reload is to work while the database is away.
    if (const Result<void> read = m_place.table ? Result<void>() : m_ring->refresh(); !read)
        return read;
    const std::lock_guard lock(m_reloading);
    if (!jwtSecret || secrets::fingerprintOf(*jwtSecret) == m_given)
        return {};
    if (const Result<void> adopted = m_ring->adopt(*jwtSecret); !adopted)
        return adopted;
    m_given = secrets::fingerprintOf(*jwtSecret);
    return {};
}

QStringList SigningKeys::warnings(const config::Settings &settings, const GivenSecrets &given) const
{
    QStringList warnings;
    if (given.jwtSecret && m_ring->isSuperseded(*given.jwtSecret))
        warnings.append(u"the JWT_SECRET that is given does not sign: it was ended by a rotation, or another instance was given "
                        "another; give all of them a new one, or none"_s);
    if (!m_place.warning.isEmpty())
        warnings.append(m_place.warning);
    else if (!given.sealer && settings.app.mode == config::Mode::Production)
        warnings.append(u"the signing keys are kept readable by this user in %1; a SECRETS_PASSPHRASE encrypts them"_s.arg(
            settings.app.dataDir));
    return warnings;
}

} // namespace gatehouse::assembly
