#include "telemetry/request_log.h"

#include "telemetry/logger.h"

namespace gatehouse::telemetry {

namespace {

double milliseconds(std::chrono::microseconds time)
{
    return double(time.count()) / 1000;
}

} // namespace

void logAccess(const RequestSummary &request)
{
    logEvent(lcAccess(), LogLevel::Info, "request",
             {{"method", request.method},
              {"route", request.route},
              {"status", request.status},
              {"duration_ms", milliseconds(request.stages.total())},
              {"bytes", request.bytesSent},
              {"client", request.client}});
}

void SlowRequestLog::consider(const RequestSummary &request) const
{
    if (!isSlow(request.stages))
        return;
    logEvent(lcHttp(), LogLevel::Warning, "slow request",
             {{"method", request.method},
              {"route", request.route},
              {"status", request.status},
              {"duration_ms", milliseconds(request.stages.total())},
              {"admit_ms", milliseconds(request.stages.admit)},
              {"body_ms", milliseconds(request.stages.body)},
              {"handle_ms", milliseconds(request.stages.handle)},
              {"write_ms", milliseconds(request.stages.write)}});
}

} // namespace gatehouse::telemetry
