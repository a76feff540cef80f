#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace gatehouse::client {

/// One entry of the record, as the API tells it.
struct AuditEntry {
    enum class Outcome { Success, Refused, Failed };

    quint64 sequence = 0;
    QDateTime time;
    QString actorKind; ///< user, system, anonymous …
    QString actor; ///< an identifier; may be empty
    QString action; ///< auth.login
    QString target;
    Outcome outcome = Outcome::Success;
    QString address;
    QString requestId;
    QString session;
    std::vector<std::pair<QString, QString>> detail;

    [[nodiscard]] static AuditEntry fromJson(const QJsonObject &object);
};

/// A page of them.
struct AuditEntries {
    std::vector<AuditEntry> items;
    std::optional<QString> next; ///< to go on after; nothing on the last

    [[nodiscard]] static AuditEntries fromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
