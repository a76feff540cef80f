#pragma once

#include "audit/entry.h"
#include "core/clock.h"

#include <map>
#include <mutex>
#include <tuple>
#include <vector>

namespace gatehouse::audit {

/// Keeps strangers from filling the record with acts that were refused, each from another address, where no limit of one address
/// holds: of what has the same action, outcome and account, so many in a minute are entries of their own; the others are one,
/// with their number. Thread-safe; never waits.
class FoldedRefusals
{
public:
    static constexpr quint64 kOneByOne = 30;
    static constexpr std::chrono::seconds kWindow{60};
    static constexpr std::size_t kMostKinds = 1024; ///< accounts beyond are not told apart

    /// Counts what was refused. `account`: of a user who is there, never what a caller made up; empty: none. Whether it is to be
    /// an entry of its own.
    [[nodiscard]] bool takes(Action action, Outcome outcome, const QByteArray &account, SteadyTime now);
    /// The entries that tell of the others, of minutes that are over.
    [[nodiscard]] std::vector<Entry> endOld(SteadyTime now);
    /// The same, whether they are over or not.
    [[nodiscard]] std::vector<Entry> endAll();

private:
    using Kind = std::tuple<Action, Outcome, QByteArray>;
    struct Window {
        SteadyTime first{};
        quint64 count = 0;
    };
    void end(const Kind &kind, const Window &window);

    std::mutex m_mutex; ///< of all below
    std::map<Kind, Window> m_windows;
    std::vector<Entry> m_ended; ///< and nobody has got them yet
    SteadyTime m_nextLook{};
};

} // namespace gatehouse::audit
