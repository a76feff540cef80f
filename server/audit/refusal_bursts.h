#pragma once

#include "audit/audit_log.h"
#include "core/ip_address.h"
#include "http/request.h"

#include <map>
#include <utility>

namespace gatehouse::audit {

/// Records refusals by limits, and of callers who may not, without letting whoever is refused fill the record: of a burst, which
/// is what one caller and one policy, or one reason, have to do with each other until they leave off for a while, the first one
/// and, once it is over, the count. Of callers beyond those that are remembered at once only their number. For one thread; never
/// waits.
class RefusalBursts
{
public:
    /// A burst is over when nothing came for so long, or when it has lasted for so long.
    static constexpr std::chrono::seconds kQuiet{10};
    static constexpr std::chrono::seconds kLongest{600};
    static constexpr std::size_t kMostBursts = 1024;

    /// `log` outlives this.
    explicit RefusalBursts(AuditLog &log)
        : m_log(log)
    {
    }
    /// Ends all bursts.
    ~RefusalBursts();
    RefusalBursts(const RefusalBursts &) = delete;
    RefusalBursts &operator=(const RefusalBursts &) = delete;

    /// That `policy` refused a request. IPv6 callers are told apart by their /64, as they are limited.
    void refused(const QByteArray &policy, const IpAddress &client, const QByteArray &requestId, SteadyTime now);
    /// That `request` was refused because of who sent it. Whoever is known is told apart from others at the same address.
    void denied(const http::Request &request, QByteArrayView why, SteadyTime now);
    /// Ends the bursts that are over; to be called often, does something once a second at most.
    void endOld(SteadyTime now);

private:
    using Key = std::pair<IpAddress, QByteArray>; ///< of the caller, and what they ran into
    struct Burst {
        Entry told; ///< of the first
        quint64 count = 0;
        SteadyTime first{};
        SteadyTime last{};
    };
    template<typename MakeEntry> void note(Key key, SteadyTime now, MakeEntry makeEntry);
    void end(const Key &key, const Burst &burst);
    void endOthers();

    AuditLog &m_log;
    std::map<Key, Burst> m_bursts;
    quint64 m_others = 0; ///< refusals of callers for whom there was no room
    SteadyTime m_nextLook{};
};

} // namespace gatehouse::audit
