#include "documentation/curl_command.h"

#include <QJsonArray>

namespace gatehouse::documentation {

using namespace Qt::StringLiterals;

namespace {

/// One word for a POSIX shell.
QString singleQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString filledPath(QString path, const QJsonArray &parameters)
{
    for (const QJsonValue value : parameters) {
        const QJsonObject parameter = value.toObject();
        const QString example = parameter.value(u"example"_s).toVariant().toString();
        if (parameter.value(u"in"_s) == u"path"_s && !example.isEmpty())
            path.replace(u'{' + parameter.value(u"name"_s).toString() + u'}', example);
    }
    return path;
}

} // namespace

QString curlCommand(const QString &method, const QString &path, const QJsonObject &operation, const QByteArray &body)
{
    QStringList parts{u"curl"_s};
    if (method == u"HEAD")
        parts.last() += u" --head"_s;
    else if (method != u"GET")
        parts.last() += u" -X "_s + method;
    parts.last() += u" \"$GATEHOUSE"_s + filledPath(path, operation.value(u"parameters"_s).toArray()) + u'"';
    if (operation.value(u"x-access"_s) != u"anybody"_s)
        parts.append(u"-H \"Authorization: Bearer $TOKEN\""_s);
    if (!body.isEmpty()) {
        parts.append(u"-H 'Content-Type: application/json'"_s);
        parts.append(u"-d "_s + singleQuoted(QString::fromUtf8(body)));
    }
    return parts.join(u" \\\n  "_s);
}

} // namespace gatehouse::documentation
