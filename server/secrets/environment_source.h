#pragma once

#include "secrets/secret_source.h"

#include <QMap>

#include <map>

namespace gatehouse::secrets {

/// The secrets that this process was given as environment variables.
class EnvironmentSource final : public SecretSource
{
public:
    /// Takes every secret of the catalogue out of the environment: the variable is overwritten where it is and then removed, so
    /// that neither /proc/PID/environ, a child process nor a core dump shows it. To be made before anything copies the
    /// environment, and before there are other threads.
    [[nodiscard]] static std::unique_ptr<EnvironmentSource> takeFromProcess();

    /// Takes the variables that the configuration file names for secrets too, asked after the usual ones. By secret.
    void takeNamed(const QMap<QByteArray, QByteArray> &variables);

    [[nodiscard]] Result<std::optional<FoundSecret>> find(const KnownSecret &secret) override;

private:
    void take(const QByteArray &variable);

    std::map<QByteArray, SecretBytes> m_values; ///< by variable
    QMap<QByteArray, QByteArray> m_named; ///< variables by secret
};

/// The secrets in the files that variables such as JWT_SECRET_FILE name.
class NamedFileSource final : public SecretSource
{
public:
    [[nodiscard]] Result<std::optional<FoundSecret>> find(const KnownSecret &secret) override;
};

/// The credentials that systemd gives a service (LoadCredential=, SetCredentialEncrypted=): files in $CREDENTIALS_DIRECTORY,
/// named like the secret (JWT_SECRET) or in small letters with dashes (jwt-secret).
class CredentialSource final : public SecretSource
{
public:
    [[nodiscard]] Result<std::optional<FoundSecret>> find(const KnownSecret &secret) override;
};

} // namespace gatehouse::secrets
