#pragma once

#include "http/route.h"

#include <utility>

namespace gatehouse::http {

/// Declares the routes of one tag whose handlers work with the same parts, such as a store and the settings.
///
/// `Parts` is copied into every handler: a struct of references to what outlives the routes, or a shared pointer to one.
template<typename Parts> class RouteGroup
{
public:
    /// Runs as a Handler does (route.h).
    using Act = QCoro::Task<Result<Response>> (*)(Parts parts, RequestPtr request);

    /// Routes of GET are for `reading`, all others for `changing`, unless one says otherwise.
    RouteGroup(QByteArray tag, Parts parts, Access reading, Access changing)
        : m_tag(std::move(tag))
        , m_parts(std::move(parts))
        , m_reading(reading)
        , m_changing(changing)
    {
    }

    /// What all routes have; body, parameters and responses are for the caller to fill in.
    [[nodiscard]] Route route(Method method, QByteArray path, QByteArray operationId, QByteArray summary, Act act) const
    {
        Route route;
        route.methods = {method};
        route.path = std::move(path);
        route.operationId = std::move(operationId);
        route.tag = m_tag;
        route.summary = std::move(summary);
        route.access = method == Method::Get ? m_reading : m_changing;
        route.handler = [parts = m_parts, act](RequestPtr request) { return act(parts, std::move(request)); };
        return route;
    }

private:
    QByteArray m_tag;
    Parts m_parts;
    Access m_reading;
    Access m_changing;
};

} // namespace gatehouse::http
