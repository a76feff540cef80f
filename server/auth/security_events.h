#pragma once

#include "core/ip_address.h"

#include <QByteArray>

namespace gatehouse::auth {

/// Something that an administrator wants to find afterwards.
struct SecurityEvent {
    const char *action; ///< a literal such as "login"
    bool succeeded = true;
    QByteArray actor; ///< ULID or name of who did it; empty when unknown
    QByteArray target; ///< user or session it was done to
    IpAddress client;
};

/// Where security events go. Thread-safe.
class SecurityEvents
{
public:
    virtual ~SecurityEvents() = default;
    virtual void record(const SecurityEvent &event) = 0;
};

/// Writes them to the log category "gatehouse.auth".
class LoggedSecurityEvents final : public SecurityEvents
{
public:
    void record(const SecurityEvent &event) override;
};

} // namespace gatehouse::auth
