#include "audit/refusal_bursts.h"

#include "audit/request_entry.h"
#include "http/route.h"

namespace gatehouse::audit {

namespace {

Entry entryOf(const QByteArray &policy, const QByteArray &address)
{
    Entry entry;
    entry.action = Action::LimitRefuse;
    entry.target = policy;
    entry.outcome = Outcome::Refused;
    entry.address = address;
    return entry;
}

/// What cannot be written is counted by the log.
void ignore(const Result<quint64> & /*sequence*/) { }

} // namespace

RefusalBursts::~RefusalBursts()
{
    for (const auto &[key, burst] : m_bursts)
        end(key, burst);
    endOthers();
}

/// Counts one more, or tells of the first.
template<typename MakeEntry> void RefusalBursts::note(Key key, SteadyTime now, MakeEntry makeEntry)
{
    endOld(now);
    const auto known = m_bursts.find(key);
    if (known != m_bursts.end()) {
        ++known->second.count;
        known->second.last = now;
        return;
    }
    if (m_bursts.size() >= kMostBursts) {
        ++m_others;
        return;
    }
    Entry entry = makeEntry();
    m_bursts.emplace(std::move(key), Burst{entry, 1, now, now});
    m_log.append(std::move(entry), ignore);
}

void RefusalBursts::refused(const QByteArray &policy, const IpAddress &client, const QByteArray &requestId, SteadyTime now)
{
    note({client.limitKey(), policy}, now, [&] {
        Entry entry = entryOf(policy, client.toText());
        entry.requestId = requestId;
        return entry;
    });
}

void RefusalBursts::denied(const http::Request &request, QByteArrayView why, SteadyTime now)
{
    // No policy is called so.
    note({request.client.limitKey(), why.toByteArray() + '\n' + request.caller.id}, now, [&] {
        Entry entry = audit::entryOf(request, Action::AuthRefuse);
        entry.target = request.route != nullptr ? request.route->operationId : QByteArray();
        entry.outcome = Outcome::Refused;
        entry.detail.push_back({"reason", why.toByteArray()});
        return entry;
    });
}

void RefusalBursts::endOld(SteadyTime now)
{
    if (now < m_nextLook)
        return;
    m_nextLook = now + std::chrono::seconds(1);
    std::erase_if(m_bursts, [this, now](const auto &entry) {
        const auto &[key, burst] = entry;
        const bool over = now - burst.last >= kQuiet || now - burst.first >= kLongest;
        if (over)
            end(key, burst);
        return over;
    });
    if (m_bursts.size() < kMostBursts)
        endOthers();
}

void RefusalBursts::end(const Key &key, const Burst &burst)
{
    if (burst.count == 1) // it was told of when it came
        return;
    Entry entry = burst.told;
    entry.address = key.first.toText();
    entry.requestId.clear(); // there were many
    const auto duration = std::chrono::duration_cast<std::chrono::seconds>(burst.last - burst.first);
    entry.detail.push_back({"count", QByteArray::number(burst.count)});
    entry.detail.push_back({"seconds", QByteArray::number(qint64(duration.count()))});
    m_log.append(std::move(entry), ignore);
}

void RefusalBursts::endOthers()
{
    if (m_others == 0)
        return;
    Entry entry = entryOf({}, {});
    entry.detail = {{"count", QByteArray::number(std::exchange(m_others, 0))}, {"reason", "more callers than are told apart"}};
    m_log.append(std::move(entry), ignore);
}

} // namespace gatehouse::audit
