#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/event_thread.h"
#include "core/snapshot.h"
#include "http/body_memory.h"
#include "http/connection_census.h"
#include "http/gate.h"
#include "http/guard_limits.h"

#include <functional>
#include <memory>

namespace gatehouse::http {

/// Makes a worker's gate, in the worker's thread.
using GateFactory = std::function<std::unique_ptr<Gate>()>;

class TlsContext;

/// What the workers of a door share. All of it outlives them.
struct WorkerEnvironment {
    ConnectionCensus &census;
    BodyMemory &bodyMemory;
    const GuardLimits &limits;
    const Clock &clock;
    const Snapshot<TlsContext> *tls = nullptr; ///< null: plain HTTP
};

/// One thread of the door: its own event loop, listening socket, QHttpServer, lanes, gate and connections. Shares
/// nothing with its siblings but the port, the census and the memory for bodies.
class Worker
{
public:
    /// Takes over `listeningDescriptor`, a listening socket.
    Worker(int listeningDescriptor, const GateFactory &gateFactory, const WorkerEnvironment &environment);
    /// Stops at once; answers still being made are waited for, connections are not.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Accepts no more and ends each connection after the request it is busy with. Any thread.
    void drain();
    /// Connections that are still there; 0 once a drained worker is done. Any thread.
    [[nodiscard]] int connections() const;

private:
    class Loop;
    EventThread m_thread{"gatehouse-worker"};
    Loop *m_loop = nullptr; ///< lives in m_thread and ends with it
    std::shared_ptr<std::atomic<int>> m_connections; ///< shared with the loop, which may end first
};

} // namespace gatehouse::http
