#pragma once

#include "administration/overview_routes.h"
#include "config/settings_loader.h"

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

    /// Together with what is unusual about the settings in force.
    [[nodiscard]] std::vector<administration::Attention> matters(const config::LoadedSettings &inForce) const;

private:
    mutable std::mutex m_mutex;
    QStringList m_secretWarnings;
    QStringList m_tlsWarnings;
};

} // namespace gatehouse::assembly
