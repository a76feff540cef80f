#include "http/redirect_gate.h"

#include "http/security_headers.h"

namespace gatehouse::http {

namespace {

constexpr quint16 kHttpsPort = 443;

/// A host without its port; an IPv6 address keeps its brackets. `host` is well-formed.
QByteArrayView withoutPort(QByteArrayView host)
{
    const qsizetype colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.first(colon) : host;
}

QByteArrayView withoutBrackets(QByteArrayView host)
{
    return host.startsWith('[') ? host.sliced(1).chopped(1) : host;
}

} // namespace

RedirectGate::RedirectGate(const Snapshot<TlsContext> &tls, quint16 securePort, std::unique_ptr<RequestObserver> observer,
                           const Clock &clock)
    : m_tls(tls)
    , m_port(securePort == kHttpsPort ? QByteArray() : ':' + QByteArray::number(securePort))
    , m_observer(std::move(observer))
    , m_clock(clock)
{
}

std::variant<Gate::Admission, Response, Gate::Deciding> RedirectGate::admit(const RequestPtr &pointer)
{
    Request &request = *pointer;
    identify(request);
    const QByteArrayView host = withoutPort(request.head.host);
    if (host.isEmpty())
        return refuse(400, "a Host is needed to know where to send this", request);
    if (!m_tls.get().identity().covers(withoutBrackets(host)))
        return refuse(421, "the certificate is not for this host", request);
    if (!request.head.target.startsWith('/'))
        return refuse(400, "only a path can be redirected", request);
    Response response = Response::empty(308);
    appendSecurityLines(response.commonLines, request, response.status);
    return std::move(response).withHeader("Location",
                                          "https://" + host.toByteArray() + m_port + request.head.target.toByteArray());
}

QCoro::Task<Response> RedirectGate::handle(RequestPtr request)
{
    // admit() never lets anything in.
    co_return refuse(500, "", *request);
}

Response RedirectGate::refuse(int status, const char *reason, Request &request)
{
    if (request.id.isEmpty())
        identify(request);
    Response response = problem(status, QString::fromLatin1(reason), request.head.path, m_traces.nextUlid(m_clock.now()));
    appendSecurityLines(response.commonLines, request, response.status);
    return response;
}

void RedirectGate::identify(Request &request)
{
    m_traces.identify(request, m_clock.now());
    request.client = request.peer.address;
}

} // namespace gatehouse::http
