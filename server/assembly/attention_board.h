#pragma once

#include "administration/overview_routes.h"
#include "config/settings_loader.h"
#include "secrets/secret_inventory.h"

#include <QStringList>

#include <mutex>
#include <vector>

namespace gatehouse::assembly {

/// What an administrator should look after, beside what health tells of. Thread-safe.
class AttentionBoard
{
public:
    /// A line each, as Server::warnings() has them.
    void setSecretWarnings(QStringList warnings);
    void setTlsWarnings(QStringList warnings);
    /// As somebody found them last.
    void setSecrets(std::vector<secrets::SecretState> states);
    [[nodiscard]] std::vector<secrets::SecretState> secretStates() const;
    [[nodiscard]] QStringList tlsWarnings() const;

    /// Together with what is unusual about the settings in force.
    /// `lastRotation`: of the signing keys.
    [[nodiscard]] std::vector<administration::Attention> matters(const config::LoadedSettings &inForce, WallTime lastRotation,
                                                                 WallTime now) const;

private:
    mutable std::mutex m_mutex;
    QStringList m_secretWarnings;
    QStringList m_tlsWarnings;
    std::vector<secrets::SecretState> m_secrets;
};

} // namespace gatehouse::assembly
