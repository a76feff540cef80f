#pragma once

#include "core/clock.h"
#include "http/door.h"

#include "sharing_state.h"

#include <QUrl>

#include <memory>

namespace gatehouse::tests {

/// A server on a free port of 127.0.0.1 that keeps the sharing part of the contract, in memory, and does as a test tells it: what
/// clients are tried against. One worker, stopped at the end.
class SharingServer
{
public:
    SharingServer();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString address() const { return url().toString(); }
    [[nodiscard]] SharingState &state() { return *m_state; }

private:
    SystemClock m_clock;
    std::shared_ptr<SharingState> m_state; ///< shared with the worker's gate
    std::unique_ptr<http::Door> m_door;
};

} // namespace gatehouse::tests
