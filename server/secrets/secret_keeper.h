#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "secrets/secret_chain.h"
#include "secrets/secret_thread.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <memory>
#include <optional>
#include <type_traits>

namespace gatehouse::secrets {

class ProcessConfiguration;

/// The places secrets come from, for a server that runs: asked in a thread of their own, one thing after the other, as a keychain
/// may wait for a person and an encrypted file takes its time to open, for which neither a worker nor a window has any. All
/// functions may be called from any thread but that one.
class SecretKeeper
{
public:
    /// Opens the chain, which takes the secrets of `configuration`'s environment along. Blocks. Fails as SecretChain::open()
    /// does. `thread`: shared with whoever else in the process asks a keychain.
    [[nodiscard]] static Result<std::unique_ptr<SecretKeeper>>
    open(ProcessConfiguration &configuration, std::shared_ptr<SecretThread> thread = std::make_shared<SecretThread>());
    /// What has not begun fails with Unavailable. Waits for the work that goes on, unless others go on with the thread.
    ~SecretKeeper();
    SecretKeeper(const SecretKeeper &) = delete;
    SecretKeeper &operator=(const SecretKeeper &) = delete;

    /// What came of work; shared, as results of futures are copied and secrets are not.
    template<typename Outcome> using Shared = std::shared_ptr<Outcome>;

    /// Runs `work(SecretChain &) -> Result<T>`. `work` owns what it captures.
    template<typename Work> [[nodiscard]] auto ask(Work work) -> QFuture<Shared<std::invoke_result_t<Work, SecretChain &>>>
    {
        return run([work = std::move(work)](Inside &inside) mutable { return work(*inside.chain); });
    }
    /// The same, waiting: for start-up and reloads, never for a worker.
    template<typename Work> [[nodiscard]] auto askBlocking(Work work) -> std::invoke_result_t<Work, SecretChain &>
    {
        auto future = ask(std::move(work));
        future.waitForFinished();
        return std::move(*future.result());
    }

private:
    /// Of the thread, but for what is atomic. Shared, as work that goes on may end after the keeper.
    struct Inside {
        const SystemClock clock;
        std::optional<SecretChain> chain; ///< once it is open
        std::atomic<bool> isStopping = false;
    };

    explicit SecretKeeper(std::shared_ptr<SecretThread> thread);
    template<typename Work> [[nodiscard]] auto run(Work work) -> QFuture<Shared<std::invoke_result_t<Work, Inside &>>>
    {
        using Outcome = std::invoke_result_t<Work, Inside &>;
        auto promise = std::make_shared<QPromise<Shared<Outcome>>>(); // shared, as std::function copies; so is the work
        auto owned = std::make_shared<Work>(std::move(work));
        promise->start();
        const auto finish = [promise](Shared<Outcome> outcome) {
            promise->addResult(std::move(outcome));
            promise->finish();
        };
        const auto refuse = [finish] {
            finish(std::make_shared<Outcome>(failure(ErrorKind::Unavailable, QStringLiteral("the server is stopping"))));
        };
        const auto act = [inside = m_inside, owned, finish, refuse] {
            if (inside->isStopping)
                refuse();
            else
                finish(std::make_shared<Outcome>((*owned)(*inside)));
        };
        m_thread->post({act, refuse});
        return promise->future();
    }

    std::shared_ptr<SecretThread> m_thread; ///< shared: the last of those that use it ends it
    const std::shared_ptr<Inside> m_inside;
};

} // namespace gatehouse::secrets
