#include "telemetry/request_log.h"

#include "telemetry/logger.h"

#include <array>
#include <span>

namespace gatehouse::telemetry {

namespace {

double milliseconds(std::chrono::microseconds time)
{
    return double(time.count()) / 1000;
}

} // namespace

void logAccess(const RequestSummary &request)
{
    const std::array<LogField, 7> fields{{{"method", request.method},
                                          {"route", request.route},
                                          {"status", request.status},
                                          {"duration_ms", milliseconds(request.stages.total())},
                                          {"bytes", request.bytesSent},
                                          {"client", request.client},
                                          {"error_id", request.errorId}}};
    logEvent(lcAccess(), LogLevel::Info, "request", std::span(fields).first(request.errorId.isEmpty() ? 6 : 7));
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
