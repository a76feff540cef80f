#pragma once

#include "assembly/given_secrets.h"
#include "config/settings.h"
#include "core/snapshot.h"
#include "health/probe_routes.h"
#include "http/pipeline.h"
#include "limits/policy_set.h"

#include <mutex>

namespace gatehouse::assembly {

/// What workers read of the settings that change while they serve. Thread-safe.
class LiveSettings
{
public:
    LiveSettings(const config::Settings &settings, const GivenSecrets &given);

    /// Holds for every request from now on.
    void apply(const config::Settings &settings);
    void setMetricsToken(const std::optional<SecretBytes> &token);

    [[nodiscard]] const Snapshot<limits::PolicySet> &policies() const { return m_policies; }
    [[nodiscard]] const Snapshot<http::PipelineSettings> &pipeline() const { return m_pipeline; }
    [[nodiscard]] const Snapshot<health::MetricsAccess> &metricsAccess() const { return m_metricsAccess; }

private:
    std::mutex m_changing; ///< so that an address list and a token that change at once are both taken over
    Snapshot<limits::PolicySet> m_policies;
    Snapshot<http::PipelineSettings> m_pipeline;
    Snapshot<health::MetricsAccess> m_metricsAccess;
};

} // namespace gatehouse::assembly
