#pragma once

#include "client/admin_session.h"
#include "desktop/guide/session_vault.h"
#include "desktop/shell/profile_store.h"

namespace gatehouse::desktop {

/// Has people who want it stay signed in between two runs of the program: keeps the refresh token of their session, never their
/// password, in a vault, and forgets it when the session ends or the profile goes. What is kept is sent to the address that it
/// came from and to no other.
class SessionMemory : public QObject
{
    Q_OBJECT

public:
    /// `vault`: null when there is none to be had. Both live longer.
    SessionMemory(SessionVault *vault, ProfileStore &profiles, QObject *parent = nullptr);

    /// Whether there is anywhere to keep a session.
    [[nodiscard]] bool isOffered() const { return m_vault != nullptr; }
    /// Whether who signs in to this server wants to be remembered.
    [[nodiscard]] bool isWanted(const QString &profileId) const;
    /// Whether a session was kept that may be resumed: only then is the vault looked into, which may ask a person to open it.
    [[nodiscard]] bool isKept(const QString &profileId) const;
    /// From now on; what was kept is forgotten when it is not wanted any more.
    void setWanted(const QString &profileId, bool wanted);

    /// Keeps what leads back into `session` for as long as that is wanted.
    void follow(client::AdminSession &session, const ServerProfile &profile);
    /// Resumes the session that was kept of this profile; looked() says what came of it.
    void resume(client::AdminSession &session, const ServerProfile &profile);

Q_SIGNALS:
    /// The vault was looked into. `found`: the session goes on, if the server lets it.
    void looked(bool found);
    /// The vault failed; a sentence for a person.
    void troubled(const QString &text);

private:
    void keep(const client::AdminSession &session, const QString &profileId, const QString &address);
    void forget(const QString &profileId);
    void take(client::AdminSession &session, const QString &profileId, const QString &address,
              const Result<std::optional<SecretBytes>> &kept);
    void judge(const Result<void> &done);

    SessionVault *m_vault;
    ProfileStore &m_profiles;
    bool m_complained = false; ///< said once, until it works again
};

} // namespace gatehouse::desktop
