#pragma once

#include "redis/redis_call.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <qcoro/qcorotask.h>

/// Runs the event loop until the call has its outcome. Says how long that took.
inline gatehouse::Result<gatehouse::storage::RedisValue> waitFor(gatehouse::storage::RedisCall call,
                                                                 qint64 *milliseconds = nullptr)
{
    using namespace gatehouse;
    QEventLoop loop;
    std::optional<Result<storage::RedisValue>> outcome;
    const auto wait = [&]() -> QCoro::Task<> {
        outcome = co_await call;
        loop.quit();
    };
    QElapsedTimer time;
    time.start();
    const QCoro::Task<> waiting = wait();
    if (!outcome)
        loop.exec();
    if (milliseconds != nullptr)
        *milliseconds = time.elapsed();
    return *outcome;
}
