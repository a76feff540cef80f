#include "secrets/secret_chain.h"

#include "secrets/environment_source.h"
#include "secrets/keychain_store.h"
#include "secrets/private_file.h"
#include "secrets/sealed_store.h"
#include "secrets/sealer.h"

#include <QDir>
#include <QFileInfo>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

QString encryptedFileOf(const config::Settings &settings)
{
    return settings.secrets.file.isEmpty() ? QDir(settings.app.dataDir).filePath(u"secrets.sealed"_s) : settings.secrets.file;
}

SecretChain::SecretChain() = default;
SecretChain::SecretChain(SecretChain &&) noexcept = default;
SecretChain::~SecretChain() = default;

Result<SecretChain> SecretChain::open(const config::Settings &settings, std::unique_ptr<EnvironmentSource> environment,
                                      const Clock &clock, const std::function<Result<SecretBytes>()> &askPassphrase)
{
    SecretChain chain;
    chain.m_sources.push_back(std::move(environment));
    chain.m_sources.push_back(std::make_unique<NamedFileSource>());
    chain.m_sources.push_back(std::make_unique<CredentialSource>());
    chain.m_keychain = std::make_unique<KeychainStore>();
    chain.m_asksKeychain = settings.secrets.keychain;
    chain.m_file = encryptedFileOf(settings);
    chain.m_clock = &clock;

    // Looked for before there is an encrypted file to look into: its passphrase cannot be inside.
    Result<std::optional<FoundSecret>> passphrase = chain.find(kPassphraseName);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    chain.m_sealed = std::make_unique<SealedStore>(chain.m_file, nullptr, clock);
    if (*passphrase) {
        chain.setPassphrase(std::move((*passphrase)->value));
    } else if (askPassphrase && QFileInfo::exists(chain.m_file)) {
        Result<SecretBytes> asked = askPassphrase();
        if (!asked)
            return std::unexpected(asked.error());
        chain.setPassphrase(std::move(*asked));
        chain.m_passphraseWasAsked = true;
    }
    return chain;
}

void SecretChain::setPassphrase(SecretBytes passphrase)
{
    m_sealer = std::make_shared<Sealer>(std::move(passphrase));
    m_sealed = std::make_unique<SealedStore>(m_file, m_sealer.get(), *m_clock);
}

Result<std::optional<FoundSecret>> SecretChain::find(QByteArrayView name)
{
    const KnownSecret *secret = findKnownSecret(name);
    if (secret == nullptr)
        return failure(ErrorKind::NotFound, u"no such secret"_s);
    std::vector<SecretSource *> sources;
    sources.reserve(m_sources.size() + 2);
    for (const auto &source : m_sources)
        sources.push_back(source.get());
    if (m_asksKeychain)
        sources.push_back(m_keychain.get());
    if (m_sealed && name != kPassphraseName)
        sources.push_back(m_sealed.get());
    for (SecretSource *source : sources) {
        Result<std::optional<FoundSecret>> found = source->find(*secret);
        if (!found || *found)
            return found;
    }
    return std::nullopt;
}

SecretStore &SecretChain::defaultStore()
{
    return m_asksKeychain ? keychain() : encryptedFile();
}

SecretStore &SecretChain::encryptedFile()
{
    return *m_sealed;
}

SecretStore &SecretChain::keychain()
{
    return *m_keychain;
}

} // namespace gatehouse::secrets
