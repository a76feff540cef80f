#include "client/log_line.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

LogLevel levelFrom(const QString &text)
{
    if (text == "debug"_L1)
        return LogLevel::Debug;
    if (text == "warning"_L1)
        return LogLevel::Warning;
    return text == "error"_L1 ? LogLevel::Error : LogLevel::Info;
}

QString nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return u"debug"_s;
    case LogLevel::Info: return u"info"_s;
    case LogLevel::Warning: return u"warning"_s;
    case LogLevel::Error: return u"error"_s;
    }
    return {};
}

} // namespace

LogLine LogLine::fromJson(const QJsonObject &object)
{
    LogLine line;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = it.value().toVariant().toString();
        if (it.key() == "time"_L1)
            line.time = QDateTime::fromString(value, Qt::ISODateWithMs);
        else if (it.key() == "level"_L1)
            line.level = levelFrom(value);
        else if (it.key() == "category"_L1)
            line.category = value;
        else if (it.key() == "message"_L1)
            line.message = value;
        else
            line.fields.emplace_back(it.key(), value);
    }
    return line;
}

QString LogLine::summary() const
{
    // A request says the most in few words.
    const QString method = field(u"method"_s);
    const bool isRequest = !method.isEmpty() && !field(u"route"_s).isEmpty();
    QStringList words{message.simplified()};
    if (isRequest) {
        words = {method + u' ' + field(u"route"_s), field(u"status"_s), field(u"duration_ms"_s) + u" ms"_s};
        if (message != "request"_L1)
            words.prepend(message.simplified());
    }
    for (const auto &[name, value] : fields) {
        const bool isSaid =
            isRequest && (name == "method"_L1 || name == "route"_L1 || name == "status"_L1 || name == "duration_ms"_L1);
        if (!isSaid && name != "request_id"_L1 && name != "trace_id"_L1)
            words.append(name + u'=' + value.simplified());
    }
    return words.join("  "_L1);
}

QString LogLine::field(const QString &name) const
{
    const auto found = std::ranges::find(fields, name, &std::pair<QString, QString>::first);
    return found == fields.end() ? QString() : found->second;
}

QString LogLine::toText() const
{
    QString text = u"%1 %2 %3: %4"_s.arg(time.toUTC().toString(Qt::ISODateWithMs), nameOf(level), category, message.simplified());
    for (const auto &[name, value] : fields)
        text += u" %1=%2"_s.arg(name, value.simplified());
    return text;
}

} // namespace gatehouse::client
