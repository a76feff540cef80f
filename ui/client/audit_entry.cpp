#include "client/audit_entry.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

AuditEntry AuditEntry::fromJson(const QJsonObject &object)
{
    AuditEntry entry;
    entry.sequence = quint64(object.value("sequence"_L1).toInteger());
    entry.time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs);
    entry.actorKind = object.value("actor_kind"_L1).toString();
    entry.actor = object.value("actor"_L1).toString();
    entry.action = object.value("action"_L1).toString();
    entry.target = object.value("target"_L1).toString();
    const QString outcome = object.value("outcome"_L1).toString();
    entry.outcome = outcome == "success"_L1 ? Outcome::Success : outcome == "refused"_L1 ? Outcome::Refused : Outcome::Failed;
    entry.address = object.value("address"_L1).toString();
    entry.requestId = object.value("request_id"_L1).toString();
    entry.session = object.value("session"_L1).toString();
    const QJsonObject detail = object.value("detail"_L1).toObject();
    for (auto fact = detail.begin(); fact != detail.end(); ++fact)
        entry.detail.emplace_back(fact.key(), fact.value().toString());
    return entry;
}

AuditEntries AuditEntries::fromJson(const QJsonObject &object)
{
    AuditEntries entries;
    const QJsonArray items = object.value("items"_L1).toArray();
    entries.items.reserve(std::size_t(items.size()));
    for (const auto &item : items)
        entries.items.push_back(AuditEntry::fromJson(item.toObject()));
    if (const QJsonValue next = object.value("next"_L1); next.isString())
        entries.next = next.toString();
    return entries;
}

} // namespace gatehouse::client
