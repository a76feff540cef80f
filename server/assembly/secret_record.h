#pragma once

#include "assembly/given_secrets.h"
#include "audit/entry.h"
#include "secrets/secret_acts.h"
#include "storage/database.h"

#include <QMap>

namespace gatehouse::assembly {

/// Tells secrets apart in the record without telling anything of them, not even of one that can be guessed: keyed hashes, whose
/// key is in the database and in no export.
class SecretFingerprints
{
public:
    /// Runs in the database's thread.
    [[nodiscard]] static Result<SecretFingerprints> open(QSqlDatabase &database);
    /// 32 hexadecimal digits.
    [[nodiscard]] QByteArray of(const QByteArray &name, const SecretBytes &secret) const;
    /// Of all that a server was given, by name.
    [[nodiscard]] QMap<QByteArray, QByteArray> of(const GivenSecrets &given) const;

private:
    explicit SecretFingerprints(SecretBytes key)
        : m_key(std::move(key))
    {
    }
    SecretBytes m_key;
};

/// The entry that tells of a step in a signing key's life.
[[nodiscard]] audit::Entry entryOf(const secrets::KeyStep &step, const audit::Actor &actor);

/// Tells of a command's acts in the record of its configuration. Where no server has made one yet there is none, and the first
/// start tells what it was given. A secret that leads to the record may be changed while it cannot be reached, with a warning.
/// `chain` and `terminal` outlive what is returned.
[[nodiscard]] std::unique_ptr<secrets::SecretActs> openSecretActs(const config::Settings &settings, secrets::SecretChain &chain,
                                                                  Terminal &terminal);

} // namespace gatehouse::assembly
