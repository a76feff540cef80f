#pragma once

#include "core/error.h"

#include <QSqlDatabase>

#include <functional>

namespace gatehouse::storage {

/// One piece of work for a database. Exactly one of the two is called, once, in any thread.
struct Job {
    std::function<void(QSqlDatabase &)> perform;
    std::function<void(const Error &)> refuse; ///< it was not begun
};

/// How a database is doing, from memory.
struct EngineStatus {
    int connections = 0; ///< open
    int busy = 0; ///< of these
    int waiting = 0; ///< jobs
    quint64 refused = 0; ///< jobs since the start
    quint64 broken = 0; ///< connections that were lost or given up since the start
};

/// What runs work on a database: the threads and the connections that live in them. Thread-safe.
class Engine
{
public:
    Engine() = default;
    /// Finishes or refuses the work that was given.
    virtual ~Engine() = default;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    virtual void post(Job job) = 0;
    /// See Database::onExternalChange().
    virtual void watch(std::function<Result<void>(QSqlDatabase &)> changed) = 0;
    [[nodiscard]] virtual EngineStatus status() const = 0;
};

} // namespace gatehouse::storage
