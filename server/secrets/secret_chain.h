#pragma once

#include "config/settings.h"
#include "secrets/secret_source.h"

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::secrets {

class EnvironmentSource;
class KeychainStore;
class SealedStore;
class Sealer;

/// All the places secrets come from, in order: environment, NAME_FILE, systemd credentials, keychain (where `secrets.keychain` is
/// on), encrypted file. The first that has a secret wins. Main thread.
class SecretChain
{
public:
    /// `environment` is asked first. `askPassphrase`, if given, is called once when the encrypted file is there and none of the
    /// sources has its passphrase. `clock` outlives the chain. Fails when a source that should have the passphrase cannot be
    /// read.
    [[nodiscard]] static Result<SecretChain> open(const config::Settings &settings,
                                                  std::unique_ptr<EnvironmentSource> environment, const Clock &clock,
                                                  const std::function<Result<SecretBytes>()> &askPassphrase = {});
    SecretChain(SecretChain &&) noexcept;
    ~SecretChain();

    /// The secret of that name (no alias), from the first source that has it. An error of a source before that is an error, as
    /// what would be found after it might be another.
    [[nodiscard]] Result<std::optional<FoundSecret>> find(QByteArrayView name);

    /// Encrypts under the passphrase; null when there is none.
    [[nodiscard]] const std::shared_ptr<Sealer> &sealer() const { return m_sealer; }
    /// Whether open() got the passphrase by asking, and no source has it.
    [[nodiscard]] bool passphraseWasAsked() const { return m_passphraseWasAsked; }
    /// Where secrets are put unless said otherwise: the keychain where that is on, else the encrypted file.
    [[nodiscard]] SecretStore &defaultStore();
    [[nodiscard]] SecretStore &encryptedFile();
    [[nodiscard]] SecretStore &keychain();
    /// Has the encrypted file opened with `passphrase` from now on.
    void setPassphrase(SecretBytes passphrase);

private:
    SecretChain();
    std::vector<std::unique_ptr<SecretSource>> m_sources; ///< all but the encrypted file
    std::unique_ptr<KeychainStore> m_keychain;
    bool m_asksKeychain = false;
    QString m_file;
    const Clock *m_clock = nullptr;
    std::shared_ptr<Sealer> m_sealer; ///< shared with the key ring, which may outlive the chain
    std::unique_ptr<SealedStore> m_sealed;
    bool m_passphraseWasAsked = false;
};

/// The encrypted file: `secrets.file`, or one in the data folder.
[[nodiscard]] QString encryptedFileOf(const config::Settings &settings);

} // namespace gatehouse::secrets
