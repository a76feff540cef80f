#pragma once

#include "secrets/secret_inventory.h"
#include "secrets/signing_key.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>

namespace gatehouse::administration {

/// What of the secrets an administrator sees: everything but values.
struct SecretOverview {
    std::vector<secrets::SecretState> states;
    struct Store {
        QString name; ///< "file", "keychain"
        QString place;
        QString problem; ///< why nothing can be put there; empty: it can
    };
    std::vector<Store> stores;
    QString defaultStore;
};

/// Of the chain, in its thread.
[[nodiscard]] SecretOverview overviewOf(secrets::SecretChain &chain, bool asksKeychain);

/// As the API has it.
[[nodiscard]] QJsonObject describe(const SecretOverview &overview, const secrets::KeySet &keys, WallTime now,
                                   std::chrono::seconds grace);
[[nodiscard]] QJsonArray describeKeys(const secrets::KeySet &keys, WallTime now);

extern const char kSecretPageSchema[];
extern const char kSigningKeysSchema[];

} // namespace gatehouse::administration
