#include "secrets/process_configuration.h"

#include "secrets/environment_source.h"

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

ProcessConfiguration::ProcessConfiguration(std::unique_ptr<EnvironmentSource> environment, config::SettingsReport report)
    : m_environment(std::move(environment))
    , m_report(std::move(report))
{
    m_environment->takeNamed(m_report.loaded.secretVariables);
}

ProcessConfiguration::ProcessConfiguration(ProcessConfiguration &&) noexcept = default;
ProcessConfiguration::~ProcessConfiguration() = default;

ProcessConfiguration ProcessConfiguration::inspect(const QStringList &flags)
{
    auto environment = EnvironmentSource::takeFromProcess(); // before the settings' loader copies it
    return {std::move(environment), config::inspectSettings(config::processSources(flags))};
}

Result<ProcessConfiguration> ProcessConfiguration::load(const QStringList &flags)
{
    ProcessConfiguration configuration = inspect(flags);
    if (const Result<void> holds = config::checkReport(configuration.m_report); !holds)
        return std::unexpected(holds.error());
    return configuration;
}

Result<SecretChain> ProcessConfiguration::openSecrets(const Clock &clock)
{
    return SecretChain::open(settings(), std::move(m_environment), clock);
}

Result<SecretChain> ProcessConfiguration::openSecrets(const Clock &clock, Terminal &terminal)
{
    if (!terminal.isInteractive())
        return openSecrets(clock);
    const auto ask = [&terminal] { return terminal.readSecret(u"Passphrase of the encrypted file"_s); };
    return SecretChain::open(settings(), std::move(m_environment), clock, ask);
}

} // namespace gatehouse::secrets
