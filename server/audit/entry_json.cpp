#include "audit/entry_json.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace

QJsonObject describe(const Entry &entry)
{
    QJsonObject detail;
    for (const Fact &fact : entry.detail)
        detail.insert(text(fact.name), text(fact.value));
    return {{u"sequence"_s, qint64(entry.sequence)},
            {u"time"_s, text(toRfc3339(std::chrono::floor<std::chrono::milliseconds>(entry.time)))},
            {u"actor_kind"_s, text(toText(entry.actor.kind))},
            {u"actor"_s, text(entry.actor.id)},
            {u"action"_s, text(toText(entry.action))},
            {u"target"_s, text(entry.target)},
            {u"outcome"_s, text(toText(entry.outcome))},
            {u"address"_s, text(entry.address)},
            {u"request_id"_s, text(entry.requestId)},
            {u"session"_s, text(entry.session)},
            {u"detail"_s, detail}};
}

} // namespace gatehouse::audit
