#include "audit/refusal_bursts.h"

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

void RefusalBursts::refused(const QByteArray &policy, const IpAddress &client, const QByteArray &requestId, SteadyTime now)
{
    endOld(now);
    const Key key(client.limitKey(), policy);
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
    m_bursts.emplace(key, Burst{1, now, now});
    Entry entry = entryOf(policy, client.toText());
    entry.requestId = requestId;
    m_log.append(std::move(entry), ignore);
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
    Entry entry = entryOf(key.second, key.first.toText());
    const auto duration = std::chrono::duration_cast<std::chrono::seconds>(burst.last - burst.first);
    entry.detail = {{"count", QByteArray::number(burst.count)}, {"seconds", QByteArray::number(qint64(duration.count()))}};
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
