#include "documentation/html.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::documentation {

using namespace Qt::StringLiterals;

namespace {

QString span(const QString &kind, const QString &text)
{
    return u"<span class=\"%1\">%2</span>"_s.arg(kind, escaped(text));
}

/// A string as JSON writes it.
QString quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1).chopped(1));
}

QString written(const QJsonValue &value, int depth);

QString block(QChar open, QChar close, const QStringList &items, int depth)
{
    if (items.isEmpty())
        return QString(open) + close;
    const QString indent(2 * qsizetype(depth + 1), u' ');
    return open + u"\n"_s + indent + items.join(u",\n"_s + indent) + u'\n' + QString(2 * qsizetype(depth), u' ') + close;
}

QString written(const QJsonValue &value, int depth)
{
    QStringList items;
    switch (value.type()) {
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            items.append(span(u"k"_s, quoted(member.key())) + u": "_s + written(member.value(), depth + 1));
        return block(u'{', u'}', items, depth);
    }
    case QJsonValue::Array:
        for (const QJsonValue item : value.toArray())
            items.append(written(item, depth + 1));
        return block(u'[', u']', items, depth);
    case QJsonValue::String: return span(u"s"_s, quoted(value.toString()));
    case QJsonValue::Double: return span(u"n"_s, QString::number(value.toDouble(), 'g', 15));
    case QJsonValue::Bool: return span(u"n"_s, value.toBool() ? u"true"_s : u"false"_s);
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return span(u"n"_s, u"null"_s);
}

} // namespace

QString escaped(const QString &text)
{
    // An apostrophe too: nothing depends on which quotes a template uses.
    return text.toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString inlineText(const QString &text)
{
    const QStringList parts = escaped(text).split(u'`');
    QString html;
    for (qsizetype i = 0; i < parts.size(); ++i)
        html += i % 2 == 1 && i + 1 < parts.size() ? u"<code>"_s + parts[i] + u"</code>"_s
                                                   : (i % 2 == 1 ? u"`"_s : QString()) + parts[i];
    return html;
}

QString paragraphs(const QString &text)
{
    QString html;
    for (const QString &paragraph : text.split(u"\n\n"_s, Qt::SkipEmptyParts))
        html += u"<p>"_s + inlineText(paragraph) + u"</p>\n"_s;
    return html;
}

QString highlightedJson(const QJsonValue &value)
{
    return written(value, 0);
}

} // namespace gatehouse::documentation
