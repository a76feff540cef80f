#pragma once

#include <QtGlobal>

namespace gatehouse::telemetry {

/// What the operating system says of this process. 0 where it does not tell.
struct ProcessStats {
    qint64 residentBytes = 0;
    int openDescriptors = 0;
    double cpuSeconds = 0; ///< user and system
    double startTime = 0; ///< seconds since 1970
};

/// Reads /proc; on systems without it only the processor time. Thread-safe; takes well under a millisecond.
[[nodiscard]] ProcessStats readProcessStats();

} // namespace gatehouse::telemetry
