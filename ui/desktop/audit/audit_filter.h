#pragma once

#include <QDate>
#include <QString>

namespace gatehouse::desktop {

/// Which entries of the record are wanted. What is empty does not matter.
struct AuditFilter {
    QDate from; ///< from the beginning of this day, here
    QDate until; ///< to the end of this day, here
    QString actor; ///< an identifier
    QString action;
    QString outcome; ///< success, refused, failed
    QString address;
    QString text;

    [[nodiscard]] bool isEmpty() const { return *this == AuditFilter(); }
    /// As the API has it, encoded.
    [[nodiscard]] QString query() const;
    bool operator==(const AuditFilter &) const = default;
};

} // namespace gatehouse::desktop
