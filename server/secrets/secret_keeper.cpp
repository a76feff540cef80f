#include "secrets/secret_keeper.h"

#include "secrets/environment_source.h"
#include "secrets/process_configuration.h"

namespace gatehouse::secrets {

SecretKeeper::SecretKeeper(std::shared_ptr<SecretThread> thread)
    : m_thread(std::move(thread))
    , m_inside(std::make_shared<Inside>())
{
}

SecretKeeper::~SecretKeeper()
{
    m_inside->isStopping = true;
}

Result<std::unique_ptr<SecretKeeper>> SecretKeeper::open(ProcessConfiguration &configuration,
                                                         std::shared_ptr<SecretThread> thread)
{
    std::unique_ptr<SecretKeeper> keeper(new SecretKeeper(std::move(thread)));
    const auto open = [&configuration](Inside &inside) -> Result<void> {
        Result<SecretChain> chain = configuration.openSecrets(inside.clock);
        if (!chain)
            return std::unexpected(chain.error());
        inside.chain.emplace(std::move(*chain));
        return {};
    };
    auto opening = keeper->run(open);
    opening.waitForFinished();
    if (const Result<void> opened = *opening.result(); !opened)
        return std::unexpected(opened.error());
    return keeper;
}

} // namespace gatehouse::secrets
