#include "configured_database.h"

#include "assembly/given_secrets.h"
#include "assembly/part_settings.h"
#include "core/terminal.h"
#include "process_hardening.h"
#include "secrets/process_configuration.h"

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Result<ConfiguredDatabase> configuredDatabase(const QStringList &flags)
{
    static const SystemClock clock;
    hardenProcess(true); // passwords are about to be read
    auto configuration = secrets::ProcessConfiguration::load(flags);
    if (!configuration)
        return std::unexpected(configuration.error());
    static Terminal terminal;
    std::function<Result<SecretBytes>()> ask;
    if (::isatty(STDIN_FILENO) == 1)
        ask = [] { return terminal.readSecret(u"Passphrase of the encrypted file"_s); };
    auto chain = configuration->openSecrets(clock, ask);
    const auto given = chain ? assembly::givenSecretsFrom(*chain) : std::unexpected(chain.error());
    if (!given)
        return std::unexpected(given.error());
    return ConfiguredDatabase{configuration->settings(), assembly::databaseTarget(configuration->settings(), *given)};
}
