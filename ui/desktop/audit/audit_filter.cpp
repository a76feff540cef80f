#include "desktop/audit/audit_filter.h"

#include <QDateTime>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

QString AuditFilter::query() const
{
    QStringList parts;
    const auto add = [&parts](QLatin1String name, const QString &value) {
        if (!value.isEmpty())
            parts.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    const auto instant = [](const QDate &day) {
        return day.isValid() ? day.startOfDay().toUTC().toString(Qt::ISODateWithMs) : QString();
    };
    add("from"_L1, instant(from));
    add("until"_L1, instant(until.isValid() ? until.addDays(1) : QDate()));
    add("actor"_L1, actor);
    add("action"_L1, action);
    add("outcome"_L1, outcome);
    add("address"_L1, address.trimmed());
    add("text"_L1, text.trimmed());
    return parts.join(u'&');
}

} // namespace gatehouse::desktop
