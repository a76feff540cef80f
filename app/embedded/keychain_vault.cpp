#include "embedded/keychain_vault.h"

#include "embedded/secret_thread_ask.h"
#include "secrets/keychain_store.h"

using namespace Qt::StringLiterals;

namespace gatehouse::embedded {

namespace {

const QString kService = u"Gatehouse console"_s;

} // namespace

KeychainVault::KeychainVault(std::shared_ptr<secrets::SecretThread> thread, std::chrono::milliseconds patience)
    : m_thread(std::move(thread))
    , m_patience(patience)
{
}

template<typename Outcome, typename Work, typename Then> void KeychainVault::ask(Work work, QObject *context, Then done)
{
    const auto inThread = [work = std::move(work), patience = m_patience]() -> Outcome {
        secrets::KeychainStore store(kService, patience);
        return work(store);
    };
    askSecretThread<Outcome>(*m_thread, inThread, context, std::move(done));
}

void KeychainVault::read(const QString &name, QObject *context, Read done)
{
    using Outcome = Result<std::optional<SecretBytes>>;
    ask<Outcome>([name = name.toUtf8()](secrets::KeychainStore &store) { return store.read(name); }, context, std::move(done));
}

void KeychainVault::write(const QString &name, SecretBytes value, QObject *context, Done done)
{
    auto shared = std::make_shared<const SecretBytes>(std::move(value)); // as std::function asks for copies
    const auto work = [name = name.toUtf8(), shared](secrets::KeychainStore &store) { return store.write(name, *shared); };
    ask<Result<void>>(work, context, std::move(done));
}

void KeychainVault::remove(const QString &name, QObject *context, Done done)
{
    ask<Result<void>>([name = name.toUtf8()](secrets::KeychainStore &store) { return store.remove(name); }, context,
                      std::move(done));
}

} // namespace gatehouse::embedded
