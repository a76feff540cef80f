#include "desktop/guide/session_memory.h"

#include <QPointer>

#include <cstring>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// What a session belongs to, however the profile is called. That of a server in this program changes its port.
QString addressOf(const ServerProfile &profile)
{
    return profile.embedded ? u"embedded"_s : profile.url.toString();
}

/// The address on a line of its own, then the token.
SecretBytes entryOf(const QString &address, const SecretBytes &token)
{
    const QByteArray head = address.toUtf8() + '\n';
    SecretBytes entry = SecretBytes::ofSize(head.size() + token.size());
    std::memcpy(entry.data(), head.constData(), std::size_t(head.size()));
    std::memcpy(entry.data() + head.size(), token.view().data(), std::size_t(token.size()));
    return entry;
}

/// Nothing when it is of another address.
std::optional<SecretBytes> tokenOf(QByteArrayView entry, const QString &address)
{
    const QByteArray head = address.toUtf8() + '\n';
    if (!entry.startsWith(head) || entry.size() == head.size())
        return std::nullopt;
    return SecretBytes(entry.sliced(head.size()));
}

} // namespace

SessionMemory::SessionMemory(SessionVault *vault, ProfileStore &profiles, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_profiles(profiles)
{
    connect(&profiles, &ProfileStore::removed, this, [this](const QString &profileId, bool wasRemembered) {
        if (wasRemembered)
            forget(profileId);
    });
}

bool SessionMemory::isWanted(const QString &profileId) const
{
    return isOffered() && m_profiles.isRemembered(profileId);
}

bool SessionMemory::isKept(const QString &profileId) const
{
    return isWanted(profileId) && m_profiles.isSessionKept(profileId);
}

void SessionMemory::setWanted(const QString &profileId, bool wanted)
{
    if (!wanted && isWanted(profileId))
        forget(profileId);
    m_profiles.setRemembered(profileId, wanted);
}

void SessionMemory::follow(client::AdminSession &session, const ServerProfile &profile)
{
    connect(&session, &client::AdminSession::renewedTokens, this,
            [this, &session, id = profile.id, address = addressOf(profile)] { keep(session, id, address); });
    connect(&session, &client::AdminSession::ended, this, [this, id = profile.id] {
        if (isWanted(id))
            forget(id);
    });
}

void SessionMemory::keep(const client::AdminSession &session, const QString &profileId, const QString &address)
{
    if (!isWanted(profileId))
        return;
    m_vault->write(profileId, entryOf(address, session.refreshToken()), this, [this, profileId](const Result<void> &written) {
        if (written && isWanted(profileId))
            m_profiles.setSessionKept(profileId, true);
        judge(written);
    });
}

void SessionMemory::forget(const QString &profileId)
{
    m_profiles.setSessionKept(profileId, false);
    if (m_vault)
        m_vault->remove(profileId, this, [this](const Result<void> &removed) { judge(removed); });
}

void SessionMemory::judge(const Result<void> &done)
{
    if (!done && !m_complained)
        Q_EMIT troubled(tr("The keychain of this system could not be used (%1). You work as always, but are not remembered.")
                            .arg(done.error().detail));
    m_complained = !done;
}

void SessionMemory::resume(client::AdminSession &session, const ServerProfile &profile)
{
    const auto takeIt = [this, asked = QPointer(&session), id = profile.id,
                         address = addressOf(profile)](const Result<std::optional<SecretBytes>> &kept) {
        if (asked)
            take(*asked, id, address, kept);
    };
    m_vault->read(profile.id, this, takeIt);
}

void SessionMemory::take(client::AdminSession &session, const QString &profileId, const QString &address,
                         const Result<std::optional<SecretBytes>> &kept)
{
    if (!kept) {
        Q_EMIT looked(false);
        Q_EMIT troubled(
            tr("The keychain of this system could not be opened (%1). Sign in with your password.").arg(kept.error().detail));
        return;
    }
    std::optional<SecretBytes> token = *kept ? tokenOf((*kept)->view(), address) : std::nullopt;
    if (*kept && !token)
        forget(profileId);
    else if (!*kept && isKept(profileId)) // as a locked one has it that asks nobody
        Q_EMIT troubled(tr("The keychain of this system is locked, or has lost what it kept. Sign in with your password."));
    const bool isFree = session.state() == client::AdminSession::State::SignedOut; // nobody was quicker with a password
    Q_EMIT looked(token && isFree);
    if (token && isFree)
        session.resume(std::move(*token));
}

} // namespace gatehouse::desktop
