#pragma once

#include "config/settings.h"
#include "core/terminal.h"
#include "secrets/key_life.h"
#include "secrets/secret_chain.h"

#include <functional>
#include <memory>
#include <span>

namespace gatehouse::secrets {

/// What a command is about to do with one of the product's secrets.
struct SecretAct {
    enum class Kind { Set, Generate, Rotate, Export };
    Kind kind = Kind::Set;
    QByteArray secret; ///< its name
    const SecretBytes *value = nullptr; ///< told of by a fingerprint alone; null: there is nothing to tell
    QString place; ///< where it goes
};

/// Where acts on secrets are told of before they are done, because stores of secrets know no transaction that the telling could
/// be part of; see docs/decisions/104. Main thread.
class SecretActs
{
public:
    virtual ~SecretActs() = default;
    /// Tells, durably, that `acts` are done now. Fails with Unavailable, and then they are not to be done.
    [[nodiscard]] virtual Result<void> announce(std::span<const SecretAct> acts) = 0;
    /// That what was announced did not come about.
    virtual void withdraw(std::span<const SecretAct> acts, const Error &why) = 0;
    /// Tells of what became of signing keys.
    virtual void tell(const std::vector<KeyStep> &steps) = 0;
};

/// For the configuration of a command. `chain` is there as long as what is returned.
using SecretActsOpener =
    std::function<std::unique_ptr<SecretActs>(const config::Settings &settings, SecretChain &chain, Terminal &terminal)>;

} // namespace gatehouse::secrets
