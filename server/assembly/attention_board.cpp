#include "assembly/attention_board.h"

#include "secrets/secret_inventory.h"

#include <array>
#include <utility>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;
using administration::Attention;

namespace {

void addUnusual(std::vector<Attention> &matters, const config::Settings::Limits &limits)
{
    if (!limits.enabled) {
        matters.push_back({"limits.disabled", true, u"Nobody is limited: limits.enabled is off"_s,
                           u"Turn limits.enabled on again once the trouble that it was turned off for is over"_s});
        return;
    }
    const std::array policies{std::pair{"general", &limits.general}, std::pair{"account", &limits.account},
                              std::pair{"sign_in", &limits.signIn}, std::pair{"probe", &limits.probe}};
    for (const auto &[name, policy] : policies) {
        if (!policy->shadow)
            continue;
        matters.push_back({QByteArray("limits.shadow.") + name, false,
                           u"The policy %1 only counts and refuses nobody"_s.arg(QLatin1StringView(name)),
                           u"Turn its shadow mode off when its numbers have proved right"_s});
    }
}

void addOverdue(std::vector<Attention> &matters, const std::vector<secrets::SecretState> &states, WallTime lastRotation,
                WallTime now)
{
    for (const secrets::SecretState &state : states) {
        const bool isSigning = state.secret->name == secrets::kJwtSecretName;
        const std::optional<WallTime> due =
            secrets::dueTime(*state.secret, isSigning ? std::optional(lastRotation) : state.changed);
        if (!due || *due > now)
            continue;
        matters.push_back({"secrets.due." + state.secret->name, false,
                           u"%1 is due for another"_s.arg(QString::fromLatin1(state.secret->name)),
                           isSigning ? u"Rotate it: what was signed before stays good for the grace period"_s
                                     : u"Make another, and give it to whoever shows it"_s});
    }
}

} // namespace

void AttentionBoard::setSecrets(std::vector<secrets::SecretState> states)
{
    const std::lock_guard lock(m_mutex);
    m_secrets = std::move(states);
}

std::vector<secrets::SecretState> AttentionBoard::secretStates() const
{
    const std::lock_guard lock(m_mutex);
    return m_secrets;
}

QStringList AttentionBoard::tlsWarnings() const
{
    const std::lock_guard lock(m_mutex);
    return m_tlsWarnings;
}

void AttentionBoard::setSecretWarnings(QStringList warnings)
{
    const std::lock_guard lock(m_mutex);
    m_secretWarnings = std::move(warnings);
}

void AttentionBoard::setTlsWarnings(QStringList warnings)
{
    const std::lock_guard lock(m_mutex);
    m_tlsWarnings = std::move(warnings);
}

std::vector<Attention> AttentionBoard::matters(const config::LoadedSettings &inForce, WallTime lastRotation, WallTime now) const
{
    std::vector<Attention> matters;
    addUnusual(matters, inForce.settings.limits);
    const std::lock_guard lock(m_mutex);
    for (const QString &warning : m_tlsWarnings)
        matters.push_back({"tls.certificate", true, warning, u"Put a new certificate in place and reload"_s});
    for (const QString &warning : m_secretWarnings)
        matters.push_back({"secrets", false, warning, u"See how the secrets of this server are given and kept"_s});
    addOverdue(matters, m_secrets, lastRotation, now);
    return matters;
}

} // namespace gatehouse::assembly
