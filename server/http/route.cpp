#include "http/route.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

/// Splits after the leading slash: "/a/b" gives "a", "b".
QList<QByteArrayView> segmentsOf(QByteArrayView path)
{
    QList<QByteArrayView> segments;
    for (qsizetype start = 1; start <= path.size();) {
        const qsizetype slash = path.indexOf('/', start);
        const qsizetype end = slash < 0 ? path.size() : slash;
        segments.append(path.sliced(start, end - start));
        start = end + 1;
    }
    return segments;
}

bool isParameter(QByteArrayView segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// The parameters of `path` when it has the shape of `pattern`. A decoded parameter that holds a slash or a NUL, or is a dot
/// segment that a proxy may have resolved differently, matches nothing: no handler should meet one.
std::optional<QByteArrayList> matchPattern(QByteArrayView pattern, const QList<QByteArrayView> &path)
{
    const QList<QByteArrayView> expected = segmentsOf(pattern);
    if (expected.size() != path.size())
        return std::nullopt;
    QByteArrayList parameters;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!isParameter(expected[i])) {
            if (expected[i] != path[i])
                return std::nullopt;
            continue;
        }
        const QByteArray value = QByteArray::fromPercentEncoding(path[i].toByteArray());
        if (value.isEmpty() || value.contains('/') || value.contains('\0') || value == "." || value == "..")
            return std::nullopt;
        parameters.append(value);
    }
    return parameters;
}

bool accepts(const Route &route, Method method)
{
    return route.methods.contains(method) || (method == Method::Head && route.methods.contains(Method::Get));
}

void collectMethods(const Route &route, QList<Method> &methods)
{
    for (const Method method : route.methods) {
        if (!methods.contains(method))
            methods.append(method);
        if (method == Method::Get && !methods.contains(Method::Head))
            methods.append(Method::Head);
    }
}

} // namespace

void RouteTable::add(Route route)
{
    Q_ASSERT(route.path.startsWith('/') && !route.methods.isEmpty() && !route.operationId.isEmpty());
    Q_ASSERT(static_cast<bool>(route.handler) != static_cast<bool>(route.immediate));
    Q_ASSERT(std::ranges::none_of(m_routes, [&](const auto &known) {
        return known->operationId == route.operationId
            || (known->path == route.path
                && std::ranges::any_of(route.methods, [&](Method method) { return accepts(*known, method); }));
    }));
    if (route.limitClass == LimitClass::General && (route.access == Access::Operator || route.access == Access::Admin))
        route.limitClass = LimitClass::Administration;
    if (route.body)
        route.validator = SchemaValidator::compile(route.body->schema);

    auto owned = std::make_unique<Route>(std::move(route));
    owned->index = static_cast<int>(m_routes.size());
    const Route *added = owned.get();
    m_routes.push_back(std::move(owned));
    if (added->path.contains('{'))
        m_patterns.push_back(added);
    else
        m_fixed[std::string_view(added->path.constData(), static_cast<size_t>(added->path.size()))].push_back(added);
}

RouteTable::Match RouteTable::match(Method method, QByteArrayView path) const
{
    Match result;
    const auto fixed = m_fixed.find(std::string_view(path.data(), static_cast<size_t>(path.size())));
    if (fixed != m_fixed.end()) {
        for (const Route *route : fixed->second) {
            if (accepts(*route, method)) {
                result.route = route;
                return result;
            }
            collectMethods(*route, result.allowed);
        }
        return result;
    }

    const QList<QByteArrayView> segments = segmentsOf(path);
    for (const Route *route : m_patterns) {
        std::optional<QByteArrayList> parameters = matchPattern(route->path, segments);
        if (!parameters)
            continue;
        if (accepts(*route, method)) {
            result.route = route;
            result.parameters = std::move(*parameters);
            return result;
        }
        collectMethods(*route, result.allowed);
    }
    return result;
}

} // namespace gatehouse::http
