#pragma once

#include "core/snapshot.h"
#include "http/gate.h"
#include "http/request_observer.h"
#include "http/tls_context.h"
#include "http/trace_context.h"

#include <memory>

namespace gatehouse::http {

/// The gate of a plain port that only sends clients to the same path over TLS (308, RFC 9110, section 15.4.9). It names no
/// host but those of the server's own certificate, so it cannot be used to send anybody elsewhere. One per worker.
class RedirectGate final : public Gate
{
public:
    /// `tls` and `clock` outlive the gate. `securePort` is where TLS is spoken.
    RedirectGate(const Snapshot<TlsContext> &tls, quint16 securePort, std::unique_ptr<RequestObserver> observer,
                 const Clock &clock);

    [[nodiscard]] std::variant<Admission, Response, Deciding> admit(const RequestPtr &request) override;
    [[nodiscard]] QCoro::Task<Response> handle(RequestPtr request) override;
    [[nodiscard]] Response refuse(int status, const char *reason, Request &request) override;
    [[nodiscard]] RequestObserver &observer() override { return *m_observer; }

private:
    void identify(Request &request);

    SnapshotReader<TlsContext> m_tls;
    const QByteArray m_port; ///< as it stands in the URL: empty, or with its colon
    std::unique_ptr<RequestObserver> m_observer;
    const Clock &m_clock;
    TraceContextSource m_traces;
};

} // namespace gatehouse::http
