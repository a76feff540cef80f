#include "embedded/keychain_vault.h"

#include "secrets/keychain_store.h"

#include <QFutureWatcher>
#include <QPromise>

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

/// Runs `work(KeychainStore &) -> Outcome` in the thread, and then `done` in this one.
template<typename Outcome, typename Work, typename Then> void KeychainVault::ask(Work work, QObject *context, Then done)
{
    using Shared = std::shared_ptr<Outcome>; // results of futures are copied, and secrets are not
    auto promise = std::make_shared<QPromise<Shared>>(); // shared, as std::function copies
    promise->start();
    auto *const watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcher<Shared>::finished, watcher, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(std::move(*watcher->result()));
    });
    watcher->setFuture(promise->future());
    const auto finish = [promise](Outcome outcome) {
        promise->addResult(std::make_shared<Outcome>(std::move(outcome)));
        promise->finish();
    };
    m_thread->post({[work = std::move(work), patience = m_patience, finish] {
                        secrets::KeychainStore store(kService, patience);
                        finish(work(store));
                    },
                    [finish] { finish(failure(ErrorKind::Unavailable, u"the program ends"_s)); }});
}

void KeychainVault::read(const QString &name, QObject *context, Read done)
{
    using Outcome = Result<std::optional<SecretBytes>>;
    ask<Outcome>([name = name.toUtf8()](secrets::KeychainStore &store) { return store.read(name); }, context, std::move(done));
}

void KeychainVault::write(const QString &name, SecretBytes value, QObject *context, Done done)
{
    auto shared = std::make_shared<const SecretBytes>(std::move(value)); // as std::function asks for copies
    const auto work = [name = name.toUtf8(), shared](secrets::KeychainStore &store) -> Result<void> {
        if (const Result<void> written = store.write(name, *shared); !written)
            return written;
        // A locked one that can ask nobody takes what it does not keep.
        const Result<std::optional<SecretBytes>> kept = store.read(name);
        if (kept && *kept && equalInConstantTime((*kept)->view(), shared->view()))
            return {};
        return failure(ErrorKind::Unavailable, u"it keeps nothing; is it locked?"_s);
    };
    ask<Result<void>>(work, context, std::move(done));
}

void KeychainVault::remove(const QString &name, QObject *context, Done done)
{
    ask<Result<void>>([name = name.toUtf8()](secrets::KeychainStore &store) { return store.remove(name); }, context,
                      std::move(done));
}

} // namespace gatehouse::embedded
