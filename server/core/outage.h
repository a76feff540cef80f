#pragma once

namespace gatehouse {

/// What to do with a request while the engine that its limits are counted in, and that several instances share, cannot be asked.
enum class Outage {
    Local, ///< count it in this process, as a single instance would
    Refuse, ///< 503
    Allow, ///< let it pass uncounted
};

} // namespace gatehouse
