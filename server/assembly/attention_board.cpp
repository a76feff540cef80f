#include "assembly/attention_board.h"

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

} // namespace

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

std::vector<Attention> AttentionBoard::matters(const config::LoadedSettings &inForce) const
{
    std::vector<Attention> matters;
    addUnusual(matters, inForce.settings.limits);
    const std::lock_guard lock(m_mutex);
    for (const QString &warning : m_tlsWarnings)
        matters.push_back({"tls.certificate", true, warning, u"Put a new certificate in place and reload"_s});
    for (const QString &warning : m_secretWarnings)
        matters.push_back({"secrets", false, warning, u"See how the secrets of this server are given and kept"_s});
    return matters;
}

} // namespace gatehouse::assembly
