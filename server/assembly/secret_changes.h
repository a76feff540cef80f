#pragma once

#include "assembly/live_settings.h"
#include "assembly/signing_keys.h"
#include "config/settings.h"
#include "secrets/secret_inventory.h"

namespace gatehouse::assembly {

// What a change of one of the product's secrets means to a server that runs. In the chain's thread.

/// Why a start of `settings` would be refused with `value` as the secret of that name; empty: it would not.
[[nodiscard]] std::vector<FieldError> refusedAtStart(const config::Settings &settings, secrets::SecretChain &chain,
                                                     const QByteArray &name, const SecretBytes &value);

/// Has the server go by what is kept of that secret now. False: only the next start does. Fails with Conflict for a JWT_SECRET
/// that a rotation has ended.
[[nodiscard]] Result<bool> adoptSecret(SigningKeys &keys, LiveSettings &live, secrets::SecretChain &chain,
                                       const QByteArray &name);

} // namespace gatehouse::assembly
