#pragma once

#include "config/settings_loader.h"
#include "core/clock.h"
#include "core/terminal.h"
#include "secrets/secret_chain.h"

#include <memory>

namespace gatehouse::secrets {

class EnvironmentSource;

/// What this process is configured with: settings, and the secrets of its environment, which were taken out of it before
/// anything could copy them. How every program and command begins that needs both. Main thread, before there are others.
class ProcessConfiguration
{
public:
    /// `flags`: settings on the command line. Whether the settings hold, report() says.
    [[nodiscard]] static ProcessConfiguration inspect(const QStringList &flags);
    /// The same for who wants settings that hold, or nothing: fails with every problem in the error's fields.
    [[nodiscard]] static Result<ProcessConfiguration> load(const QStringList &flags);
    ProcessConfiguration(ProcessConfiguration &&) noexcept;
    ~ProcessConfiguration();

    [[nodiscard]] const config::SettingsReport &report() const { return m_report; }
    [[nodiscard]] const config::Settings &settings() const { return m_report.loaded.settings; }

    /// The places secrets come from under these settings, for a program with nobody to ask. The chain takes the environment's
    /// secrets along: called once, this or the other. For the rest see SecretChain::open().
    [[nodiscard]] Result<SecretChain> openSecrets(const Clock &clock);
    /// The same for a command: a person who sits at `terminal` is asked for the passphrase of an encrypted file when nothing else
    /// has it.
    [[nodiscard]] Result<SecretChain> openSecrets(const Clock &clock, Terminal &terminal);

private:
    ProcessConfiguration(std::unique_ptr<EnvironmentSource> environment, config::SettingsReport report);

    std::unique_ptr<EnvironmentSource> m_environment;
    config::SettingsReport m_report;
};

} // namespace gatehouse::secrets
