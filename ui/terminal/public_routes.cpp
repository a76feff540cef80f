#include "terminal/public_routes.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

bool allowsAnybody(const QJsonValue &security)
{
    const QJsonArray ways = security.toArray();
    return ways.isEmpty() || std::ranges::any_of(ways, [](const QJsonValue &way) { return way.toObject().isEmpty(); });
}

} // namespace

std::vector<PublicRoute> publicRoutes(const QJsonObject &openApi)
{
    static constexpr std::array kMethods{"get", "post", "put", "patch", "delete"};
    std::vector<PublicRoute> found;
    const QJsonObject paths = openApi.value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        if (path.key().contains(u'{'))
            continue;
        for (const char *method : kMethods) {
            const QJsonValue operation = path.value().toObject().value(QLatin1String(method));
            if (!operation.isObject())
                continue;
            const QJsonValue own = operation.toObject().value("security"_L1);
            if (allowsAnybody(own.isUndefined() ? openApi.value("security"_L1) : own))
                found.push_back({QByteArray(method).toUpper(), path.key()});
        }
    }
    return found;
}

} // namespace gatehouse::terminal
