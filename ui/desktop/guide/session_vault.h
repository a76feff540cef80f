#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QObject>

#include <functional>
#include <optional>

namespace gatehouse::desktop {

/// A place that is safe enough for what lets somebody in: the keychain of the system. Whoever puts the program together makes
/// one. Main thread; nothing waits: `done` is called later, unless `context` is gone by then. All fail with Unavailable when the
/// place is locked, missing, or does not answer.
class SessionVault
{
public:
    using Read = std::function<void(Result<std::optional<SecretBytes>> value)>;
    using Done = std::function<void(const Result<void> &done)>;

    SessionVault() = default;
    virtual ~SessionVault() = default;
    SessionVault(const SessionVault &) = delete;
    SessionVault &operator=(const SessionVault &) = delete;

    /// What write() put there under that name; nothing: there is none.
    virtual void read(const QString &name, QObject *context, Read done) = 0;
    virtual void write(const QString &name, SecretBytes value, QObject *context, Done done) = 0;
    /// Removing what is not there is no failure.
    virtual void remove(const QString &name, QObject *context, Done done) = 0;
};

} // namespace gatehouse::desktop
