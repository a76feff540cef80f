#pragma once

#include "core/error.h"
#include "secrets/secret_thread.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace gatehouse::embedded {

/// Runs `work() -> Outcome` in `thread`, and then `done(Outcome)` in the calling one, unless `context` is gone by then. An
/// Outcome is a Result, which is Unavailable when the program ends before the work has begun.
template<typename Outcome, typename Work, typename Then>
void askSecretThread(secrets::SecretThread &thread, Work work, QObject *context, Then done)
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
    thread.post({[work = std::move(work), finish] { finish(work()); },
                 [finish] { finish(failure(ErrorKind::Unavailable, QStringLiteral("the program ends"))); }});
}

} // namespace gatehouse::embedded
