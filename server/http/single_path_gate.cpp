#include "http/single_path_gate.h"

namespace gatehouse::http {

SinglePathGate::SinglePathGate(std::unique_ptr<Gate> inner, QByteArray path)
    : m_inner(std::move(inner))
    , m_path(std::move(path))
{
}

std::variant<Gate::Admission, Response, Gate::Deciding> SinglePathGate::admit(const RequestPtr &request)
{
    if (request->head.path == m_path)
        return m_inner->admit(request);
    return m_inner->refuse(404, "there is nothing at this path on this port", *request);
}

QCoro::Task<Response> SinglePathGate::handle(RequestPtr request)
{
    return m_inner->handle(std::move(request));
}

Response SinglePathGate::refuse(int status, const char *reason, Request &request)
{
    return m_inner->refuse(status, reason, request);
}

} // namespace gatehouse::http
