#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "secrets/secret_chain.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
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
    /// does.
    [[nodiscard]] static Result<std::unique_ptr<SecretKeeper>> open(ProcessConfiguration &configuration);
    /// Waits for the work that goes on; what has not begun fails with Unavailable.
    ~SecretKeeper();
    SecretKeeper(const SecretKeeper &) = delete;
    SecretKeeper &operator=(const SecretKeeper &) = delete;

    /// What came of work; shared, as results of futures are copied and secrets are not.
    template<typename Outcome> using Shared = std::shared_ptr<Outcome>;

    /// Runs `work(SecretChain &) -> Result<T>`. `work` owns what it captures.
    template<typename Work> [[nodiscard]] auto ask(Work work) -> QFuture<Shared<std::invoke_result_t<Work, SecretChain &>>>
    {
        using Outcome = std::invoke_result_t<Work, SecretChain &>;
        auto promise = std::make_shared<QPromise<Shared<Outcome>>>(); // shared, as std::function copies; so is the work
        auto owned = std::make_shared<Work>(std::move(work));
        promise->start();
        const auto finish = [promise](Shared<Outcome> outcome) {
            promise->addResult(std::move(outcome));
            promise->finish();
        };
        post({[this, owned, finish] { finish(std::make_shared<Outcome>((*owned)(*m_chain))); },
              [finish] {
                  finish(std::make_shared<Outcome>(failure(ErrorKind::Unavailable, QStringLiteral("the server is stopping"))));
              }});
        return promise->future();
    }
    /// The same, waiting: for start-up and reloads, never for a worker.
    template<typename Work> [[nodiscard]] auto askBlocking(Work work) -> std::invoke_result_t<Work, SecretChain &>
    {
        auto future = ask(std::move(work));
        future.waitForFinished();
        return std::move(*future.result());
    }

private:
    struct Job {
        std::function<void()> run;
        std::function<void()> refuse;
    };
    SecretKeeper();
    void post(Job job);
    void work();
    [[nodiscard]] std::optional<Job> next();

    const SystemClock m_clock;
    std::optional<SecretChain> m_chain; ///< of the thread, once it is open
    bool m_working = false; ///< of the thread: a keychain's event loop must not begin other work
    std::mutex m_mutex; ///< of the two below
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    QThread m_thread;
    QObject m_inside; ///< lives in the thread
};

} // namespace gatehouse::secrets
