#pragma once

#include "audit/refusal_bursts.h"
#include "http/request_observer.h"
#include "limits/arrival_history.h"
#include "limits/usage_board.h"
#include "telemetry/metrics.h"
#include "telemetry/request_log.h"

namespace gatehouse::assembly {

/// Tells metrics, logs and the record of one worker's requests.
class TrafficObserver final : public http::RequestObserver
{
public:
    /// What is borrowed outlives this.
    TrafficObserver(telemetry::MetricsShard &shard, std::chrono::milliseconds slowThreshold, audit::AuditLog &log,
                    limits::UsageBoard &usage, limits::ArrivalShard &arrivals, const Clock &clock);

    void connectionOpened() override;
    void connectionClosed() override;
    void connectionDropped(const char *reason) override;
    void begun() override;
    void finished(const http::Request &request, const http::Response &response, qint64 bytesSent) override;
    void abandoned(const http::Request &request) override;
    void authenticated(const http::Request &request, const http::AuthenticationFailure *failure) override;
    void denied(const http::Request &request, QByteArrayView why) override;
    void limited(const http::Request &request, QByteArrayView account, const limits::Verdict &verdict) override;
    void failed(const http::Request &request, const QString &detail, QByteArrayView errorId) override;

private:
    void noteArrival(const limits::PolicyState &state, const http::Request &request, QByteArrayView account);
    void noteUsage(const limits::PolicyState &state, const http::Request &request, QByteArrayView account);

    telemetry::MetricsShard &m_shard;
    const telemetry::SlowRequestLog m_slow;
    audit::RefusalBursts m_refusals;
    limits::UsageBoard &m_usage;
    limits::ArrivalShard &m_arrivals;
    const Clock &m_clock;
};

} // namespace gatehouse::assembly
