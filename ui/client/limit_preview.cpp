#include "client/limit_preview.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

qint64 countOf(const QJsonObject &object, QLatin1String key)
{
    return std::max<qint64>(0, object.value(key).toInteger());
}

LimitPreview::Refusals refusalsOf(const QJsonObject &object)
{
    const QJsonObject evenly = object.value("evenly"_L1).toObject();
    const QJsonObject inBursts = object.value("in_bursts"_L1).toObject();
    const auto requests = std::minmax({countOf(evenly, "refused"_L1), countOf(inBursts, "refused"_L1)});
    const auto callers = std::minmax({countOf(evenly, "callers"_L1), countOf(inBursts, "callers"_L1)});
    return {.requestsAtLeast = requests.first,
            .requestsAtMost = requests.second,
            .callersAtLeast = callers.first,
            .callersAtMost = callers.second};
}

} // namespace

LimitPreview LimitPreview::fromJson(const QJsonObject &object)
{
    LimitPreview preview;
    const QJsonArray items = object.value("items"_L1).toArray();
    for (const auto &value : items) {
        const QJsonObject item = value.toObject();
        preview.forecasts.push_back({.policy = item.value("policy"_L1).toString(),
                                     .requests = countOf(item, "requests"_L1),
                                     .callers = countOf(item, "callers"_L1),
                                     .now = refusalsOf(item.value("now"_L1).toObject()),
                                     .then = refusalsOf(item.value("then"_L1).toObject())});
    }
    preview.covered = std::chrono::seconds(countOf(object, "covered_seconds"_L1));
    preview.notCounted = countOf(object, "not_counted"_L1);
    return preview;
}

} // namespace gatehouse::client
