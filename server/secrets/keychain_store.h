#pragma once

#include "secrets/secret_source.h"

#include <chrono>

namespace gatehouse::secrets {

/// Secrets in the keychain of the operating system: Secret Service, KWallet, macOS, Windows. Never in plain text in their stead.
/// Runs an event loop of its own while it waits, for at most `patience`, as a locked keychain may ask a person. In the one thread
/// of the process that asks keychains (SecretThread).
class KeychainStore final : public SecretStore
{
public:
    explicit KeychainStore(QString service = QStringLiteral("Gatehouse"),
                           std::chrono::milliseconds patience = std::chrono::seconds(30));

    [[nodiscard]] Result<std::optional<FoundSecret>> find(const KnownSecret &secret) override;
    [[nodiscard]] Result<void> store(std::vector<NamedSecret> secrets) override;
    [[nodiscard]] QString description() const override { return QStringLiteral("keychain"); }

    /// One value under a name that need not be of the catalogue; never an empty one. All three fail with Unavailable when the
    /// keychain is locked, missing, or does not answer; write() also when it takes what it does not keep, as a locked one does
    /// that can ask nobody.
    [[nodiscard]] Result<std::optional<SecretBytes>> read(const QByteArray &name);
    [[nodiscard]] Result<void> write(const QByteArray &name, const SecretBytes &value);
    /// Removing what is not there is no failure.
    [[nodiscard]] Result<void> remove(const QByteArray &name);

private:
    const QString m_service;
    const std::chrono::milliseconds m_patience;
};

} // namespace gatehouse::secrets
