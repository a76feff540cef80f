#include "secrets/ring_place.h"

#include "secrets/key_ring_file.h"

#include <QDir>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

QString ringFileOf(const config::Settings &settings)
{
    return QDir(settings.app.dataDir).filePath(u"signing-keys"_s);
}

} // namespace

Result<QString> unsharedRingWarning(const config::Settings &settings, QSqlDatabase &connection)
{
    const Result<bool> shared = KeyRingTable::exists(connection);
    if (!shared)
        return std::unexpected(shared.error());
    if (*shared)
        return failure(ErrorKind::Unavailable,
                       u"the key ring in the database is encrypted, and there is no passphrase: give the SECRETS_PASSPHRASE of "
                       "the other instances, as a variable, by SECRETS_PASSPHRASE_FILE or as a systemd credential"_s);
    return u"the signing keys are kept in %1 alone, so other instances on this database do not see a rotation here: give all of "
           "them the same SECRETS_PASSPHRASE"_s.arg(ringFileOf(settings));
}

Result<RingPlace> ringPlaceOf(const config::Settings &settings, std::shared_ptr<Sealer> sealer, storage::Database *shared)
{
    auto file = std::make_shared<const KeyRingFile>(ringFileOf(settings), sealer);
    if (shared == nullptr)
        return RingPlace{std::move(file), nullptr, {}};
    if (!sealer) {
        Result<QString> warning =
            shared->runBlocking([&settings](QSqlDatabase &connection) { return unsharedRingWarning(settings, connection); });
        if (!warning)
            return std::unexpected(warning.error());
        return RingPlace{std::move(file), nullptr, std::move(*warning)};
    }
    auto table = std::make_shared<const KeyRingTable>(*shared, std::move(sealer), std::move(file));
    return RingPlace{table, table, {}};
}

KeyRingOptions ringOptionsOf(const config::Settings &settings)
{
    const bool edDsa = settings.auth.jwtAlgorithm == config::JwtAlgorithm::EdDsa;
    return {settings.auth.keyGrace, edDsa ? KeyAlgorithm::EdDsa : KeyAlgorithm::Hs256};
}

} // namespace gatehouse::secrets
