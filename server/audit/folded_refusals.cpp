#include "audit/folded_refusals.h"

#include <utility>

namespace gatehouse::audit {

bool FoldedRefusals::takes(Action action, Outcome outcome, const QByteArray &account, SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    Kind kind{action, outcome, account};
    if (m_windows.size() >= kMostKinds && !m_windows.contains(kind))
        std::get<QByteArray>(kind).clear();
    Window &window = m_windows.try_emplace(kind, Window{now, 0}).first->second;
    if (now - window.first >= kWindow) {
        end(kind, window);
        window = {now, 0};
    }
    return ++window.count <= kOneByOne;
}

std::vector<Entry> FoldedRefusals::endOld(SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    if (now >= m_nextLook) {
        m_nextLook = now + std::chrono::seconds(1);
        std::erase_if(m_windows, [this, now](const auto &entry) {
            const bool over = now - entry.second.first >= kWindow;
            if (over)
                end(entry.first, entry.second);
            return over;
        });
    }
    return std::exchange(m_ended, {});
}

std::vector<Entry> FoldedRefusals::endAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[kind, window] : m_windows)
        end(kind, window);
    m_windows.clear();
    return std::exchange(m_ended, {});
}

void FoldedRefusals::end(const Kind &kind, const Window &window)
{
    if (window.count <= kOneByOne)
        return;
    Entry entry;
    std::tie(entry.action, entry.outcome, entry.target) = kind;
    entry.detail = {{"count", QByteArray::number(window.count - kOneByOne)},
                    {"reason", "more within a minute than are recorded one by one"}};
    m_ended.push_back(std::move(entry));
}

} // namespace gatehouse::audit
