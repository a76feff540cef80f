#include "desktop/shell/local_time.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

QString timeFormat(Precision precision)
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s);
    if (precision != Precision::Minutes)
        format.replace(u"mm"_s, precision == Precision::Seconds ? u"mm:ss"_s : u"mm:ss.zzz"_s);
    return format;
}

QString timeText(const QDateTime &time, Precision precision)
{
    return QLocale().toString(time.toLocalTime().time(), timeFormat(precision));
}

QString dateTimeText(const QDateTime &time, Precision precision)
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace(u"yy"_s, u"yyyy"_s);
    return QLocale().toString(time.toLocalTime().date(), format) + u' ' + timeText(time, precision);
}

} // namespace gatehouse::desktop
