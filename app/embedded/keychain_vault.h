#pragma once

#include "desktop/guide/session_vault.h"
#include "secrets/secret_thread.h"

#include <chrono>
#include <memory>

namespace gatehouse::embedded {

/// Sessions in the keychain of the operating system, beside the product's secrets and apart from them.
class KeychainVault final : public desktop::SessionVault
{
public:
    /// `thread`: shared with the server in this process, which may keep its secrets in the same keychain. `patience`: how long a
    /// locked keychain may ask a person.
    explicit KeychainVault(std::shared_ptr<secrets::SecretThread> thread,
                           std::chrono::milliseconds patience = std::chrono::seconds(30));

    void read(const QString &name, QObject *context, Read done) override;
    void write(const QString &name, SecretBytes value, QObject *context, Done done) override;
    void remove(const QString &name, QObject *context, Done done) override;

private:
    /// Runs `work(KeychainStore &) -> Outcome` in the thread, and then `done` in this one.
    template<typename Outcome, typename Work, typename Then> void ask(Work work, QObject *context, Then done);

    const std::shared_ptr<secrets::SecretThread> m_thread; ///< shared: the last of those that use it ends it
    const std::chrono::milliseconds m_patience;
};

} // namespace gatehouse::embedded
