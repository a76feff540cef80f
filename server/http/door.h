#pragma once

#include "http/worker.h"

#include <memory>
#include <vector>

namespace gatehouse::http {

struct DoorSettings {
    IpAddress listen = IpAddress::fromIpv4(0x7f000001);
    quint16 port = 0; ///< 0: any free port
    int workers = 1;
    int maxConnections = 10000;
    int maxConnectionsPerAddress = 256;
    std::vector<IpNetwork> trustedProxies; ///< not held to maxConnectionsPerAddress
    qint64 bodyMemory = 256 * 1024 * 1024; ///< for bodies beyond the first 64 KiB of each, in bytes
    GuardLimits limits;
    const Snapshot<TlsContext> *tls = nullptr; ///< null: plain HTTP; outlives the door
};

/// A listening port and the workers behind it, which all accept on it (SO_REUSEPORT).
class Door
{
public:
    /// Listens and starts the workers. `clock` outlives the door.
    [[nodiscard]] static Result<std::unique_ptr<Door>> open(DoorSettings settings, const GateFactory &gateFactory,
                                                            const Clock &clock);

    [[nodiscard]] quint16 port() const { return m_port; }

    /// Stops accepting; requests in flight finish. drained() tells when they have.
    void drain();
    [[nodiscard]] bool drained() const;
    [[nodiscard]] int connections() const { return m_census->total(); }

private:
    Door() = default;

    GuardLimits m_limits;
    std::unique_ptr<ConnectionCensus> m_census;
    std::unique_ptr<BodyMemory> m_bodyMemory;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<Worker>> m_workers; ///< last, so destroyed first: they use the rest
};

} // namespace gatehouse::http
