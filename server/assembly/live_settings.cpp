#include "assembly/live_settings.h"

#include "assembly/part_settings.h"

namespace gatehouse::assembly {

namespace {

std::shared_ptr<const health::MetricsAccess> accessOf(std::vector<IpNetwork> addresses, SecretBytes token)
{
    auto access = std::make_shared<health::MetricsAccess>();
    access->addresses = std::move(addresses);
    access->token = std::move(token);
    return access;
}

SecretBytes copyOf(const std::optional<SecretBytes> &token)
{
    return token ? token->clone() : SecretBytes();
}

} // namespace

LiveSettings::LiveSettings(const config::Settings &settings, const GivenSecrets &given)
    : m_policies(policySet(settings))
    , m_pipeline(pipelineSettings(settings))
    , m_metricsAccess(accessOf(settings.metrics.allowedAddresses, copyOf(given.metricsToken)))
{
}

void LiveSettings::apply(const config::Settings &settings)
{
    const std::lock_guard lock(m_changing);
    m_policies.set(policySet(settings));
    m_pipeline.set(pipelineSettings(settings));
    m_metricsAccess.set(accessOf(settings.metrics.allowedAddresses, m_metricsAccess.get()->token.clone()));
}

void LiveSettings::setMetricsToken(const std::optional<SecretBytes> &token)
{
    const std::lock_guard lock(m_changing);
    m_metricsAccess.set(accessOf(m_metricsAccess.get()->addresses, copyOf(token)));
}

} // namespace gatehouse::assembly
